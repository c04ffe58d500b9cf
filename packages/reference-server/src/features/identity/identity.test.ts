import { startNationalSandbox } from '@spico/national-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statement } from '../../platform/db.ts';
import { databases, type SignedIn, startTestServer, type TestServer } from '../../testing/index.ts';
import { patientSearch } from '../patient-search/index.ts';
import { records } from '../records/index.ts';
import { ask, created, jeanne, searched, zoe } from '../records/test-kit.ts';
import { identity } from './index.ts';

interface Identity {
  status: string;
  flags: string[];
  version: number;
  traits: { firstBirthGivenName: string; birthPlace: { label: string } };
  ins?: { shareable: boolean; contradictions: { kind: string }[] };
  documentCheck?: object;
  insCallAllowed: boolean;
  code?: string;
}

const nessi = {
  birthFamilyName: 'Nessi',
  firstBirthGivenName: 'Michelangelo',
  sex: 'M',
  birthDate: '2010-08-07',
  birthPlace: { kind: 'commune', cog: '63220' },
} as const;

describe.each(databases)('the identity of a record, on %s', (db) => {
  let server: TestServer;
  let sandbox: Awaited<ReturnType<typeof startNationalSandbox>>;
  let nadia: SignedIn;
  let names = 0;

  beforeAll(async () => {
    sandbox = await startNationalSandbox({ host: '127.0.0.1', redirectUris: ['http://localhost/callback'] });
    server = await startTestServer({
      db,
      features: [patientSearch, records, identity],
      settings: { services: { ...sandbox.settings } },
    });
  });
  afterAll(async () => {
    await server.close();
    await sandbox.close();
  });

  /** A record of somebody nobody resembles. */
  async function somebody(more: Parameters<typeof created>[3] = {}, traits = jeanne) {
    nadia = await server.signIn({ name: ['Nadia', 'Benali'] });
    names += 1;
    const birthFamilyName =
      traits === jeanne ? `Personne${'abcdefghijklmnopqrstuvwxyz'[names]}` : traits.birthFamilyName;
    return created(server, nadia, { ...traits, birthFamilyName }, more);
  }
  const put = (method: 'PUT' | 'POST', path: string, body: object, version: number) =>
    ask<Identity>(server, nadia, method, path, body, { 'if-match': `"${version}"` });
  const traitsOf = (record: { identity: { traits: object } }) => {
    const { birthPlace, ...traits } = record.identity.traits as { birthPlace: { kind: string; cog: string } };
    return { ...traits, birthPlace: { kind: birthPlace.kind, cog: birthPlace.cog } };
  };

  it('[F-47] goes back to provisional when a strict trait is corrected, and not when a used name is', async () => {
    const record = await somebody({ identityDocument: { type: 'PA' } });
    const used = await put(
      'PUT',
      `/records/${record.id}/identity`,
      { traits: traitsOf(record), complementary: { usedFamilyName: 'Puech' } },
      1,
    );
    expect([used.status, used.body]).toMatchObject([200, { status: 'validated', usedFamilyName: 'Puech', version: 2 }]);
    expect(used.headers.etag).toBe('"2"');
    const corrected = await put(
      'PUT',
      `/records/${record.id}/identity`,
      { traits: { ...traitsOf(record), birthDate: '1941-03-13' } },
      2,
    );
    expect(corrected.body).toMatchObject({ status: 'provisional', usedFamilyName: 'Puech' });
    expect(corrected.body).not.toHaveProperty('documentCheck');
    const history = await ask<{ items: object[] }>(server, nadia, 'GET', `/records/${record.id}/identity-history`);
    expect(history.body.items).toMatchObject([
      { event: 'traits-corrected', status: 'provisional', by: { displayName: 'Nadia Benali' } },
      { event: 'traits-corrected', status: 'validated' },
      { event: 'created', status: 'validated', version: 1 },
    ]);
    // Found under the corrected date, and no longer under the former one.
    const { candidates } = await searched(server, nadia, {
      ...jeanne,
      birthFamilyName: record.identity.traits.birthFamilyName,
      birthDate: '1941-03-13',
    });
    expect(candidates[0]).toMatchObject({ grade: 'certain', recordId: record.id });
  });

  it('[F-20] is not corrected into somebody else’s identity: the candidates are told, nothing changed', async () => {
    const other = await somebody();
    const record = await created(server, nadia, { ...jeanne, birthFamilyName: 'Distincte', birthDate: '1950-01-01' });
    const reply = await put('PUT', `/records/${record.id}/identity`, { traits: traitsOf(other) }, 1);
    expect([reply.status, reply.body]).toMatchObject([
      409,
      {
        code: 'record-exists',
        existing: {
          candidates: expect.arrayContaining([expect.objectContaining({ grade: 'certain', recordId: other.id })]),
        },
      },
    ]);
    const { body } = await ask(server, nadia, 'GET', `/records/${record.id}`);
    expect(body).toMatchObject({ version: 1, identity: { traits: { birthFamilyName: 'Distincte' } } });
  });

  it.each([
    ['"9"', 412, 'version-stale'],
    [undefined, 428, 'version-required'],
  ] as const)('refuses a change from version %s', async (tag, status, code) => {
    const record = await somebody();
    const reply = await ask(
      server,
      nadia,
      'PUT',
      `/records/${record.id}/identity-flags`,
      { flags: ['homonym'], reason: 'Deux sœurs' },
      tag ? { 'if-match': tag } : {},
    );
    expect([reply.status, reply.body]).toMatchObject([status, { code }]);
  });

  it('[F-33] becomes doubtful: provisional, without INS or check, never asked again until cleared', async () => {
    const record = await somebody({ identityDocument: { type: 'CN' } });
    const path = `/records/${record.id}/identity-flags`;
    const doubtful = await put('PUT', path, { flags: ['doubtful', 'homonym'], reason: 'Usagère confuse' }, 1);
    expect(doubtful.body).toMatchObject({
      status: 'provisional',
      flags: ['homonym', 'doubtful'],
      insCallAllowed: false,
    });
    const asked = await ask(server, nadia, 'POST', `/records/${record.id}/ins-queries`);
    expect([asked.status, asked.body]).toMatchObject([403, { code: 'ins-call-forbidden' }]);
    const check = await put('POST', `/records/${record.id}/identity-document-checks`, { type: 'CN' }, 2);
    expect(check.body).toMatchObject({ code: 'identity-flags-conflict' });
    expect((await put('PUT', path, { flags: ['fictitious', 'homonym'], reason: 'non' }, 2)).body).toMatchObject({
      code: 'identity-flags-conflict',
    });
    expect((await put('PUT', path, { flags: [], reason: '\u200B\u200B\u200B' }, 2)).body).toMatchObject({
      code: 'invalid-request',
    });
    const cleared = await put('PUT', path, { flags: [], reason: 'Identité confirmée par la famille' }, 2);
    expect(cleared.body).toMatchObject({ status: 'provisional', flags: [], insCallAllowed: true });
  });

  it('[F-103] is qualified in two steps, document then INS, and shareable only then', async () => {
    nadia = await server.signIn({ name: ['Nadia', 'Benali'] });
    const record = await created(server, nadia, nessi);
    const checked = await put('POST', `/records/${record.id}/identity-document-checks`, { type: 'LEP' }, 1);
    expect(checked.body).toMatchObject({ status: 'validated', documentCheck: { type: 'LEP' } });
    const asked = await ask(server, nadia, 'POST', `/records/${record.id}/ins-queries`);
    expect([asked.status, asked.body]).toMatchObject([201, { outcome: 'found', documentRecheckNeeded: false }]);
    const decision = { insQueryId: String(asked.body.insQueryId), decision: 'accept' };
    const accepted = await put('POST', `/records/${record.id}/ins-decisions`, decision, 2);
    expect(accepted.body).toMatchObject({
      status: 'qualified',
      traits: { firstBirthGivenName: 'MICHELANGELO' },
      ins: { shareable: true, contradictions: [] },
    });
    // Spent: an answer decides once.
    expect((await put('POST', `/records/${record.id}/ins-decisions`, decision, 3)).body).toMatchObject({
      code: 'ins-query-not-found',
    });

    const verified = await ask(server, nadia, 'POST', `/records/${record.id}/ins-queries`);
    expect(verified.body).toMatchObject({ outcome: 'found' });
    const corrected = await put(
      'PUT',
      `/records/${record.id}/identity`,
      { traits: { ...nessi, firstBirthGivenName: 'Michel' } },
      3,
    );
    expect(corrected.body).toMatchObject({ status: 'provisional' });
    expect(corrected.body).not.toHaveProperty('ins');
    const history = await ask<{ items: { event: string; ins?: { matricule: string } }[] }>(
      server,
      nadia,
      'GET',
      `/records/${record.id}/identity-history`,
    );
    expect(history.body.items.find(({ event }) => event === 'ins-accepted')?.ins?.matricule).toBe('1100863220830');
  });

  it('[F-37] keeps the refusal of an INS in the history, and takes no answer about another record', async () => {
    const other = await somebody();
    const record = await created(server, nadia, zoe);
    const asked = await ask(server, nadia, 'POST', `/records/${record.id}/ins-queries`);
    expect(asked.body).toMatchObject({ outcome: 'found' });
    const decision = { insQueryId: String(asked.body.insQueryId), decision: 'refuse' };
    const elsewhere = await put('POST', `/records/${other.id}/ins-decisions`, decision, 1);
    expect([elsewhere.status, elsewhere.body]).toMatchObject([404, { code: 'ins-query-not-found' }]);
    const paul = await server.signIn({ name: ['Paul', 'Roux'] });
    expect(
      (await ask(server, paul, 'POST', `/records/${record.id}/ins-decisions`, decision, { 'if-match': '"1"' })).status,
    ).toBe(404);
    const refused = await put('POST', `/records/${record.id}/ins-decisions`, decision, 1);
    expect([refused.status, refused.body]).toMatchObject([
      200,
      { status: 'provisional', traits: { firstBirthGivenName: 'Zoé' } },
    ]);
    const history = await ask<{ items: object[] }>(server, nadia, 'GET', `/records/${record.id}/identity-history`);
    expect(history.body.items).toMatchObject([{ event: 'ins-refused' }, { event: 'created' }]);
  });

  it('[F-47] loses a number that the teleservice no longer knows with these traits; the number stays in history', async () => {
    nadia = await server.signIn({ name: ['Nadia', 'Benali'] });
    const corse = {
      birthFamilyName: 'Corse',
      firstBirthGivenName: 'Anthony',
      sex: 'M',
      birthDate: '1980-03-02',
      birthPlace: { kind: 'commune', cog: '2B020' },
    } as const;
    const record = await created(server, nadia, corse);
    const path = `/records/${record.id}`;
    const asked = await ask(server, nadia, 'POST', `${path}/ins-queries`);
    await put('POST', `${path}/ins-decisions`, { insQueryId: String(asked.body.insQueryId), decision: 'accept' }, 1);
    // The number was taken from him since: as the teleservice would answer for another one.
    await server.database.transaction((tx) =>
      statement(tx, `update person_identity set ins_matricule = '1800320000001', ins_key = '01' where record_id = $1`, [
        record.id,
      ]),
    );
    const verified = await ask(server, nadia, 'POST', `${path}/ins-queries`);
    expect([verified.status, verified.body]).toEqual([201, { outcome: 'none' }]);
    const { body } = await ask<{ identity: Identity }>(server, nadia, 'GET', path);
    expect(body.identity).toMatchObject({ status: 'provisional', version: 3 });
    const history = await ask<{ items: object[] }>(server, nadia, 'GET', `${path}/identity-history`);
    expect(history.body.items).toMatchObject([
      { event: 'ins-dropped', status: 'provisional' },
      { event: 'ins-accepted', ins: { matricule: '180032B020401' } },
      { event: 'created' },
    ]);
  });

  it('[F-261] warns when the number and the traits disagree, and lets it be', async () => {
    nadia = await server.signIn({ name: ['Nadia', 'Benali'] });
    // Published with a wrong key: the record is made all the same.
    const hermann = {
      birthFamilyName: 'Hermann',
      firstBirthGivenName: 'Gatien',
      sex: 'M',
      birthDate: '1981-03-24',
      birthPlace: { kind: 'commune', cog: '81004' },
    } as const;
    const record = await created(server, nadia, hermann);
    const asked = await ask(server, nadia, 'POST', `/records/${record.id}/ins-queries`);
    expect(asked.body).toMatchObject({
      outcome: 'found',
      ins: { keyValid: false, contradictions: expect.arrayContaining([expect.objectContaining({ kind: 'key' })]) },
    });
    const accepted = await put(
      'POST',
      `/records/${record.id}/ins-decisions`,
      { insQueryId: String(asked.body.insQueryId), decision: 'accept' },
      1,
    );
    expect([accepted.status, accepted.body]).toMatchObject([200, { status: 'retrieved' }]);
  });

  it('holds its invariants in the database too, whatever the program does', async () => {
    const record = await somebody({ identityDocument: { type: 'CN' } });
    const update = (set: string) =>
      server.database.transaction((tx) =>
        statement(tx, `update person_identity set ${set} where record_id = $1`, [record.id]),
      );
    for (const set of [
      `status = 'qualified'`,
      'doubtful = true',
      `status = 'provisional', document_type = null, document_checked_at = null, document_checked_by = null, fictitious = true, homonym = true`,
      `birth_place_kind = 'unknown', birth_place_cog = '99999'`,
      `ins_matricule = '1100863220830'`,
    ]) {
      await expect(update(set), set).rejects.toMatchObject({ code: '23514' });
    }
    for (const sql of [
      'delete from person_identity',
      'update record_identity_version set reason = null',
      'delete from record_consent',
    ]) {
      await expect(
        server.database.transaction((tx) => statement(tx, sql)),
        sql,
      ).rejects.toMatchObject({ code: '42501' });
    }
  });
});
