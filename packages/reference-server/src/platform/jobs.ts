import { PgBoss } from 'pg-boss';
import { type Database, statement, type Tx } from './db.ts';
import { nobodysId } from './ids.ts';
import type { Log } from './log.ts';

/** One kind of work done after commit. A feature registers its own; the name is `<feature>.<verb>`. */
export interface JobDefinition<T extends object = object> {
  readonly name: string;
  /** Does the work; throwing asks for another try. May run twice: it must not matter. */
  handle(data: T, context: { readonly database: Database; readonly log: Log }): Promise<void>;
}

/** Lets a use case ask for work in its own transaction: rolled back together, done at least once after commit. */
export interface Jobs {
  enqueue(
    tx: Tx,
    name: string,
    data: object,
    options?: { readonly afterSeconds?: number; readonly onceKey?: string },
  ): Promise<void>;
  stop(): Promise<void>;
}

/** Tried again with growing pauses up to an hour: 80 tries span a little over 72 hours (F-42, F-43: notices must leave). */
const retries = {
  retryLimit: 80,
  retryDelay: 15,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: 120,
} as const;

/** A person waits for a one-time code: look often, and several at a time where connections are not shared. */
const pace = {
  pglite: { pollingIntervalSeconds: 0.5 },
  postgres: { pollingIntervalSeconds: 0.5, localConcurrency: 4 },
} as const;

/**
 * Starts the queue in schema `pgboss`, which the application's role owns.
 * @param work false: accepts jobs and leaves them for another process
 * @param firstPauseSeconds before the second try; each pause is about twice the one before, up to an hour
 */
export async function startJobs(
  database: Database,
  definitions: readonly JobDefinition[],
  log: Log,
  work = true,
  firstPauseSeconds = 15,
): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.execute(text, values) as Promise<{ rows: never[] }> },
    ...(database.kind === 'pglite' ? { backend: 'pglite' as const } : {}),
    schema: 'pgboss',
    createSchema: false,
    schedule: false,
    supervise: work,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  boss.on('error', (error) => log.error({ err: error }, 'job queue'));
  await boss.start();
  for (const { name } of definitions) {
    if (!(await boss.getQueue(name))) await boss.createQueue(name, { ...retries, retryDelay: firstPauseSeconds });
    // Fills the queue's cache now: on PGlite a look-up from inside a transaction would wait for itself.
    await boss.findJobs(name, { id: nobodysId });
  }
  if (work) {
    for (const definition of definitions) {
      await boss.work(definition.name, { ...pace[database.kind], batchSize: 1 }, async (batch) => {
        for (const job of batch) {
          try {
            await definition.handle(job.data as object, { database, log });
          } catch (error) {
            log.warn({ err: error, job: definition.name }, 'job will be tried again');
            throw error;
          }
        }
      });
    }
  }
  const known = new Set(definitions.map((one) => one.name));
  return {
    async enqueue(tx, name, data, options = {}) {
      if (!known.has(name)) throw new Error(`No job is called ${name}.`);
      await boss.send(name, data, {
        ...(options.afterSeconds === undefined ? {} : { startAfter: options.afterSeconds }),
        ...(options.onceKey === undefined ? {} : { singletonKey: options.onceKey }),
        db: { executeSql: async (text, values) => ({ rows: await statement<never>(tx, text, values ?? []) }) },
      });
    },
    async stop() {
      await boss.stop({ graceful: true, close: false, timeout: 5000 });
    },
  };
}
