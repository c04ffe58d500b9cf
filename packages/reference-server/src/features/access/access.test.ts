import type { components } from '@spico/contract/schema';
import type { IdentityTraits } from '@spico/domain/values/identity/traits';
import { type NationalSandbox, type ReceivedMessage, startNationalSandbox } from '@spico/national-sandbox';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { databases, plantRecord, type SignedIn, startTestServer, type TestServer } from '../../testing/index.ts';
import { identity } from '../identity/index.ts';
import { patientSearch } from '../patient-search/index.ts';
import { access } from './index.ts';

type Schemas = components['schemas'];

const features = [patientSearch, access, identity];
const consent = { givenBy: 'person', mode: 'oral', collectedOn: '2024-05-02' };
const emergency = { reasonCode: 'urgent-care', reasonText: 'Chute à domicile, canari-du-motif' };
const carte = { type: 'CN' };

describe.each(databases)('ways into a record, on %s', (db) => {
  let sandbox: NationalSandbox;
  let server: TestServer;
  let nadia: SignedIn;
  let karim: SignedIn;
  let lea: SignedIn;
  let odette: IdentityTraits;
  let recordId: string;
  let serial = 0;

  beforeAll(async () => {
    sandbox = await startNationalSandbox({ host: '127.0.0.1', redirectUris: ['http://127.0.0.1:4010/retour'] });
    const services = {
      SPICO_SMTP_HOST: sandbox.smtp.host,
      SPICO_SMTP_PORT: String(sandbox.smtp.port),
      SPICO_SMTP_SUPERVISOR: 'supervision@exemple.test',
    };
    server = await startTestServer({ db, features, runJobs: true, settings: { services } });
  });
  afterAll(async () => {
    await server.close();
    await sandbox.close();
  });
  beforeEach(async () => {
    serial += 1;
    const email = (name: string) => `${name}.${serial}@exemple.test`;
    nadia = await server.signIn({ name: ['Nadia', 'Benali'], email: email('nadia') });
    karim = await server.signIn({ name: ['Karim', 'Haddad'], professionGroup: 'G01', email: email('karim') });
    lea = await server.signIn({ name: ['Léa', 'Roux'], professionGroup: 'G12', email: email('lea') });
    odette = {
      birthFamilyName: 'Canari-du-nom',
      firstBirthGivenName: 'Odette',
      sex: 'F',
      birthDate: `19${String(10 + serial).padStart(2, '0')}-03-09`,
      birthPlace: { kind: 'commune', cog: '31555' },
    };
    // The people of former stories resemble this one too much.
    await owner('delete from identity_search');
    recordId = await plantRecord(server, {
      traits: odette,
      members: [
        [karim, 'creator'],
        [lea, 'added'],
      ],
    });
  });
  afterEach(async () => {
    vi.useRealTimers();
    sandbox.faults.mail.refuse = false;
    await fetch(sandbox.mailbox.messagesUrl, { method: 'DELETE' });
  });

  const post = (who: SignedIn, url: string, payload: object, key: string | null = `key-${crypto.randomUUID()}`) =>
    server.app.inject({
      method: 'POST',
      url: `/api/v1${url}`,
      headers: { ...who.headers, ...(key === null ? {} : { 'idempotency-key': key }) },
      payload,
    });
  /** Searches as `who`, and gives the path of the one candidate. */
  const find = async (who: SignedIn, identityDocument?: object, traits: IdentityTraits = odette) => {
    const answer = await post(
      who,
      '/patient-searches',
      { traits, ...(identityDocument ? { identityDocument } : {}) },
      null,
    );
    const result = answer.json<Schemas['PatientSearchResult']>();
    expect([answer.statusCode, result.candidates?.length]).toEqual([201, 1]);
    return `/patient-searches/${result.searchId}/candidates/${result.candidates[0]?.candidateId}`;
  };
  const candidate = async (who: SignedIn, identityDocument?: object) => {
    const answer = await post(
      who,
      '/patient-searches',
      { traits: odette, ...(identityDocument ? { identityDocument } : {}) },
      null,
    );
    return answer.json<Schemas['PatientSearchResult']>().candidates[0];
  };
  const code = (answer: { statusCode: number; json<T>(): T }) => {
    const { code: is, reason } = answer.json<{ code: string; reason?: string }>();
    return [answer.statusCode, is, ...(reason ? [reason] : [])];
  };
  const openHistory = (who: SignedIn, on: TestServer = server) =>
    on.app.inject({ method: 'GET', url: `/api/v1/records/${recordId}/identity-history`, headers: who.headers });
  const endEmergency = (who: SignedIn) =>
    server.app.inject({ method: 'DELETE', url: `/api/v1/records/${recordId}/break-glass`, headers: who.headers });
  const owner = <R>(sql: string, values?: unknown[]) => server.database.asOwner((run) => run<R>(sql, values));
  const count = async (table: string, where = 'record_id = $1', values: unknown[] = [recordId]) =>
    (await owner<{ n: number }>(`select count(*)::int as n from ${table} where ${where}`, values))[0]?.n;
  const trail = () =>
    owner<{
      operation: string;
      outcome: string;
      mode: string;
      reason: string | null;
      details: string | null;
      problem: string | null;
    }>(`select * from audit.entry where chain = 'record:' || $1 order by seq`, [recordId]);
  const mails = async (to = '') =>
    (await (await fetch(`${sandbox.mailbox.messagesUrl}?to=${encodeURIComponent(to)}`)).json()) as ReceivedMessage[];
  /** Notices of a former story may still be on their way: each story has addresses of its own. */
  const ours = async () =>
    (await mails()).filter((mail) => mail.to.some((to) => to.endsWith(`.${serial}@exemple.test`)));
  const delivered = (n: number) =>
    vi.waitFor(
      async () => {
        const all = await ours();
        expect(all).toHaveLength(n);
        return all;
      },
      { timeout: 15_000, interval: 100 },
    );

  describe('self-enrolment', () => {
    it('lets Nadia join for good, marks her, and tells every other member by e-mail [F-42][F-141]', async () => {
      const joined = await post(nadia, `${await find(nadia, carte)}/self-enrolment`, { consent });
      expect(joined.statusCode).toBe(201);
      expect(joined.json()).toMatchObject({ recordId, access: { mode: 'self-enrolled' }, notifiedMembers: 2 });
      expect(joined.json<Schemas['AccessGranted']>().access).not.toHaveProperty('until');
      expect(await candidate(nadia)).toMatchObject({ relation: 'member', recordId, allowedActions: ['open'] });
      expect((await openHistory(nadia)).statusCode).toBe(200);

      const sent = await delivered(2);
      expect(
        sent
          .map((mail) => mail.to)
          .flat()
          .sort(),
      ).toEqual([`karim.${serial}@exemple.test`, `lea.${serial}@exemple.test`]);
      for (const mail of sent) {
        expect(mail.text).toContain(`http://localhost:4010/records/${recordId}`);
        expect(mail.text).toMatch(/un professionnel s’est habilité/);
        for (const secret of ['anari', 'Odette', '-03-09', 'Nadia', 'Benali', 'Carmes', 'Infirm']) {
          expect(mail.subject + mail.text).not.toContain(secret);
        }
      }
      expect(
        await owner(
          'select * from self_enrolment e join record_membership m on m.id = e.membership_id where record_id = $1',
          [recordId],
        ),
      ).toMatchObject([
        {
          account_id: nadia.accountId,
          mode: 'self-enrolled',
          document_type: 'CN',
          consent_given_by: 'person',
          consent_mode: 'oral',
        },
      ]);
      const row = (await trail()).find((one) => one.operation === 'access.self-enrol');
      expect(row).toMatchObject({ outcome: 'done', mode: 'self-enrolled' });
    });

    it('answers the same key the same way, once [F-42]', async () => {
      const path = `${await find(nadia, carte)}/self-enrolment`;
      const first = await post(nadia, path, { consent }, 'the-same-key');
      const second = await post(nadia, path, { consent }, 'the-same-key');
      expect([second.statusCode, second.json()]).toEqual([201, first.json()]);
      expect(await count('access_notice')).toBe(2);
      expect(code(await post(nadia, path, { consent }))).toEqual([409, 'already-member']);
    });

    it('needs one’s own search, younger than thirty minutes, with the document checked and the place known [F-42]', async () => {
      const unchecked = await find(nadia);
      expect(code(await post(nadia, `${unchecked}/self-enrolment`, { consent }))).toEqual([
        403,
        'self-enrolment-not-allowed',
        'document-not-checked',
      ]);
      const karims = await server.signIn({ name: ['Karim', 'Autre'] });
      expect(code(await post(nadia, `${await find(karims, carte)}/self-enrolment`, { consent }))).toEqual([
        404,
        'search-not-found',
      ]);
      const invented = (await find(nadia, carte)).replace(/[0-9a-f]{12}$/, '000000000000');
      expect(code(await post(nadia, `${invented}/self-enrolment`, { consent }))).toEqual([404, 'search-not-found']);
      const path = await find(nadia, carte);
      await server.advanceClock(1800);
      const later = await server.freshToken(nadia);
      await owner('update session set last_active_at = spico_now() where id = $1', [nadia.sessionId]);
      expect(code(await post(later, `${path}/self-enrolment`, { consent }))).toEqual([404, 'search-not-found']);
      expect(await count('record_membership')).toBe(2);
      expect(await count('access_notice')).toBe(0);
    });

    it.each([
      [{ consent: { ...consent, givenBy: 'trusted-person' } }, '/consent/givenBy'],
      [{ consent: { ...consent, collectedOn: '2999-01-01' } }, '/consent/collectedOn'],
      [{ consent: { ...consent, collectedOn: '1900-01-01' } }, '/consent/collectedOn'],
      [{ consent: { ...consent, collectedOn: '2023-02-29' } }, '/consent/collectedOn'],
      [{}, '/consent'],
    ])('needs the consent, given by somebody who may give it, on a day that was: %j [F-42]', async (body, pointer) => {
      const refused = await post(nadia, `${await find(nadia, carte)}/self-enrolment`, body);
      expect(code(refused)).toEqual([400, 'invalid-request']);
      expect(refused.json<{ fields: { pointer: string }[] }>().fields.map((one) => one.pointer)).toContain(pointer);
      expect(await count('record_membership')).toBe(2);
    });

    it('is refused on a closed or merged record', async () => {
      const path = await find(nadia, carte);
      await owner(`update coordination_record set state = 'closed' where id = $1`, [recordId]);
      expect(code(await post(nadia, `${path}/self-enrolment`, { consent }))).toEqual([
        403,
        'self-enrolment-not-allowed',
        'record-not-open',
      ]);
      await owner(`update coordination_record set state = 'merged' where id = $1`, [recordId]);
      expect(code(await post(nadia, `${path}/self-enrolment`, { consent }))).toEqual([409, 'record-merged']);
      await owner(`update coordination_record set state = 'withdrawn' where id = $1`, [recordId]);
      expect(code(await post(nadia, `${path}/self-enrolment`, { consent }))).toEqual([404, 'search-not-found']);
    });

    it('has a daily cap per person, with an alert [F-42]', async () => {
      const path = await find(nadia, carte);
      await owner(
        `with made as (insert into record_membership (id, record_id, account_id, mode, ended_at, ended_reason)
           select gen_random_uuid(), $1, $2, 'self-enrolled', spico_now(), 'left' from generate_series(1, 20) returning id)
         insert into self_enrolment select id, $3, null, id, 'CN', 'person', 'oral', '2024-01-01', '1' from made`,
        [recordId, nadia.accountId, nadia.personId],
      );
      expect(code(await post(nadia, `${path}/self-enrolment`, { consent }))).toEqual([
        403,
        'self-enrolment-not-allowed',
        'daily-limit',
      ]);
      expect((await trail()).at(-1)).toMatchObject({
        outcome: 'failed',
        details: expect.stringContaining('too-many-self-enrolments'),
      });
    });

    it('exists only when every condition holds, whatever the combination [F-42]', async () => {
      const situation = fc.record({
        document: fc.boolean(),
        placeKnown: fc.constantFrom(true, true, false),
        seconds: fc.constantFrom(0, 0, 1799, 1800),
        ownSearch: fc.constantFrom(true, true, false),
        giver: fc.constantFrom('person', 'guardian', 'trusted-person'),
        state: fc.constantFrom('open', 'open', 'closed', 'merged'),
      });
      await fc.assert(
        fc.asyncProperty(situation, async ({ document, placeKnown, seconds, ownSearch, giver, state }) => {
          const before = await count('record_membership');
          await owner(`update coordination_record set state = 'open' where id = $1`, [recordId]);
          const [searcher, other] = [await server.signIn(), await server.signIn()];
          const birthPlace = placeKnown ? odette.birthPlace : ({ kind: 'unknown', cog: '99999' } as const);
          const traits = { ...odette, birthPlace };
          if (document && !placeKnown) {
            const refused = await post(searcher, '/patient-searches', { traits, identityDocument: carte }, null);
            expect(code(refused)).toEqual([400, 'birth-place-needed']);
            return;
          }
          const path = await find(searcher, document ? carte : undefined, traits);
          await owner('update coordination_record set state = $2 where id = $1', [recordId, state]);
          await server.advanceClock(seconds);
          await owner('update session set last_active_at = spico_now() where account_id = any($1)', [
            [searcher.accountId, other.accountId],
          ]);
          const caller = await server.freshToken(ownSearch ? searcher : other);
          const answer = await post(caller, `${path}/self-enrolment`, { consent: { ...consent, givenBy: giver } });
          const allowed =
            document && placeKnown && seconds < 1800 && ownSearch && giver !== 'trusted-person' && state === 'open';
          expect(answer.statusCode === 201).toBe(allowed);
          expect(await count('record_membership')).toBe((before ?? 0) + (allowed ? 1 : 0));
        }),
        { numRuns: 40 },
      );
    });
  });

  describe('break-glass', () => {
    it('opens for exactly two hours, is marked, and tells every member without saying why [F-43][F-141]', async () => {
      const opened = await post(nadia, `${await find(nadia)}/break-glass`, emergency);
      const given = opened.json<Schemas['AccessGranted']>();
      expect(opened.statusCode).toBe(201);
      expect(given).toMatchObject({
        recordId,
        notifiedMembers: 2,
        access: { mode: 'break-glass', remainingSeconds: 7200 },
      });
      expect(Date.parse(given.access.until ?? '') - Date.parse(given.access.since)).toBe(7_200_000);
      expect((await openHistory(nadia)).statusCode).toBe(200);
      expect(await candidate(nadia, carte)).toMatchObject({
        relation: 'break-glass',
        recordId,
        allowedActions: ['open', 'self-enrol', 'break-glass', 'request-membership'],
      });
      for (const mail of await delivered(2)) {
        expect(mail.text).toContain('motif');
        expect(mail.text).toContain(`/records/${recordId}`);
        for (const secret of ['anari', 'Chute', 'Odette', 'Nadia', 'Benali', 'Carmes', 'urgent-care']) {
          expect(mail.subject + mail.text).not.toContain(secret);
        }
      }
      expect(await owner('select * from break_glass_grant where record_id = $1', [recordId])).toMatchObject([
        { account_id: nadia.accountId, reason_code: 'urgent-care', reason_text: emergency.reasonText },
      ]);
      const row = (await trail()).find((one) => one.operation === 'access.break-glass');
      expect(row).toMatchObject({ outcome: 'done', mode: 'break-glass', reason: 'urgent-care' });
      expect(JSON.stringify(await trail())).not.toContain('canari');
    });

    it('ends mid-session at two hours of the database’s clock, on a node whose own clock is an hour slow [F-43]', async () => {
      await post(nadia, `${await find(nadia)}/break-glass`, emergency);
      const slow = await startTestServer({ on: server, features, settings: { services: {} } });
      // PGlite lives in the node and has its clock; there only the end itself is told.
      if (db === 'postgres') vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 });
      const awake = async () => {
        await owner('update session set last_active_at = spico_now() where id = $1', [nadia.sessionId]);
        return server.freshToken(nadia);
      };
      await owner(
        `update break_glass_grant set granted_at = granted_at - interval '7190 seconds', expires_at = expires_at - interval '7190 seconds' where record_id = $1`,
        [recordId],
      );
      expect((await openHistory(await awake(), slow)).statusCode).toBe(200);
      await server.advanceClock(10);
      const late = await awake();
      expect(code(await openHistory(late, slow))).toEqual([403, 'break-glass-ended']);
      expect(code(await openHistory(late))).toEqual([403, 'break-glass-ended']);
      expect(code(await endEmergency(late))).toEqual([403, 'break-glass-ended']);
      expect(await candidate(late)).toMatchObject({
        relation: 'none',
        allowedActions: ['break-glass', 'request-membership'],
      });
      vi.useRealTimers();
      await slow.close();
    });

    it('can be given back before its end; after that every request is refused [F-43]', async () => {
      await post(nadia, `${await find(nadia)}/break-glass`, emergency);
      expect((await endEmergency(nadia)).statusCode).toBe(204);
      expect(code(await openHistory(nadia))).toEqual([403, 'break-glass-ended']);
      expect(code(await endEmergency(nadia))).toEqual([403, 'break-glass-ended']);
      expect(await count('break_glass_grant')).toBe(1);
      expect(code(await endEmergency(karim))).toEqual([403, 'forbidden', 'no-live-break-glass']);
    });

    it.each([
      [{ ...emergency, reasonCode: 'curiosity' }, '/reasonCode'],
      [{ ...emergency, reasonText: '         ok         ' }, '/reasonText'],
      [{ ...emergency, reasonText: 'court' }, '/reasonText'],
      [{ ...emergency, reasonText: '\u200b'.repeat(12) }, '/reasonText'],
      [{ ...emergency, reasonText: 'Un motif avec un \u202e caché' }, '/reasonText'],
      [{ reasonCode: 'urgent-care' }, '/reasonText'],
    ])('needs a reason of the list and a sentence: %j [F-43]', async (body, pointer) => {
      const refused = await post(nadia, `${await find(nadia)}/break-glass`, body);
      expect(code(refused)).toEqual([400, 'invalid-request']);
      expect(refused.json<{ fields: { pointer: string }[] }>().fields.map((one) => one.pointer)).toContain(pointer);
      expect(await count('break_glass_grant')).toBe(0);
      expect(await count('access_notice')).toBe(0);
    });

    it('opens a closed record, not a merged nor a withdrawn one, and not for a member [F-43]', async () => {
      expect(code(await post(karim, `${await find(karim)}/break-glass`, emergency))).toEqual([409, 'already-member']);
      const path = `${await find(nadia)}/break-glass`;
      await owner(`update coordination_record set state = 'merged' where id = $1`, [recordId]);
      expect(code(await post(nadia, path, emergency))).toEqual([409, 'record-merged']);
      await owner(`update coordination_record set state = 'withdrawn' where id = $1`, [recordId]);
      expect(code(await post(nadia, path, emergency))).toEqual([404, 'search-not-found']);
      await owner(`update coordination_record set state = 'closed' where id = $1`, [recordId]);
      expect((await post(nadia, path, emergency)).statusCode).toBe(201);
    });

    it('is renewed by a new grant with new notices; the third in a day is shown to the supervisor [F-43]', async () => {
      const path = `${await find(nadia)}/break-glass`;
      await post(nadia, path, emergency, 'first-grant');
      expect((await post(nadia, path, emergency, 'first-grant')).statusCode).toBe(201);
      expect(await count('break_glass_grant')).toBe(1);
      expect((await post(nadia, path, { ...emergency, reasonText: 'Toujours inconsciente' })).statusCode).toBe(201);
      expect(await count('break_glass_grant', 'record_id = $1 and ended_at is null')).toBe(1);
      expect(await count('access_notice', `kind = 'supervision' and record_id = $1`)).toBe(0);
      expect((await post(nadia, path, emergency)).statusCode).toBe(201);
      expect(await count('access_notice', `kind = 'break-glass' and record_id = $1`)).toBe(6);
      const alerts = await vi.waitFor(
        async () => {
          const all = await mails('supervision@exemple.test');
          expect(all).toHaveLength(1);
          return all;
        },
        { timeout: 15_000, interval: 100 },
      );
      const requestIds = await owner<{ request_id: string }>(
        `select request_id from audit.entry where chain = 'record:' || $1 and details like '%break-glass-repeated%'`,
        [recordId],
      );
      expect(requestIds).toHaveLength(1);
      expect(alerts[0]?.text).toContain(requestIds[0]?.request_id);
      expect(alerts[0]?.text).not.toContain('anari');
    });

    it('counts the day’s grants, and no older ones, for the supervisor [F-43]', async () => {
      const path = `${await find(nadia)}/break-glass`;
      await post(nadia, path, emergency);
      await post(nadia, path, emergency);
      await owner(
        `update break_glass_grant set granted_at = granted_at - interval '25 hours', expires_at = expires_at - interval '25 hours',
           ended_at = granted_at - interval '24 hours' where record_id = $1`,
        [recordId],
      );
      await post(nadia, path, emergency);
      expect(await count('access_notice', `kind = 'supervision' and record_id = $1`)).toBe(0);
    });
  });

  describe('asking to be added', () => {
    it('reaches the members who may add, who stay unnamed, with no word of the message [F-40]', async () => {
      const asked = await post(nadia, `${await find(nadia)}/membership-request`, {
        message: 'Je suis son infirmière, canari',
      });
      expect([asked.statusCode, Object.keys(asked.json())]).toEqual([202, ['requestedAt']]);
      // Léa's profession reads the circle and does not write it.
      const [mail] = await delivered(1);
      expect(mail?.to).toEqual([`karim.${serial}@exemple.test`]);
      expect(mail?.text).toContain('Nadia Benali');
      expect(mail?.text).toContain(`/records/${recordId}`);
      expect(mail?.text).not.toContain('anari');
    });

    it('passes once a day and person [F-40]', async () => {
      const path = `${await find(nadia)}/membership-request`;
      const answers = await Promise.all([
        post(nadia, path, {}),
        post(nadia, path, {}),
        post(nadia, path, { message: '  ' }),
      ]);
      expect(answers.map((one) => one.statusCode).sort()).toEqual([202, 429, 429]);
      const refused = answers.find((one) => one.statusCode === 429);
      const seconds = refused?.json<{ retryAfterSeconds: number }>().retryAfterSeconds ?? 0;
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(25 * 3600);
      expect(await count('access_notice')).toBe(1);
      expect(code(await post(karim, `${await find(karim)}/membership-request`, {}))).toEqual([409, 'already-member']);
    });
  });

  describe('all or nothing [F-42][F-43]', () => {
    const acts: [string, (path: string) => [string, object]][] = [
      ['self-enrolment', (path) => [`${path}/self-enrolment`, { consent }]],
      ['break-glass', (path) => [`${path}/break-glass`, emergency]],
    ];
    const failing = (table: string) =>
      `create function lose() returns trigger language plpgsql as $$ begin raise exception 'lost' using errcode = '53100'; end $$;
       create trigger lose before insert on ${table} for each row execute function lose()`;
    const working = 'drop function lose() cascade';
    const breakages: [what: string, breakIt: string, repair: string][] = [
      ['a notice is not written', failing('access_notice'), working],
      ['the work is not queued', failing('pgboss.job'), working],
      [
        'the audit trail does not grow',
        'revoke execute on function audit.append from spico_app',
        'grant execute on function audit.append to spico_app',
      ],
    ];
    for (const [act, request] of acts) {
      it.each(breakages)(`${act}: nothing is given when %s`, async (_what, breakIt, repair) => {
        const [path, body] = request(await find(nadia, carte));
        await owner(breakIt);
        const failed = await post(nadia, path, body).finally(() => owner(repair));
        expect(failed.statusCode).toBeGreaterThanOrEqual(500);
        expect(failed.body).not.toContain('anari');
        expect(await count('record_membership')).toBe(2);
        expect(await count('break_glass_grant')).toBe(0);
        expect(await count('access_notice')).toBe(0);
        expect((await openHistory(nadia)).statusCode).toBe(404);
        expect((await post(nadia, path, body)).statusCode).toBe(201);
        expect(await count('access_notice')).toBe(2);
      });
    }

    it('opens in an emergency though the mail server is down, and the notices leave when it is back, once [F-43]', async () => {
      sandbox.faults.mail.refuse = true;
      const opened = await post(nadia, `${await find(nadia)}/break-glass`, emergency);
      expect(opened.statusCode).toBe(201);
      await vi.waitFor(async () => {
        const [job] = await owner<{ retry_count: number }>(
          `select retry_count from pgboss.job where name = 'access.send-notices' and state = 'retry'`,
        );
        expect(job).toBeDefined();
      }, 15_000);
      expect(await ours()).toEqual([]);
      sandbox.faults.mail.refuse = false;
      await owner(`update pgboss.job set start_after = now() where name = 'access.send-notices' and state = 'retry'`);
      await delivered(2);
      expect(await count('access_notice', `record_id = $1 and outcome = 'sent'`)).toBe(2);
    });
  });

  it('gives one lasting membership, and one set of notices, to five clicks at once [F-42]', async () => {
    const path = `${await find(nadia, carte)}/self-enrolment`;
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(nadia, path, { consent })));
    expect(answers.map((one) => one.statusCode).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(await count('access_notice')).toBe(2);
  });

  it('keeps one open grant when five emergencies of one person race [F-43]', async () => {
    const path = `${await find(nadia)}/break-glass`;
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(nadia, path, emergency)));
    expect(answers.map((one) => one.statusCode)).toEqual([201, 201, 201, 201, 201]);
    expect(await count('break_glass_grant', 'record_id = $1 and ended_at is null')).toBe(1);
    expect((await openHistory(nadia)).statusCode).toBe(200);
  });

  it('gives no way in to a profession the matrix does not know', async () => {
    const path = await find(nadia, carte);
    const stranger = await server.signIn({ professionGroup: null });
    await owner('update session set account_id = $1 where id = $2', [nadia.accountId, stranger.sessionId]);
    for (const [act, body] of [
      ['self-enrolment', { consent }],
      ['break-glass', emergency],
      ['membership-request', {}],
    ] as const) {
      expect(code(await post(stranger, `${path}/${act}`, body))).toEqual([403, 'forbidden', 'profession-unknown']);
    }
  });
});
