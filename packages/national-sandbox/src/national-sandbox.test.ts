import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type NationalSandbox, startNationalSandbox } from './index.ts';
import { signInAs, TestBrowser } from './testing.ts';

const redirectUri = 'http://127.0.0.1:4010/v1/auth/psc/callback';
let sandbox: NationalSandbox;

beforeAll(async () => {
  sandbox = await startNationalSandbox({
    host: '127.0.0.1',
    redirectUris: [redirectUri],
    clock: () => new Date('2026-03-29T01:30:00Z'),
  });
});
afterAll(() => sandbox.close());
afterEach(async () => {
  await fetch(sandbox.control.url, { method: 'DELETE' });
  await fetch(sandbox.mailbox.messagesUrl, { method: 'DELETE' });
});

const discovery = async (): Promise<Record<string, string>> =>
  (await (await fetch(sandbox.proSanteConnect.discoveryUrl)).json()) as Record<string, string>;

async function authorization(changes: Record<string, string | undefined> = {}): Promise<string> {
  const asked: Record<string, string | undefined> = {
    client_id: sandbox.proSanteConnect.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid scope_all',
    acr_values: 'eidas1',
    state: 'etat',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    ...changes,
  };
  const url = new URL((await discovery()).authorization_endpoint ?? '');
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}

/** A page anybody may open: its own style sheet, no script, in French, plainly a sandbox. */
async function expectCalmPage(response: Response): Promise<string> {
  const text = await response.text();
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(text).not.toMatch(/<script|<style| style=| on\w+=/i);
  expect(text).toContain('<html lang="fr">');
  expect(text).toContain('Bac à sable');
  return text;
}

describe('Pro Santé Connect played [F-06]', () => {
  it('publishes its discovery document under the name of the national service and under the standard one', async () => {
    const wallet = await discovery();
    const standard = await fetch(`${sandbox.proSanteConnect.issuer}/.well-known/openid-configuration`);
    expect(await standard.json()).toEqual(wallet);
    expect(wallet).toMatchObject({
      issuer: sandbox.proSanteConnect.issuer,
      token_endpoint: `${sandbox.proSanteConnect.issuer}/protocol/openid-connect/token`,
      acr_values_supported: ['eidas1'],
    });
  });

  it('shows the professionals as buttons, by name and role', async () => {
    const shown = await new TestBrowser().follow(await authorization());
    const text = await expectCalmPage(shown.response as Response);
    expect(text).toContain('<button name="professionnel" value="dr-martin">');
    expect(text).toContain('Mme MARTIN Claire');
    expect(text).toContain('Médecin généraliste');
    expect(text).toContain('SPICO');
  });

  it.each([undefined, 'eidas2', 'eidas'])('turns back a request whose level is %s', async (level) => {
    const back = new URL((await new TestBrowser().follow(await authorization({ acr_values: level }))).url);
    expect(back.searchParams.get('error')).toBe('invalid_request');
    expect(back.searchParams.get('state')).toBe('etat');
  });

  it('turns back a request without proof key, and keeps one with another return address to itself', async () => {
    const open = { code_challenge: undefined, code_challenge_method: undefined };
    const back = new URL((await new TestBrowser().follow(await authorization(open))).url);
    expect(back.searchParams.get('error')).toBe('invalid_request');
    const stolen = await new TestBrowser().follow(await authorization({ redirect_uri: 'http://127.0.0.1:6666/' }));
    expect(stolen.response?.status).toBe(400);
    await expectCalmPage(stolen.response as Response);
  });

  it('refuses a name that is not on the list, and a page opened twice', async () => {
    const browser = new TestBrowser();
    const shown = await browser.follow(await authorization());
    expect((await browser.visit(shown.url, { professionnel: 'inconnu' })).status).toBe(400);
    await browser.follow(shown.url, { professionnel: 'dr-martin' });
    const again = await browser.follow(shown.url);
    expect(again.response?.status).toBe(400);
    await expectCalmPage(again.response as Response);
  });

  it('tells who is already signed in before somebody else is chosen', async () => {
    const browser = new TestBrowser();
    await signInAs(sandbox, 'dr-martin', sandbox.proSanteConnect, browser);
    const shown = await browser.follow(await authorization());
    expect(await shown.response?.text()).toContain('au nom de Claire Martin');
  });

  it('asks before signing out when no proof comes with the request', async () => {
    const browser = new TestBrowser();
    await signInAs(sandbox, 'dr-martin', sandbox.proSanteConnect, browser);
    const asked = await browser.visit((await discovery()).end_session_endpoint ?? '');
    const text = await expectCalmPage(asked);
    expect(text).toContain('Me déconnecter');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const confirm = /action="([^"]+)"/.exec(text)?.[1] ?? '';
    const done = await browser.follow(confirm, { xsrf, logout: 'yes' });
    expect(await expectCalmPage(done.response as Response)).toContain('Vous êtes déconnecté');
  });
});

const envelope = (family: string, given: string, header = true): string => `<?xml version="1.0"?>
<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">
<s:Header>${header ? '<b:ContexteBAM xmlns:b="urn:siram:bam:ctxbam"/><l:ContexteLPS xmlns:l="urn:siram:lps:ctxlps"/><a:Action xmlns:a="http://www.w3.org/2005/08/addressing">x</a:Action><a:MessageID xmlns:a="http://www.w3.org/2005/08/addressing">x</a:MessageID>' : '<x/>'}</s:Header>
<s:Body><i:RECSANSVITALE xmlns:i="http://www.cnamts.fr/INSiRecSans"><i:NomNaissance>${family}</i:NomNaissance><i:Prenom>${given}</i:Prenom>
<i:Sexe>F</i:Sexe><i:DateNaissance>1975-12-31</i:DateNaissance></i:RECSANSVITALE></s:Body></s:Envelope>`;

const ask = (body: string): Promise<Response> =>
  fetch(sandbox.insi.url, { method: 'POST', headers: { 'content-type': 'text/xml' }, body });

describe('INSi played [F-34]', () => {
  it('answers in the shape of the service', async () => {
    const answer = await (await ask(envelope('ADRUN', 'ZOE'))).text();
    expect(answer).toContain(
      '<RESULTAT xmlns="http://www.cnamts.fr/INSiResultat"><CR><CodeCR>00</CodeCR><LibelleCR>OK</LibelleCR></CR>',
    );
    expect(answer).toContain('<NumIdentifiant>2751263220749</NumIdentifiant><Cle>74</Cle>');
    expect(answer).toContain('<ListePrenom>ZOE</ListePrenom>');
  });

  it.each([
    ['lower case', 'Adrun', 'ZOE'],
    ['an accent', 'ADRUN', 'ZOÉ'],
    ['a ligature', 'CŒUR', 'ZOE'],
    ['a digit', 'ADRUN 2', 'ZOE'],
    ['two spaces', 'LE  GOFF', 'ZOE'],
    ['a final hyphen in a given name', 'ADRUN', 'ZOE-'],
    ['a double hyphen in a given name', 'ADRUN', 'ZOE--ANNE'],
    ['a leading hyphen', '-ADRUN', 'ZOE'],
  ])('refuses %s instead of correcting it', async (_what, family, given) => {
    const response = await ask(envelope(family, given));
    expect(response.status).toBe(500);
    expect(await response.text()).toContain('siram_40');
  });

  it('allows a double hyphen in the family name', async () => {
    expect(await (await ask(envelope('MARTIN--DURAND', 'ZOE'))).text()).toContain('<CodeCR>01</CodeCR>');
  });

  it.each([
    ['without its contexts', envelope('ADRUN', 'ZOE', false)],
    ['of another namespace', envelope('ADRUN', 'ZOE').replace('INSiRecSans', 'Autre')],
    ['with a document type', `<!DOCTYPE x [<!ENTITY z "ZOE">]>${envelope('ADRUN', '&z;')}`],
    ['that is no XML', 'bonjour'],
    ['that is empty', ''],
  ])('answers a fault to a message %s', async (_what, body) => {
    const response = await ask(body);
    expect(response.status).toBe(500);
    expect(await response.text()).toContain('Fault');
  });
});

describe('the mailbox page', () => {
  const smtp = async (lines: readonly string[]): Promise<void> => {
    const { createConnection } = await import('node:net');
    const socket = createConnection(sandbox.smtp.port, sandbox.smtp.host).setEncoding('utf8');
    const replies = socket[Symbol.asyncIterator]();
    await replies.next();
    for (const line of lines) {
      socket.write(`${line}\r\n`);
      await replies.next();
    }
    socket.destroy();
  };
  const deliver = (to: string, message: string): Promise<void> =>
    smtp(['HELO moi', 'MAIL FROM:<spico@exemple.test>', `RCPT TO:<${to}>`, 'DATA', `${message}\r\n.`]);

  it('shows a hostile HTML mail as text, and its links as links', async () => {
    const html = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
    await deliver(
      'nadia@exemple.test',
      `Subject: <b>Bonjour</b>\r\nContent-Type: multipart/alternative; boundary=z\r\n\r\n--z\r\nContent-Type: text/plain\r\n\r\nOuvrez https://spico.test/x?a=1&b=2 maintenant\r\n--z\r\nContent-Type: text/html\r\n\r\n${html}\r\n--z--`,
    );
    const list = await expectCalmPage(await fetch(sandbox.mailbox.url));
    expect(list).toContain('&lt;b&gt;Bonjour&lt;/b&gt;');
    expect(list).toContain('http-equiv="refresh"');
    expect(await (await fetch(`${sandbox.mailbox.url}?fixe=1`)).text()).not.toContain('http-equiv="refresh"');
    expect(list).toContain('29/03/2026 03:30:00');
    const address = /href="(\/courriels\/\d+)"/.exec(list)?.[1] ?? '';
    const text = await (await fetch(sandbox.url + address)).text();
    expect(text).toContain('<a href="https://spico.test/x?a=1&amp;b=2"');
    expect(text).toContain('&lt;script&gt;alert(2)&lt;/script&gt;');
    expect(text).not.toContain('<script');
    expect(text).not.toContain('<img');
  });

  it('keeps one recipient, and empties', async () => {
    await deliver('nadia@exemple.test', 'Subject: Un\r\n\r\nTexte');
    await deliver('leo@exemple.test', 'Subject: Deux\r\n\r\nTexte');
    const subjects = async (to: string) => {
      const found = (await (await fetch(`${sandbox.mailbox.messagesUrl}?to=${to}`)).json()) as { subject: string }[];
      return found.map(({ subject }) => subject);
    };
    expect(await subjects('NADIA@exemple.test')).toEqual(['Un']);
    expect(await subjects('')).toEqual(['Deux', 'Un']);
    const filtered = await (await fetch(`${sandbox.mailbox.url}?to=leo@exemple.test`)).text();
    expect(filtered).toContain('Deux');
    expect(filtered).not.toContain('>Un<');
    await fetch(`${sandbox.mailbox.url}/vider`, { method: 'POST' });
    expect(await subjects('')).toEqual([]);
  });
});

describe('around the services', () => {
  it('lists what is played, with the addresses to put in the settings', async () => {
    const text = await expectCalmPage(await fetch(sandbox.url));
    for (const address of [sandbox.proSanteConnect.discoveryUrl, sandbox.insi.url, sandbox.mailbox.url]) {
      expect(text).toContain(address);
    }
  });

  it('shows a DMP page for a well-formed number only [F-100]', async () => {
    const open = (query: string) => fetch(`${sandbox.url}/dmp?${query}`);
    expect(await expectCalmPage(await open('ins=180032B02040123&oid=1.2.250.1.213.1.4.8'))).toContain(
      '1 80 03 2B 020 401 23',
    );
    expect((await open('ins=<script>&oid=1')).status).toBe(400);
    await expectCalmPage(await open(''));
  });

  it('takes orders to fail in JSON only, which no foreign page can send', async () => {
    const body = JSON.stringify({ insi: { mode: 'error' } });
    const plain = await fetch(sandbox.control.url, { method: 'POST', headers: { 'content-type': 'text/plain' }, body });
    expect(plain.status).toBe(415);
    const unknown = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"insi":{"mode":"feu"}}',
    };
    expect((await fetch(sandbox.control.url, unknown)).status).toBe(400);
  });

  it('stops at once, even with a browser still connected', async () => {
    const brief = await startNationalSandbox({ host: '127.0.0.1', redirectUris: [redirectUri] });
    const agent = await import('node:http').then(({ Agent }) => new Agent({ keepAlive: true }));
    await new Promise((resolve) => request(brief.url, { agent }, (answer) => answer.resume().on('end', resolve)).end());
    const started = Date.now();
    await brief.close();
    expect(Date.now() - started).toBeLessThan(1000);
    agent.destroy();
  });

  it('says that a port is taken', async () => {
    const port = Number(new URL(sandbox.url).port);
    const second = startNationalSandbox({ host: '127.0.0.1', ports: { http: port }, redirectUris: [redirectUri] });
    await expect(second).rejects.toThrow(/EADDRINUSE/);
  });
});
