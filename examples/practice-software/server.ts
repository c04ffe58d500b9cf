/**
 * The back end of an invented practice software, "Cabinet Bleu", as a vendor would write it. It shows the three things a
 * vendor's server does for the widgets and nothing else:
 *
 * 1. it signs the professional in with Pro Santé Connect, as it does already for its own needs;
 * 2. it exchanges the professional's Pro Santé Connect token for a short SPICO token (RFC 8693), with its client secret;
 * 3. it serves its own pages, under a strict Content-Security-Policy.
 *
 * Nothing of SPICO is imported here: a vendor has only the address, a client id and a secret.
 */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as oidc from 'openid-client';

export interface PracticeSoftwareOptions {
  /** Where browsers find this software, e.g. `http://localhost:4200`; it listens on that port. */
  readonly origin: string;
  /** Origin of the SPICO server, e.g. `http://127.0.0.1:4010`. */
  readonly spicoOrigin: string;
  readonly spicoClient: { readonly id: string; readonly secret: string };
  readonly proSanteConnect: { readonly discoveryUrl: string; readonly clientId: string; readonly clientSecret: string };
}

interface Visit {
  state?: string;
  nonce?: string;
  verifier?: string;
  proSanteToken?: string;
  displayName?: string;
}

const files: Readonly<Record<string, readonly [name: string, type: string]>> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/app.js': ['app.js', 'text/javascript; charset=utf-8'],
  '/app.css': ['app.css', 'text/css; charset=utf-8'],
  '/patients.json': ['patients.json', 'application/json; charset=utf-8'],
};

/** Starts the practice software and says where it listens. */
export async function startPracticeSoftware(options: PracticeSoftwareOptions) {
  const visits = new Map<string, Visit>();
  let provider: Promise<oidc.Configuration> | undefined;
  const { origin } = options;

  const discover = (): Promise<oidc.Configuration> =>
    (provider ??= oidc.discovery(
      new URL(options.proSanteConnect.discoveryUrl),
      options.proSanteConnect.clientId,
      options.proSanteConnect.clientSecret,
      oidc.ClientSecretPost(options.proSanteConnect.clientSecret),
      // The demo's Pro Santé Connect is on this machine, without TLS.
      { execute: [oidc.allowInsecureRequests] },
    ));

  const policy = (): string =>
    [
      "default-src 'none'",
      `script-src 'self' ${options.spicoOrigin}`,
      "style-src 'self'",
      "img-src 'self' data: blob:",
      `connect-src 'self' ${options.spicoOrigin}`,
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types lit-html 'allow-duplicates'",
    ].join('; ');

  function visitOf(request: IncomingMessage, response: ServerResponse): Visit {
    const id = /(?:^|; )cabinet=([\w-]{20,})/.exec(request.headers.cookie ?? '')?.[1];
    const known = id ? visits.get(id) : undefined;
    if (known) return known;
    const fresh = randomBytes(24).toString('base64url');
    const visit: Visit = {};
    visits.set(fresh, visit);
    response.setHeader('Set-Cookie', `cabinet=${fresh}; HttpOnly; SameSite=Lax; Path=/`);
    return visit;
  }

  async function signIn(visit: Visit, response: ServerResponse): Promise<void> {
    visit.state = oidc.randomState();
    visit.nonce = oidc.randomNonce();
    visit.verifier = oidc.randomPKCECodeVerifier();
    const address = oidc.buildAuthorizationUrl(await discover(), {
      redirect_uri: `${origin}/retour`,
      scope: 'openid scope_all',
      acr_values: 'eidas1',
      state: visit.state,
      nonce: visit.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(visit.verifier),
      code_challenge_method: 'S256',
    });
    response.writeHead(302, { Location: address.href }).end();
  }

  async function comeBack(visit: Visit, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { state, nonce, verifier } = visit;
    if (!state || !nonce || !verifier) return void response.writeHead(302, { Location: '/' }).end();
    const configuration = await discover();
    const tokens = await oidc.authorizationCodeGrant(configuration, new URL(request.url ?? '/', origin), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
    });
    visit.proSanteToken = tokens.access_token;
    const subject = tokens.claims()?.sub;
    if (!subject) throw new Error('Pro Santé Connect gave no identity token.');
    const person = await oidc.fetchUserInfo(configuration, tokens.access_token, subject);
    visit.displayName = [person.given_name, person.family_name].filter((part) => typeof part === 'string').join(' ');
    response.writeHead(302, { Location: '/' }).end();
  }

  /** The only lines a vendor writes for SPICO on its server. */
  async function exchange(visit: Visit, response: ServerResponse): Promise<void> {
    if (!visit.proSanteToken) return void response.writeHead(401).end();
    const { id, secret } = options.spicoClient;
    const answer = await fetch(`${options.spicoOrigin}/api/v1/oauth/token`, {
      method: 'POST',
      headers: {
        Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: visit.proSanteToken,
        subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        origin,
      }),
    });
    if (!answer.ok) {
      // The professional's token has run out: the page asks for a new sign-in.
      if (answer.status < 500) delete visit.proSanteToken;
      return void response.writeHead(answer.status < 500 ? 401 : 502).end();
    }
    const { access_token } = (await answer.json()) as { access_token: string };
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ token: access_token }));
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', origin);
    const visit = visitOf(request, response);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    if (pathname === '/connexion') return signIn(visit, response);
    if (pathname === '/retour') return comeBack(visit, request, response);
    if (pathname === '/qui') {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      return void response.end(
        JSON.stringify({ name: visit.proSanteToken ? visit.displayName : null, spico: options.spicoOrigin }),
      );
    }
    if (pathname === '/jeton-spico' && request.method === 'POST') return exchange(visit, response);
    const file = files[pathname];
    if (!file) return void response.writeHead(404).end();
    const [name, type] = file;
    const text = await readFile(new URL(`./public/${name}`, import.meta.url), 'utf8');
    response.setHeader('Content-Security-Policy', policy());
    response.writeHead(200, { 'Content-Type': type }).end(text.replaceAll('{{spico}}', options.spicoOrigin));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      // Never a detail to the browser: it could hold a token.
      if (!response.headersSent) response.writeHead(502);
      response.end();
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(Number(new URL(origin).port), '127.0.0.1', listening);
  });
  return {
    url: `${origin}/`,
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
