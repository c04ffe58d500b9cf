/**
 * Builds what leaves packages/elements.
 *
 * - `dist/`: one ESM entry per public door with declarations, for bundlers.
 * - `dist/widgets/`: the self-hostable folder. `spico-widgets.js` registers everything, `loader.js` fetches only the
 *   widgets a page uses, `spico-widgets.classic.js` serves pages without modules; `integrity.json` has their SRI hashes.
 *
 * Run: `node tools/build-elements.ts`.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import ts from 'typescript';
import { build as bundleForPages } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const here = join(root, 'packages/elements');

/**
 * What stands in template literals minifiers leave alone: in style sheets, spaces and comments; in markup, the indentation
 * (a line break is as good a space as a line break and twenty blanks, and in code it is none at all).
 */
const ourSources = /packages\/elements\/src\/.*\.ts$/;
const styleSheets = /(?:\.styles|styles\/[\w.]+)\.ts$/;
function compact(code: string, path: string): string {
  const flat = code.replace(/\n[ \t]+/g, '\n');
  if (!styleSheets.test(path)) return flat;
  return flat.replace(/css`[^`]*`/g, (sheet) =>
    sheet
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,]) ?/g, '$1')
      .replace(/: /g, ':')
      .replace(/;}/g, '}'),
  );
}
const compactTemplates: Plugin = {
  name: 'compact-templates',
  setup({ onLoad }) {
    onLoad({ filter: ourSources }, ({ path }) => ({
      contents: compact(readFileSync(path, 'utf8'), path),
      loader: 'ts',
    }));
  },
};

const shared: BuildOptions = {
  absWorkingDir: here,
  bundle: true,
  target: 'es2022',
  conditions: ['source', 'browser'],
  legalComments: 'none',
  sourcemap: true,
  plugins: [compactTemplates],
};

const defines = (): string[] =>
  readdirSync(join(here, 'src/define')).filter((file) => file !== 'classes.ts' && file.endsWith('.ts'));

/**
 * What this many of the entries use goes into one chunk: dozens of small ones compress badly and cost a request each,
 * while one for everything would make the first widget wait for the others' parts. `npm run bench:size` shows the balance.
 */
const SHARED_BY = 5;

/** The folder that any server can serve. */
export async function buildWidgets(out: string = join(here, 'dist/widgets')): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  const input = {
    'spico-widgets': join(here, 'src/define/all.ts'),
    ...Object.fromEntries(
      defines()
        .filter((file) => file !== 'all.ts')
        .map((file) => [`define/${file.replace('.ts', '')}`, join(here, 'src/define', file)]),
    ),
  };
  await bundleForPages({
    configFile: false,
    root: here,
    publicDir: false,
    base: './',
    logLevel: 'warn',
    resolve: { conditions: ['source', 'browser', 'module', 'import', 'default'] },
    plugins: [
      {
        name: 'compact-templates',
        enforce: 'pre',
        transform: (code, id) => (ourSources.test(id) ? { code: compact(code, id), map: null } : undefined),
      },
    ],
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'es2022',
      minify: true,
      sourcemap: true,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input,
        preserveEntrySignatures: 'strict',
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          codeSplitting: {
            groups: [{ name: 'core', test: (id) => !id.endsWith('.en.ts'), minShareCount: SHARED_BY }],
          },
        },
      },
    },
  });
  // The loader makes up addresses while it runs; a page bundler would rewrite them.
  await build({ ...shared, entryPoints: { loader: 'src/loader.ts' }, outdir: out, format: 'esm', minify: true });
  await build({
    ...shared,
    entryPoints: { 'spico-widgets.classic': 'src/define/all.ts' },
    outdir: out,
    format: 'iife',
    minify: true,
  });
  const hashes = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .sort()
    .map((file) => [
      file,
      `sha384-${createHash('sha384')
        .update(readFileSync(join(out, file)))
        .digest('base64')}`,
    ]);
  writeFileSync(join(out, 'integrity.json'), `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
}

/** The entries for bundlers, with their declarations. */
export async function buildEntries(out: string = join(here, 'dist')): Promise<void> {
  const entryPoints = [
    'src/index.ts',
    'src/toolkit.ts',
    'src/shared/locale/en.ts',
    ...defines().map((file) => `src/define/${file}`),
  ];
  await build({
    ...shared,
    entryPoints,
    outdir: out,
    outbase: 'src',
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    external: ['lit', 'lit/*', '@lit/*', '@spico/sdk'],
  });
  const file = ts.readConfigFile(join(here, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(file.config, ts.sys, here);
  const declarations = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rewriteRelativeImportExtensions: true,
  };
  const program = ts.createProgram(
    entryPoints.map((entry) => join(here, entry)),
    { ...options, ...declarations, outDir: join(out, 'types'), rootDir: join(here, '..') },
  );
  program.emit();
}

/** The manifest: docs, story controls and editors read it. */
export function buildManifest(): void {
  const analyzer = join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js');
  execFileSync(process.execPath, [analyzer, 'analyze', '--config', 'custom-elements-manifest.config.mjs'], {
    cwd: here,
    stdio: 'pipe',
  });
}

if (import.meta.main) {
  for (const each of ['index.js', 'toolkit.js', 'define', 'shared', 'chunks', 'types', 'elements', 'widgets'])
    rmSync(join(here, 'dist', each), { recursive: true, force: true });
  buildManifest();
  await buildEntries();
  await buildWidgets();
}
