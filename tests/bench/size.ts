/**
 * npm run bench:size
 *
 * What a page has to fetch, gzip at its highest level, in kB of 1000 bytes. Prints a table, then one JSON line.
 *
 * - `sdk_core_kb`: the whole client of every feature with openapi-fetch; `sdk_one_feature_kb`: one feature, shaken out.
 * - `first_widget_kb`: the heaviest of the widgets that a page can begin with: loader, provider, the widget and every
 *   chunk they import, styles, icons and French words included. The others go on with a search
 *   or a record opened beside them; what they weigh all alone is in their own keys.
 * - `further_widget_kb`: the heaviest of what each next widget adds, in the order of the work: search, candidates,
 *   creation, INS, list, record. Each widget also has its own keys, `alone` being the whole of it without any other.
 * - What is fetched only when needed (English, for example) is listed apart.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { buildWidgets } from '../../tools/build-elements.ts';
import { round } from './identity-search/report.ts';

/** The order in which the work meets them. A widget that is not named here comes last. */
const ORDER = ['patient-search', 'record-access', 'identity-form', 'ins-reconciliation', 'patient-list'];
const placeOf = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
/** Three have nothing to show before somebody has searched; changing an identity comes after the band that says whose it is. */
const NEVER_FIRST = ['record-access', 'identity-form', 'ins-reconciliation', 'record-identity'];

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'spico-size-'));
const weigh = (content: string | Uint8Array): number => gzipSync(content, { level: 9 }).length;
const kb = (bytes: number): number => round(bytes / 1000);

/** Bytes of a module as a page would bundle it. */
async function bundled(line: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: line, resolveDir: join(root, 'packages/elements'), loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['source', 'browser'],
    legalComments: 'none',
  });
  return weigh(outputFiles[0]?.contents ?? '');
}

/** The file and every file it imports without being asked twice. */
function withImports(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(join(folder, file), 'utf8');
  for (const [, address = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*["'`](\.[^"'`]+)["'`]/g)) {
    withImports(relative(folder, join(folder, dirname(file), address)), seen);
  }
  return seen;
}

try {
  const sdkCore = await bundled(`export { createSpicoClient } from '@spico/sdk'`);
  const sdkOne = await bundled(
    `import { createTransport, patientSearchFeature } from '@spico/sdk';
     export const search = (options) => patientSearchFeature(createTransport(options));`,
  );

  await buildWidgets(folder);
  const weights = new Map<string, number>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.js')) weights.set(file, weigh(readFileSync(join(folder, file))));
  }
  const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + (weights.get(file) ?? 0), 0);
  const base = withImports('define/provider.js', new Set(['loader.js']));
  const widgets = [...weights.keys()]
    .filter((file) => file.startsWith('define/') && file !== 'define/provider.js')
    .map((file) => ({
      name: file.slice('define/'.length, -'.js'.length),
      files: new Set([...base, ...withImports(file)]),
    }));
  const there = new Set<string>();
  const measured = widgets
    .sort((a, b) => placeOf(a.name) - placeOf(b.name))
    .map(({ name, files }) => {
      const adds = sum([...files].filter((file) => !there.has(file)));
      for (const file of files) there.add(file);
      return { name, alone: sum(files), adds };
    });
  const reached = new Set(widgets.flatMap(({ files }) => [...files]));
  const later = [...weights].filter(([file]) => file.startsWith('chunks/') && !reached.has(file));

  const line = (...cells: (string | number)[]) =>
    console.log(cells.map((cell, at) => (at === 0 ? String(cell).padEnd(40) : String(cell).padStart(14))).join(''));
  line('kB, gzip', 'alone', 'adds');
  for (const { name, alone, adds } of measured) line(`<spico-${name}>`, kb(alone), kb(adds));
  line('loader and provider alone', kb(sum(base)));
  line('all widgets, one module', kb(sum(withImports('spico-widgets.js'))));
  line('all widgets, classic script', kb(weights.get('spico-widgets.classic.js') ?? 0));
  for (const [file, bytes] of later) line(`when needed: ${file.replace(/-\w+\.js$/, '')}`, kb(bytes));
  line('SDK, every feature', kb(sdkCore));
  line('SDK, one feature', kb(sdkOne));

  console.log(
    JSON.stringify({
      sdk_core_kb: kb(sdkCore),
      sdk_one_feature_kb: kb(sdkOne),
      first_widget_kb: kb(
        Math.max(...measured.filter(({ name }) => !NEVER_FIRST.includes(name)).map(({ alone }) => alone)),
      ),
      further_widget_kb: kb(Math.max(...measured.slice(1).map(({ adds }) => adds))),
      ...Object.fromEntries(
        measured.flatMap(({ name, alone, adds }) => {
          const key = name.replaceAll('-', '_');
          return [
            [`${key}_alone_kb`, kb(alone)],
            [`${key}_adds_kb`, kb(adds)],
          ];
        }),
      ),
      all_widgets_kb: kb(sum(withImports('spico-widgets.js'))),
      classic_script_kb: kb(weights.get('spico-widgets.classic.js') ?? 0),
    }),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
