import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import openapi from '@spico/contract/openapi.json' with { type: 'json' };
import { problemCodes } from '@spico/contract/problem-codes';
import { describe, expect, it } from 'vitest';

/** The contract is code: it has a style, and things it never says. */

type Schema = { readonly [keyword: string]: unknown };
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly security: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
  readonly 'x-problems': readonly (keyof typeof problemCodes)[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const { paths, components } = openapi as unknown as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};
const operations = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => method !== 'parameters')
    .map(([method, operation]) => ({
      id: operation.operationId,
      path,
      method,
      operation,
      parameters: [
        ...((item['parameters'] ?? []) as unknown as NonNullable<Operation['parameters']>),
        ...(operation.parameters ?? []),
      ],
    })),
);

const require = createRequire(new URL('../../packages/reference-server/package.json', import.meta.url));
const { Ajv2020 } = require('ajv/dist/2020.js') as {
  Ajv2020: new (
    options: object,
  ) => {
    addSchema(schema: object, key: string): void;
    compile(schema: object): (value: unknown) => boolean;
  };
};
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(openapi, 'contract');
const accepts = (schema: Schema, value: unknown): boolean =>
  ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"contract#/')) as object)(value);

/** Every schema below one, with where it stands; components are entered once. */
function* below(schema: Schema, where: string, seen = new Set<string>()): Generator<readonly [string, Schema]> {
  const name = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined;
  if (name !== undefined) {
    if (seen.has(name)) return;
    seen.add(name);
    yield* below(components.schemas[name] ?? {}, name, seen);
    return;
  }
  yield [where, schema];
  for (const [key, inner] of Object.entries((schema['properties'] ?? {}) as Record<string, Schema>)) {
    yield* below(inner, `${where}.${key}`, seen);
  }
  for (const key of ['oneOf', 'anyOf', 'allOf']) {
    for (const inner of (schema[key] ?? []) as Schema[]) yield* below(inner, where, seen);
  }
  if (schema['items']) yield* below(schema['items'] as Schema, `${where}[]`, seen);
}
const jsonOf = (content: Readonly<Record<string, { readonly schema: Schema }>> = {}) =>
  Object.entries(content).flatMap(([type, { schema }]) => (/json|form/.test(type) ? [schema] : []));

/** Examples that their own schema refuses. */
function wrongExamples(document: unknown): string[] {
  const wrong: string[] = [];
  const look = (node: unknown, where: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { schema, example, examples } = node as { schema?: Schema; example?: unknown; examples?: unknown };
    const given = [
      ...(example === undefined ? [] : [example]),
      ...(Array.isArray(examples)
        ? examples
        : Object.values((examples ?? {}) as Record<string, { value: unknown }>).map((one) => one.value)),
    ];
    for (const one of given) if (!accepts(schema ?? (node as Schema), one)) wrong.push(where);
    for (const [key, inner] of Object.entries(node)) {
      if (key !== 'example' && key !== 'examples') look(inner, `${where}/${key}`);
    }
  };
  look(document, '');
  return wrong;
}

describe.each(operations)('$id', ({ operation, path, method, parameters }) => {
  it('[F-230] is named, described, tagged and open to nobody by accident', () => {
    expect(operation.operationId).toMatch(/^[a-z]+([A-Z][a-z]+)+$/);
    expect(operation.summary.length).toBeGreaterThan(10);
    expect(operation.tags).toHaveLength(1);
    expect(openapi.tags.map(({ name }) => name)).toContain(operation.tags[0]);
    expect(Array.isArray(operation.security)).toBe(true);
    expect(path).toMatch(/^(\/([a-z-]+|\{[a-z][A-Za-z]+\}))+$/);
  });

  it('[F-230] declares exactly the statuses of the problems it names', () => {
    const named = new Set(operation['x-problems'].map((code) => String(problemCodes[code].status)));
    const declared = Object.keys(operation.responses).filter((status) => Number(status) >= 400);
    expect(declared.sort()).toEqual([...named].sort());
    expect(Object.keys(operation.responses).filter((status) => Number(status) < 400)).toHaveLength(1);
  });

  it('leaves nothing in a request open-ended', () => {
    const open = jsonOf(operation.requestBody?.content)
      .flatMap((schema) => [...below(schema, 'body')])
      .concat(parameters.flatMap(({ name, schema }) => [...below(schema, name)]))
      .filter(([, schema]) => {
        const { type } = schema;
        if (type === 'object') return schema['additionalProperties'] !== false;
        if (type === 'array') return schema['maxItems'] === undefined;
        if (type === 'string') return !['maxLength', 'pattern', 'enum', 'const'].some((rule) => rule in schema);
        if (type === 'integer') return schema['minimum'] === undefined || schema['maximum'] === undefined;
        return false;
      })
      .map(([where]) => where);
    expect(open).toEqual([]);
  });

  it('says everything an answer may hold', () => {
    const open = Object.values(operation.responses)
      .flatMap(({ content }) => jsonOf(content))
      .flatMap((schema) => [...below(schema, 'answer')])
      .filter(([, schema]) => schema['type'] === 'object' && schema['additionalProperties'] !== false)
      .map(([where]) => where);
    expect(open).toEqual([]);
  });

  it('puts nothing personal into an address', () => {
    const allowed =
      /^(recordId|searchId|candidateId|copyId|limit|cursor|language|returnTo|code|state|session_state|iss|error|error_description)$/;
    const others = parameters.filter(({ in: place, name }) => place !== 'header' && !allowed.test(name));
    expect(others.map(({ name }) => name)).toEqual([]);
    if (method === 'get') expect(operation.requestBody).toBeUndefined();
  });

  it('asks for the version it changes, and for a key where a retry would do it twice', () => {
    const headers = parameters.filter((one) => one.in === 'header').map(({ name }) => name);
    const problems: readonly string[] = operation['x-problems'];
    expect(problems.includes('version-stale')).toBe(headers.includes('If-Match'));
    expect(problems.includes('version-required')).toBe(headers.includes('If-Match'));
    expect(problems.includes('idempotency-key-reused')).toBe(headers.includes('Idempotency-Key'));
    const changesRecord = path.startsWith('/records/') && (method === 'put' || method === 'patch');
    if (changesRecord) expect(headers).toContain('If-Match');
  });
});

describe('the contract as a whole', () => {
  it('names every operation once', () => {
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  });

  it('[F-230] holds valid examples, and would notice a wrong one', () => {
    expect(wrongExamples(openapi)).toEqual([]);
    const planted = { content: { schema: { $ref: '#/components/schemas/Sex' }, example: 'X' } };
    expect(wrongExamples(planted)).toEqual(['/content']);
  });

  it('is what was generated from it', async () => {
    const run = promisify(execFile)(process.execPath, ['tools/generate.ts', '--check'], { cwd: root });
    await expect(run).resolves.toMatchObject({ stderr: '' });
  });

  it('keeps no failure code that nobody answers, and answers none it does not keep', () => {
    const source = ['packages/reference-server/src', 'packages/domain/src']
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(root, folder, file)),
      )
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('/testing/'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const named = new Set(operations.flatMap(({ operation }) => operation['x-problems'] as readonly string[]));
    const codes = Object.keys(problemCodes);
    expect(codes.filter((code) => !source.includes(`'${code}'`))).toEqual([]);
    // A refused Pro Santé Connect sign-in goes back to the portal as a redirect; its code is for screen and trail.
    expect(codes.filter((code) => !named.has(code))).toEqual(['sign-in-failed']);
  });
});
