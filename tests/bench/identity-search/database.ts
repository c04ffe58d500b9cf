import type { Database } from '@spico/reference-server/platform/db';
import { migrate } from '@spico/reference-server/platform/migrate';
import { openDatabase } from '@spico/reference-server/platform/open';
import pg from 'pg';
import { startPostgres } from '../../../tools/postgres.ts';

export interface BenchDatabase {
  readonly db: Database;
  /** What a server does by itself after many rows came in: statistics, and the visibility map of index-only scans. */
  settle(): Promise<void>;
}

/** Empty, migrated databases of our own; nothing is left behind. */
export interface BenchServer {
  open(name: string): Promise<BenchDatabase>;
  close(): Promise<void>;
}

export async function startBenchServer(kind: Database['kind']): Promise<BenchServer> {
  const opened: Database[] = [];
  const closeAll = async () => {
    for (const db of opened) await db.close();
  };
  if (kind === 'pglite') {
    return {
      async open() {
        const db = await openDatabase({ kind });
        opened.push(db);
        await migrate(db);
        return { db, settle: () => db.asOwner(async (run) => void (await run('analyze identity_search'))) };
      },
      close: closeAll,
    };
  }

  const server = await startPostgres();
  return {
    async open(name) {
      await alone(server.url, `create database ${name}`);
      const url = new URL(name, server.url).href;
      const db = await openDatabase({ kind, url, ownerUrl: url, poolSize: 2 });
      opened.push(db);
      await migrate(db);
      return { db, settle: () => alone(url, 'vacuum analyze identity_search', 'checkpoint') };
    },
    async close() {
      await closeAll();
      await server.stop();
    },
  };
}

/** Statements that do not run in a transaction, as the owner. */
async function alone(url: string, ...statements: string[]): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  for (const statement of statements) await owner.query(statement);
  await owner.end();
}
