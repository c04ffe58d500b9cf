import { type App, build, type AppDeps, type Feature } from '../app.ts';
import { features as allFeatures } from '../features/index.ts';
import { type ContractDocument, operationsOf, readContract } from '../http/contract.ts';
import { hashSecret } from '../platform/access.ts';
import type { Database } from '../platform/db.ts';
import { secret, uuid7 } from '../platform/ids.ts';
import { createLog } from '../platform/log.ts';
import { readSettings, type Settings } from '../platform/settings.ts';
import { type DatabaseKind, openTestDatabase, scratchDirectory, type TestDatabase } from './databases.ts';

/** Someone signed in, with what a request needs. */
export interface SignedIn {
  readonly accountId: string;
  readonly personId: string;
  readonly practiceId: string;
  readonly sessionId: string;
  readonly token: string;
  /** The portal's cookie of the same session. */
  readonly cookie: string;
  /** `authorization` and `origin`, ready to be spread into a request. */
  readonly headers: { readonly authorization: string; readonly origin: string };
}

/** Who signs in; everything has a default. */
export interface SignIn {
  readonly name?: readonly [given: string, family: string];
  /** `null`: a profession without a row in the matrix. */
  readonly professionGroup?: string | null;
  readonly profession?: readonly [system: string, code: string];
  readonly assurance?: 'psc' | 'otp' | 'sandbox';
  readonly kind?: 'individual' | 'structure';
  readonly scopes?: readonly string[];
  readonly email?: string;
}

/** A whole server on a database of its own. */
export interface TestServer {
  readonly app: App;
  readonly database: Database;
  readonly settings: Settings;
  readonly store: TestDatabase;
  /** Lines of the log, when `keepLog` was asked for. */
  readonly logLines: string[];
  /** Moves the one clock of all nodes forward. */
  advanceClock(seconds: number): Promise<void>;
  signIn(who?: SignIn): Promise<SignedIn>;
  /** Another five minutes for the same session. */
  freshToken(who: SignedIn): Promise<SignedIn>;
  close(): Promise<void>;
}

/** What a test may choose. */
export interface TestServerOptions
  extends Partial<Pick<AppDeps, 'judge' | 'actions' | 'document' | 'staticFolders' | 'runJobs' | 'checkResponses'>> {
  readonly db?: DatabaseKind;
  /** Only these features, and only their operations of the contract; all when absent. */
  readonly features?: readonly Feature[];
  readonly settings?: Partial<Settings>;
  readonly keepLog?: boolean;
  /** A second node on the same database. */
  readonly on?: TestServer;
}

/** The origin of the registered test client's page. */
export const testOrigin = 'https://cabinet.example';

/** Starts a server that holds every answer against the contract. Inject requests, or `app.listen` for real sockets. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const store = options.on?.store ?? (await openTestDatabase(options.db ?? 'pglite'));
  const { database } = store;
  const scratch = scratchDirectory();
  const settings: Settings = {
    ...readSettings({}),
    port: 0,
    publicOrigin: 'http://localhost:4010',
    dataDirectory: scratch.path,
    database: store.settings,
    demo: true,
    ...options.settings,
  };
  const logLines: string[] = [];
  const log = options.keepLog
    ? createLog('debug', { write: (line: string) => void logLines.push(line) })
    : createLog('error');
  const features = options.features ?? allFeatures;
  const document = options.document ?? readContract();
  const app = await build({
    settings,
    database,
    features,
    log,
    checkResponses: options.checkResponses ?? true,
    runJobs: options.runJobs ?? false,
    document: options.features && !options.document ? onlyHandled(document, features, settings, database) : document,
    ...(options.judge ? { judge: options.judge } : {}),
    ...(options.actions ? { actions: options.actions } : {}),
    ...(options.staticFolders ? { staticFolders: options.staticFolders } : {}),
  });

  return {
    app,
    database,
    settings,
    store,
    logLines,
    advanceClock: (seconds) => advanceClock(database, seconds),
    signIn: (who) => signIn(database, who ?? {}),
    freshToken: (who) => giveToken(database, who),
    async close() {
      await app.close();
      if (!options.on) await store.close();
      scratch.remove();
    },
  };
}

function onlyHandled(document: ContractDocument, features: readonly Feature[], settings: Settings, database: Database) {
  const handled = new Set(features.flatMap((one) => Object.keys(one.handlers({ settings, database, ids: uuid7 }))));
  const kept = operationsOf(document).filter((one) => handled.has(one.id));
  const paths = Object.entries(document.paths).map(([path, item]): [string, unknown] => [
    path,
    Object.fromEntries(
      Object.entries(item).filter(
        ([key]) => key === 'parameters' || kept.some((one) => one.path === path && one.method === key.toUpperCase()),
      ),
    ),
  ]);
  return { ...document, paths: Object.fromEntries(paths) as ContractDocument['paths'] } as ContractDocument;
}

/** Moves the database's clock; only its owner can. */
export async function advanceClock(database: Database, seconds: number): Promise<void> {
  await database.asOwner(async (run) => {
    await run(
      `insert into test_clock (shift) values (make_interval(secs => $1::int))
       on conflict (only_row) do update set shift = test_clock.shift + excluded.shift`,
      [seconds],
    );
  });
}

/** A person with an account, a practice, a live session and a token of a registered client. */
export async function signIn(database: Database, who: SignIn): Promise<SignedIn> {
  const id = { person: uuid7.next(), account: uuid7.next(), practice: uuid7.next(), session: uuid7.next() };
  const [given, family] = who.name ?? ['Nadia', 'Benali'];
  const cookie = secret();
  const scopes = who.scopes ?? ['search', 'records.read', 'records.write', 'access', 'session'];
  await database.transaction(async (tx) => {
    await tx.insertInto('person').values({ id: id.person, given_name: given, family_name: family }).execute();
    const individual = (who.kind ?? 'individual') === 'individual';
    await tx
      .insertInto('account')
      .values({
        id: id.account,
        kind: who.kind ?? 'individual',
        person_id: individual ? id.person : null,
        display_name: `${given} ${family}`,
        login_email: who.email ?? null,
      })
      .execute();
    const [system, code] = who.profession ?? ['TRE_G15', '60'];
    await tx
      .insertInto('practice')
      .values({
        id: id.practice,
        account_id: id.account,
        profession_system: system,
        profession_code: code,
        profession_group: who.professionGroup === undefined ? 'G02' : who.professionGroup,
        structure_name: 'Cabinet des Carmes',
        town: 'Toulouse',
      })
      .execute();
    await tx
      .insertInto('session')
      .values({
        id: id.session,
        secret_hash: hashSecret(cookie),
        account_id: id.account,
        person_id: id.person,
        practice_id: id.practice,
        assurance: who.assurance ?? 'psc',
      })
      .execute();
    await tx
      .insertInto('client')
      .values({ id: `test-${id.session}`, name: 'Cabinet Test', origins: [testOrigin], scopes: [...scopes] })
      .execute();
  });
  return giveToken(database, {
    accountId: id.account,
    personId: id.person,
    practiceId: id.practice,
    sessionId: id.session,
    cookie,
    token: '',
    headers: { authorization: '', origin: testOrigin },
  });
}

async function giveToken(database: Database, who: SignedIn): Promise<SignedIn> {
  const token = secret();
  await database.transaction(async (tx) => {
    const client = await tx
      .selectFrom('client')
      .select(['id', 'scopes'])
      .where('id', '=', `test-${who.sessionId}`)
      .executeTakeFirstOrThrow();
    const { issued } = await tx
      .selectNoFrom((expression) => expression.fn<Date>('spico_now').as('issued'))
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('access_token')
      .values({
        hash: hashSecret(token),
        session_id: who.sessionId,
        client_id: client.id,
        origin: testOrigin,
        scopes: client.scopes,
        issued_at: issued,
        expires_at: new Date(issued.getTime() + 300_000),
      })
      .execute();
  });
  return { ...who, token, headers: { authorization: `Bearer ${token}`, origin: testOrigin } };
}
