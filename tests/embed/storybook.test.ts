import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Fastify, { type FastifyInstance } from 'fastify';
import fastifyStatic from '@fastify/static';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildElementsManifest } from '../../tools/build.ts';
import { ensureBrowser } from '../../tools/lib/browser.ts';

/*
 * The stories are tested from their sources; a production build may still lose a registration to tree shaking. So the
 * built Storybook is opened too: one story of each widget, no error, an upgraded element.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
let server: FastifyInstance;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  await buildElementsManifest();
  folder = mkdtempSync(join(tmpdir(), 'spico-storybook-'));
  const args = ['build', '-c', 'stories/.storybook', '-o', folder, '--disable-telemetry', '--quiet'];
  const built = spawnSync(join(root, 'node_modules/.bin/storybook'), args, { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The Storybook build failed:\n${built.stdout}\n${built.stderr}`);
  server = Fastify();
  await server.register(fastifyStatic, { root: folder });
  origin = await server.listen({ host: '127.0.0.1', port: 0 });
  browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

type Entry = { id: string; type: string; title: string; name: string };

it('[F-240] opens one story of every widget from the built Storybook, and asks no other host', async () => {
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { entries: Record<string, Entry> };
  const first = new Map<string, Entry>();
  for (const entry of Object.values(index.entries)) {
    if (entry.type === 'story' && !first.has(entry.title)) first.set(entry.title, entry);
  }
  expect(first.size).toBeGreaterThanOrEqual(9);
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    const { origin: asked, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && asked !== origin) problems.push(`asked ${asked}`);
  });
  for (const { id } of first.values()) {
    await page.goto(`${origin}/iframe.html?id=${id}&viewMode=story`);
    await page.waitForFunction(() => {
      const widget = document.querySelector('spico-provider > *');
      return widget?.shadowRoot !== null && (widget?.shadowRoot?.childElementCount ?? 0) > 0;
    });
  }
  expect(problems).toEqual([]);
});
