import { TestBrowser } from '@spico/national-sandbox/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { auditOf, codeFor, mailsTo, portal, startAccountServer, Visitor } from './test-kit.ts';

const claire = 'claire-martin@demo.spico.example';
const email = {
  drMartin: 'claire.martin@demo.spico.example',
  nadia: 'nadia.haddad@demo.spico.example',
  etienne: 'etienne.cabrol@demo.spico.example',
  hugo: 'hugo.calvet@demo.spico.example',
  karim: 'karim.ziani@demo.spico.example',
  maud: 'maud.serres@demo.spico.example',
  laura: 'laura.costes@demo.spico.example',
};

let house: Awaited<ReturnType<typeof startAccountServer>>;
let visitor: Visitor;
const another = () => new Visitor(house.server);

beforeAll(async () => {
  house = await startAccountServer();
  visitor = another();
});
afterEach(() => {
  visitor = another();
  house.sandbox.faults.proSanteConnect.acr = 'eidas1';
});
afterAll(() => house.close());

describe('the ways in [F-06]', () => {
  it('are both offered, and the demonstration shows where its mail arrives', async () => {
    expect((await visitor.get('/session-options')).json()).toEqual({
      signInMethods: ['pro-sante-connect', 'one-time-code'],
      sandbox: true,
      mailboxUrl: house.sandbox.mailbox.url,
    });
  });

  it('open nothing before one of them was taken', async () => {
    expect((await visitor.session()).json().code).toBe('unauthenticated');
    visitor.cookies.set('spico_session', 'invented-'.repeat(5));
    expect((await visitor.session()).json().code).toBe('unauthenticated');
  });
});

describe('Pro Santé Connect [F-06]', () => {
  it('brings Étienne back to the page he wanted, signed in, in his only practice', async () => {
    const back = await visitor.signInByProSante('etienne-cabrol', '/patients');
    expect(back.statusCode).toBe(302);
    expect(back.headers.location).toBe(`${portal}/patients`);
    const cookies = [back.headers['set-cookie'] ?? []].flat();
    expect(cookies[0]).toMatch(/^spico_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(cookies[1]).toMatch(/^spico_departure=; .*Max-Age=0/);

    const session = (await visitor.session()).json();
    expect(session).toMatchObject({
      state: 'active',
      displayName: 'Étienne CABROL',
      signInMethod: 'pro-sante-connect',
      current: { structureName: 'Maison de santé du Tarn', profession: { code: '21', labelFr: 'Pharmacien' } },
      idleSeconds: 900,
    });
    expect(await visitor.whoIs(await visitor.token())).toBe('Étienne CABROL');
  });

  it('comes from the regional portal straight to the page it links to, with nothing to type or press [F-07]', async () => {
    const somewhereElse = new TestBrowser();
    // Signed in at another service of the region this morning: the national session is alive in this browser.
    await new Visitor(house.server, somewhereElse).signInByProSante('etienne-cabrol');
    const fromThePortal = new Visitor(house.server, somewhereElse);
    const page = '/records/018f3a4c-0000-7000-8000-000000000001';
    const left = await fromThePortal.get(`/session/pro-sante-connect?returnTo=${page}`);
    expect(left.statusCode).toBe(302);
    // The real service asks nothing inside a live session; the sandbox does, unless told, because one person plays several.
    const address = new URL(String(left.headers.location));
    address.searchParams.set('prompt', 'none');
    const answered = await somewhereElse.follow(address.href);
    expect(answered.response, 'Pro Santé Connect asked something').toBeUndefined();
    const back = await fromThePortal.comeBack(answered.url);
    expect([back.statusCode, back.headers.location]).toEqual([302, `${portal}${page}`]);
    expect((await fromThePortal.session()).json()).toMatchObject({ state: 'active', displayName: 'Étienne CABROL' });
    expect(await fromThePortal.whoIs(await fromThePortal.token())).toBe('Étienne CABROL');
  });

  it('asks Dr Martin, who works in two places, in which one she is [F-08] [F-09]', async () => {
    await visitor.signInByProSante('dr-martin');
    const session = (await visitor.session()).json();
    expect(session.state).toBe('choose-account');
    expect(session.current).toBeUndefined();
    expect(session.accounts.map((one: { structureName: string }) => one.structureName)).toEqual([
      'Maison de santé du Tarn',
      'EHPAD Les Tilleuls',
    ]);
    const { accountId, practiceId } = session.accounts[1];
    const chosen = await visitor.put('/session/account', { accountId, practiceId });
    expect(chosen.json()).toMatchObject({ state: 'active', current: { structureName: 'EHPAD Les Tilleuls' } });
  });

  it('lets nobody in at a lower level, and says no more than that it failed', async () => {
    house.sandbox.faults.proSanteConnect.acr = 'eidas0';
    const back = await visitor.signInByProSante('dr-martin');
    expect(back.headers.location).toBe(`${portal}/?sign-in-failed=1`);
    expect((await visitor.session()).json().code).toBe('unauthenticated');
    const last = (await auditOf(house.server)).at(-1);
    expect(last).toMatchObject({ outcome: 'failed', problem: 'sign-in-failed', reason: 'level-too-low' });
  });

  it('takes a return once, and only in the browser that left', async () => {
    const address = await visitor.goToProSante('maud-serres');
    const thief = another();
    expect((await thief.comeBack(address)).headers.location).toBe(`${portal}/?sign-in-failed=1`);
    const kept = new Map(visitor.cookies);
    expect((await visitor.comeBack(address)).headers.location).toBe(`${portal}/`);
    for (const [name, value] of kept) visitor.cookies.set(name, value);
    expect((await visitor.comeBack(address)).headers.location).toBe(`${portal}/?sign-in-failed=1`);
  });

  it('forgets a departure after ten minutes', async () => {
    const address = await visitor.goToProSante('maud-serres');
    await house.server.advanceClock(601);
    expect((await visitor.comeBack(address)).headers.location).toBe(`${portal}/?sign-in-failed=1`);
  });

  it('comes back to a page of ours and to no other', async () => {
    for (const returnTo of [
      '//evil.example',
      '///evil.example',
      '/%5Cevil.example',
      'https:/evil.example',
      '/%0D%0Ax',
    ]) {
      expect((await visitor.get(`/session/pro-sante-connect?returnTo=${returnTo}`)).statusCode, returnTo).toBe(400);
    }
    const back = await visitor.signInByProSante('etienne-cabrol', '/records/..//evil.example');
    expect(new URL(String(back.headers.location)).origin).toBe(portal);
  });

  it('opens an account for a professional whose profession the matrix knows, and kindly refuses the others [F-08]', async () => {
    const empty = await startAccountServer({ cast: false });
    try {
      const solene = new Visitor(empty.server);
      await solene.signInByProSante('solene-pradal');
      expect((await solene.session()).json()).toMatchObject({
        state: 'active',
        displayName: 'Solène PRADAL',
        current: { profession: { system: 'TRE_R95', code: '93' } },
      });
      const again = new Visitor(empty.server);
      await again.signInByProSante('solene-pradal');
      const people = await empty.server.database.asOwner((run) => run('select * from person', []));
      expect(people).toHaveLength(1);

      // A social worker has no health exercise: her profession would have to be verified by us first.
      const sophie = new Visitor(empty.server);
      const back = await sophie.signInByProSante('sophie-marty');
      expect(back.headers.location).toBe(`${portal}/?sign-in-failed=profession-unknown`);
      expect((await sophie.session()).json().code).toBe('unauthenticated');
    } finally {
      await empty.close();
    }
  });

  it('is not offered, and fails gently, where it is not set up or does not answer', async () => {
    const alone = await startAccountServer({ settings: { services: {} } });
    try {
      const lost = new Visitor(alone.server);
      expect((await lost.get('/session-options')).json().signInMethods).toEqual([]);
      const left = await lost.get('/session/pro-sante-connect');
      expect(left.headers.location).toBe(`${portal}/?sign-in-failed=1`);
    } finally {
      await alone.close();
    }
  });
});

describe('the one-time code [F-06]', () => {
  it('arrives by mail and opens the session of Hugo, once [F-04]', async () => {
    const challengeId = await visitor.askForCode('Hugo.Calvet@DEMO.spico.example');
    const code = await codeFor(house.sandbox, email.hugo);
    const [mail] = await mailsTo(house.sandbox, email.hugo);
    expect(mail?.subject).not.toMatch(/\d{6}/);
    const opened = await visitor.showCode(challengeId, code);
    expect(opened.statusCode).toBe(200);
    expect(opened.json()).toMatchObject({ state: 'active', displayName: 'Hugo CALVET', signInMethod: 'one-time-code' });
    expect(await visitor.whoIs(await visitor.token())).toBe('Hugo CALVET');
    expect((await another().showCode(challengeId, code)).json().code).toBe('one-time-code-refused');
  });

  it('is worth nothing after ten minutes', async () => {
    const challengeId = await visitor.askForCode(email.karim);
    const code = await codeFor(house.sandbox, email.karim);
    await house.server.advanceClock(601);
    expect((await visitor.showCode(challengeId, code)).json().code).toBe('one-time-code-refused');
  });

  it('dies at the fifth wrong try, even if the sixth is right', async () => {
    const challengeId = await visitor.askForCode(email.maud);
    const code = await codeFor(house.sandbox, email.maud);
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await visitor.showCode(challengeId, wrong)).json().code).toBe('one-time-code-refused');
    }
    expect((await visitor.showCode(challengeId, code)).json().code).toBe('one-time-code-refused');
  });

  it('is sent three times in a quarter of an hour, also when asked for ten times at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => another().post('/session/one-time-codes', { email: email.laura })),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 202)).toHaveLength(3);
    const [refused] = answers.filter(({ statusCode }) => statusCode === 429);
    expect(refused?.json()).toMatchObject({ code: 'rate-limited' });
    expect(refused?.json().retryAfterSeconds).toBeGreaterThan(890);
    await house.server.advanceClock(901);
    expect((await visitor.post('/session/one-time-codes', { email: email.laura })).statusCode).toBe(202);
  });

  it('does not tell whether an address has an account', async () => {
    const shape = async (to: string) => {
      const answer = await another().post('/session/one-time-codes', { email: to });
      const { challengeId, expiresAt, ...rest } = answer.json();
      expect(challengeId).toMatch(/^[0-9a-f-]{36}$/);
      expect(Date.parse(expiresAt)).toBeGreaterThan(0);
      const { date: _date, 'x-request-id': _id, ...headers } = answer.headers;
      const wrong = await another().showCode(challengeId, '123456');
      const { traceId: _trace, ...problem } = wrong.json();
      return { status: answer.statusCode, rest, headers, wrong: [wrong.statusCode, problem] };
    };
    expect(await shape(claire)).toEqual(await shape(email.drMartin));
    // Asked often, both are refused alike as well.
    const asked = (to: string) => another().post('/session/one-time-codes', { email: to });
    for (const to of [claire, email.drMartin]) for (let n = 0; n < 2; n += 1) await asked(to);
    expect([(await asked(claire)).statusCode, (await asked(email.drMartin)).statusCode]).toEqual([429, 429]);
    await codeFor(house.sandbox, email.drMartin);
    expect(await mailsTo(house.sandbox, claire)).toEqual([]);
  });

  it('goes to one plain address and to no other [F-04]', async () => {
    for (const to of [
      'x@evil.fr@chu.example',
      'x@evil.fr,y@chu.example',
      'a@ex.fr\r\nBcc: b@ex.fr',
      '"x@chu"@evil.fr',
    ]) {
      const answer = await visitor.post('/session/one-time-codes', { email: to });
      expect(answer.json()).toMatchObject({ code: 'invalid-request', fields: [{ pointer: '/email' }] });
    }
  });

  it('signs nobody in from the page of somebody else', async () => {
    const { headers } = await house.server.signIn();
    const answer = await visitor.post('/session/one-time-codes', { email: email.nadia }, headers.origin);
    expect(answer.json().code).toBe('origin-not-allowed');
  });

  it('opens nothing for an account that was suspended in between [F-03]', async () => {
    const challengeId = await visitor.askForCode(email.nadia);
    const code = await codeFor(house.sandbox, email.nadia);
    const suspend = (state: string) =>
      house.server.database.asOwner((run) =>
        run('update account set state = $1 where login_email = $2', [state, email.nadia]),
      );
    await suspend('suspended');
    try {
      expect((await visitor.showCode(challengeId, code)).json().code).toBe('one-time-code-refused');
      const back = await visitor.signInByProSante('nadia-haddad');
      expect(back.headers.location).toBe(`${portal}/?sign-in-failed=account-not-active`);
    } finally {
      await suspend('active');
    }
  });

  it('leaves every step in the audit trail, and no address and no code in it [F-266]', async () => {
    const rows = await auditOf(house.server);
    const signIns = rows.filter(({ operation }) => operation === 'account.sign-in');
    expect(signIns.some(({ outcome, session_id }) => outcome === 'done' && session_id !== null)).toBe(true);
    expect(signIns.some(({ outcome, account_id }) => outcome === 'failed' && account_id !== null)).toBe(true);
    const text = JSON.stringify(rows);
    expect(text).not.toContain('@');
    for (const mail of await mailsTo(house.sandbox, email.hugo)) {
      expect(text).not.toContain(/\b\d{6}\b/.exec(mail.text)?.[0]);
    }
  });
});
