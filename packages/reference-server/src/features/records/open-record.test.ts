import { startNationalSandbox } from '@spico/national-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statement } from '../../platform/db.ts';
import { databases, type SignedIn, startTestServer, type TestServer } from '../../testing/index.ts';
import { access } from '../access/index.ts';
import { audit } from '../audit/index.ts';
import { careCircle } from '../care-circle/index.ts';
import { identity } from '../identity/index.ts';
import { patientSearch } from '../patient-search/index.ts';
import { records } from './index.ts';
import { ask, create, created, jeanne, searched, zoe } from './test-kit.ts';

const features = [patientSearch, access, records, identity, careCircle, audit];

describe.each(databases)('a record, on %s', (db) => {
  let server: TestServer;
  let sandbox: Awaited<ReturnType<typeof startNationalSandbox>>;
  let nadia: SignedIn;
  let record: Awaited<ReturnType<typeof created>>;

  beforeAll(async () => {
    sandbox = await startNationalSandbox({ host: '127.0.0.1', redirectUris: ['http://localhost/callback'] });
    server = await startTestServer({ db, features, settings: { services: { ...sandbox.settings } } });
    nadia = await server.signIn({ name: ['Nadia', 'Benali'] });
    record = await created(server, nadia, jeanne, { contact: { email: 'jeanne@exemple.fr' } });
  });
  afterAll(async () => {
    await server.close();
    await sandbox.close();
  });

  const join = (who: SignedIn, recordId = record.id) =>
    server.database.transaction((tx) =>
      statement(
        tx,
        `insert into record_membership (id, record_id, account_id, mode, added_by) values (gen_random_uuid(), $1, $2, 'added', $3)`,
        [recordId, who.accountId, nadia.accountId],
      ),
    );
  const open = (who: SignedIn, id = record.id) => ask<typeof record>(server, who, 'GET', `/records/${id}`);

  it('[F-50] opens with its version, its rights and what may be done next', async () => {
    const reply = await open(nadia);
    expect(reply.status).toBe(200);
    expect(reply.headers.etag).toBe('"1"');
    expect(reply.body).toMatchObject({
      id: record.id,
      administrative: { email: 'jeanne@exemple.fr', dmp: { available: false, missing: ['qualified-identity'] } },
      access: { mode: 'creator' },
      sections: expect.arrayContaining([{ section: 'S01', read: true, write: true }]),
      allowedActions: expect.arrayContaining(['identity.correct-traits', 'care-circle.read', 'access-journal.read']),
    });
    expect(reply.body.allowedActions).not.toContain('dmp.launch');
  });

  it('[F-68] shows a home help the identity, not the consent she may not read', async () => {
    const lucie = await server.signIn({
      name: ['Lucie', 'Faure'],
      professionGroup: 'G10',
      profession: ['TRE_R85', '350'],
    });
    await join(lucie);
    const reply = await open(lucie);
    expect(reply.status).toBe(200);
    expect(reply.body).not.toHaveProperty('consent');
    expect(reply.body.sections.map(({ section }) => section)).not.toContain('S02');
    expect(reply.body.allowedActions).not.toContain('identity.correct-traits');
    expect((await ask(server, lucie, 'GET', `/records/${record.id}/access-journal`)).status).toBe(403);
  });

  it('is answered to a stranger exactly like a record that never was', async () => {
    const stranger = await server.signIn({ name: ['Marc', 'Petit'] });
    const [theirs, nobodys, malformed] = [
      await open(stranger),
      await open(stranger, '00000000-0000-4000-8000-000000000001'),
      await open(stranger, 'not-an-id'),
    ];
    const { traceId: _a, ...shape } = theirs.body as unknown as { traceId: string };
    for (const reply of [nobodys, malformed]) {
      const { traceId: _b, ...other } = reply.body as unknown as { traceId: string };
      expect([reply.status, other]).toEqual([theirs.status, shape]);
    }
    expect(theirs.status).toBe(404);
  });

  it('[F-43] opens under break-glass with the seconds left, nothing to write, and ends at two hours', async () => {
    const paul = await server.signIn({ name: ['Paul', 'Roux'] });
    const { searchId, candidates } = await searched(server, paul, jeanne);
    const glass = await ask(
      server,
      paul,
      'POST',
      `/patient-searches/${searchId}/candidates/${candidates[0]?.candidateId}/break-glass`,
      { reasonCode: 'urgent-care', reasonText: 'Chute au domicile, traitement inconnu.' },
      { 'idempotency-key': 'glass-for-jeanne' },
    );
    expect(glass.status).toBe(201);
    const reply = await open(paul);
    expect(reply.body.access).toMatchObject({ mode: 'break-glass', remainingSeconds: expect.any(Number) });
    expect(reply.body.access.remainingSeconds).toBeGreaterThan(7190);
    expect(reply.body.sections.filter(({ write }) => write).map(({ section }) => section)).toEqual(['S04']);
    expect(reply.body.allowedActions).toContain('access.end-break-glass');
    const list = await ask<{ items: { recordId: string; access: { mode: string } }[] }>(
      server,
      paul,
      'GET',
      '/records',
    );
    expect(list.body.items).toMatchObject([{ recordId: record.id, access: { mode: 'break-glass' } }]);

    const circle = await ask<{ items: object[] }>(server, nadia, 'GET', `/records/${record.id}/care-circle`);
    expect(circle.body.items).toContainEqual(
      expect.objectContaining({ accessMode: 'break-glass', current: true, isReader: false, reasonCode: 'urgent-care' }),
    );
    await server.advanceClock(2 * 3600);
    const later = await server.signIn({ name: ['Paul', 'Roux'] });
    await server.database.transaction((tx) =>
      statement(tx, 'update session set account_id = $1, person_id = $2 where id = $3', [
        paul.accountId,
        paul.personId,
        later.sessionId,
      ]),
    );
    expect((await open(later)).body).toMatchObject({ code: 'break-glass-ended' });
    expect((await ask<{ items: object[] }>(server, later, 'GET', '/records')).body.items).toEqual([]);
    nadia = await renewed(nadia);
    const ended = await ask<{ items: { accessMode: string; current: boolean }[] }>(
      server,
      nadia,
      'GET',
      `/records/${record.id}/care-circle`,
    );
    expect(ended.body.items.at(-1)).toMatchObject({ accessMode: 'break-glass', current: false });
  });

  /** The same person in a new session, after the clock went on. */
  async function renewed(who: SignedIn): Promise<SignedIn> {
    const again = await server.signIn({ name: ['Nadia', 'Benali'] });
    await server.database.transaction((tx) =>
      statement(tx, 'update session set account_id = $1, person_id = $2, practice_id = $3 where id = $4', [
        who.accountId,
        who.personId,
        who.practiceId,
        again.sessionId,
      ]),
    );
    return { ...again, accountId: who.accountId, personId: who.personId, practiceId: who.practiceId };
  }

  it('[F-69] [F-266] tells who opened it, page by page, and takes nobody else’s cursor', async () => {
    type Page = { items: { action: string; entryId: string }[]; nextCursor?: string };
    const journal = (who: SignedIn, query: string, id = record.id) =>
      ask<Page>(server, who, 'GET', `/records/${id}/access-journal${query}`);
    const all = await journal(nadia, '?limit=200');
    expect(all.body.items.at(-1)).toMatchObject({ action: 'records.create', mode: 'creator', outcome: 'done' });
    expect(all.body.items).toContainEqual(
      expect.objectContaining({ action: 'records.open', emergency: true, mode: 'break-glass' }),
    );
    const first = await journal(nadia, '?limit=2');
    const second = await journal(nadia, `?limit=2&cursor=${first.body.nextCursor}`);
    const ids = [...first.body.items, ...second.body.items].map(({ entryId }) => Number(entryId));
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
    expect(new Set(ids).size).toBe(4);
    const other = await created(server, nadia, { ...jeanne, birthFamilyName: 'Cursor' });
    const [payload = '', tag = ''] = (first.body.nextCursor ?? '').split('.');
    const flipped = `${payload.slice(0, -1)}${payload.endsWith('A') ? 'B' : 'A'}.${tag}`;
    for (const [id, cursor] of [
      [other.id, first.body.nextCursor],
      [record.id, flipped],
      [record.id, `${payload}.`],
      [record.id, '-1'],
    ]) {
      expect((await journal(nadia, `?cursor=${cursor}`, id)).body).toMatchObject({ code: 'invalid-cursor' });
    }
  });

  describe('changes', () => {
    const change = (who: SignedIn, body: unknown, version?: string) =>
      ask<{ email?: string; mobile?: string; code?: string }>(
        server,
        who,
        'PATCH',
        `/records/${record.id}/administrative`,
        body,
        version ? { 'if-match': version } : {},
      );

    it('[F-65] [F-28] keeps what is absent, erases what is null, and the former number stays in its own row', async () => {
      const { headers } = await open(nadia);
      const one = await change(nadia, { mobile: '+33 6 12 34 56 78' }, String(headers.etag));
      expect([one.status, one.body]).toMatchObject([200, { email: 'jeanne@exemple.fr', mobile: '+33612345678' }]);
      const two = await change(nadia, { email: null }, String(one.headers.etag));
      expect(two.body).toMatchObject({ mobile: '+33612345678' });
      expect(two.body).not.toHaveProperty('email');
      const kept = await server.database.transaction((tx) =>
        statement<{ email: string | null }>(
          tx,
          'select email from record_contact where record_id = $1 order by version',
          [record.id],
        ),
      );
      expect(kept.map(({ email }) => email)).toEqual(['jeanne@exemple.fr', 'jeanne@exemple.fr', null]);
    });

    it('says that the version is missing, or that somebody was faster', async () => {
      expect(await change(nadia, { email: 'a@exemple.fr' })).toMatchObject({
        status: 428,
        body: { code: 'version-required' },
      });
      expect(await change(nadia, { email: 'a@exemple.fr' }, '"1"')).toMatchObject({
        status: 412,
        body: { code: 'version-stale' },
      });
      for (const tag of ['*', 'W/"3"', '3', '"3", "4"', '']) {
        expect([tag, (await change(nadia, { email: 'a@exemple.fr' }, tag || ' ')).status]).not.toEqual([tag, 200]);
      }
    });

    it('[F-31] records a consent anew; a date before birth or after today is none', async () => {
      const put = async (body: object) => {
        const { headers } = await open(nadia);
        return ask(server, nadia, 'PUT', `/records/${record.id}/consent`, body, { 'if-match': String(headers.etag) });
      };
      const consent = { givenBy: 'guardian', mode: 'written', collectedOn: '2025-06-01' };
      expect(await put(consent)).toMatchObject({
        status: 200,
        body: { ...consent, recordedBy: { displayName: 'Nadia Benali' } },
      });
      expect(await put({ ...consent, collectedOn: '1930-01-01' })).toMatchObject({
        status: 400,
        body: { fields: [{ pointer: '/collectedOn', code: 'date-before-birth' }] },
      });
      expect(await put({ ...consent, givenBy: 'trusted-person' })).toMatchObject({ status: 400 });
    });

    it('[F-46] is only read once it is closed', async () => {
      const person = { ...jeanne, birthFamilyName: 'Fermé' };
      const closed = await created(server, nadia, person);
      await server.database.transaction((tx) =>
        statement(tx, `update coordination_record set state = 'closed' where id = $1`, [closed.id]),
      );
      const reply = await open(nadia, closed.id);
      expect(reply.body).toMatchObject({
        state: 'closed',
        allowedActions: expect.not.arrayContaining(['consent.change']),
      });
      const put = await ask(
        server,
        nadia,
        'PATCH',
        `/records/${closed.id}/administrative`,
        { email: null },
        { 'if-match': '"1"' },
      );
      expect(put).toMatchObject({ status: 403, body: { code: 'forbidden', reason: 'record-closed' } });
    });
  });

  it('[F-100] [F-101] [F-103] leads to the DMP with Pro Santé Connect and a qualified identity, and not otherwise', async () => {
    const { searchId } = await searched(server, nadia, zoe);
    const { body: asked } = await ask(server, nadia, 'POST', '/ins-queries', { searchId, traits: zoe });
    const { body: qualified } = await create(server, nadia, {
      searchId,
      traits: zoe,
      identityDocument: { type: 'CN' },
      insDecision: { insQueryId: String(asked.insQueryId), decision: 'accept' },
    });
    expect(qualified.administrative?.dmp).toEqual({ available: true });
    const launch = (who: SignedIn, id: string) =>
      ask<{ url: string }>(server, who, 'POST', `/records/${id}/dmp-launches`);
    const launched = await launch(nadia, qualified.id);
    expect(launched.status).toBe(201);
    expect(new URL(launched.body.url).searchParams.get('ins')).toBe('275126322074974');
    expect(await launch(nadia, record.id)).toMatchObject({ status: 403, body: { code: 'dmp-not-available' } });

    const byCode = await server.signIn({ name: ['Olga', 'Roy'], assurance: 'otp' });
    await join(byCode, qualified.id);
    expect((await open(byCode, qualified.id)).body.administrative?.dmp).toEqual({
      available: false,
      missing: ['pro-sante-connect-session'],
    });
    expect((await launch(byCode, qualified.id)).status).toBe(403);
  });
});
