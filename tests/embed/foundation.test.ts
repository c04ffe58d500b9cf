import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The policy an integrator is given; the page under test runs under it. */
const POLICY =
  "default-src 'self'; style-src 'self'; script-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'";
const PAGE = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Logiciel de cabinet</title><link rel="icon" href="/icon.svg">
  <script type="module" src="/gallery.js"></script></head>
  <body><spico-provider api-base="/api/v1"><spico-gallery></spico-gallery></spico-provider></body></html>`;
const root = fileURLToPath(new URL('../../packages/elements/', import.meta.url));

let server: Server;
let browser: Browser;
let address = '';
let chunks = new Map<string, Uint8Array>();
let abandoned = 0;
const authorisations: string[] = [];

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [`${root}gallery.ts`],
    outdir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    conditions: ['source'],
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfig: `${root}tsconfig.json`,
  });
  chunks = new Map(outputFiles.map((file) => [`/${file.path.slice(root.length)}`, file.contents]));
  server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const chunk = chunks.get(path);
    if (path === '/') {
      response.writeHead(200, { 'content-security-policy': POLICY, 'content-type': 'text/html' }).end(PAGE);
    } else if (chunk) {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(chunk);
    } else if (path === '/api/v1/me') {
      authorisations.push(request.headers.authorization ?? '');
      response.on('close', () => (abandoned += response.writableFinished ? 0 : 1));
      const answer = JSON.stringify({ professional: { displayName: 'Dr Claire MARTIN' } });
      setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).end(answer), 120);
    } else response.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** A host page whose script has spoken: a token callback and a patient. */
async function open(): Promise<{ page: Page; complaints: string[]; hosts: Set<string> }> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  const complaints: string[] = [];
  const hosts = new Set<string>();
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  await page.goto(address);
  await page.evaluate(() => {
    const provider = document.querySelector('spico-provider') as HTMLElement & Record<string, unknown>;
    const asked: string[] = [];
    Object.assign(globalThis, { asked, provider });
    provider['getToken'] = async ({ reason }: { reason: string }) => (asked.push(reason), 'token-of-the-host');
    provider['patient'] = { birthFamilyName: 'Lefebvre' };
  });
  await page.locator('#me').waitFor();
  return { page, complaints, hosts };
}

describe('the foundation of the widgets in a strict host page', () => {
  it('[F-207] [F-201] runs without a console message or a foreign request, with the host’s token, asked once', async () => {
    const { page, complaints, hosts } = await open();
    expect(await page.locator('#me').textContent()).toBe('Dr Claire MARTIN');
    expect(await page.evaluate('asked')).toEqual(['initial']);
    expect(new Set(authorisations)).toEqual(new Set(['Bearer token-of-the-host']));
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ]);
    expect(complaints).toEqual([]);
    expect([...hosts]).toEqual([new URL(address).host]);
    await page.close();
  });

  it('[F-202] never shows the former patient, aborts what was asked for them, and finds every draft again', async () => {
    const { page } = await open();
    abandoned = 0;
    const found = await page.evaluate(async () => {
      const { provider } = globalThis as unknown as { provider: { patient: unknown } };
      const shadow = document.querySelector('spico-gallery')?.shadowRoot as ShadowRoot;
      const note = (): HTMLInputElement => shadow.querySelector('#note') as HTMLInputElement;
      const wrong: string[] = [];
      for (let index = 0; index < 50; index += 1) {
        provider.patient = { birthFamilyName: `Patient ${index}` };
        if (shadow.querySelector('#who')?.textContent !== `Patient ${index}`) wrong.push(`name ${index}`);
        if (note().value !== '' || shadow.querySelector('#me')) wrong.push(`former data ${index}`);
        note().value = `note ${index}`;
        note().dispatchEvent(new InputEvent('input', { bubbles: true }));
        if (index % 5 === 0) await new Promise((painted) => setTimeout(painted, 30));
      }
      for (let index = 0; index < 50; index += 1) {
        provider.patient = { birthFamilyName: `Patient ${index}` };
        if (note().value !== `note ${index}`) wrong.push(`draft ${index}`);
      }
      return wrong;
    });
    expect(found).toEqual([]);
    await page.locator('#me').waitFor();
    expect(abandoned).toBeGreaterThan(0);
    await page.close();
  });

  it('[F-209] keeps a failure inside the widget, says what to do, tells the page a code, and comes back', async () => {
    const { page } = await open();
    await page.evaluate(() => {
      const told: unknown[] = [];
      Object.assign(globalThis, { told });
      document.addEventListener('spico-error', (event) => told.push((event as CustomEvent).detail));
    });
    await page.locator('#break').click();
    await page.getByRole('alert').getByText('Cette partie a rencontré un défaut').waitFor();
    expect(await page.evaluate('told')).toMatchObject([{ code: 'widget-failed', retryable: true }]);
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.locator('#note').waitFor();
    await page.close();
  });

  it('[F-206] walks a combobox by keyboard, gives the focus back after a dialog, and speaks', async () => {
    const { page } = await open();
    await page.locator('#town').fill('al');
    await page.getByRole('option', { name: /Albi/ }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('#town').getAttribute('aria-activedescendant')).toBe('town-option-0');
    await page.keyboard.press('Enter');
    expect(await page.locator('#town').inputValue()).toBe('Albi');
    await page.getByText('Albi sélectionné').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: /bris de glace/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Ouvrir en bris de glace ?' }).waitFor();
    await page.keyboard.press('Escape');
    const focused = (): Promise<string> =>
      page.evaluate(
        () => document.querySelector('spico-gallery')?.shadowRoot?.activeElement?.textContent?.trim() ?? '',
      );
    await expect.poll(focused).toContain('bris de glace');
    await page.close();
  });

  it.each(['light', 'dark', 'contrast'])(
    '[F-206] has nothing for axe to say in the %s theme, at 320 px either',
    async (theme) => {
      const { page } = await open();
      await page.setViewportSize({ width: theme === 'dark' ? 320 : 1000, height: 900 });
      await page.evaluate(
        (wanted) => Object.assign((globalThis as unknown as { provider: object }).provider, { theme: wanted }),
        theme,
      );
      await page.waitForTimeout(200);
      const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
      const session = await page.context().newCDPSession(page);
      await session.send('Runtime.evaluate', { expression: axe });
      const { result } = await session.send('Runtime.evaluate', {
        expression: `axe.run(document.querySelector('spico-gallery'), { rules: { region: { enabled: false } } })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map((node) => node.html.slice(0, 90)).join(' | ')))`,
        awaitPromise: true,
        returnByValue: true,
      });
      expect(result.value).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await page.close();
    },
  );

  it('[F-205] follows the nearest lang into English', async () => {
    const { page } = await open();
    await page.evaluate(() => (document.documentElement.lang = 'en'));
    await page.getByText('Choose a file').waitFor();
    await page.close();
  });
});
