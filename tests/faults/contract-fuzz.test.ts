import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  plantRecord,
  type SignedIn,
  startTestServer,
  type TestServer,
  testOrigin,
} from '@spico/reference-server/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Broken, brokenOnce, type Schema, valid } from './from-schema.ts';

/*
 * Requests made from the contract itself: bodies its schemas accept, and the same with one rule broken. Whatever comes, the
 * answer is no 5xx and is what the contract declares for that status (quality H6, H8); a broken rule is a 400 that points at it.
 */

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: Schema;
}
interface Written {
  readonly operationId: string;
  readonly security: readonly object[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
  readonly 'x-problems': readonly string[];
}
interface Validator {
  (value: unknown): boolean;
  errors?: unknown;
}

const contract = JSON.parse(readFileSync(new URL('../../openapi/generated/openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, Written>>;
  components: { schemas: Record<string, Schema> };
};
const { schemas } = contract.components;
const operations = Object.entries(contract.paths).flatMap(([path, item]) => {
  const shared = (item['parameters'] ?? []) as unknown as readonly Parameter[];
  return Object.entries(item)
    .filter(([method]) => method !== 'parameters')
    .map(([method, written]) => ({
      id: written.operationId,
      method: method.toUpperCase(),
      path,
      written,
      parameters: [...shared, ...(written.parameters ?? [])],
    }));
});
type Operation = (typeof operations)[number];

// Ajv 2020 belongs to the server package; at the root lives an older one.
const require = createRequire(new URL('../../packages/reference-server/package.json', import.meta.url));
const { Ajv2020 } = require('ajv/dist/2020.js') as {
  Ajv2020: new (options: object) => { addSchema(s: object, k: string): void; compile(s: object): Validator };
};
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema(contract, 'contract');
const compiled = new Map<string, Validator>();
function faults(pointer: string, body: unknown): unknown {
  const check = compiled.get(pointer) ?? ajv.compile({ $ref: `contract#${pointer}` });
  compiled.set(pointer, check);
  return check(body) ? undefined : check.errors;
}
const escaped = (step: string) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));

const inAll = process.env['SPICO_TEST_FULL'] === '1' ? 5000 : 300;
const withBody = operations.filter(({ written }) => written.requestBody);
const runs = Math.ceil(inAll / withBody.length / 2);

let server: TestServer;
let recordId: string;
let who: SignedIn;
const known: Record<string, unknown[]> = {
  Uuid: [randomUUID()],
  Name: ['Castelnau', 'Ilse', 'O’Neill', 'Ÿ', 'Marie-Ange'],
  CivilDate: ['1931-01-31', '2000-02-29', '2023-02-29', '1850-01-01', '2999-01-01'],
  BirthPlace: [
    { kind: 'commune', cog: '31555' },
    { kind: 'country', cog: '99352' },
    { kind: 'unknown', cog: '99999' },
  ],
  IdentityDocument: [{ type: 'CN' }, { type: 'PA' }],
  IdentityTraits: ['1931-01-31', '1850-01-01', '2000-02-29'].map((birthDate) => ({
    birthFamilyName: 'Castelnau',
    firstBirthGivenName: 'Ilse',
    sex: 'F',
    birthDate,
    birthPlace: { kind: 'commune', cog: '31555' },
  })),
  ConsentInput: [{ givenBy: 'person', mode: 'oral', collectedOn: '2024-01-15' }],
};

beforeAll(async () => {
  server = await startTestServer({ settings: { sessionIdleSeconds: 43_200 } });
  const creator = await server.signIn({ professionGroup: 'G01' });
  const birthPlace = { kind: 'commune', cog: '31555' } as const;
  const traits = {
    birthFamilyName: 'Rigal',
    firstBirthGivenName: 'Berthe',
    sex: 'F',
    birthDate: '1931-01-31',
  } as const;
  recordId = await plantRecord(server, { traits: { ...traits, birthPlace }, members: [[creator, 'creator']] });
});
afterAll(() => server.close());

/** Somebody new, member of the record, with a search of their own: nobody is stopped by what others have asked. */
async function somebody(): Promise<SignedIn> {
  const person = await server.signIn({ professionGroup: 'G01' });
  const searchId = randomUUID();
  await server.database.asOwner(async (run) => {
    await run(
      `insert into record_membership (id, record_id, account_id, mode) values (gen_random_uuid(), $1, $2, 'added')`,
      [recordId, person.accountId],
    );
    await run(`insert into patient_search (id, account_id, person_id, traits) values ($1, $2, $3, '{}')`, [
      searchId,
      person.accountId,
      person.personId,
    ]);
  });
  known['Uuid'] = [searchId, person.accountId, person.practiceId, recordId, randomUUID()];
  return person;
}

async function send(operation: Operation, payload: unknown, query = '') {
  const { method, path, written } = operation;
  const [scheme] = written.security.flatMap((one) => Object.keys(one));
  const type = Object.keys(written.requestBody?.content ?? {})[0];
  const [row] = await server.database.asOwner((run) =>
    run<{ version: number }>('select version from coordination_record where id = $1', [recordId]),
  );
  const text =
    type === 'application/x-www-form-urlencoded'
      ? new URLSearchParams(
          Object.entries((payload ?? {}) as object).map(([key, value]) => [key, String(value)] as [string, string]),
        ).toString()
      : JSON.stringify(payload);
  const answer = await server.app.inject({
    method: method as 'POST',
    url: `/api/v1${path.replace('{recordId}', recordId).replaceAll(/\{\w+\}/g, () => randomUUID())}${query}`,
    headers: {
      ...(scheme === 'bearer' ? who.headers : {}),
      ...(scheme === 'session' ? { origin: server.settings.publicOrigin, cookie: `spico_session=${who.cookie}` } : {}),
      ...(scheme === 'client' ? { authorization: `Basic ${Buffer.from('a:b').toString('base64')}` } : {}),
      ...(scheme === undefined ? { origin: testOrigin } : {}),
      'idempotency-key': randomUUID(),
      'if-match': `"${row?.version}"`,
      ...(type ? { 'content-type': type } : {}),
    },
    ...(type ? { payload: type === 'application/octet-stream' ? (payload as Buffer) : text } : {}),
  });
  return { answer, said: `${operation.id} ${answer.statusCode} ${answer.body.slice(0, 300)}` };
}

/** Operations that took at least one body made from their schema: else only refusals would have been looked at. */
const granted = new Set<string>();

/** H6: the status is declared, the type is declared, the body is what its schema says, the problem is one of the list. */
function holdToContract({ id, written, path, method }: Operation, { answer, said }: Awaited<ReturnType<typeof send>>) {
  const { statusCode, headers } = answer;
  if (statusCode < 400) granted.add(id);
  // Without settings the national services are not there, and their absence is a declared answer.
  expect(statusCode === 503 ? 0 : Math.floor(statusCode / 100), said).not.toBe(5);
  const declared = written.responses[String(statusCode)];
  expect(declared, said).toBeDefined();
  const type = String(headers['content-type'] ?? '').split(';')[0] ?? '';
  const media = declared?.content?.[type];
  if (!declared?.content) return expect(answer.body, said).toBe('');
  expect(media, said).toBeDefined();
  if (!type.endsWith('json')) return undefined;
  const steps = ['paths', path, method.toLowerCase(), 'responses', String(statusCode), 'content', type, 'schema'];
  const body: unknown = answer.json();
  expect([said, faults(`/${steps.map(escaped).join('/')}`, body)]).toEqual([said, undefined]);
  if (statusCode >= 400) expect(written['x-problems']).toContain((body as { code: string }).code);
  return undefined;
}

describe('requests made from the contract (H6, H8)', () => {
  it.each(withBody.map((one) => [one.id, one] as const))('%s', async (_id, operation) => {
    const content = operation.written.requestBody?.content ?? {};
    const [[type, { schema }] = ['', { schema: {} }]] = Object.entries(content);
    const bytes = type === 'application/octet-stream';
    const everything = fc.integer({ min: 0, max: 1_000_000 });
    who = await somebody();
    const bodies = bytes
      ? fc.uint8Array({ maxLength: 200 }).map((one) => Buffer.from(one))
      : valid(schema, schemas, known);

    await fc.assert(
      fc.asyncProperty(bodies, everything, async (body, pick) => {
        who = await somebody();
        holdToContract(operation, await send(operation, body));
        if (bytes) return;
        const ways: Broken[] = brokenOnce(schema, schemas, body);
        const broken = ways[pick % ways.length];
        // A form knows only texts: what is null or a number there is a text after all.
        if (!broken || (type.includes('form') && /null|type/.test(broken.rule))) return;
        const sent = await send(operation, broken.value);
        holdToContract(operation, sent);
        const why = `${broken.rule} at ${broken.pointer}: ${JSON.stringify(broken.value)} — ${sent.said}`;
        expect([why, sent.answer.statusCode]).toEqual([why, 400]);
        const { code, fields = [] } = sent.answer.json<{
          code: string;
          fields?: { pointer: string; code: string }[];
        }>();
        // A character no text may hold is found before any rule is looked at.
        const pointed = fields.some(({ pointer }) => pointer.startsWith(broken.pointer.replace(/\/\d+$/, '')));
        const character = code === 'invalid-json' || fields.some((one) => one.code === 'character');
        expect([why, pointed || character]).toEqual([why, true]);
      }),
      { numRuns: runs, verbose: 1 },
    );
  });

  it.each(
    operations.filter((one) => one.parameters.some((p) => p.in === 'query')).map((one) => [one.id, one] as const),
  )('the address of %s', async (_id, operation) => {
    const parameters = operation.parameters.filter((one) => one.in === 'query');
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.integer().map(String),
      fc.webQueryParameters(),
    );
    const query = fc
      .array(fc.tuple(fc.constantFrom(...parameters.map(({ name }) => name), 'other', '__proto__'), text), {
        maxLength: 4,
      })
      .map((pairs) => `?${pairs.map((pair) => pair.map((one) => encodeURIComponent(one)).join('=')).join('&')}`);
    who = await somebody();
    await fc.assert(
      fc.asyncProperty(query, async (written) => {
        holdToContract(operation, await send(operation, undefined, written));
      }),
      { numRuns: runs, verbose: 1 },
    );
  });

  it('came in, and did not look at refusals only', () => {
    expect([...granted]).toEqual(
      expect.arrayContaining([
        'searchPatients',
        'searchBirthPlaces',
        'updateAdministrative',
        'correctIdentity',
        'listRecords',
      ]),
    );
  });
});
