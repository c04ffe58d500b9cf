import { PGlite, types as pgliteTypes } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { fuzzystrmatch } from '@electric-sql/pglite/contrib/fuzzystrmatch';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import {
  applicationRole,
  bindRuns,
  CommitFailed,
  type Database,
  exactNumber,
  kyselyOn,
  onlyOnce,
  sessionSettings,
} from './db.ts';
import { type DirectoryLock, lockDirectory } from './directory-lock.ts';

const parsers = {
  [pgliteTypes.INT8]: exactNumber,
  [pgliteTypes.DATE]: (text: string) => text,
  [pgliteTypes.NUMERIC]: (text: string) => text,
};

/**
 * PostgreSQL inside this process, on a directory or in memory. One connection: transactions queue up behind each other.
 * Survives a killed process, not a power cut (it never calls fsync): production means PostgreSQL.
 * @throws {DirectoryInUse} when another process has the directory open
 */
export async function openPglite(directory?: string): Promise<Database> {
  const lock: DirectoryLock | undefined = directory === undefined ? undefined : lockDirectory(directory);
  let pglite: PGlite;
  try {
    pglite = await PGlite.create({
      ...(directory === undefined ? {} : { dataDir: directory }),
      extensions: { pg_trgm, unaccent, fuzzystrmatch, btree_gist },
      parsers,
    });
  } catch (error) {
    lock?.release();
    throw error;
  }

  const settings = Object.entries(sessionSettings)
    .map(([name, value]) => `set ${name} = '${value}';`)
    .join('');
  let applicationReady = false;
  // The role exists from the first migration on.
  const asApplication = async () => {
    const [role] = (await pglite.query(`select 1 from pg_roles where rolname = '${applicationRole}'`)).rows;
    if (!role) return;
    await pglite.exec(`set role ${applicationRole}`);
    applicationReady = true;
  };
  await pglite.exec(settings);
  await asApplication();

  return {
    kind: 'pglite',
    transaction(work) {
      return onlyOnce(async () =>
        pglite.transaction(async (inner) => {
          const runs = async (sql: string, values: readonly unknown[]) => {
            const result = await inner.query(sql, [...values]);
            return {
              rows: result.rows,
              ...(result.affectedRows === undefined ? {} : { affected: result.affectedRows }),
            };
          };
          const { tx, end } = kyselyOn(runs);
          bindRuns(tx, runs);
          try {
            const closing: Parameters<typeof work>[1] = [];
            const value = await work(tx, closing);
            try {
              for (const one of closing) await inner.query(one.sql, [...(one.values ?? [])]);
            } catch (cause) {
              throw new CommitFailed('Nothing was kept.', { cause });
            }
            return value;
          } finally {
            end();
          }
        }),
      );
    },
    async asOwner(work) {
      const value = await onlyOnce(async () =>
        pglite.transaction(async (inner) => {
          await inner.exec('set local role none');
          return work(async <R>(sql: string, values?: readonly unknown[]) => {
            if (values) return (await inner.query<R>(sql, [...values])).rows;
            return ((await inner.exec(sql)).at(-1)?.rows ?? []) as R[];
          });
        }),
      );
      if (!applicationReady) await asApplication();
      return value;
    },
    async execute(sql, values) {
      try {
        if (values?.length) return { rows: (await pglite.query(sql, values)).rows };
        return { rows: (await pglite.exec(sql)).flatMap((one) => one.rows as unknown[]) };
      } catch (error) {
        await pglite.exec('rollback').catch(() => undefined);
        throw error;
      }
    },
    async close() {
      await pglite.close();
      lock?.release();
    },
  };
}
