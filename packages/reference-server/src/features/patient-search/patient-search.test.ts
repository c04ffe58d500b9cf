import type { components } from '@spico/contract/schema';
import type { IdentityTraits } from '@spico/domain/values/identity/traits';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { databases, plantRecord, type SignedIn, startTestServer, type TestServer } from '../../testing/index.ts';
import { patientSearch } from './index.ts';

type Result = components['schemas']['PatientSearchResult'];

const toulouse = { kind: 'commune', cog: '31555' } as const;
const carte = { type: 'CN' };
const odette: IdentityTraits = {
  birthFamilyName: 'Cazenave',
  firstBirthGivenName: 'Odette',
  sex: 'F',
  birthDate: '1941-03-09',
  birthPlace: toulouse,
};

describe.each(databases)('searching for a record, on %s', (db) => {
  let server: TestServer;
  let nadia: SignedIn;
  let karim: SignedIn;
  let odettesRecord: string;

  beforeAll(async () => {
    server = await startTestServer({ db, features: [patientSearch] });
    karim = await server.signIn({ name: ['Karim', 'Haddad'], professionGroup: 'G01' });
    odettesRecord = await plantRecord(server, { traits: odette, members: [[karim, 'creator']] });
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    nadia = await server.signIn({ name: ['Nadia', 'Benali'] });
  });

  const ask = (who: SignedIn, body: object, on: TestServer = server) =>
    on.app.inject({ method: 'POST', url: '/api/v1/patient-searches', headers: who.headers, payload: body });
  const search = async (who: SignedIn, traits: IdentityTraits, identityDocument?: object): Promise<Result> => {
    const answer = await ask(who, { traits, ...(identityDocument ? { identityDocument } : {}) });
    expect([answer.statusCode, answer.statusCode === 201 ? '' : answer.body]).toEqual([201, '']);
    return answer.json<Result>();
  };
  const only = (result: Result) => {
    expect(result.candidates).toHaveLength(1);
    return result.candidates[0] as Result['candidates'][number];
  };
  const trail = (who: SignedIn) =>
    server.database.asOwner((run) =>
      run<{ chain: string; outcome: string; problem: string | null; details: string | null; record_id: string | null }>(
        'select * from audit.entry where account_id = $1 order by recorded_at, seq',
        [who.accountId],
      ),
    );

  describe('the three cases of the sheet', () => {
    it('case 1: not a member, document checked: self-enrolment and break-glass [F-39]', async () => {
      const result = await search(nadia, odette, carte);
      expect(result).toMatchObject({ identityDocumentChecked: true, mayCreate: true, moreCandidates: false });
      const candidate = only(result);
      expect(candidate).toMatchObject({
        grade: 'certain',
        differences: [],
        relation: 'none',
        selfEnrolmentObstacles: [],
      });
      expect(candidate.allowedActions).toEqual(['self-enrol', 'break-glass', 'request-membership']);
      expect(candidate).not.toHaveProperty('recordId');
    });

    it('case 2: not a member, document not checked: break-glass only, and why [F-40]', async () => {
      const candidate = only(await search(nadia, odette));
      expect(candidate.allowedActions).toEqual(['break-glass', 'request-membership']);
      expect(candidate.selfEnrolmentObstacles).toEqual(['document-not-checked']);
      expect(candidate).not.toHaveProperty('recordId');
    });

    it.each([undefined, carte])(
      'case 3: already a member: open, whatever was checked (%j) [F-41]',
      async (document) => {
        const candidate = only(await search(karim, odette, document));
        expect(candidate).toMatchObject({ relation: 'member', recordId: odettesRecord, allowedActions: ['open'] });
      },
    );

    it('has one set of buttons per row when they are mixed [F-41]', async () => {
      const twin = { ...odette, birthPlace: { kind: 'commune', cog: '12202' } } as const;
      const other = await plantRecord(server, { traits: twin, homonym: true, members: [[nadia, 'added']] });
      const { candidates } = await search(nadia, odette, carte);
      const rows = candidates.map(({ recordId, allowedActions }) => [recordId ?? 'hidden', allowedActions.join(' ')]);
      expect(rows).toEqual([
        ['hidden', 'self-enrol break-glass request-membership'],
        [other, 'open'],
      ]);
      await server.database.asOwner((run) => run('delete from identity_search where record_id = $1', [other]));
    });

    it('finds nobody: nothing to choose, creation is open to who may create [F-26]', async () => {
      const absent = { ...odette, birthFamilyName: 'Zilberstein', firstBirthGivenName: 'Wanda' };
      expect(await search(nadia, absent)).toMatchObject({ candidates: [], moreCandidates: false, mayCreate: true });
      const physio = await server.signIn({ professionGroup: 'G05' });
      expect(await search(physio, absent)).toMatchObject({ candidates: [], mayCreate: false });
    });

    it('refuses a document against an unknown place of birth [F-23]', async () => {
      const unknown = { ...odette, birthPlace: { kind: 'unknown', cog: '99999' } } as const;
      const refused = await ask(nadia, { traits: unknown, identityDocument: carte });
      expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([400, 'birth-place-needed']);
      expect(only(await search(nadia, unknown)).allowedActions).toEqual(['break-glass', 'request-membership']);
    });
  });

  it('does not offer a record that was merged or withdrawn, and offers a closed one in an emergency only', async () => {
    const states = { merged: '1950-01-01', withdrawn: '1951-01-01', closed: '1952-01-01' } as const;
    for (const state of ['merged', 'withdrawn', 'closed'] as const) {
      const traits = { ...odette, birthFamilyName: 'Lacombe', birthDate: states[state] };
      await plantRecord(server, { traits, state });
      const { candidates } = await search(nadia, traits, carte);
      const offered = candidates.map(({ allowedActions, selfEnrolmentObstacles }) => ({
        allowedActions,
        selfEnrolmentObstacles,
      }));
      const closed = [{ allowedActions: ['break-glass'], selfEnrolmentObstacles: ['record-not-open'] }];
      expect([state, offered]).toEqual([state, state === 'closed' ? closed : []]);
    }
  });

  it('shows five strict traits, names no record and no circle, and never reuses a candidate id [F-260]', async () => {
    const [first, second] = [only(await search(nadia, odette)), only(await search(nadia, odette))];
    expect(Object.keys(first.traits).sort()).toEqual(
      ['birthDate', 'birthFamilyName', 'birthPlace', 'firstBirthGivenName', 'sex'].sort(),
    );
    expect(first.candidateId).not.toBe(second.candidateId);
    expect(JSON.stringify(first)).not.toContain(odettesRecord);
    expect(JSON.stringify(first)).not.toContain(karim.accountId);
    const absent = await search(nadia, { ...odette, birthFamilyName: 'Zilberstein', birthDate: '1907-01-01' });
    const present = await search(nadia, odette);
    expect(Object.keys(absent).sort()).toEqual(Object.keys(present).sort());
  });

  it('says who was shown to whom in one audit row, and nothing of what was typed [F-260]', async () => {
    const { searchId } = await search(nadia, odette, carte);
    const rows = await trail(nadia);
    expect(rows).toMatchObject([{ chain: `account:${nadia.accountId}`, outcome: 'done', record_id: null }]);
    const details = JSON.parse(rows[0]?.details ?? '{}');
    expect(details).toEqual({ searchId, candidates: 1, documentChecked: true, shown: odettesRecord });
    for (const trait of ['Cazenave', 'Odette', '1941', '31555']) expect(JSON.stringify(rows)).not.toContain(trait);
  });

  describe('the guard against fishing', () => {
    it('answers thirty searches an hour, then says how long to wait, and raises an alert [F-260]', async () => {
      for (let turn = 0; turn < 30; turn++) await search(nadia, { ...odette, birthFamilyName: `Cazenave ${turn} a` });
      const refused = await ask(await server.freshToken(nadia), { traits: odette });
      const problem = refused.json<{ code: string; retryAfterSeconds: number }>();
      expect([refused.statusCode, problem.code]).toEqual([429, 'search-rate-limited']);
      expect(problem.retryAfterSeconds).toBeGreaterThan(3500);
      expect(problem.retryAfterSeconds).toBeLessThanOrEqual(3600);
      expect(refused.headers['retry-after']).toBe(String(problem.retryAfterSeconds));
      const last = (await trail(nadia)).at(-1);
      expect(last).toMatchObject({
        outcome: 'failed',
        problem: 'search-rate-limited',
        details: '{"alert":"too-many-searches"}',
      });
    });

    it('lets exactly thirty of forty parallel searches pass, whichever node they reach [F-260]', async () => {
      const second = await startTestServer({ on: server, features: [patientSearch] });
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, turn) => ask(nadia, { traits: odette }, turn % 2 ? second : server)),
      );
      const statuses = answers.map((one) => one.statusCode);
      expect(statuses.filter((one) => one === 201)).toHaveLength(30);
      expect(statuses.filter((one) => one === 429)).toHaveLength(10);
      await second.close();
    });

    it('counts the person, not the account; and not what was refused for its form', async () => {
      for (let turn = 0; turn < 30; turn++) await ask(nadia, { traits: { ...odette, birthDate: '2999-01-01' } });
      await search(nadia, odette);
      const structure = await server.signIn({ kind: 'structure' });
      await server.database.asOwner(async (run) => {
        await run('update session set person_id = $1 where id = $2', [nadia.personId, structure.sessionId]);
      });
      for (let turn = 0; turn < 29; turn++) await search(structure, odette);
      expect((await ask(nadia, { traits: odette })).statusCode).toBe(429);
    });

    it('forgets a search after its hour, and lets the person search again', async () => {
      for (let turn = 0; turn < 30; turn++) await search(nadia, odette);
      await server.advanceClock(3601);
      const awake = await server.signIn({ name: ['Nadia', 'Benali'] });
      await server.database.asOwner(async (run) => {
        await run('update session set person_id = $1 where id = $2', [nadia.personId, awake.sessionId]);
      });
      // Each search clears away twenty that are past their use, its own and others'.
      for (let turn = 0; turn < 12; turn++) await search(awake, odette);
      const [row] = await server.database.asOwner((run) =>
        run<{ n: number }>(
          `select count(*)::int as n from patient_search where expires_at <= spico_now() - interval '30 minutes' and person_id = $1`,
          [nadia.personId],
        ),
      );
      expect(row?.n).toBe(0);
    });
  });
});
