import type { Database } from '@spico/reference-server/platform/db';
import { migrate } from '@spico/reference-server/platform/migrate';
import { openDatabase } from '@spico/reference-server/platform/open';
import pg from 'pg';
import { startPostgres } from '../../../tools/postgres.ts';

export interface BenchDatabase {
  readonly db: Database;
  /** What a server does by itself after many rows came in: statistics, and the visibility map of index-only scans. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** An empty, migrated database of our own; it leaves nothing behind. */
export async function openBenchDatabase(kind: Database['kind']): Promise<BenchDatabase> {
  return kind === 'pglite' ? openPglite() : openPostgres();
}

async function openPglite(): Promise<BenchDatabase> {
  const db = await openDatabase({ kind: 'pglite' });
  await migrate(db);
  const settle = () => db.asOwner(async (run) => void (await run('analyze identity_search')));
  return { db, settle, close: () => db.close() };
}

async function openPostgres(): Promise<BenchDatabase> {
  const { url, stop } = await startPostgres();
  const db = await openDatabase({ kind: 'postgres', url, ownerUrl: url, poolSize: 2 });
  await migrate(db);
  return {
    db,
    async settle() {
      // Not through `db`: vacuum runs outside transactions, as the owner.
      const owner = new pg.Client({ connectionString: url });
      await owner.connect();
      await owner.query('vacuum analyze identity_search');
      await owner.query('checkpoint');
      await owner.end();
    },
    async close() {
      await db.close();
      await stop();
    },
  };
}
