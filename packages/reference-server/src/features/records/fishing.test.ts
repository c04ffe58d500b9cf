import type { IdentityTraits } from '@spico/domain/values/identity/traits';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { statement } from '../../platform/db.ts';
import { databases, type SignedIn, startTestServer, type TestServer } from '../../testing/index.ts';
import { identity } from '../identity/index.ts';
import { patientSearch } from '../patient-search/index.ts';
import { records } from './index.ts';
import { ask, create, created, jeanne, searched } from './test-kit.ts';

/*
 * "Is my neighbour followed?" (T4). A search says so, thirty times an hour and no more; no other operation may say so
 * beyond that, whatever it answers to whom.
 */
describe.each(databases)('looking somebody up without searching, on %s', (db) => {
  let server: TestServer;
  let nadia: SignedIn;
  const neighbour: IdentityTraits = { ...jeanne, birthFamilyName: 'Voisin', birthDate: '1950-02-03' };
  const nobody: IdentityTraits = { ...neighbour, birthFamilyName: 'Personne' };
  const noCopy = { type: 'CN', copyId: '11111111-1111-4111-8111-111111111111' };

  beforeAll(async () => {
    server = await startTestServer({ db, features: [patientSearch, records, identity] });
    await created(server, await server.signIn({ name: ['Karim', 'Haddad'] }), neighbour);
  });
  beforeEach(async () => {
    nadia = await server.signIn({ name: ['Nadia', 'Benali'] });
  });
  afterAll(() => server.close());

  const searchesOf = async (who: SignedIn) =>
    (
      await server.database.transaction((tx) =>
        statement(tx, 'select 1 from patient_search where person_id = $1', [who.personId]),
      )
    ).length;
  const useUp = async (who: SignedIn) => {
    while ((await searchesOf(who)) < 30) await searched(server, who, nobody);
  };

  it('counts a refused creation as the search it is, and stops at the thirtieth [F-20]', async () => {
    const { searchId } = await searched(server, nadia, nobody);
    const codes = [];
    for (let i = 0; i < 31; i += 1) {
      const { status, body } = await create(server, nadia, { searchId, traits: neighbour });
      codes.push(`${status} ${(body as unknown as { code: string }).code}`);
    }
    expect(codes.slice(0, 29)).toEqual(Array(29).fill('409 record-exists'));
    expect(codes.slice(29)).toEqual(Array(2).fill('429 search-rate-limited'));
    expect(await searchesOf(nadia)).toBe(30);
  });

  it('answers the same for who is there and who is not, once the hour is used up', async () => {
    const { searchId } = await searched(server, nadia, { ...nobody, birthDate: '1950-02-04' });
    await useUp(nadia);
    const told = [];
    for (const traits of [neighbour, { ...neighbour, birthFamilyName: 'Absent' }]) {
      const { status, body } = await create(server, nadia, { searchId, traits });
      told.push([status, (body as unknown as { code: string }).code]);
    }
    expect(told).toEqual(Array(2).fill([429, 'search-rate-limited']));
  });

  it('still creates, after the thirtieth search, the person that was searched', async () => {
    const searchedFor = { ...nobody, birthDate: db === 'pglite' ? '1950-03-01' : '1950-03-02' };
    const { searchId } = await searched(server, nadia, searchedFor);
    await useUp(nadia);
    expect((await create(server, nadia, { searchId, traits: searchedFor })).status).toBe(201);
  });

  it('says what is wrong with the copy before it says who exists: a creation made to fail tells nothing', async () => {
    const { searchId } = await searched(server, nadia, nobody);
    const told = [];
    for (const traits of [neighbour, nobody]) {
      const { body } = await create(server, nadia, { searchId, traits, identityDocument: noCopy });
      told.push((body as unknown as { fields: object[] }).fields);
    }
    expect(told).toEqual(Array(2).fill([{ pointer: '/identityDocument/copyId', code: 'copy-not-found' }]));
  });

  it('counts a correction to somebody else’s identity too, found or not', async () => {
    const mine = await created(server, nadia, { ...nobody, birthFamilyName: `Mienne ${db}` });
    const correct = (traits: IdentityTraits, version: number) =>
      ask<{ code: string }>(
        server,
        nadia,
        'PUT',
        `/records/${mine.id}/identity`,
        { traits },
        {
          'if-match': `"${version}"`,
        },
      );
    const before = await searchesOf(nadia);
    expect((await correct(neighbour, 1)).body.code).toBe('record-exists');
    expect((await correct({ ...nobody, birthFamilyName: `Ailleurs ${db}` }, 1)).status).toBe(200);
    expect(await searchesOf(nadia)).toBe(before + 2);
    await useUp(nadia);
    expect((await correct(neighbour, 2)).body.code).toBe('search-rate-limited');
    expect((await correct({ ...nobody, birthFamilyName: 'Introuvable' }, 2)).body.code).toBe('search-rate-limited');
    // The place is no part of who is looked for: a commune that was missing can always be added.
    const place = { kind: 'commune', cog: '12202' } as const;
    const same = { ...nobody, birthFamilyName: `Ailleurs ${db}`, birthPlace: place };
    expect((await correct(same, 2)).status).toBe(200);
  });

  it('counts questions to the national service about anybody but the person that was searched', async () => {
    const { searchId } = await searched(server, nadia, nobody);
    const query = (traits: IdentityTraits) =>
      ask<{ code: string }>(server, nadia, 'POST', '/ins-queries', { searchId, traits });
    expect((await query(nobody)).status).toBe(201);
    expect(await searchesOf(nadia)).toBe(1);
    expect((await query(neighbour)).status).toBe(201);
    expect(await searchesOf(nadia)).toBe(2);
    await useUp(nadia);
    expect((await query(neighbour)).body.code).toBe('search-rate-limited');
    expect((await query(nobody)).status).toBe(201);
  });

  it('shows no candidate to a software that may not search', async () => {
    const writer = await server.signIn({ scopes: ['records.read', 'records.write'] });
    const traits = { ...nobody, birthFamilyName: `Limite ${db}` };
    const mine = await created(server, nadia, traits);
    await server.database.transaction((tx) =>
      statement(
        tx,
        `insert into record_membership (id, record_id, account_id, mode) values (gen_random_uuid(), $1, $2, 'added')`,
        [mine.id, writer.accountId],
      ),
    );
    const reply = await ask<{ code: string }>(
      server,
      writer,
      'PUT',
      `/records/${mine.id}/identity`,
      { traits: neighbour },
      { 'if-match': '"1"' },
    );
    expect(reply.body).toMatchObject({ code: 'record-exists' });
    expect(reply.body).not.toHaveProperty('existing');
  });
});
