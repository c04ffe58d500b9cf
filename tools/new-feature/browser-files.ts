import type { Names } from './names.ts';

/** SDK feature, widget, story and journey of a feature: path → text. */
export function browserFiles({ kebab, camel, pascal, words, title }: Names): Record<string, string> {
  const widget = `packages/elements/src/widgets/${kebab}`;
  const tag = `spico-${kebab}`;
  const state = (name: string, said: string, using: string) => `export const ${name} = meta.story({
  name: '${said}',
  beforeEach({ msw }) {
    msw.use(${using});
  },
});
`;
  return {
    [`packages/sdk/src/features/${kebab}.ts`]: `import type { ${pascal}, ${pascal}Entry, ${pascal}Input } from '../types.ts';
import type { CallOptions } from '../transport/call.ts';
import type { Transport } from '../transport/http.ts';
import { idempotencyHeader, type KeyedOptions } from '../transport/middleware/idempotency.ts';

/** ${title} of a record. */
export function ${camel}Feature(http: Transport) {
  return {
    /**
     * The entries, newest first.
     * @example
     * const { items } = await client.${camel}.list(recordId);
     */
    list(recordId: string, options?: CallOptions): Promise<${pascal}> {
      return http.ask({ operation: 'list${pascal}', auth: 'bearer', repeat: 'always' }, options, (api, init) =>
        api.GET('/records/{recordId}/${kebab}', { ...init, params: { path: { recordId } } }),
      );
    },

    /**
     * Adds an entry, once however often it is sent.
     * @example
     * await client.${camel}.add(recordId, { text: 'Une première ligne' });
     */
    add(recordId: string, input: ${pascal}Input, options?: KeyedOptions): Promise<${pascal}Entry> {
      return http.ask({ operation: 'addTo${pascal}', auth: 'bearer', repeat: 'always' }, options, (api, init) =>
        api.POST('/records/{recordId}/${kebab}', {
          ...init,
          params: { path: { recordId }, header: idempotencyHeader(options) },
          body: input,
        }),
      );
    },
  };
}
`,
    [`packages/elements/src/define/${kebab}.ts`]: `import { defineElement } from '../shared/define-element.ts';
import { Spico${pascal} } from '../widgets/${kebab}/index.ts';

defineElement('${tag}', Spico${pascal});
`,
    [`${widget}/index.ts`]: `export { Spico${pascal} } from './${kebab}.ts';
`,
    [`${widget}/${kebab}.fr.ts`]: `import type { Messages } from '../../shared/locale/translate.ts';

export default {
  title: '${title}',
  empty: 'Rien n’est encore écrit ici',
  forbidden: 'Vous n’avez pas le droit de voir cette partie du dossier.',
} as const satisfies Messages;
`,
    [`${widget}/${kebab}.en.ts`]: `import type { Translation } from '../../shared/locale/translate.ts';
import type french from './${kebab}.fr.ts';

export default {
  title: '${title}',
  empty: 'Nothing is written here yet',
  forbidden: 'You are not allowed to see this part of the record.',
} satisfies Translation<typeof french>;
`,
    [`${widget}/${kebab}.styles.ts`]: `import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css\`
  .entries {
    display: grid;
    gap: var(--s-space-3);
  }
  .entry {
    overflow-wrap: anywhere;
  }
\`;
`,
    [`${widget}/${kebab}.model.ts`]: `import type { ${pascal}Entry } from '../../shared/sdk.ts';

/** Newest first, whatever the order of arrival. */
export function newestFirst(entries: readonly ${pascal}Entry[]): readonly ${pascal}Entry[] {
  return [...entries].sort((a, b) => b.writtenAt.localeCompare(a.writtenAt));
}
`,
    [`${widget}/${kebab}.test.ts`]: `import { describe, expect, it } from 'vitest';
import { newestFirst } from './${kebab}.model.ts';

describe('the ${words}', () => {
  it('begin with what was written last', () => {
    const entry = (entryId: string, writtenAt: string) => ({ entryId, text: entryId, writtenAt });
    const found = newestFirst([entry('first', '2026-09-01T08:00:00.000Z'), entry('last', '2026-11-02T08:00:00.000Z')]);
    expect(found.map(({ entryId }) => entryId)).toEqual(['last', 'first']);
  });
});
`,
    [`${widget}/${kebab}.ts`]: `import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { emptyScene, forbiddenScene, skeleton, weather } from '../../primitives/index.ts';
import { SpicoElement } from '../../shared/element.ts';
import { readableTime } from '../../shared/format/date.ts';
import { defineMessages } from '../../shared/locale/translate.ts';
import type { ${pascal} } from '../../shared/sdk.ts';
import { base } from '../../shared/styles/base.ts';
import { controls } from '../../shared/styles/controls.ts';
import french from './${kebab}.fr.ts';
import { newestFirst } from './${kebab}.model.ts';
import { styles } from './${kebab}.styles.ts';

const messages = defineMessages('${kebab}', french, { en: () => import('./${kebab}.en.ts') });

/**
 * The ${words} of a record, newest first. / ${title} d’un dossier, en commençant par la fin.
 *
 * @element ${tag}
 * @attr record-id - Whose ${words} to show. / Le dossier dont il s’agit.
 * @slot header - Replaces the title. / Remplace le titre.
 * @csspart entry - One entry. / Une ligne.
 */
export class Spico${pascal} extends SpicoElement {
  static override styles: CSSResultGroup = [base, controls, styles];

  @property({ attribute: 'record-id' }) recordId = '';

  readonly #say = this.useMessages(messages);
  readonly #entries = this.query<readonly [string], ${pascal}>({
    args: () => (this.recordId === '' ? undefined : [this.recordId]),
    load: ([recordId], { signal }) => this.client.${camel}.list(recordId, { signal }),
  });

  #ready({ items }: ${pascal}): TemplateResult {
    return html\`<ul class="entries" role="list">
      \${repeat(
        newestFirst(items),
        ({ entryId }) => entryId,
        ({ text, writtenAt }) => html\`<li class="entry" part="entry">
          <p>\${text}</p>
          <p class="muted small">\${readableTime(writtenAt, this.#say.locale)}</p>
        </li>\`,
      )}
    </ul>\`;
  }

  override render(): TemplateResult {
    const { words } = this;
    return html\`<section class="card" aria-label=\${this.#say('title')}>
      <slot name="header"><h2>\${this.#say('title')}</h2></slot>
      \${weather({
        words,
        state: this.#entries.state,
        retry: this.#entries.retry,
        problem: (error) => this.problem(error),
        signIn: this.resume,
        loading: () => skeleton({ words, shape: 'row', count: 3 }),
        empty: () => emptyScene({ heading: this.#say('empty') }),
        forbidden: () => forbiddenScene({ words, body: this.#say('forbidden') }),
        ready: (entries) => this.#ready(entries),
      })}
    </section>\`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    '${tag}': Spico${pascal};
  }
}
`,
    [`stories/${kebab}.stories.ts`]: `import '@spico/elements/define/${kebab}';
import { forbidden, handlers, jeanneLacombe, offline, on, problem } from '@spico/sdk/testing';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import preview from './.storybook/preview.ts';
import { inside } from './support/scenario.ts';

const TAG = '${tag}';
const entries = (text: string) => () => ({
  items: [{ entryId: crypto.randomUUID(), text, writtenAt: '2026-11-02T10:00:00.000Z' }],
});

/** ${title} of a record. */
const meta = preview.meta({
  title: 'Widgets/${title}',
  component: TAG,
  render: () => html\`<${tag} record-id=\${jeanneLacombe.recordId}></${tag}>\`,
  beforeEach({ msw }) {
    msw.use(...handlers(), on('list${pascal}', entries('Une première ligne')));
  },
});
export default meta;

export const Ready = meta.story({
  name: 'Written once',
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement, TAG);
    await expect(await widget.findByText('Une première ligne')).toBeVisible();
  },
});
export const Empty = meta.story({
  name: 'Nothing yet',
  beforeEach({ msw }) {
    msw.use(on('list${pascal}', () => ({ items: [] })));
  },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement, TAG);
    await expect(await widget.findByText('Rien n’est encore écrit ici')).toBeVisible();
  },
});
export const Error_ = meta.story({
  name: 'Error, then retry',
  beforeEach({ msw }) {
    msw.use(on('list${pascal}', problem('invalid-request'), { once: true }));
  },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement, TAG);
    await userEvent.click(await widget.findByRole('button', { name: 'Réessayer' }));
    await expect(await widget.findByText('Une première ligne')).toBeVisible();
  },
});
${state('Loading', 'Loading', `...handlers({ state: 'loading' })`)}${state('Forbidden', 'Forbidden', `on('list${pascal}', forbidden('${kebab}.read'))`)}${state('SessionExpired', 'Session expired', `...handlers({ state: 'session-expired' })`)}${state('Offline', 'Offline', `on('list${pascal}', offline())`)}${state('LongNames', 'A long word', `on('list${pascal}', entries('Anticonstitutionnellement'.repeat(20)))`)}export const Narrow = meta.story({ name: '320 px', globals: { room: 'narrow' } });
export const Dark = meta.story({ name: 'Dark', globals: { theme: 'dark' } });
export const Compact = meta.story({ name: 'Compact', globals: { density: 'compact' } });
export const English = meta.story({ name: 'English', globals: { locale: 'en' } });
`,
    [`tests/journeys/${kebab}.test.ts`]: `import { describe, expect, it } from 'vitest';
import { stage } from '../support/browser.ts';
import { serveHostPage } from '../support/host-page.ts';

const theatre = stage();

describe('the ${words}', () => {
  it('show Claire that nothing is written about Jeanne yet', async () => {
    const { api, portal } = theatre.stack;
    const call = (path: string, init: RequestInit = {}) =>
      fetch(\`\${api}\${path}\`, { ...init, headers: { 'content-type': 'application/json', ...init.headers } });
    const token = await call('/sandbox/tokens', { method: 'POST', body: '{"professional":"dr-martin"}' });
    const { accessToken } = (await token.json()) as { accessToken: string };
    const list = await call('/records', { headers: { authorization: \`Bearer \${accessToken}\` } });
    const { items } = (await list.json()) as { items: { recordId: string }[] };
    const host = await serveHostPage(theatre.stack, {
      '/': \`<!doctype html><html lang="fr"><meta charset="utf-8"><title>${title}</title>
        <script type="module" src="\${portal}widgets/loader.js"></script>
        <spico-provider api-base="\${api}" sandbox="dr-martin">
          <${tag} record-id="\${items[0]?.recordId}"></${tag}></spico-provider></html>\`,
    });
    const { page } = await theatre.visit({ origins: [host.origin] });
    await page.goto(host.origin);
    await page.getByText('Rien n’est encore écrit ici').waitFor();
    expect(await page.getByRole('heading', { name: '${title}' }).count()).toBe(1);
    await host.close();
  });
});
`,
  };
}
