import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const sdk = fileURLToPath(new URL('../../packages/sdk/', import.meta.url));

interface Example {
  readonly where: string;
  readonly code: string;
}

/** What an example may take for granted: a client, and the things the surrounding page would hold. */
const PRELUDE = `
import { createSpicoClient, SpicoError, type IdentityTraits, type SpicoClient } from '@spico/sdk';
import { createScenario, handlers, mockFetch, on, offline, problem, candidate, searchResult, jeanneLacombe, pierreLacombe } from '@spico/sdk/testing';
import { setupServer } from 'msw/node';
declare const client: SpicoClient;
declare const baseUrl: string;
declare const recordId: string, searchId: string, candidateId: string, copyId: string;
declare const traits: IdentityTraits;
declare const photo: Blob;
declare const secretFromTheVault: string, tokenOfTheProfessional: string;
export {};
`;

/** Every `@example` of the sources, and every block of the README. */
function examples(): Example[] {
  const sources = readdirSync(join(sdk, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const inDocs = sources.flatMap((file) => {
    const text = readFileSync(join(sdk, 'src', file), 'utf8');
    return [...text.matchAll(/@example\n([\s\S]*?)\*\//g)].map((match) => ({
      where: `${file}:${text.slice(0, match.index).split('\n').length}`,
      code: (match[1] ?? '').replace(/^\s*\* ?/gm, ''),
    }));
  });
  const readme = readFileSync(join(sdk, 'README.md'), 'utf8');
  const inReadme = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => ({
    where: `README.md:${readme.slice(0, match.index).split('\n').length}`,
    code: match[1] ?? '',
  }));
  return [...inDocs, ...inReadme];
}

/** Type-checks the examples, each in a function scope of its own module, and gives what the compiler says. */
function compile(all: readonly Example[]): string[] {
  const { config } = ts.readConfigFile(join(sdk, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, sdk);
  const modules = new Map(
    all.map(({ code }, index) => {
      const imports = code.match(/^import .*$/gm) ?? [];
      const body = code.replace(/^import .*$/gm, '');
      // The example's own imports stand inside its scope by shadowing; they are checked beside it.
      const check = imports.map((line, at) =>
        line.replace(/\{([^}]*)\}/, (_, names: string) => `{ ${renamed(names, at)} }`),
      );
      return [join(sdk, `example-${index}.ts`), `${PRELUDE}${check.join('\n')}\n${shadowless(body, imports)}`] as const;
    }),
  );
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => modules.has(path) || fileExists(path);
  host.readFile = (path) => modules.get(path) ?? readFile(path);
  host.getSourceFile = (path, language) => {
    const text = modules.get(path);
    return text === undefined ? getSourceFile(path, language) : ts.createSourceFile(path, text, language);
  };
  const program = ts.createProgram([...modules.keys()], { ...options, noUnusedLocals: false }, host);
  return ts.getPreEmitDiagnostics(program).flatMap(({ file, messageText }) => {
    const index = Number(/example-(\d+)\.ts$/.exec(file?.fileName ?? '')?.[1]);
    const where = all[index]?.where;
    return where ? [`${where}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`] : [];
  });
}

const renamed = (names: string, at: number) =>
  names
    .split(',')
    .map((name) => `${name.trim()} as imported${at}_${name.trim().replace(/\W+/g, '_')}`)
    .join(', ');

/** The body in a scope of its own, with the names that only the example imports. */
function shadowless(body: string, imports: readonly string[]): string {
  const own = imports.flatMap((line, at) =>
    (/\{([^}]*)\}/.exec(line)?.[1] ?? '').split(',').map((name) => [name.trim(), at] as const),
  );
  const names = own.map(([name, at]) => `const ${name} = imported${at}_${name.replace(/\W+/g, '_')};`);
  return `async function example() {\n${names.join(' ')}\n${body}\n}\nvoid example;`;
}

test('[F-220] every example of the documentation compiles', { timeout: 60_000 }, () => {
  const all = examples();
  expect(all.length).toBeGreaterThan(40);
  expect(compile(all)).toEqual([]);
});

test('[F-220] an example that lies is found', { timeout: 60_000 }, () => {
  const lie = { where: 'planted', code: "await client.records.forget('x');\nconst { age } = await client.me.get();" };
  expect(compile([lie])).toEqual([
    expect.stringContaining("planted: Property 'forget' does not exist"),
    expect.stringContaining("planted: Property 'age' does not exist"),
  ]);
});

test('[F-220] every method that completion shows has a sentence and an example', { timeout: 60_000 }, () => {
  const { config } = ts.readConfigFile(join(sdk, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, sdk);
  const entry = join(sdk, 'src/client.ts');
  const program = ts.createProgram([entry], options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const exported = source && checker.getSymbolAtLocation(source);
  const client = exported && checker.getExportsOfModule(exported).find(({ name }) => name === 'SpicoClient');
  if (!client) throw new Error('no SpicoClient');
  const methods = checker
    .getDeclaredTypeOfSymbol(client)
    .getProperties()
    .flatMap((group) =>
      checker
        .getTypeOfSymbol(group)
        .getProperties()
        .map((method) => ({
          name: `client.${group.name}.${method.name}`,
          sentence: ts.displayPartsToString(method.getDocumentationComment(checker)),
          example: method.getJsDocTags(checker).some((tag) => tag.name === 'example'),
        })),
    );
  expect(methods.length).toBeGreaterThan(35);
  expect(methods.filter(({ sentence, example }) => sentence === '' || !example)).toEqual([]);
});
