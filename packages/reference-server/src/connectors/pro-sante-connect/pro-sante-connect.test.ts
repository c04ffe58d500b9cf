import { randomBytes } from 'node:crypto';
import { type NationalSandbox, startNationalSandbox } from '@spico/national-sandbox';
import { followToCallback, signInAs, TestBrowser } from '@spico/national-sandbox/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SettingsError } from '../../platform/settings.ts';
import { createProSanteConnect, type ProSanteConnect, type ProSanteConnectError, type StartSignIn } from './index.ts';

const redirectUri = 'http://127.0.0.1:4010/v1/auth/psc/callback';
const home = 'http://127.0.0.1:4010/';
const host = {
  clientId: 'logiciel-hote',
  clientSecret: 'autre-secret',
  redirectUris: ['http://127.0.0.1:4999/retour'],
};

let sandbox: NationalSandbox;
let psc: ProSanteConnect;

function connectorOf(services: Readonly<Record<string, string>>): ProSanteConnect {
  const connector = createProSanteConnect(services);
  if (!connector) throw new Error('no connector');
  return connector;
}

const random = (): string => randomBytes(32).toString('base64url');
const departure = (): StartSignIn => ({ redirectUri, state: random(), nonce: random(), codeVerifier: random() });

async function signIn(key: string, browser = new TestBrowser(), connector = psc) {
  const kept = departure();
  const callback = await followToCallback((await connector.start(kept)).href, key, browser);
  return connector.finish(new URL(callback), kept);
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no failure',
    (error: ProSanteConnectError) => error.code,
  );

beforeAll(async () => {
  sandbox = await startNationalSandbox({
    host: '127.0.0.1',
    redirectUris: [redirectUri],
    postLogoutRedirectUris: [home],
    clients: [host],
  });
  psc = connectorOf(sandbox.settings);
});
afterAll(() => sandbox.close());
afterEach(() => {
  sandbox.faults.proSanteConnect.acr = 'eidas1';
});

describe('signing in by Pro Santé Connect [F-06]', () => {
  it('knows Dr Martin by her national identifier, with her two places of practice', async () => {
    const drMartin = await signIn('dr-martin');
    expect(drMartin).toMatchObject({
      nationalId: '899700991070',
      familyName: 'Martin',
      givenName: 'Claire',
      civility: 'MME',
      acr: 'eidas1',
      sectorCode: 'SA08',
      roles: [{ code: '10', oid: '1.2.250.1.213.1.1.5.5' }],
    });
    expect(drMartin.practices.map(({ professionCode, structureName }) => [professionCode, structureName])).toEqual([
      ['10', 'Maison de santé du Tarn'],
      ['10', 'EHPAD Les Tilleuls'],
    ]);
    expect(drMartin.idToken.split('.')).toHaveLength(3);
    expect(drMartin.expiresIn).toBeGreaterThan(0);
  });

  it('asks for the level, for everything the service knows, and proves the departure (PKCE)', async () => {
    const asked = (await psc.start(departure())).searchParams;
    expect(asked.get('acr_values')).toBe('eidas1');
    expect(asked.get('scope')).toBe('openid scope_all');
    expect(asked.get('code_challenge_method')).toBe('S256');
  });

  it('refuses a sign-in that came back at another level, even though eidas1 was asked for', async () => {
    sandbox.faults.proSanteConnect.acr = 'eidas0';
    expect(await codeOf(signIn('dr-martin'))).toBe('level-too-low');
  });

  it('accepts userinfo as plain JSON too', async () => {
    const plain = await startNationalSandbox({ host: '127.0.0.1', redirectUris: [redirectUri], userinfo: 'json' });
    try {
      const nadia = await signIn('nadia-haddad', new TestBrowser(), connectorOf(plain.settings));
      expect(nadia).toMatchObject({ familyName: 'Haddad', practices: [{ modeCode: 'L' }, { modeCode: 'S' }] });
    } finally {
      await plain.close();
    }
  });

  it('gives no practice to someone without a health exercise: the verified profession here will decide', async () => {
    const everyone = (await import('@spico/reference-data/synthetic')).demoProfessionals;
    const social = everyone.find(({ professions }) => professions.some(({ system }) => system === 'TRE_R94'));
    const someone = await signIn(social?.key ?? '');
    expect(someone.nationalId).toBe(social?.nationalId);
    expect(someone.practices).toEqual([]);
  });

  it('lets a second professional sign in from the same browser', async () => {
    const browser = new TestBrowser();
    await signIn('dr-martin', browser);
    expect((await signIn('nadia-haddad', browser)).familyName).toBe('Haddad');
  });
});

describe('a return that does not belong to the departure', () => {
  it('is refused with another state, another nonce, another verifier, or a code used twice', async () => {
    const go = async () => {
      const kept = departure();
      return { kept, callback: new URL(await followToCallback((await psc.start(kept)).href, 'dr-martin')) };
    };
    const one = await go();
    expect(await codeOf(psc.finish(one.callback, { ...one.kept, state: 'autre' }))).toBe('invalid-answer');
    const two = await go();
    expect(await codeOf(psc.finish(two.callback, { ...two.kept, nonce: 'autre' }))).toBe('invalid-answer');
    const three = await go();
    expect(await codeOf(psc.finish(three.callback, { ...three.kept, codeVerifier: random() }))).toBe('refused');
    const four = await go();
    await psc.finish(four.callback, four.kept);
    expect(await codeOf(psc.finish(four.callback, four.kept))).toBe('refused');
  });

  it('says that the professional turned back', async () => {
    const kept = departure();
    const browser = new TestBrowser();
    const shown = await browser.follow((await psc.start(kept)).href);
    const back = await browser.follow(shown.url, { annuler: '1' });
    expect(await codeOf(psc.finish(new URL(back.url), kept))).toBe('cancelled');
  });
});

describe('signing out', () => {
  it('ends the national session and its tokens, and comes home with the state', async () => {
    const browser = new TestBrowser();
    const { idToken, accessToken } = await signIn('dr-martin', browser);
    const away = await psc.endSessionUrl({ idToken, postLogoutRedirectUri: home, state: 'retour' });
    const back = await browser.follow(away.href);
    expect(back.url).toBe(`${home}?state=retour`);
    expect(await codeOf(psc.present(accessToken))).toBe('invalid-token');
    const silent = await psc.start(departure());
    silent.searchParams.set('prompt', 'none');
    expect(new URL((await browser.follow(silent.href)).url).searchParams.get('error')).toBe('login_required');
  });

  it('never sends the browser to an address that was not declared', async () => {
    const browser = new TestBrowser();
    const { idToken } = await signIn('dr-martin', browser);
    const away = await psc.endSessionUrl({ idToken, postLogoutRedirectUri: 'http://127.0.0.1:6666/', state: 'x' });
    const shown = await browser.follow(away.href);
    expect(shown.response?.status).toBe(400);
  });
});

describe('a token that another software obtained', () => {
  it('is recognised, with the software it was given to', async () => {
    const { accessToken } = await signInAs(sandbox, 'nadia-haddad', host);
    const presented = await psc.present(accessToken);
    expect(presented).toMatchObject({ familyName: 'Haddad', clientId: 'logiciel-hote', acr: 'eidas1' });
    expect(presented.expiresAt).toBeGreaterThan(Date.now() / 1000);
  });

  it('is refused when invented, or obtained at another level', async () => {
    expect(await codeOf(psc.present('jeton-invente'))).toBe('invalid-token');
    sandbox.faults.proSanteConnect.acr = 'eidas0';
    const { accessToken } = await signInAs(sandbox, 'nadia-haddad', host);
    expect(await codeOf(psc.present(accessToken))).toBe('level-too-low');
  });
});

describe('settings', () => {
  it('speaks http to this machine only', () => {
    const services = { ...sandbox.settings, SPICO_PSC_ISSUER: 'http://psc.example/realms/x' };
    expect(() => createProSanteConnect(services)).toThrow(SettingsError);
    expect(() =>
      createProSanteConnect({ ...services, SPICO_PSC_ISSUER: 'https://psc.example/realms/x' }),
    ).not.toThrow();
    expect(createProSanteConnect({})).toBeUndefined();
  });

  it('reads the discovery document under its own name, or under the standard one', async () => {
    const standard = connectorOf({ ...sandbox.settings, SPICO_PSC_DISCOVERY: 'openid-configuration' });
    expect((await standard.start(departure())).origin).toBe(sandbox.url);
    const absent = connectorOf({ ...sandbox.settings, SPICO_PSC_DISCOVERY: 'autre' });
    expect(await codeOf(absent.start(departure()))).toBe('unavailable');
  });

  it('recovers by itself once the service is back', async () => {
    const early = await startNationalSandbox({ host: '127.0.0.1', redirectUris: [redirectUri] });
    const connector = connectorOf(early.settings);
    const port = Number(new URL(early.url).port);
    await early.close();
    expect(await codeOf(connector.start(departure()))).toBe('unavailable');
    const later = await startNationalSandbox({ host: '127.0.0.1', ports: { http: port }, redirectUris: [redirectUri] });
    try {
      expect((await connector.start(departure())).origin).toBe(later.url);
    } finally {
      await later.close();
    }
  });
});
