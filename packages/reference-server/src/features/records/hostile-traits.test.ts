import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { statement } from '../../platform/db.ts';
import { databases, type SignedIn, startTestServer, type TestServer } from '../../testing/index.ts';
import { identity } from '../identity/index.ts';
import { patientSearch } from '../patient-search/index.ts';
import { records } from './index.ts';
import { ask, create, created, jeanne, searched } from './test-kit.ts';

const KEPT: readonly (readonly [typed: string, kept?: string])[] = [
  ['D’Artagnan'],
  ["O'Neill"],
  ["N'Diaye-Sow"],
  ['de La Rochefoucauld'],
  ['Zoé'],
  ['Chloé'.normalize('NFD')],
  ['ŒUVRARD'],
  ['L’Haÿ'],
  ['Ỳ'],
  ['İnci'],
  ['ß'],
  ['-'],
  ['a'.repeat(100)],
  ['  Le   Goff ', 'Le Goff'],
  ['Null'],
  ['undefined'],
  ['true'],
  ['SANS NOM'],
  ['محمد'],
  ['Аnna'],
  ['<img src=x onerror=alert(1)>'],
  ['{{7*7}}${7*7}'],
  ["'; DROP TABLE coordination_record;--"],
];
const REFUSED = [
  '',
  'a'.repeat(101),
  'Jean\u00A0Paul',
  'Du\u200Bpont',
  `Z${'\u0301'.repeat(1000)}`,
  'abc\u202Egpj',
  'Nul\u0000',
  'Robert%00',
  'tab\tulation',
  'ligne\nsuivante',
];

describe.each(databases)('odd and hostile traits, on %s', (db) => {
  let server: TestServer;
  let nadia: SignedIn;
  let searchId: string;

  beforeAll(async () => {
    server = await startTestServer({ db, features: [patientSearch, records, identity] });
  });
  // A colleague each time: each refusal that says who exists uses up a search of the hour.
  beforeEach(async () => {
    nadia = await server.signIn({ name: ['Nadia', 'Benali'] });
    ({ searchId } = await searched(server, nadia, { ...jeanne, birthFamilyName: 'Personne' }));
  });
  afterAll(() => server.close());

  it.each(KEPT)('[F-27] keeps %j as it was typed, and finds it again', async (typed, kept = typed) => {
    const person = { ...jeanne, birthFamilyName: typed, firstBirthGivenName: 'Odette' };
    const reply = await create(server, nadia, { searchId, traits: person });
    expect([reply.status, reply.body.identity?.traits.birthFamilyName]).toEqual([201, kept]);
    const [row] = await server.database.transaction((tx) =>
      statement<{ name: string }>(tx, 'select birth_family_name as name from person_identity where record_id = $1', [
        reply.body.id,
      ]),
    );
    expect(row?.name).toBe(kept);
    const again = await create(server, nadia, { searchId, traits: person });
    expect(again.status).toBe(409);
  });

  it.each(REFUSED)('refuses the name %j at its field, and nothing is kept', async (typed) => {
    const reply = await create(server, nadia, { searchId, traits: { ...jeanne, birthFamilyName: typed } });
    expect([reply.status, JSON.stringify(reply.body)]).toEqual([
      400,
      expect.stringContaining('/traits/birthFamilyName'),
    ]);
  });

  it('refuses half of a surrogate pair before it is read', async () => {
    const body = JSON.stringify({ searchId, traits: { ...jeanne, birthFamilyName: 'X' }, consent: {} }).replace(
      '"X"',
      '"\\ud800"',
    );
    const reply = await server.app.inject({
      method: 'POST',
      url: '/api/v1/records',
      headers: { ...nadia.headers, 'content-type': 'application/json', 'idempotency-key': 'surrogate-half' },
      payload: body,
    });
    expect(reply.json()).toMatchObject({ code: 'invalid-json' });
  });

  it.each([
    ['2023-02-29', 400],
    ['1900-02-29', 400],
    ['2000-02-29', 201],
    ['0000-01-01', 400],
    ['9999-12-31', 400],
    ['1850-01-01', 201],
    ['1849-12-31', 400],
    ['01/02/2003', 400],
    ['2003-2-1', 400],
    ['now', 400],
    ['infinity', 400],
    ['0044-03-15 BC', 400],
    ['2003-02-01T00:00:00+14:00', 400],
    ['1942-00-00', 400],
    ['+275760-09-13', 400],
    [20030201, 400],
    [null, 400],
  ])('[F-27] reads the birth date %j strictly', async (birthDate, status) => {
    const consent = { givenBy: 'person', mode: 'oral', collectedOn: '2025-01-01' } as const;
    const reply = await create(server, nadia, {
      searchId,
      consent,
      traits: { ...jeanne, birthFamilyName: 'Datée', birthDate },
    });
    expect(reply.status).toBe(status);
  });

  it.each([
    [{ sex: 'm' }],
    [{ sex: '1' }],
    [{ sex: null }],
    [{ sex: '' }],
    [{ firstBirthGivenName: '' }],
    [{ birthGivenNames: ['Marie', 'Jeanne'] }],
    [{ birthPlace: { kind: 'commune', cog: '99352' } }],
    [{ birthPlace: { kind: 'country', cog: '81004' } }],
    [{ birthPlace: { kind: 'commune', cog: '8100' } }],
    [{ birthPlace: { kind: 'unknown', cog: '81004' } }],
    [{ nickname: 'Nana' }],
  ])('refuses %j', async (wrong) => {
    expect(
      (await create(server, nadia, { searchId, traits: { ...jeanne, birthFamilyName: 'Fausse', ...wrong } })).status,
    ).toBe(400);
  });

  it.each(['75056', '97411', '2A004', '20004', '2A020', '60500'])(
    '[F-22] takes the well-formed place %s, listed today or not',
    async (cog) => {
      const person = {
        ...jeanne,
        birthFamilyName: `Née${[...cog].map((c) => String.fromCharCode(97 + (Number.parseInt(c, 16) || 0))).join('')}`,
        birthPlace: { kind: 'commune' as const, cog },
      };
      const record = (await create(server, nadia, { searchId, traits: person })).body;
      expect(record.identity.traits.birthPlace).toMatchObject({
        cog,
        ...(cog === '2A020' ? { warning: 'unknown-code' } : {}),
      });
    },
  );

  it.each([
    '{"flags":[],"flags":["homonym"],"reason":"deux fois"}',
    '{"flags":[],"reason":"ok!","__proto__":{}}',
    `{"flags":${'['.repeat(100_000)}`,
    '{"flags":[],"reason":"NaN","x":NaN}',
    '\uFEFF{"flags":[],"reason":"marque"}',
    '{"flags":[],"reason":"virgule",}',
  ])('reads %.40s as no JSON', async (payload) => {
    const other = await server.signIn({ name: ['Nadia', 'Benali'] });
    const record = await created(server, other, {
      ...jeanne,
      birthFamilyName: `Json${'abcdefgh'[payload.length % 8]}`,
      birthDate: `19${10 + (payload.length % 89)}-01-01`,
    });
    const reply = await server.app.inject({
      method: 'PUT',
      url: `/api/v1/records/${record.id}/identity-flags`,
      headers: { ...other.headers, 'content-type': 'application/json', 'if-match': '"1"' },
      payload,
    });
    expect(reply.json()).toMatchObject({ code: 'invalid-json', status: 400 });
    expect((await ask(server, other, 'GET', `/records/${record.id}`)).body).toMatchObject({ version: 1 });
  });
});
