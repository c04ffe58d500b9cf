import { signHeads } from './audit-heads.ts';
import { type Database, statement } from './db.ts';
import { answersAreKeptFor } from './idempotency.ts';
import type { Log } from './log.ts';

const day = 24 * 3600 * 1000;

/** What a feature does once a day: what is past its time goes. */
export type DailyTask = () => Promise<unknown>;

/** Once a day and at both ends: sign the audit heads, make partitions ahead, let go of what is past use. */
export async function keepHouse(
  database: Database,
  directory: string,
  tasks: readonly DailyTask[] = [],
): Promise<void> {
  await database.transaction(async (tx) => {
    await statement(tx, 'select audit.ensure_partitions()');
    await statement(
      tx,
      `delete from idempotent_answer where created_at < spico_now() - interval '${answersAreKeptFor}'`,
    );
    await statement(tx, `delete from access_token where expires_at < spico_now() - interval '1 hour'`);
  });
  try {
    for (const task of tasks) await task();
  } finally {
    await signHeads(database, directory);
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
