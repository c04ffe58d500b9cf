import { signHeads } from './audit-heads.ts';
import { type Database, statement } from './db.ts';
import { answersAreKeptFor } from './idempotency.ts';
import type { Log } from './log.ts';

const day = 24 * 3600 * 1000;
const pieces = 5000;

/** What a feature does once a day: what is past its time goes. */
export type DailyTask = () => Promise<unknown>;

/** Once a day and at both ends: sign the audit heads, make partitions ahead, let go of what is past use. */
export async function keepHouse(
  database: Database,
  directory: string,
  tasks: readonly DailyTask[] = [],
): Promise<void> {
  const forget = (table: string, due: string) => () => forgetDue(database, table, due);
  const failures: unknown[] = [];
  for (const task of [
    () => database.transaction((tx) => statement(tx, 'select audit.ensure_partitions()')),
    forget('idempotent_answer', `created_at < spico_now() - interval '${answersAreKeptFor}'`),
    forget('access_token', `expires_at < spico_now() - interval '1 hour'`),
    ...tasks,
    () => signHeads(database, directory),
  ]) {
    // One that fails keeps none of the others from being done.
    await task().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Not everything was done.', { cause: failures[0] });
}

/** Piece by piece: a day's rows may be more than one statement has time for. */
async function forgetDue(database: Database, table: string, due: string): Promise<void> {
  for (let gone = pieces; gone === pieces; ) {
    gone = await database.transaction(async (tx) => {
      const sql = `delete from ${table} where ctid = any(array(select ctid from ${table} where ${due} limit ${pieces})) returning 1`;
      return (await statement(tx, sql)).length;
    });
  }
}

/** Keeps house until stopped; stopping signs a last time. */
export async function startHousekeeping(
  database: Database,
  directory: string,
  log: Log,
  tasks: readonly DailyTask[] = [],
): Promise<{ stop(): Promise<void> }> {
  const once = () =>
    keepHouse(database, directory, tasks).catch((error: unknown) => log.error({ err: error }, 'housekeeping'));
  await once();
  const timer = setInterval(() => void once(), day);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await once();
    },
  };
}
