import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { signInAs } from '@spico/national-sandbox/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { uuid7 } from '../../platform/ids.ts';
import { scratchDirectory } from '../../testing/index.ts';
import { demoProfessional, insertPractice, registerClient } from './index.ts';
import { auditOf, cabinetSoftware, portal, startAccountServer, Visitor } from './test-kit.ts';

const page = 'https://cabinet-bleu.example';
const grant = 'urn:ietf:params:oauth:grant-type:token-exchange';
const tokenType = 'urn:ietf:params:oauth:token-type:access_token';

let house: Awaited<ReturnType<typeof startAccountServer>>;
let cabinet: { id: string; secret: string };
let someone: Visitor;

/** What Cabinet Bleu's back end sends; `more` changes it. */
async function exchange(
  subjectToken: string,
  more: { form?: Record<string, string>; id?: string; secret?: string; origin?: string } = {},
) {
  const form = { grant_type: grant, subject_token: subjectToken, subject_token_type: tokenType, origin: page };
  const basic = Buffer.from(`${more.id ?? cabinet.id}:${more.secret ?? cabinet.secret}`).toString('base64');
  return house.server.app.inject({
    method: 'POST',
    url: '/api/v1/oauth/token',
    payload: new URLSearchParams({ ...form, ...more.form }).toString(),
    headers: {
      authorization: `Basic ${basic}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...(more.origin ? { origin: more.origin } : {}),
    },
  });
}

const proSanteTokenOf = async (key: string, software = cabinetSoftware) =>
  (await signInAs(house.sandbox, key, software)).accessToken;
const me = async (token: string) =>
  (
    await house.server.app.inject({
      url: '/api/v1/me',
      headers: { authorization: `Bearer ${token}`, origin: page },
    })
  ).json();

beforeAll(async () => {
  house = await startAccountServer({ runJobs: false });
  someone = new Visitor(house.server);
  const registered = await house.server.database.transaction((tx) =>
    registerClient(tx, {
      name: 'Cabinet Bleu',
      origins: [page],
      scopes: ['search', 'records.read', 'session'],
      proSanteClientIds: [cabinetSoftware.clientId],
    }),
  );
  if (!registered.ok) throw new Error(registered.failure);
  cabinet = registered.value;
});
afterEach(() => {
  house.sandbox.faults.proSanteConnect.acr = 'eidas1';
});
afterAll(() => house.close());

describe('the token exchange of a practice software [F-201]', () => {
  it('gives the page of Cabinet Bleu a token for Hugo, for five minutes, with its own scopes', async () => {
    const answer = await exchange(await proSanteTokenOf('hugo-calvet'));
    expect(answer.statusCode).toBe(200);
    const { access_token: token, ...rest } = answer.json();
    expect(rest).toEqual({
      issued_token_type: tokenType,
      token_type: 'Bearer',
      expires_in: 300,
      scope: 'search records.read session',
    });
    expect(await me(token)).toMatchObject({
      professional: { displayName: 'Hugo CALVET' },
      assurance: 'psc',
      clientName: 'Cabinet Bleu',
      clientScopes: ['search', 'records.read', 'session'],
      mayCreateRecords: false,
    });
    expect(await someone.whoIs(token, portal)).toBe('origin-not-allowed');
    await house.server.advanceClock(301);
    expect((await me(token)).code).toBe('token-expired');
  });

  it('gives less when less is asked for, and never more', async () => {
    const token = await proSanteTokenOf('hugo-calvet');
    const less = await exchange(token, { form: { scope: 'session' } });
    expect(less.json().scope).toBe('session');
    const more = await exchange(token, { form: { scope: 'session records.write' } });
    expect(more.json()).toMatchObject({ code: 'invalid-request', fields: [{ pointer: '/scope' }] });
  });

  it('uses the same session while it lives', async () => {
    const count = async () =>
      (await house.server.database.asOwner((run) => run('select id from session where client_id = $1', [cabinet.id])))
        .length;
    const token = await proSanteTokenOf('karim-ziani');
    await exchange(token);
    const before = await count();
    await exchange(token);
    expect(await count()).toBe(before);
    await house.server.advanceClock(901);
    await exchange(token);
    expect(await count()).toBe(before + 1);
  });

  it('does not tell an unknown client from a wrong secret, and knows no secret of the portal', async () => {
    const token = await proSanteTokenOf('hugo-calvet');
    const answers = await Promise.all([
      exchange(token, { secret: 'x'.repeat(43) }),
      exchange(token, { id: 'cabinet-rouge' }),
      exchange(token, { id: 'spico-portal', secret: '' }),
    ]);
    for (const answer of answers) expect(answer.json()).toMatchObject({ status: 401, code: 'invalid-client' });
  });

  it('knows the registered page exactly, and is not for browsers', async () => {
    const token = await proSanteTokenOf('hugo-calvet');
    for (const origin of [`${page}/`, `${page}.evil.example`, page.toUpperCase(), `${page}:443`, 'null', portal]) {
      expect((await exchange(token, { form: { origin } })).json().code, origin).toBe('origin-not-allowed');
    }
    expect((await exchange(token, { origin: page })).json().code).toBe('origin-not-allowed');
  });

  it('asks Pro Santé Connect about the token: invented, of a lower level, of another software', async () => {
    expect((await exchange('invented')).json().code).toBe('invalid-subject-token');
    const foreign = (await signInAs(house.sandbox, 'hugo-calvet')).accessToken;
    expect((await exchange(foreign)).json().code).toBe('invalid-subject-token');
    house.sandbox.faults.proSanteConnect.acr = 'eidas0';
    expect((await exchange(await proSanteTokenOf('hugo-calvet'))).json().code).toBe('invalid-subject-token');
    const row = (await auditOf(house.server)).findLast(({ reason }) => reason === 'level-too-low');
    expect(row).toMatchObject({ operation: 'account.exchange-token', outcome: 'failed', client_id: cabinet.id });
  });

  it('takes the first practice where all give the same rights, the one asked for otherwise [F-09]', async () => {
    const martins = await proSanteTokenOf('dr-martin');
    const structureOf = async (answer: Awaited<ReturnType<typeof exchange>>) =>
      (await me(answer.json().access_token)).professional?.structureName;
    expect(await structureOf(await exchange(martins))).toBe('Maison de santé du Tarn');

    const visitor = new Visitor(house.server);
    await visitor.signInByProSante('dr-martin');
    const [, ehpad] = (await visitor.session()).json().accounts;
    const asked = await exchange(martins, { form: { practice_id: ehpad.practiceId } });
    expect(await structureOf(asked)).toBe('EHPAD Les Tilleuls');
    const { practiceId: foreign } = await house.server.signIn();
    const refused = await exchange(martins, { form: { practice_id: foreign } });
    expect(refused.json()).toMatchObject({ code: 'forbidden', reason: 'practice-needed' });

    await house.server.database.transaction(async (tx) => {
      const etienne = await demoProfessional(tx, uuid7, 'etienne-cabrol');
      const psychologist = { professionSystem: 'TRE_R95', professionCode: '93', professionGroup: 'G06' };
      await insertPractice(tx, uuid7, etienne?.accountId ?? '', { ...psychologist, vouchedBy: 'us' });
    });
    const two = await exchange(await proSanteTokenOf('etienne-cabrol'));
    expect(two.json()).toMatchObject({ code: 'forbidden', reason: 'practice-needed' });
  });

  it('ends with the client: suspended, its tokens and its page are refused at once', async () => {
    const { access_token: token } = (await exchange(await proSanteTokenOf('hugo-calvet'))).json();
    const preflight = () =>
      house.server.app.inject({
        method: 'OPTIONS',
        url: '/api/v1/me',
        headers: { origin: page, 'access-control-request-method': 'GET' },
      });
    expect((await preflight()).headers['access-control-allow-origin']).toBe(page);
    const become = (state: string) =>
      house.server.database.asOwner((run) => run('update client set state = $1 where id = $2', [state, cabinet.id]));
    await become('suspended');
    try {
      expect((await me(token)).code).toBe('unauthenticated');
      expect((await exchange(await proSanteTokenOf('hugo-calvet'))).json().code).toBe('invalid-client');
    } finally {
      await become('active');
    }
  });
});

describe('registering a client', () => {
  it('refuses pages that are not exact, and scopes that do not exist', async () => {
    const wanted = { name: 'Cabinet Vert', origins: [page], scopes: ['search'], proSanteClientIds: [] };
    const registered = (more: object) =>
      house.server.database.transaction((tx) => registerClient(tx, { ...wanted, ...more }));
    for (const origin of [
      'https://a.example/',
      'http://a.example',
      '*',
      'null',
      'https://*.a.example/x',
      'a.example',
    ]) {
      expect(await registered({ origins: [origin] }), origin).toMatchObject({ failure: 'origins' });
    }
    expect(await registered({ scopes: ['everything'] })).toMatchObject({ failure: 'scopes' });
    expect(await registered({ name: ' ' })).toMatchObject({ failure: 'name' });
    expect(await registered({ origins: ['http://127.0.0.1:8080'] })).toMatchObject({ ok: true });
  });

  it('is one command, which shows the secret once', async () => {
    const scratch = scratchDirectory();
    const command = fileURLToPath(new URL('../../cli/client-register.ts', import.meta.url));
    const register = (...given: string[]) =>
      promisify(execFile)(process.execPath, ['--conditions=source', command, ...given], {
        env: { PATH: process.env['PATH'], SPICO_DATA_DIR: scratch.path },
      });
    try {
      const full = ['--name', 'Cabinet Bleu', '--origin', page, '--pro-sante-client', 'x'];
      const { stdout } = await register(...full);
      expect(stdout).toMatch(/id {6}cabinet-bleu-[\w-]{6}\n {2}secret {2}[\w-]{43}\n/);
      await expect(register(...full, '--origin', 'https://a.example/x')).rejects.toMatchObject({ code: 1 });
      await expect(register('--name', 'x', '--origin', page)).rejects.toMatchObject({ code: 1 });
    } finally {
      scratch.remove();
    }
  });
});
