import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { demoCast, type SandboxProfessional } from './cast.ts';
import { CONTROL_PATH, controlRoutes } from './control.ts';
import { DMP_PATH, dmpRoutes } from './dmp/routes.ts';
import { type Faults, noFaults } from './faults.ts';
import type { InsiPerson } from './insi/directory.ts';
import { demoDirectory } from './insi/people.ts';
import { INSI_PATH, type InsiCall, insiRoutes } from './insi/routes.ts';
import { MAILBOX_PATH, mailRoutes } from './mail/routes.ts';
import { MailSink } from './mail/sink.ts';
import { landingPage, type Played } from './pages/landing.ts';
import { PAGE_HEADERS, STYLESHEET_PATH } from './pages/layout.ts';
import { STYLESHEET } from './pages/stylesheet.ts';
import type { SandboxClient } from './pro-sante-connect/clients.ts';
import { ProSanteConnectSandbox, REALM_PATH, WALLET_DISCOVERY } from './pro-sante-connect/provider.ts';

export type { SandboxProfessional } from './cast.ts';
export type { FaultOrder, Faults, InsiFault } from './faults.ts';
export type { InsiPerson } from './insi/directory.ts';
export type { InsiCall } from './insi/routes.ts';
export type { ReceivedMessage } from './mail/sink.ts';
export type { SandboxClient } from './pro-sante-connect/clients.ts';

export interface NationalSandboxOptions {
  readonly host: string;
  /** 0 or absent: any free port. One port serves every HTTP service, another the mail. */
  readonly ports?: { readonly http?: number; readonly smtp?: number };
  /** The addresses browsers use when it is not `http://host:port` (containers, proxies). */
  readonly publicOrigin?: string;
  /** Where the default client may be called back. */
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris?: readonly string[];
  /** Client of the software under test; a known secret by default, since nothing here is secret. */
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** Whether userinfo is a signed JWT (as the real service does) or plain JSON. */
  readonly userinfo?: 'json' | 'jwt';
  /** More registered software: a host that exchanges its tokens, for example. */
  readonly clients?: readonly SandboxClient[];
  /** Other people than the shared demonstration cast. */
  readonly professionals?: readonly SandboxProfessional[];
  readonly directory?: readonly InsiPerson[];
  readonly clock?: () => Date;
}

export interface NationalSandbox {
  readonly url: string;
  readonly proSanteConnect: {
    readonly issuer: string;
    readonly discoveryUrl: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly redirectUris: readonly string[];
  };
  readonly insi: { readonly url: string /** Every understood call, in order. */; readonly calls: readonly InsiCall[] };
  readonly smtp: { readonly host: string; readonly port: number };
  readonly mailbox: { readonly url: string /** JSON; `?to=` keeps one recipient. */; readonly messagesUrl: string };
  readonly dmp: { readonly urlTemplate: string };
  /** The same, as the `SPICO_*` settings of the reference server: these lines are all that a production server changes. */
  readonly settings: Readonly<Record<string, string>>;
  /** POST a `FaultOrder` to break something, DELETE to mend everything. */
  readonly control: { readonly url: string };
  /** The same switches without HTTP. */
  readonly faults: Faults;
  close(): Promise<void>;
}

const DEFAULT_CLIENT = { clientId: 'spico-bac-a-sable', clientSecret: 'secret-du-bac-a-sable-sans-valeur' };

function defaultClient(options: NationalSandboxOptions): SandboxClient {
  return {
    name: 'SPICO',
    clientId: options.clientId ?? DEFAULT_CLIENT.clientId,
    clientSecret: options.clientSecret ?? DEFAULT_CLIENT.clientSecret,
    redirectUris: options.redirectUris,
    ...(options.postLogoutRedirectUris ? { postLogoutRedirectUris: options.postLogoutRedirectUris } : {}),
    ...(options.userinfo ? { userinfo: options.userinfo } : {}),
  };
}

/** One HTTP port for everything: what belongs to the realm goes to the identity provider, the rest to Fastify. */
function httpServer(provider: () => ProSanteConnectSandbox | undefined): FastifyInstance {
  return Fastify({
    bodyLimit: 256_000,
    forceCloseConnections: true,
    serverFactory: (handler) =>
      createServer((request, response) => {
        const identityProvider = provider();
        if (identityProvider?.owns(request.url ?? '')) identityProvider.handle(request, response);
        else handler(request, response);
      }),
  });
}

/**
 * Starts every simulated national service and says where each one listens.
 * @throws When a port is taken.
 */
export async function startNationalSandbox(options: NationalSandboxOptions): Promise<NationalSandbox> {
  const clock = options.clock ?? (() => new Date());
  const faults = noFaults();
  const professionals = options.professionals ?? demoCast;
  const directory = options.directory ?? demoDirectory;
  const clients = [defaultClient(options), ...(options.clients ?? [])];
  const calls: InsiCall[] = [];

  // The issuer holds the port, and the port is known once listening.
  const started: { provider?: ProSanteConnectSandbox; played?: Played } = {};
  const app = httpServer(() => started.provider);
  const sink = new MailSink(faults, clock);
  // Fastify reads plain text by default, which any page of another origin may post.
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  app.get('/', (_request, reply) =>
    started.played
      ? reply.headers(PAGE_HEADERS).type('text/html').send(landingPage(started.played))
      : reply.status(503).send(),
  );
  app.get(STYLESHEET_PATH, (_request, reply) => reply.type('text/css').send(STYLESHEET));
  app.get('/favicon.ico', (_request, reply) => reply.status(204).send());
  insiRoutes(app, { directory, faults, calls });
  mailRoutes(app, sink);
  dmpRoutes(app);
  controlRoutes(app, faults, calls);

  const smtpPort = await sink.listen(options.host, options.ports?.smtp ?? 0);
  try {
    await app.listen({ host: options.host, port: options.ports?.http ?? 0 });
  } catch (error) {
    await sink.close();
    throw error;
  }
  const url = options.publicOrigin ?? `http://${options.host}:${(app.server.address() as AddressInfo).port}`;
  const provider = new ProSanteConnectSandbox({ origin: url, clients, professionals, faults });

  started.provider = provider;
  const own = clients[0] as SandboxClient;
  const discoveryUrl = `${url}${REALM_PATH}${WALLET_DISCOVERY}`;
  const dmpTemplate = `${url}${DMP_PATH}?ins={ins}&oid={oid}`;
  const mailboxUrl = `${url}${MAILBOX_PATH}`;
  started.played = {
    discoveryUrl,
    clientIds: clients.map(({ clientId }) => clientId),
    professionals: professionals.length,
    insiUrl: `${url}${INSI_PATH}`,
    people: directory.length,
    smtp: `${options.host}:${smtpPort}`,
    mailboxUrl,
    dmpTemplate,
    controlUrl: `${url}${CONTROL_PATH}`,
  };
  return {
    url,
    proSanteConnect: {
      issuer: provider.issuer,
      discoveryUrl,
      clientId: own.clientId,
      clientSecret: own.clientSecret,
      redirectUris: own.redirectUris,
    },
    insi: { url: `${url}${INSI_PATH}`, calls },
    smtp: { host: options.host, port: smtpPort },
    mailbox: { url: mailboxUrl, messagesUrl: `${url}/messages` },
    dmp: { urlTemplate: dmpTemplate },
    settings: {
      SPICO_PSC_ISSUER: provider.issuer,
      SPICO_PSC_CLIENT_ID: own.clientId,
      SPICO_PSC_CLIENT_SECRET: own.clientSecret,
      SPICO_INSI_URL: `${url}${INSI_PATH}`,
      SPICO_SMTP_HOST: options.host,
      SPICO_SMTP_PORT: String(smtpPort),
      SPICO_DMP_URL_TEMPLATE: dmpTemplate,
      SPICO_SANDBOX_MAILBOX_URL: mailboxUrl,
    },
    control: { url: `${url}${CONTROL_PATH}` },
    faults,
    close: async () => {
      await Promise.all([app.close(), sink.close()]);
    },
  };
}
