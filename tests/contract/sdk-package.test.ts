import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { beforeAll, describe, expect, test } from 'vitest';
import { assembleSdk } from '../../tools/build-sdk.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Inside the checkout's own node_modules, so that the package finds its dependencies as an installed one does. */
const folder = join(root, 'node_modules/.cache/spico-sdk-package');
const node = join(root, 'node_modules/.bin/node');

beforeAll(() => assembleSdk(folder), 120_000);

/** Runs a line in a fresh Node beside the package, without our `source` condition. */
const run = (line: string, kind: 'module' | 'commonjs'): string =>
  execFileSync(node, [`--input-type=${kind}`, '-e', line], { cwd: folder, encoding: 'utf8' }).trim();

describe('the published package', () => {
  test('[F-220] publint finds nothing to say', async () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const { messages } = await publint({ pkgDir: folder, strict: true });
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  test('[F-220] every way of resolving the types is right', { timeout: 120_000 }, () => {
    const attw = join(root, 'node_modules/.bin/attw');
    const line = [attw, '--pack', folder, '--profile', 'esm-only', '--format', 'json'];
    const { analysis } = JSON.parse(execFileSync(node, line, { encoding: 'utf8' }));
    expect(Object.keys(analysis.entrypoints)).toEqual(expect.arrayContaining(['.', './testing']));
    const concerning = (analysis.problems as { kind: string; resolutionKind?: string }[]).filter(
      ({ kind, resolutionKind }) => resolutionKind !== 'node10' && kind !== 'CJSResolvesToESM',
    );
    expect(concerning).toEqual([]);
  });

  test('[F-220] Node imports and requires every public entry', () => {
    const main = 'console.log(typeof m.createSpicoClient, m.SpicoError.is(new Error()))';
    expect(run(`import * as m from '${folder}/dist/index.js'; ${main}`, 'module')).toBe('function false');
    expect(run(`const m = require('${folder}/dist/index.js'); ${main}`, 'commonjs')).toBe('function false');
    const testing = 'console.log(m.handlers().length > 30, m.jeanneLacombe.key)';
    expect(run(`import * as m from '${folder}/dist/testing/index.js'; ${testing}`, 'module')).toBe(
      'true jeanne-lacombe',
    );
  });

  test('[F-220] declarations and maps name nothing that is not in the package', () => {
    const files = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
    const declarations = files.filter((file) => file.endsWith('.d.ts'));
    expect(declarations).toContain('contract/schema.d.ts');
    for (const file of declarations) {
      const text = readFileSync(join(folder, 'dist', file), 'utf8');
      for (const [, from] of text.matchAll(/(?:from |import\()['"]([^'"]+)['"]/g)) {
        const known = from?.startsWith('.') ? files.includes(join(file, '..', from.replace(/\.js$/, '.d.ts'))) : false;
        expect(known || from === 'openapi-fetch' || from === 'msw', `${file} → ${from}`).toBe(true);
      }
    }
    for (const file of files.filter((name) => name.endsWith('.js.map'))) {
      const { sources } = JSON.parse(readFileSync(join(folder, 'dist', file), 'utf8')) as { sources: string[] };
      expect(sources.filter((source) => source.startsWith('/'))).toEqual([]);
    }
  });
});

/** The package in one classic script that leaves what the line gives in `result`. */
async function script(line: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: line, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: 'result',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  });
  return outputFiles[0]?.text ?? '';
}
const kilobytes = (text: string): number => gzipSync(text, { level: 9 }).length / 1000;

describe('where it runs and what it weighs', () => {
  test('[F-220] a worker that has fetch and little else calls, retries and gets typed errors', async () => {
    const code = await script(`export * from '${folder}/dist/index.js'`);
    const refusals = [503, 403];
    const worker = createContext({
      Request,
      Response,
      Headers,
      URL,
      URLSearchParams,
      FormData,
      AbortController,
      crypto,
      setTimeout,
      clearTimeout,
      fetch: async () => new Response(null, { status: refusals.shift() ?? 500, headers: { 'retry-after': '0' } }),
    });
    runInContext(`'use strict'; ${code}; globalThis.sdk = result`, worker);
    const line = `sdk.createSpicoClient({ baseUrl: 'https://spico.example/api/v1', getToken: () => 'token' })
      .me.get().catch((error) => JSON.stringify(error))`;
    const printed: string = await runInContext(line, worker);
    expect(JSON.parse(printed)).toMatchObject({ kind: 'forbidden', status: 403 });
    expect(refusals).toEqual([]);
  });

  test('[F-220] the whole client is at most 10 kB compressed', async () => {
    expect(kilobytes(await script(`export { createSpicoClient } from '${folder}/dist/index.js'`))).toBeLessThanOrEqual(
      10,
    );
  });

  test('[F-220] one feature alone leaves the others behind', async () => {
    const line = `import { careCircleFeature, createTransport } from '${folder}/dist/index.js';
      export const circle = (options) => careCircleFeature(createTransport(options));`;
    const code = await script(line);
    expect(code).toContain('care-circle');
    expect(code).not.toMatch(/break-glass|ins-queries|consent-notice|one-time-code/);
  });
});
