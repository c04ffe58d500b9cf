/**
 * Builds the published package: one ESM file per public entry with its source map, and declarations that stand alone
 * (the contract's types are copied in, so that nothing unpublished is named). Run: `node tools/build-sdk.ts`.
 */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import ts from 'typescript';

const root = fileURLToPath(new URL('../', import.meta.url));
const here = join(root, 'packages/sdk');
const entries = ['src/index.ts', 'src/testing/index.ts'];

/** Writes `dist` anew. @throws when a type is wrong or a declaration would point outside the package */
export async function buildSdk(dist: string = join(here, 'dist')): Promise<void> {
  rmSync(dist, { recursive: true, force: true });
  await bundle({
    absWorkingDir: here,
    entryPoints: entries,
    outdir: dist,
    outbase: 'src',
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    conditions: ['source'],
    external: ['openapi-fetch', 'msw', 'msw/*'],
    sourcemap: true,
    sourcesContent: true,
    legalComments: 'none',
  });
  writeDeclarations(dist);
  cpSync(join(root, 'openapi/generated/schema.d.ts'), join(dist, 'contract/schema.d.ts'));
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.d.ts')) standAlone(dist, join(dist, file));
  }
}

/**
 * Lays out what is published: the built files, README, licence and a manifest without what only this repository
 * understands (the `source` condition, the development dependencies). `npm publish <folder>` sends it.
 */
export async function assembleSdk(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  await buildSdk(join(folder, 'dist'));
  cpSync(join(here, 'README.md'), join(folder, 'README.md'));
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  const manifest: unknown = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
  const ours = (key: string, value: unknown) => (key === 'source' || key === 'devDependencies' ? undefined : value);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, ours, 2)}\n`);
}

function writeDeclarations(dist: string): void {
  const configFile = ts.readConfigFile(join(here, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(configFile.config, ts.sys, here);
  const program = ts.createProgram(
    entries.map((entry) => join(here, entry)),
    {
      ...options,
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      rewriteRelativeImportExtensions: true,
      allowImportingTsExtensions: false,
      rootDir: root,
      outDir: join(dist, '.declarations'),
    },
  );
  const { diagnostics } = program.emit();
  const wrong = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (wrong.length > 0) {
    const host = {
      getCanonicalFileName: (name: string) => name,
      getCurrentDirectory: () => here,
      getNewLine: () => '\n',
    };
    throw new Error(ts.formatDiagnostics(wrong, host));
  }
  cpSync(join(dist, '.declarations/packages/sdk/src'), dist, { recursive: true });
  rmSync(join(dist, '.declarations'), { recursive: true });
}

/** Points relative imports at the written files and the contract at its copy. */
function standAlone(dist: string, path: string): void {
  const depth = relative(join(path, '..'), dist) || '.';
  const text = readFileSync(path, 'utf8')
    .replace(/((?:from|import\()\s*['"]\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1.js$2')
    .replace(/(['"])@spico\/contract\/schema\1/g, `$1${depth}/contract/schema.js$1`);
  const outside = /['"](@spico\/[^'"]+)['"]/.exec(text)?.[1];
  if (outside) throw new Error(`${relative(dist, path)} names ${outside}, which is not published`);
  writeFileSync(path, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildSdk();
