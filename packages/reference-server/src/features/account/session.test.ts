import { TestBrowser } from '@spico/national-sandbox/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { uuid7 } from '../../platform/ids.ts';
import { databases, testOrigin } from '../../testing/index.ts';
import { demoProfessional, endPractice, insertPractice, insertStructureAccount } from './index.ts';
import { auditOf, codeFor, mailsTo, portal, startAccountServer, Visitor } from './test-kit.ts';

const nadia = 'nadia.haddad@demo.spico.example';
const hugo = 'hugo.calvet@demo.spico.example';

let house: Awaited<ReturnType<typeof startAccountServer>>;
let visitor: Visitor;
const sessions = () =>
  house.server.database.asOwner((run) =>
    run<{ id: string; ended: boolean; id_token: unknown; end_reason: string | null }>(
      'select id, ended_at is not null as ended, id_token, end_reason from session order by created_at, id',
      [],
    ),
  );

beforeAll(async () => {
  house = await startAccountServer();
});
beforeEach(() => {
  visitor = new Visitor(house.server);
});
afterAll(() => house.close());

describe('a locked screen [F-12]', () => {
  it('stops every token at once, and shows whose it is and nothing more', async () => {
    await visitor.signInByProSante('hugo-calvet');
    const token = await visitor.token();
    expect(await visitor.whoIs(token)).toBe('Hugo CALVET');
    const locked = (await visitor.post('/session/lock')).json();
    expect(locked).toMatchObject({ state: 'locked', displayName: 'Hugo CALVET', accounts: [] });
    expect(locked.current).toBeUndefined();
    expect(await visitor.whoIs(token)).toBe('unauthenticated');
    expect((await visitor.post('/session/tokens', {})).json().code).toBe('session-locked');
    const { accountId } = (await house.server.signIn()) satisfies { accountId: string };
    expect((await visitor.put('/session/account', { accountId })).json().code).toBe('session-locked');
    expect((await visitor.session()).json().state).toBe('locked');
  });

  it('opens again for the same person by either way, where they left it', async () => {
    await visitor.signInByProSante('nadia-haddad');
    const [, hospital] = (await visitor.session()).json().accounts;
    await visitor.put('/session/account', { accountId: hospital.accountId, practiceId: hospital.practiceId });
    const before = await sessions();
    const secretBefore = visitor.cookies.get('spico_session') ?? '';
    await visitor.post('/session/lock');

    const back = (await visitor.signInByCode(nadia, house.sandbox)).json();
    expect(back).toMatchObject({ state: 'active', current: { practiceId: hospital.practiceId } });
    expect(back.signInMethod).toBe('one-time-code');
    expect(await sessions()).toHaveLength(before.length);
    expect(await visitor.whoIs(await visitor.token())).toBe('Nadia HADDAD');

    // Whoever copied the cookie before holds nothing any more.
    expect(visitor.cookies.get('spico_session')).not.toBe(secretBefore);
    const thief = new Visitor(house.server);
    thief.cookies.set('spico_session', secretBefore);
    expect((await thief.session()).json().code).toBe('unauthenticated');
  });

  it('opens a session of their own for somebody else, and the former one ends', async () => {
    await visitor.signInByProSante('nadia-haddad');
    await visitor.post('/session/lock');
    const nadias = visitor.cookies.get('spico_session') ?? '';
    await visitor.signInByProSante('hugo-calvet');
    expect((await visitor.session()).json()).toMatchObject({ state: 'active', displayName: 'Hugo CALVET' });
    const former = new Visitor(house.server);
    former.cookies.set('spico_session', nadias);
    expect((await former.session()).json().code).toBe('session-ended');
    expect((await sessions()).at(-2)).toMatchObject({ ended: true, end_reason: 'replaced', id_token: null });
  });
});

describe('signing out [F-12]', () => {
  it('ends the session, its tokens, and the national session', async () => {
    await visitor.signInByProSante('etienne-cabrol');
    const token = await visitor.token();
    const secret = visitor.cookies.get('spico_session') ?? '';
    const kept = (await sessions()).at(-1)?.id_token as Uint8Array;
    expect(Buffer.from(kept).toString('latin1')).not.toContain('eyJ');

    const answer = await visitor.post('/session/sign-out');
    expect(answer.statusCode).toBe(200);
    expect(String(answer.headers['set-cookie'])).toMatch(/^spico_session=; .*Max-Age=0/);
    const { endSessionUrl } = answer.json();
    const home = await new TestBrowser().follow(endSessionUrl);
    expect(new URL(home.url).origin).toBe(portal);

    expect(await visitor.whoIs(token)).toBe('unauthenticated');
    visitor.cookies.set('spico_session', secret);
    expect((await visitor.session()).json().code).toBe('session-ended');
    expect((await visitor.post('/session/tokens', {})).json().code).toBe('session-ended');
    expect((await visitor.post('/session/sign-out')).json().code).toBe('session-ended');
    expect((await sessions()).at(-1)).toMatchObject({ ended: true, end_reason: 'signed-out', id_token: null });
  });

  it('works after a code too, with nothing to end elsewhere', async () => {
    await visitor.signInByCode(hugo, house.sandbox);
    expect((await visitor.post('/session/sign-out')).json()).toEqual({});
    expect((await visitor.session()).json().code).toBe('unauthenticated');
  });
});

describe('a session ends by itself [F-12]', () => {
  it('after a quarter of an hour without an act, whatever the page does by itself', async () => {
    await visitor.signInByProSante('hugo-calvet');
    await house.server.advanceClock(600);
    await visitor.post('/session/tokens', { activity: false });
    expect((await visitor.session()).json().state).toBe('active');
    await house.server.advanceClock(299);
    expect((await visitor.session()).json().state).toBe('active');
    await house.server.advanceClock(2);
    expect((await visitor.session()).json().code).toBe('session-ended');
    expect((await visitor.post('/session/tokens', { activity: true })).json().code).toBe('session-ended');
  });

  it('later when the person did something, by token or in the page', async () => {
    await visitor.signInByProSante('hugo-calvet');
    await house.server.advanceClock(600);
    const token = await visitor.token();
    await house.server.advanceClock(280);
    expect(await visitor.whoIs(token)).toBe('Hugo CALVET');
    await house.server.advanceClock(899);
    const session = (await visitor.session()).json();
    expect(session.state).toBe('active');
    expect(Date.parse(session.absoluteExpiresAt)).toBeGreaterThan(Date.parse(session.idleExpiresAt));
  });

  it('after twelve hours, however busy', async () => {
    await visitor.signInByProSante('hugo-calvet');
    for (let passed = 0; passed < 71; passed += 1) {
      await house.server.advanceClock(600);
      expect((await visitor.post('/session/tokens', {})).statusCode).toBe(201);
    }
    await house.server.advanceClock(590);
    const last = await visitor.post('/session/tokens', {});
    expect(last.json().expiresInSeconds).toBeLessThanOrEqual(10);
    await house.server.advanceClock(11);
    expect((await visitor.session()).json().code).toBe('session-ended');
  });

  it('as early as the installation wants', async () => {
    const strict = await startAccountServer({ settings: { sessionIdleSeconds: 20 } });
    try {
      const hugoHere = new Visitor(strict.server);
      await hugoHere.signInByProSante('hugo-calvet');
      for (let acts = 0; acts < 4; acts += 1) {
        await strict.server.advanceClock(15);
        expect(await hugoHere.whoIs(await hugoHere.token())).toBe('Hugo CALVET');
      }
      await strict.server.advanceClock(21);
      expect((await hugoHere.session()).json().code).toBe('session-ended');
    } finally {
      await strict.close();
    }
  });
});

describe('the account switcher [F-08] [F-09]', () => {
  it('offers Sophie her structure; leaving the one for the other stops the tokens given before', async () => {
    const { database } = house.server;
    const place = await database.transaction(async (tx) => {
      const sophie = await demoProfessional(tx, uuid7, 'sophie-marty');
      const accountId = await insertStructureAccount(tx, uuid7, 'DAC du Tarn');
      const practice = {
        professionSystem: 'TRE_R85',
        professionCode: '330',
        professionGroup: 'G08',
        structureName: 'DAC du Tarn',
        vouchedBy: 'us',
      } as const;
      const practiceId = await insertPractice(tx, uuid7, accountId, practice, sophie?.personId);
      return { accountId, practiceId };
    });
    await visitor.signInByProSante('sophie-marty');
    const session = (await visitor.session()).json();
    expect(session.state).toBe('choose-account');
    expect(session.accounts.map(({ kind, label }: { kind: string; label: string }) => [kind, label])).toEqual([
      ['individual', 'Sophie MARTY'],
      ['structure', 'DAC du Tarn'],
    ]);
    await visitor.put('/session/account', { accountId: session.accounts[0].accountId });
    const own = await visitor.token();
    expect(await visitor.whoIs(own)).toBe('Sophie MARTY');
    const changed = (await visitor.put('/session/account', place)).json();
    expect(changed.current).toMatchObject({ kind: 'structure', profession: { code: '330' } });
    expect(await visitor.whoIs(own)).toBe('unauthenticated');
    expect(await visitor.whoIs(await visitor.token())).toBe('DAC du Tarn');

    // Suspended herself, she does not go on as the structure; nor do her colleagues stop (quality A8).
    const asStructure = await visitor.token();
    const stateOf = (state: string) =>
      database.asOwner((run) =>
        run(
          `update account set state = $1 where kind = 'individual'
             and person_id = (select person_id from practice where id = $2)`,
          [state, place.practiceId],
        ),
      );
    await stateOf('suspended');
    expect(await visitor.whoIs(asStructure)).toBe('session-ended');
    expect((await visitor.session()).json().code).toBe('session-ended');
    await stateOf('active');
    expect(await visitor.whoIs(asStructure)).toBe('DAC du Tarn');

    // Detached, she has to choose again, and what she held as the structure reaches nothing (quality A8).
    await database.transaction((tx) => endPractice(tx, place.practiceId));
    expect((await visitor.session()).json()).toMatchObject({ state: 'choose-account', accounts: [{}] });
    expect((await visitor.put('/session/account', place)).json()).toMatchObject({ code: 'forbidden' });
  });

  it('offers nobody the account of somebody else', async () => {
    const someone = await house.server.signIn();
    await visitor.signInByProSante('hugo-calvet');
    const { accountId, practiceId } = someone;
    const refused = await visitor.put('/session/account', { accountId, practiceId });
    expect(refused.json()).toMatchObject({ code: 'forbidden', reason: 'not-your-account' });
  });

  it('gives no right before something was chosen', async () => {
    await visitor.signInByProSante('dr-martin');
    const me = await house.server.app.inject({
      url: '/api/v1/me',
      headers: { authorization: `Bearer ${await visitor.token()}`, origin: portal },
    });
    expect(me.json().mayCreateRecords ?? false).toBe(false);
  });
});

describe('the cookie and the tokens stay where they belong', () => {
  it('refuses a token taken to another page, and acts ordered from another page', async () => {
    await visitor.signInByProSante('hugo-calvet');
    const token = await visitor.token();
    await house.server.signIn();
    expect(await visitor.whoIs(token, testOrigin)).toBe('origin-not-allowed');
    expect(await visitor.whoIs(token, 'https://unknown.example')).toBe('origin-not-allowed');
    for (const origin of [testOrigin, 'https://unknown.example', 'null', `${portal}.evil.example`, '']) {
      expect((await visitor.post('/session/tokens', {}, origin)).json().code, origin).toBe('origin-not-allowed');
      expect((await visitor.post('/session/sign-out', undefined, origin)).json().code).toBe('origin-not-allowed');
    }
    expect((await visitor.session()).json().state).toBe('active');
  });

  it('opens no data by the cookie alone', async () => {
    await visitor.signInByProSante('hugo-calvet');
    expect((await visitor.get('/me')).json().code).toBe('unauthenticated');
  });

  it('over https the cookie is Secure, tied to this host, and no other is read', async () => {
    const publicOrigin = 'https://spico.example';
    const secure = await startAccountServer({ settings: { publicOrigin } });
    try {
      const visit = new Visitor(secure.server);
      const challengeId = (await visit.post('/session/one-time-codes', { email: hugo }, publicOrigin)).json()
        .challengeId;
      const code = await codeFor(secure.sandbox, hugo);
      const opened = await visit.post('/session/one-time-code-verifications', { challengeId, code }, publicOrigin);
      expect(String(opened.headers['set-cookie'])).toMatch(
        /^__Host-spico_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
      );
      expect((await visit.session()).statusCode).toBe(200);
      visit.cookies.set('spico_session', visit.cookies.get('__Host-spico_session') ?? '');
      visit.cookies.delete('__Host-spico_session');
      expect((await visit.session()).statusCode).toBe(401);
    } finally {
      await secure.close();
    }
  });

  it('answers under both names of a demonstration on this machine', async () => {
    await visitor.signInByProSante('hugo-calvet');
    expect((await visitor.post('/session/tokens', {}, 'http://127.0.0.1:4010')).statusCode).toBe(201);
    expect((await visitor.post('/session/tokens', {}, 'http://127.0.0.1:4011')).json().code).toBe('origin-not-allowed');
  });

  it('leaves locks and sign-outs in the audit trail [F-266]', async () => {
    const rows = await auditOf(house.server);
    for (const operation of ['account.lock', 'account.sign-out', 'account.choose']) {
      const row = rows.find((one) => one.operation === operation && one.outcome === 'done');
      expect(row, operation).toMatchObject({ session_id: expect.any(String), person_id: expect.any(String) });
    }
  });
});

describe.each(databases)('at the same moment, on %s', (db) => {
  let there: Awaited<ReturnType<typeof startAccountServer>>;
  beforeAll(async () => {
    there = await startAccountServer({ db });
  });
  afterAll(() => there.close());

  it('two browsers with one code: one gets in [F-06]', async () => {
    const asks = new Visitor(there.server);
    const challengeId = await asks.askForCode(hugo);
    const code = await codeFor(there.sandbox, hugo);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => new Visitor(there.server).showCode(challengeId, code)),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401, 401, 401]);
    expect(await mailsTo(there.sandbox, hugo)).toHaveLength(1);
  });

  it('a lock among requests for tokens: none of them is good afterwards [F-12]', async () => {
    const here = new Visitor(there.server);
    await here.signInByProSante('hugo-calvet');
    const ask = () => here.post('/session/tokens', {});
    const [one, , two, three] = await Promise.all([ask(), here.post('/session/lock'), ask(), ask()]);
    for (const answer of [one, two, three]) {
      if (answer.statusCode !== 201) continue;
      expect(await here.whoIs(answer.json().accessToken)).not.toBe('Hugo CALVET');
    }
  });

  it('two first sign-ins of the same professional: one person, one account [F-08]', async () => {
    const fresh = await startAccountServer({ db, cast: false });
    try {
      const visits = [new Visitor(fresh.server), new Visitor(fresh.server)];
      const returns = await Promise.all(visits.map((one) => one.goToProSante('maud-serres')));
      await Promise.all(visits.map((one, index) => one.comeBack(returns[index] ?? '')));
      for (const one of visits) expect((await one.session()).json().displayName).toBe('Maud SERRES');
      const rows = await fresh.server.database.asOwner((run) => run('select * from account', []));
      expect(rows).toHaveLength(1);
    } finally {
      await fresh.close();
    }
  });
});
