import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build, type Plugin } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../tools/lib/steps.ts';
import { stage } from '../support/browser.ts';
import { jeanne, search, typeTraits } from '../support/hands.ts';
import { type HostPage, serveHostPage } from '../support/host-page.ts';

const hosts = join(root, 'tests/embed/hosts');
const theatre = stage();
const spico = (): string => theatre.stack.portal.replace(/\/$/, '');
const open: HostPage[] = [];
afterAll(() => Promise.all(open.map((host) => host.close())));

/** One script of a host, bundled as its own tool chain would. */
async function bundle(entry: string, plugins: Plugin[] = []): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'spico-host-'));
  try {
    await build({
      configFile: false,
      root: hosts,
      logLevel: 'error',
      plugins,
      resolve: { conditions: ['source', 'browser', 'module', 'import', 'default'] },
      define: {
        'process.env.NODE_ENV': '"production"',
        __VUE_OPTIONS_API__: 'true',
        __VUE_PROD_DEVTOOLS__: 'false',
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      },
      build: {
        outDir,
        emptyOutDir: true,
        minify: false,
        target: 'es2022',
        modulePreload: false,
        rolldownOptions: {
          input: join(hosts, entry),
          output: { entryFileNames: 'host.js', codeSplitting: false },
        },
      },
    });
    return readFileSync(join(outDir, 'host.js'), 'utf8');
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

async function serve(files: Record<string, string>, policy?: string): Promise<HostPage> {
  const host = await serveHostPage(theatre.stack, files, policy ? { policy } : {});
  open.push(host);
  return host;
}

const patients = [
  { birthFamilyName: 'Lacombe', birthGivenNames: ['Jeanne'], sex: 'F', birthDate: '1938-03-14', birthPlace: '81004' },
  {
    birthFamilyName: 'Introuvable',
    birthGivenNames: ['Anselme'],
    sex: 'M',
    birthDate: '1950-01-02',
    birthPlace: '81004',
  },
];
const typed = (page: Page): Promise<string> =>
  page.getByRole('textbox', { name: 'Nom de naissance', exact: true }).inputValue();

describe('the widgets in the pages of frameworks, without wrappers', () => {
  it.each(['react', 'vue'])(
    '[F-200] [F-202] [F-203] %s hands its patient over by a property, hears the events, and changes patient',
    async (framework) => {
      const settings = JSON.stringify({ apiBase: `${spico()}/api/v1`, patients });
      const host = await serve({
        '/': `<!doctype html><html lang="fr"><meta charset="utf-8"><title>${framework}</title><div id="app"></div>
          <script type="module" src="/settings.js"></script><script type="module" src="/host.js"></script></html>`,
        '/settings.js': `globalThis.host = ${settings};`,
        '/host.js': await bundle(`${framework}/main.js`),
      });
      const { page } = await theatre.visit({ origins: [host.origin] });
      await page.goto(host.origin);
      await expect.poll(() => typed(page)).toBe('Lacombe');
      // Nothing is typed: the host knew it all.
      const place = page.getByRole('combobox', { name: 'Lieu de naissance' });
      await expect.poll(() => place.inputValue()).toMatch(/^Albi/);
      await search(page);
      await expect.poll(() => page.locator('#heard').textContent()).toMatch(/^candidates [1-9]/);

      await page.getByRole('button', { name: 'Patient suivant' }).click();
      await expect.poll(() => typed(page)).toBe('Introuvable');
      await search(page);
      await expect.poll(() => page.locator('#heard').textContent()).toBe('none 0');
      // The host took the creation over: the form stays where it was.
      await expect.poll(() => typed(page)).toBe('Introuvable');
    },
  );
});

describe('two versions on one page', () => {
  it('[F-208] share the tags with one note in the console, and both can be used side by side', async () => {
    const older: Plugin = {
      name: 'another-version',
      enforce: 'pre',
      transform: (code, id) => (id.endsWith('shared/version.ts') ? code.replace(/'[\d.]+'/, `'0.0.9'`) : undefined),
    };
    const widgets = (prefix: string): string =>
      `<${prefix}-provider api-base="${spico()}/api/v1" sandbox="nadia-haddad">
        <${prefix}-patient-search></${prefix}-patient-search></${prefix}-provider>`;
    const host = await serve({
      '/': `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Deux versions</title>
        <script type="module" src="${spico()}/widgets/spico-widgets.js"></script>
        <script type="module" src="/host.js"></script>
        <section id="first">${widgets('spico')}</section><section id="second">${widgets('autre')}</section></html>`,
      '/host.js': await bundle('two-versions.js', [older]),
    });
    const { page } = await theatre.visit({ origins: [host.origin] });
    const notes: string[] = [];
    page.on('console', (message) => notes.push(message.text()));
    await page.goto(host.origin);
    for (const section of ['#first', '#second']) {
      const form = page.locator(section);
      await form.getByRole('textbox', { name: 'Nom de naissance', exact: true }).fill('Lacombe');
      await form.getByRole('button', { name: 'Rechercher', exact: true }).click();
      await form.getByText('Ce trait est obligatoire.').first().waitFor();
    }
    expect(notes.filter((note) => note.startsWith('SPICO:'))).toEqual([
      expect.stringMatching(/already registered by version 0\.1\.0; version 0\.0\.9 uses it too/),
    ]);
  });
});

describe('a strict page', () => {
  it('[F-207] goes from the search to the candidates under CSP and Trusted Types without one console message', async () => {
    const policy = [
      `default-src 'none'; script-src ${spico()}; connect-src ${spico()}; style-src 'self'; img-src data: blob:`,
      `base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`,
      `trusted-types lit-html 'allow-duplicates'`,
    ].join('; ');
    const page = readFileSync(join(root, 'examples/plain-page/index.html'), 'utf8');
    const host = await serve({ '/': page.replaceAll('http://127.0.0.1:4010', spico()) }, policy);
    const visit = await theatre.visit({ origins: [host.origin], silent: true });
    await visit.page.goto(host.origin);
    await typeTraits(visit.page, jeanne);
    await search(visit.page);
    await visit.page.locator('spico-record-access').getByText('LACOMBE').first().waitFor();
    expect(await visit.page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ]);
  });
});
