import { startNationalSandbox } from '@spico/national-sandbox';
import { demoPeople } from '@spico/reference-data/synthetic';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statement } from '../../platform/db.ts';
import { databases, type SignedIn, startTestServer, type TestServer } from '../../testing/index.ts';
import { audit } from '../audit/index.ts';
import { careCircle } from '../care-circle/index.ts';
import { identity } from '../identity/index.ts';
import { patientSearch } from '../patient-search/index.ts';
import { ask, create, created, jeanne, oral, searched, zoe } from './test-kit.ts';
import { records } from './index.ts';

const features = [patientSearch, records, identity, careCircle, audit];

describe.each(databases)('creating a record, on %s', (db) => {
  let server: TestServer;
  let nadia: SignedIn;
  let sandbox: Awaited<ReturnType<typeof startNationalSandbox>>;

  beforeAll(async () => {
    sandbox = await startNationalSandbox({ host: '127.0.0.1', redirectUris: ['http://localhost/callback'] });
    server = await startTestServer({ db, features, settings: { services: { ...sandbox.settings } } });
    nadia = await server.signIn({ name: ['Nadia', 'Benali'] });
  });
  afterAll(async () => {
    await server.close();
    await sandbox.close();
  });

  const rows = async <T>(sql: string, values: unknown[] = []) =>
    server.database.transaction((tx) => statement<T>(tx, sql, values));

  it('[F-26] [F-27] makes the record of a person nobody had, with its creator in the circle and its address', async () => {
    const { searchId, candidates } = await searched(server, nadia, jeanne);
    expect(candidates).toEqual([]);
    const reply = await create(server, nadia, { searchId, traits: jeanne });
    expect(reply.status).toBe(201);
    expect(reply.headers.location).toBe(`/api/v1/records/${reply.body.id}`);
    expect(reply.headers.etag).toBe('"1"');
    expect(reply.body).toMatchObject({
      version: 1,
      state: 'open',
      access: { mode: 'creator' },
      identity: {
        status: 'provisional',
        flags: [],
        traits: { birthFamilyName: 'Lefebvre', birthPlace: { label: 'Albi (81)' } },
      },
      consent: {
        givenBy: 'person',
        mode: 'oral',
        recordedBy: { displayName: 'Nadia Benali', profession: { labelFr: 'Infirmier' } },
      },
    });
    const circle = await ask<{ items: unknown[] }>(server, nadia, 'GET', `/records/${reply.body.id}/care-circle`);
    expect(circle.body.items).toMatchObject([{ accessMode: 'creator', current: true, isReader: true }]);
  });

  it('[F-28] never takes the birth names for the used ones', async () => {
    const record = await created(server, nadia, { ...jeanne, birthFamilyName: 'Salles' });
    expect(record.identity).not.toHaveProperty('usedFamilyName');
    expect(record.identity).not.toHaveProperty('usedGivenName');
  });

  it('[F-28] keeps used names, a mobile in international form and a mail address with a tag', async () => {
    const record = await created(
      server,
      nadia,
      { ...jeanne, birthFamilyName: 'Roumieu' },
      {
        complementary: { usedFamilyName: 'Puech', birthOrder: 2 },
        contact: { email: 'jeanne+spico@Exemple.FR', mobile: '06 12 34 56 78' },
      },
    );
    expect(record.identity).toMatchObject({ usedFamilyName: 'Puech', birthOrder: 2 });
    expect(record.administrative).toMatchObject({ email: 'jeanne+spico@exemple.fr', mobile: '+33612345678' });
  });

  it('[F-20] tells who exists already instead of making a second record, whatever the spelling or the commune', async () => {
    const odette = { ...jeanne, birthFamilyName: 'Saint-Pons', firstBirthGivenName: 'Odette' };
    const record = await created(server, nadia, odette);
    const spelled = {
      ...odette,
      birthFamilyName: 'SAINT PONS',
      firstBirthGivenName: 'ODETTE',
      birthPlace: { kind: 'commune', cog: '31555' },
    } as const;
    const paul = await server.signIn({ name: ['Paul', 'Roux'] });
    const { searchId } = await searched(server, paul, { ...jeanne, birthFamilyName: 'Tout-Autre' });
    const reply = await create(server, paul, { searchId, traits: spelled });
    expect(reply.status).toBe(409);
    const { code, existing } = reply.body as unknown as {
      code: string;
      existing: { searchId: string; candidates: object[] };
    };
    expect(code).toBe('record-exists');
    expect(existing.candidates).toMatchObject([
      { grade: 'certain', relation: 'none', traits: { birthFamilyName: 'Saint-Pons' } },
    ]);
    // Paul is no member: nothing but what deciding needs.
    expect(JSON.stringify(existing)).not.toContain(record.id);
    const [count] = await rows<{ n: number }>(
      `select count(*)::int as n from identity_search where birth_family_name ilike 'saint_pons'`,
    );
    expect(count?.n).toBe(1);
    // The fresh search opens the doors of the three cases: it is kept though the creation failed.
    expect(await rows('select 1 from patient_search where id = $1', [existing.searchId])).toHaveLength(1);
  });

  it('[F-41] [F-33] makes a second record for a true homonym, marks both, and tells the other circle', async () => {
    const marie = { ...jeanne, birthFamilyName: 'Martin', firstBirthGivenName: 'Marie', birthDate: '1941-05-07' };
    const first = await created(server, nadia, marie);
    const paul = await server.signIn({ name: ['Paul', 'Roux'] });
    const search = await searched(server, paul, marie);
    const [candidate] = search.candidates;
    const refused = await create(server, paul, { searchId: search.searchId, traits: marie });
    expect(refused.status).toBe(409);
    const second = await create(server, paul, {
      searchId: search.searchId,
      traits: marie,
      differentFrom: [candidate?.candidateId ?? ''],
    });
    expect(second.status).toBe(201);
    expect(second.body.identity.flags).toEqual(['homonym']);
    const other = await ask(server, nadia, 'GET', `/records/${first.id}`);
    expect(other.body).toMatchObject({ version: 2, identity: { flags: ['homonym'] } });
    const journal = await ask<{ items: object[] }>(server, nadia, 'GET', `/records/${first.id}/access-journal`);
    expect(journal.body.items).toContainEqual(
      expect.objectContaining({
        action: 'records.create',
        professional: expect.objectContaining({ displayName: 'Paul Roux' }),
      }),
    );
  });

  it('[F-33] marks nobody for a resemblance that is only possible', async () => {
    const rosa = { ...jeanne, birthFamilyName: 'Montagnac', firstBirthGivenName: 'Rosalie', birthDate: '1938-11-05' };
    const first = await created(server, nadia, rosa);
    const place = { kind: 'commune', cog: '12202' } as const;
    const traits = { ...rosa, firstBirthGivenName: 'Rosalia', birthPlace: place };
    const paul = await server.signIn({ name: ['Paul', 'Roux'] });
    const { searchId, candidates } = await searched(server, paul, traits);
    expect(candidates).toMatchObject([{ grade: 'possible' }]);
    const differentFrom = candidates.map(({ candidateId }) => candidateId);
    expect((await create(server, paul, { searchId, traits, differentFrom })).body.identity.flags).toEqual([]);
    const other = await ask(server, nadia, 'GET', `/records/${first.id}`);
    expect(other.body).toMatchObject({ version: 1, identity: { flags: [] } });
  });

  it('[F-20] refuses a creation that no search of this person came before', async () => {
    const paul = await server.signIn();
    const { searchId } = await searched(server, paul, zoe);
    expect((await create(server, nadia, { searchId, traits: zoe })).body).toMatchObject({ code: 'search-not-found' });
    await server.advanceClock(31 * 60);
    const later = await server.freshToken(paul).catch(() => paul);
    expect((await create(server, later, { searchId, traits: zoe })).body).toMatchObject({
      code: expect.stringMatching(/search-not-found|session-ended/),
    });
    nadia = await server.signIn({ name: ['Nadia', 'Benali'] });
  });

  it('[F-23] [F-32] counts no document against an unknown place, and validates the identity with one otherwise', async () => {
    const unknown = { ...jeanne, birthFamilyName: 'Cros', birthPlace: { kind: 'unknown', cog: '99999' } } as const;
    const { searchId } = await searched(server, nadia, unknown);
    const refused = await create(server, nadia, { searchId, traits: unknown, identityDocument: { type: 'CN' } });
    expect([refused.status, refused.body]).toMatchObject([400, { code: 'birth-place-needed' }]);
    const licence = await create(server, nadia, { searchId, traits: jeanne, identityDocument: { type: 'PERMIS' } });
    expect(licence.body).toMatchObject({ code: 'invalid-request', fields: [{ pointer: '/identityDocument/type' }] });
    const record = await created(
      server,
      nadia,
      { ...jeanne, birthFamilyName: 'Cros' },
      { identityDocument: { type: 'CN' } },
    );
    expect(record.identity).toMatchObject({
      status: 'validated',
      documentCheck: { type: 'CN', labelFr: 'Carte nationale d’identité' },
    });
  });

  it.each([
    [['fictitious', 'homonym'], undefined],
    [['fictitious', 'doubtful'], undefined],
    [['doubtful'], { type: 'CN' }],
  ] as const)('[F-33] refuses what excludes each other: %j with document %j', async (flags, identityDocument) => {
    const { searchId } = await searched(server, nadia, { ...jeanne, birthFamilyName: 'Exclu' });
    const reply = await create(server, nadia, {
      searchId,
      traits: { ...jeanne, birthFamilyName: 'Exclu' },
      flags: [...flags],
      ...(identityDocument ? { identityDocument } : {}),
    });
    expect([reply.status, reply.body]).toMatchObject([400, { code: 'identity-flags-conflict' }]);
  });

  describe('with the INS', () => {
    const query = async (traits: unknown, more: object = {}) => {
      const { searchId } = await searched(server, nadia, zoe);
      const answer = await ask(server, nadia, 'POST', '/ins-queries', { searchId, traits, ...more });
      return { searchId, answer };
    };

    it('[F-34] [F-35] compares, [F-36] accepts: the traits become those of the INS, the typed ones stay in history', async () => {
      const { searchId, answer } = await query(zoe, { identityDocument: { type: 'CN' } });
      expect(answer.body).toMatchObject({
        outcome: 'found',
        documentRecheckNeeded: false,
        ins: { matricule: '2751263220749', key: '74', keyValid: true, shareable: false, contradictions: [] },
        comparison: expect.arrayContaining([
          expect.objectContaining({ trait: 'firstBirthGivenName', kind: 'accents-or-case' }),
        ]),
      });
      const reply = await create(server, nadia, {
        searchId,
        traits: zoe,
        identityDocument: { type: 'CN' },
        insDecision: { insQueryId: String(answer.body.insQueryId), decision: 'accept' },
      });
      expect(reply.status).toBe(201);
      expect(reply.body.identity).toMatchObject({
        status: 'qualified',
        traits: { firstBirthGivenName: 'ZOE' },
        ins: { shareable: true },
      });
      const history = await ask<{ items: object[] }>(
        server,
        nadia,
        'GET',
        `/records/${reply.body.id}/identity-history`,
      );
      expect(history.body.items).toMatchObject([
        { event: 'ins-accepted', status: 'qualified', traits: { firstBirthGivenName: 'ZOE' } },
        { event: 'created', status: 'validated', traits: { firstBirthGivenName: 'Zoé' } },
      ]);
    });

    it('[F-20] gives one INS to one live record', async () => {
      const namesake = { ...zoe, firstBirthGivenName: 'ZOE' };
      const { searchId, answer } = await query(namesake);
      const search = await searched(server, nadia, namesake);
      const reply = await create(server, nadia, {
        searchId: search.searchId,
        traits: namesake,
        differentFrom: search.candidates.map((one) => one.candidateId),
        insDecision: { insQueryId: String(answer.body.insQueryId), decision: 'accept' },
      });
      expect([reply.status, reply.body]).toMatchObject([409, { code: 'ins-already-attributed' }]);
      expect(searchId).toBeTruthy();
    });

    it('[F-37] refuses: the record is made without INS, with the refusal in its history', async () => {
      const nessi = {
        ...jeanne,
        birthFamilyName: 'Nessi',
        firstBirthGivenName: 'Michelangelo',
        sex: 'M',
        birthDate: '2010-08-07',
        birthPlace: { kind: 'commune', cog: '63220' },
      } as const;
      const { searchId, answer } = await query(nessi);
      const decision = { insQueryId: String(answer.body.insQueryId), decision: 'refuse' } as const;
      const reply = await create(server, nadia, {
        searchId,
        traits: nessi,
        insDecision: decision,
        consent: { ...oral, givenBy: 'parental-authority' },
      });
      expect(reply.body.identity).toMatchObject({
        status: 'provisional',
        traits: { birthFamilyName: 'Nessi' },
        insCallAllowed: true,
      });
      expect(reply.body.identity).not.toHaveProperty('ins');
      const again = await create(server, nadia, {
        searchId,
        traits: { ...nessi, firstBirthGivenName: 'Michel' },
        insDecision: decision,
      });
      expect(again.body).toMatchObject({ code: 'ins-query-not-found' });
    });

    it('[F-36] drops a document check that no longer covers the overwritten traits, unless it was looked at again', async () => {
      const typed = {
        ...jeanne,
        birthFamilyName: 'Tchitchi',
        firstBirthGivenName: 'Catarina',
        birthDate: '1936-06-21',
        birthPlace: { kind: 'commune', cog: '81004' },
      } as const;
      // Not the place of the INS: the teleservice is asked without it, and answers with another.
      const { searchId, answer } = await query(typed, { identityDocument: { type: 'PA' } });
      expect(answer.body).toMatchObject({ outcome: 'found', documentRecheckNeeded: true });
      const reply = await create(server, nadia, {
        searchId,
        traits: typed,
        identityDocument: { type: 'PA' },
        insDecision: { insQueryId: String(answer.body.insQueryId), decision: 'accept' },
      });
      expect(reply.body.identity.status).toBe('retrieved');
      expect(reply.body.identity.ins?.shareable).toBe(false);
      expect(reply.body.identity).not.toHaveProperty('documentCheck');
    });

    it('[F-42] opens no door by a document that was read on other traits than those of the INS', async () => {
      const karim = await server.signIn({ name: ['Karim', 'Haddad'] });
      const typed = {
        ...jeanne,
        birthFamilyName: 'Tchitchi',
        firstBirthGivenName: 'Catarina',
        birthDate: '1936-06-21',
        birthPlace: { kind: 'commune', cog: '81004' },
      } as const;
      const { searchId } = await searched(server, karim, typed);
      const asked = { searchId, traits: typed, identityDocument: { type: 'PA' } };
      const { insQueryId } = (await ask<{ insQueryId: string }>(server, karim, 'POST', '/ins-queries', asked)).body;
      for (const [documentConfirmed, checked] of [
        [false, false],
        [true, true],
      ] as const) {
        const insDecision = { insQueryId, decision: 'accept', documentConfirmed } as const;
        const reply = await create(server, karim, { ...asked, insDecision });
        expect(reply.body).toMatchObject({ code: 'record-exists', existing: { identityDocumentChecked: checked } });
      }
    });

    it('takes no number of the test authority outside a demonstration', async () => {
      const real = await startTestServer({
        db,
        features,
        settings: { demo: false, services: { ...sandbox.settings } },
      });
      const [invented] = demoPeople;
      if (!invented) throw new Error('Nobody was invented.');
      const { birthFamilyName, birthGivenNames, sex, birthDate, birthPlace } = invented;
      const traits = { birthFamilyName, firstBirthGivenName: birthGivenNames[0] ?? '', sex, birthDate, birthPlace };
      const outcomes = [];
      for (const one of [server, real]) {
        const paul = await one.signIn();
        const { searchId } = await searched(one, paul, traits);
        const answer = await ask<{ outcome: string }>(one, paul, 'POST', '/ins-queries', { searchId, traits });
        outcomes.push(answer.body.outcome);
      }
      await real.close();
      expect(outcomes).toEqual(['found', 'unavailable']);
    });

    it('[F-34] goes on without INS when the service finds nobody or is down', async () => {
      const houilles = {
        ...jeanne,
        birthFamilyName: 'Houilles',
        firstBirthGivenName: 'Pierre',
        sex: 'M',
        birthDate: '1993-01-27',
      } as const;
      expect((await query(houilles)).answer.body).toEqual({ outcome: 'none' });
      sandbox.faults.insi = { mode: 'drop', delayMs: 0, times: Number.POSITIVE_INFINITY };
      const { searchId, answer } = await query(houilles);
      sandbox.faults.insi = { mode: 'none', delayMs: 0, times: 0 };
      expect([answer.status, answer.body]).toEqual([201, { outcome: 'unavailable' }]);
      expect((await create(server, nadia, { searchId, traits: houilles })).status).toBe(201);
    });

    it('[F-33] never asks for a doubtful or fictitious identity', async () => {
      const before = sandbox.insi.calls.length;
      const { answer } = await query(zoe, { flags: ['doubtful'] });
      expect([answer.status, answer.body]).toMatchObject([403, { code: 'ins-call-forbidden' }]);
      expect(sandbox.insi.calls).toHaveLength(before);
    });
  });

  it('answers a repeated creation with the first answer, and another body under its key with a refusal', async () => {
    const person = { ...jeanne, birthFamilyName: 'Deuxfois' };
    const { searchId } = await searched(server, nadia, person);
    const first = await create(server, nadia, { searchId, traits: person }, 'the-same-intent');
    const again = await create(server, nadia, { searchId, traits: person }, 'the-same-intent');
    expect([again.status, again.body]).toEqual([201, first.body]);
    const other = await create(server, nadia, { searchId, traits: zoe }, 'the-same-intent');
    expect([other.status, other.body]).toMatchObject([422, { code: 'idempotency-key-reused' }]);

    // The record was shown twice: its journal says so twice.
    const trail = await rows<{ outcome: string; mode: string }>(
      `select outcome, mode from audit.entry where chain = 'record:' || $1::text order by seq`,
      [first.body.id],
    );
    expect(trail).toEqual([
      { outcome: 'done', mode: 'creator' },
      { outcome: 'replayed', mode: 'creator' },
    ]);
  });

  it('does not repeat to somebody who has left the circle what the first answer showed', async () => {
    const person = { ...jeanne, birthFamilyName: 'Partie' };
    const { searchId } = await searched(server, nadia, person);
    const first = await create(server, nadia, { searchId, traits: person }, 'asked-and-left');
    await rows(`update record_membership set ended_at = spico_now(), ended_reason = 'left' where record_id = $1`, [
      first.body.id,
    ]);
    const again = await create(server, nadia, { searchId, traits: person }, 'asked-and-left');
    expect([again.status, JSON.stringify(again.body)]).toEqual([403, expect.not.stringContaining('Partie')]);
  });

  it('[F-29] says every field that is wrong, and keeps nothing', async () => {
    const { searchId } = await searched(server, nadia, jeanne);
    const before = await rows('select count(*)::int as n from coordination_record');
    const reply = await create(server, nadia, {
      searchId,
      traits: { ...jeanne, birthFamilyName: '\u200BX', birthDate: '2023-02-29' },
      contact: { email: 'a@b@presidence.example', mobile: '+19005551234' },
      consent: { ...oral, collectedOn: '2999-01-01' },
    });
    expect(reply.status).toBe(400);
    const { fields } = reply.body as unknown as { fields: { pointer: string; code: string }[] };
    expect(fields.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/traits/birthFamilyName name-invisible-character',
      '/traits/birthDate date-no-such-day',
      '/contact/email email-shape',
      expect.stringMatching(/^\/contact\/mobile phone-/),
      '/consent/collectedOn date-in-future',
    ]);
    expect(await rows('select count(*)::int as n from coordination_record')).toEqual(before);
  });
});
