/**
 * The whole demonstration on one machine: national services played by the sandbox, the server with its demo people, the
 * portal, and an invented practice software that embeds the widgets. `npm start` and the browser journeys use this.
 */
import { join } from 'node:path';
import { type NationalSandbox, startNationalSandbox } from '@spico/national-sandbox';
import { seedDemo } from '@spico/reference-server/demo';
import { readSettings } from '@spico/reference-server/platform/settings';
import { type Serving, serve } from '@spico/reference-server/serve';
import { startPracticeSoftware } from '../../examples/practice-software/server.ts';
import { root } from './steps.ts';

export interface StackOptions {
  /** Where the data live; the next start finds them again. */
  readonly dataDirectory: string;
  /** 0 means any free port; the demo's well-known ones otherwise. */
  readonly ports: {
    readonly server: number;
    readonly sandbox: number;
    readonly smtp: number;
    readonly practice: number;
  };
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

export interface Stack {
  readonly portal: string;
  readonly api: string;
  readonly apiDocs: string;
  readonly mailbox: string;
  readonly practice: string;
  readonly sandbox: NationalSandbox;
  readonly server: Serving;
  close(): Promise<void>;
}

/** The demo's registered client. Known to everybody: it opens nothing but invented people. */
const demoClient = { id: 'demo-practice', secret: 'demo-practice-secret-worth-nothing' };
const practicePsc = { clientId: 'cabinet-bleu', clientSecret: 'secret-du-cabinet-bleu-sans-valeur' };

/** Where somebody tries the ten lines of the README. */
const tryOut = 'http://localhost:8080';

const folders = [
  { prefix: '/widgets/', directory: join(root, 'packages/elements/dist/widgets'), forAnyOrigin: true },
  { prefix: '/', directory: join(root, 'packages/portal/dist'), fallback: 'index.html' },
];

/** Starts everything in the order of its needs; stops what already ran when something cannot start. */
export async function startStack({ dataDirectory, ports, environment = {} }: StackOptions): Promise<Stack> {
  const opened: { close(): Promise<void> }[] = [];
  const close = async (): Promise<void> => {
    for (const each of opened.reverse()) await each.close();
  };
  try {
    const origin = `http://127.0.0.1:${ports.server}`;
    const practiceOrigin = `http://localhost:${ports.practice}`;
    const sandbox = await startNationalSandbox({
      host: '127.0.0.1',
      ports: { http: ports.sandbox, smtp: ports.smtp },
      redirectUris: [`${origin}/api/v1/session/pro-sante-connect/callback`],
      postLogoutRedirectUris: [`${origin}/`],
      clients: [{ ...practicePsc, name: 'Cabinet Bleu', redirectUris: [`${practiceOrigin}/retour`] }],
    });
    opened.push(sandbox);
    const settings = readSettings({
      SPICO_LOG_LEVEL: 'warn',
      ...environment,
      ...sandbox.settings,
      SPICO_HOST: '127.0.0.1',
      SPICO_PORT: String(ports.server),
      SPICO_PUBLIC_ORIGIN: origin,
      SPICO_DATA_DIR: dataDirectory,
      SPICO_DEMO: 'yes',
      SPICO_SANDBOX_MAILBOX_URL: sandbox.mailbox.url,
    });
    const server = await serve(settings, {
      staticFolders: folders,
      prepare: (database) =>
        seedDemo(database, {
          practiceClient: {
            ...demoClient,
            origins: [practiceOrigin, tryOut],
            proSanteClientIds: [practicePsc.clientId],
          },
        }),
    });
    opened.push(server);
    const practice = await startPracticeSoftware({
      origin: practiceOrigin,
      spicoOrigin: origin,
      spicoClient: demoClient,
      proSanteConnect: { discoveryUrl: sandbox.proSanteConnect.discoveryUrl, ...practicePsc },
    });
    opened.push(practice);
    return {
      portal: `${origin}/`,
      api: `${origin}/api/v1`,
      apiDocs: `${origin}/api-docs`,
      mailbox: sandbox.mailbox.url,
      practice: practice.url,
      sandbox,
      server,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
