/**
 * Writes the tables of docs/embedding.md that follow from the sources: the events of the widgets and the tokens of their
 * theme. Run: `node tools/generate-docs.ts`; tests/contract/docs.test.ts refuses a stale page.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/steps.ts';

const elements = join(root, 'packages/elements/src/shared');

type Token = { light?: string; dark?: string; value?: string; compact?: string; use: string };

/** Name, when, detail: one row for each member of SpicoEventMap. */
export function eventsTable(): string {
  const source = readFileSync(join(elements, 'events.ts'), 'utf8');
  const map = /interface SpicoEventMap \{([\s\S]*?)\n\}/.exec(source)?.[1] ?? '';
  const rows = [...map.matchAll(/\/\*\* ([\s\S]*?) \*\/\s*'([\w-]+)': \{([^}]*)\};/g)].map(
    ([, comment = '', name = '', detail = '']) => {
      const members = detail
        .trim()
        .replace(/;$/, '')
        .split('; ')
        .filter((member) => !member.startsWith('contextId'));
      const words = members.map((member) => `\`${member.replaceAll('|', '\\|')}\``).join(', ');
      return `| \`${name}\` | ${comment.replace(/\s*\n\s*\*\s*/g, ' ')} | ${words || '–'} |`;
    },
  );
  return ['| Event | When | Detail, besides `contextId` |', '|---|---|---|', ...rows].join('\n');
}

/** Public property, values, use: one row for each token. */
export function tokensTable(): string {
  const { colours, sizes } = JSON.parse(readFileSync(join(elements, 'styles/tokens.json'), 'utf8')) as Record<
    'colours' | 'sizes',
    Record<string, Token>
  >;
  const rows = Object.entries({ ...colours, ...sizes }).map(([name, { light, dark, value, compact, use }]) => {
    const first = light ?? value ?? '';
    const second = dark ?? compact;
    return `| \`--spico-${name}\` | \`${first}\` | ${second ? `\`${second}\`` : '–'} | ${use} |`;
  });
  return ['| Property | Light, or comfortable | Dark, or compact | Use |', '|---|---|---|---|', ...rows].join('\n');
}

/** The page with its tables as they should be. */
export function withTables(page: string): string {
  const tables: Record<string, () => string> = { events: eventsTable, tokens: tokensTable };
  return page.replace(
    /<!-- generated: (\w+) -->[\s\S]*?<!-- end -->/g,
    (whole, name: string) => `<!-- generated: ${name} -->\n${tables[name]?.() ?? whole}\n<!-- end -->`,
  );
}

export const embeddingPage = join(root, 'docs/embedding.md');

if (import.meta.main) writeFileSync(embeddingPage, withTables(readFileSync(embeddingPage, 'utf8')));
