import { type NationalSandbox, startNationalSandbox } from '@spico/national-sandbox';
import { followToCallback, TestBrowser } from '@spico/national-sandbox/testing';
import { type DatabaseKind, startTestServer, type TestServer, type TestServerOptions } from '../../testing/index.ts';
import { account, demoKeys, demoProfessional } from './index.ts';
import { uuid7 } from '../../platform/ids.ts';

export const portal = 'http://localhost:4010';
const callback = `${portal}/api/v1/session/pro-sante-connect/callback`;

/** A vendor's own software at Pro Santé Connect. */
export const cabinetSoftware = {
  clientId: 'cabinet-bleu-psc',
  clientSecret: 'secret-du-cabinet',
  redirectUris: ['http://127.0.0.1:4999/retour'],
};

/** A server beside the simulated national services, with the cast of the demonstration written down. */
export async function startAccountServer(
  options: { db?: DatabaseKind; settings?: TestServerOptions['settings']; cast?: boolean; runJobs?: boolean } = {},
): Promise<{ server: TestServer; sandbox: NationalSandbox; close(): Promise<void> }> {
  const sandbox = await startNationalSandbox({
    host: '127.0.0.1',
    redirectUris: [callback],
    clients: [cabinetSoftware],
  });
  const server = await startTestServer({
    features: [account],
    runJobs: options.runJobs ?? true,
    ...(options.db ? { db: options.db } : {}),
    settings: { publicOrigin: portal, services: sandbox.settings, ...options.settings },
  });
  if (options.cast ?? true) {
    await server.database.transaction(async (tx) => {
      for (const key of demoKeys) await demoProfessional(tx, uuid7, key);
    });
  }
  return {
    server,
    sandbox,
    async close() {
      await server.close();
      await sandbox.close();
    },
  };
}

type Body = Readonly<Record<string, unknown>>;

/** Somebody's browser on the portal: keeps cookies, says where its pages come from. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  /** Its cookies at Pro Santé Connect. */
  readonly #elsewhere: TestBrowser;
  readonly #server: TestServer;

  /** @param elsewhere a browser that may know Pro Santé Connect already (a live national session) */
  constructor(server: TestServer, elsewhere = new TestBrowser()) {
    this.#server = server;
    this.#elsewhere = elsewhere;
  }

  async #ask(method: 'GET' | 'POST' | 'PUT', url: string, payload?: Body, origin: string | undefined = portal) {
    const answer = await this.#server.app.inject({
      method,
      url: `/api/v1${url}`,
      ...(payload ? { payload } : {}),
      headers: {
        ...(method === 'GET' || origin === '' ? {} : { origin }),
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    });
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  get(url: string) {
    return this.#ask('GET', url);
  }

  /** @param origin '' for none */
  post(url: string, payload?: Body, origin?: string) {
    return this.#ask('POST', url, payload, origin);
  }

  put(url: string, payload: Body) {
    return this.#ask('PUT', url, payload);
  }

  /** Presses the button of one professional at Pro Santé Connect. @returns the address to come back to */
  async goToProSante(key: string, returnTo?: string): Promise<string> {
    const left = await this.get(`/session/pro-sante-connect${returnTo ? `?returnTo=${returnTo}` : ''}`);
    return followToCallback(String(left.headers.location), key, this.#elsewhere);
  }

  comeBack(address: string) {
    return this.get(`/session/pro-sante-connect/callback${new URL(address).search}`);
  }

  async signInByProSante(key: string, returnTo?: string) {
    return this.comeBack(await this.goToProSante(key, returnTo));
  }

  async askForCode(email: string): Promise<string> {
    const { challengeId } = (await this.post('/session/one-time-codes', { email })).json<{ challengeId: string }>();
    return challengeId;
  }

  showCode(challengeId: string, code: string) {
    return this.post('/session/one-time-code-verifications', { challengeId, code });
  }

  async signInByCode(email: string, sandbox: NationalSandbox) {
    const before = (await mailsTo(sandbox, email)).length;
    const challengeId = await this.askForCode(email);
    return this.showCode(challengeId, await codeFor(sandbox, email, before));
  }

  session() {
    return this.get('/session');
  }

  async token(): Promise<string> {
    return (await this.post('/session/tokens', {})).json<{ accessToken: string }>().accessToken;
  }

  /** What a request with this token is told: the name of the person, or the code of the problem. */
  async whoIs(token: string, origin = portal): Promise<string> {
    const answer = await this.#server.app.inject({
      url: '/api/v1/me',
      headers: { authorization: `Bearer ${token}`, origin },
    });
    const body = answer.json<{ professional: { displayName: string }; code: string }>();
    return answer.statusCode === 200 ? body.professional.displayName : body.code;
  }
}

interface Mail {
  readonly subject: string;
  readonly text: string;
}

/** What the mailbox holds for an address, newest first. */
export async function mailsTo(sandbox: NationalSandbox, email: string): Promise<readonly Mail[]> {
  return (await fetch(`${sandbox.mailbox.messagesUrl}?to=${encodeURIComponent(email)}`)).json() as Promise<Mail[]>;
}

/** The code in the next mail after the `before` that were there. */
export async function codeFor(sandbox: NationalSandbox, email: string, before = 0): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    const mails = await mailsTo(sandbox, email);
    if (mails.length > before) return /\b\d{6}\b/.exec(mails[0]?.text ?? '')?.[0] ?? 'no code';
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no mail for ${email}`);
}

/** The audit trail, oldest first. */
export async function auditOf(server: TestServer): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return server.database.asOwner((run) =>
    run<Record<string, unknown>>('select * from audit.entry order by recorded_at, seq', []),
  );
}
