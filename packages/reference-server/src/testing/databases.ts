import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres, type OwnPostgres, startPostgres } from '../../../../tools/postgres.ts';
import type { Database } from '../platform/db.ts';
import { startJobs } from '../platform/jobs.ts';
import { createLog } from '../platform/log.ts';
import { migrate, migrationsDirectory, readMigrations } from '../platform/migrate.ts';
import { openDatabase } from '../platform/open.ts';
import type { DatabaseSettings } from '../platform/settings.ts';

/** A migrated, empty database of one test's own. */
export interface TestDatabase {
  readonly database: Database;
  /** For a second node, or for opening it again. */
  readonly settings: DatabaseSettings;
  close(): Promise<void>;
}

export type DatabaseKind = Database['kind'];

/** The databases this machine can test on: `describe.each(databases)('on %s', …)`. Says plainly when one is missing. */
export const databases: readonly DatabaseKind[] = (() => {
  if (process.env['SPICO_TEST_POSTGRES'] || findPostgres()) return ['pglite', 'postgres'] as const;
  console.warn(
    'SKIPPED on PostgreSQL: none is installed on this machine (set SPICO_TEST_POSTGRES, or install postgresql).',
  );
  return ['pglite'] as const;
})();

const quiet = createLog('silent');

/** Everything an empty database depends on: when it changes, the templates are built anew. */
function templateName(): string {
  const hash = createHash('sha256');
  for (const { name, checksum } of readMigrations(migrationsDirectory)) hash.update(`${name} ${checksum}\n`);
  for (const name of ['pg-boss', '@electric-sql/pglite']) {
    const path = new URL(`../../../../node_modules/${name}/package.json`, import.meta.url);
    hash.update(readFileSync(path, 'utf8').match(/"version": "([^"]+)"/)?.[1] ?? '');
  }
  return hash.digest('hex').slice(0, 16);
}

async function prepare(database: Database): Promise<void> {
  await migrate(database);
  // Installs the queue's tables once, so that no test waits for them.
  await (await startJobs(database, [], quiet, false)).stop();
}

/** A fresh database, copied from a template that is built once per machine and schema. */
export async function openTestDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  return kind === 'pglite' ? openPgliteCopy() : openPostgresCopy();
}

async function openPgliteCopy(): Promise<TestDatabase> {
  const root = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const template = join(root, `spico-template-${templateName()}`);
  await buildTemplate(template);
  const home = mkdtempSync(join(root, 'spico-test-'));
  const directory = join(home, 'database');
  cpSync(template, directory, { recursive: true });
  const settings: DatabaseSettings = { kind: 'pglite', directory };
  const database = await openDatabase(settings);
  return {
    database,
    settings,
    async close() {
      await database.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function buildTemplate(template: string): Promise<void> {
  if (existsSync(template)) return;
  const draft = mkdtempSync(`${template}-`);
  const directory = join(draft, 'database');
  const database = await openDatabase({ kind: 'pglite', directory });
  await prepare(database);
  await database.close();
  try {
    // Whoever is first wins; a second builder's work is thrown away.
    renameSync(directory, template);
  } catch {
    if (!existsSync(template)) throw new Error(`The template ${template} could not be put in place.`);
  }
  rmSync(draft, { recursive: true, force: true });
}

let own: Promise<OwnPostgres> | undefined;
let copies = 0;

async function administratorUrl(): Promise<string> {
  const given = process.env['SPICO_TEST_POSTGRES'];
  if (given) return given;
  own ??= startPostgres();
  return (await own).url;
}

async function openPostgresCopy(): Promise<TestDatabase> {
  const administrator = await administratorUrl();
  const named = (name: string): DatabaseSettings & { kind: 'postgres' } => {
    const url = new URL(administrator);
    url.pathname = `/${name}`;
    return { kind: 'postgres', url: url.href, ownerUrl: url.href, poolSize: 10 };
  };
  const template = `spico_template_${templateName()}`;
  const name = `spico_test_${process.pid}_${Date.now().toString(36)}_${(copies += 1)}`;
  await administrate(administrator, async (run) => {
    await run('select pg_advisory_lock(7470203)');
    const [ready] = await run(`select 1 from pg_database where datname = '${template}'`);
    if (!ready) {
      await run('drop database if exists spico_draft');
      await run('create database spico_draft');
      const database = await openDatabase(named('spico_draft'));
      await prepare(database);
      await database.close();
      await run(`alter database spico_draft rename to ${template}`);
    }
    await run(`create database ${name} template ${template}`);
  });
  const settings = named(name);
  const database = await openDatabase(settings);
  return {
    database,
    settings,
    async close() {
      await database.close();
      await administrate(administrator, async (run) => {
        await run(`drop database if exists ${name} with (force)`);
      });
    },
  };
}

/** `create database` does not run in a transaction, so this connection is its own. */
async function administrate(
  url: string,
  work: (run: (sql: string) => Promise<unknown[]>) => Promise<void>,
): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(async (sql) => (await client.query<object>(sql)).rows);
  } finally {
    await client.end();
  }
}

/** A directory for what stands beside the database; removed by `remove`. */
export function scratchDirectory(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'spico-data-'));
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, '.keep'), '');
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
