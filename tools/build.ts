/**
 * Builds everything a browser or an integrator gets: SDK, widgets, portal; with `--storybook` the design room too.
 * Skips what is already built from the same sources, so that a second start is quick.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as vite } from 'vite';
import { buildEntries, buildManifest, buildWidgets } from './build-elements.ts';
import { buildSdk } from './build-sdk.ts';
import { root } from './lib/steps.ts';

const shared = ['openapi/generated', 'packages/domain/src/values', 'packages/sdk/src', 'package-lock.json', 'tools'];
const elements = [...shared, 'packages/elements/src', 'packages/elements/custom-elements-manifest.config.mjs'];

function digest(paths: readonly string[]): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else if (!path.endsWith('.test.ts')) hash.update(path.slice(root.length)).update(readFileSync(path));
  };
  for (const path of paths) add(join(root, path));
  return hash.digest('hex');
}

async function once(name: string, product: string, sources: readonly string[], work: () => unknown): Promise<void> {
  const stamp = join(root, '.cache/build', name);
  const wanted = digest(sources);
  if (existsSync(join(root, product)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const started = performance.now();
  await work();
  mkdirSync(join(root, '.cache/build'), { recursive: true });
  writeFileSync(stamp, wanted);
  console.log(`built ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** The manifest alone, for the stories. */
export const buildElementsManifest = (): Promise<void> =>
  once('manifest', 'packages/elements/custom-elements.json', elements, buildManifest);

/** What `npm start` serves. */
export async function buildForBrowsers(): Promise<void> {
  await once('widgets', 'packages/elements/dist/widgets/integrity.json', elements, () => buildWidgets());
  const portal = ['src', 'public', 'index.html', 'vite.config.ts'].map((name) => `packages/portal/${name}`);
  await once('portal', 'packages/portal/dist/index.html', [...elements, ...portal], () =>
    vite({ root: join(root, 'packages/portal'), logLevel: 'warn' }),
  );
}

if (import.meta.main) {
  await once('sdk', 'packages/sdk/dist/index.js', shared, () => buildSdk());
  await buildElementsManifest();
  await once('elements', 'packages/elements/dist/index.js', elements, () => buildEntries());
  await buildForBrowsers();
}
