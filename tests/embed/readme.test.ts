import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../tools/lib/steps.ts';
import { stage } from '../support/browser.ts';
import { jeanne, search, typeTraits } from '../support/hands.ts';
import { type HostPage, serveHostPage } from '../support/host-page.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const lines = /```html\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
const theatre = stage();
let host: HostPage;

beforeAll(async () => {
  // The demonstration of this test listens on another port; not a letter else differs from what is printed.
  const spico = theatre.stack.portal.replace(/\/$/, '');
  host = await serveHostPage(theatre.stack, { '/': lines.replaceAll('http://127.0.0.1:4010', spico) });
  return () => host.close();
});

describe('the ten lines of the README', () => {
  it('are ten, and the same in examples/plain-page', () => {
    expect(lines.trim().split('\n')).toHaveLength(10);
    expect(readFileSync(join(root, 'examples/plain-page/index.html'), 'utf8')).toBe(lines);
  });

  it('[F-200] find Jeanne from a plain page, with no server to write and no second thought', async () => {
    const { page } = await theatre.visit({ origins: [host.origin] });
    await page.goto(host.origin);
    await typeTraits(page, jeanne);
    await search(page);
    const candidates = page.locator('spico-record-access');
    await candidates.getByText('LACOMBE').first().waitFor();
    await candidates.getByRole('button', { name: 'Consulter le dossier' }).waitFor();
  });

  it('work on http://localhost:8080, which the demonstration knows, and not on a page nobody registered', async () => {
    const ask = (origin: string) =>
      fetch(`${theatre.stack.api}/sandbox/tokens`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: JSON.stringify({ professional: 'nadia-haddad' }),
      });
    expect((await ask('http://localhost:8080')).status).toBe(201);
    expect((await ask('http://localhost:8081')).status).toBe(403);
  });
});
