import pg from 'pg';
import {
  applicationRole,
  bindRuns,
  CommitFailed,
  type Database,
  exactNumber,
  kyselyOn,
  onlyOnce,
  type Runs,
  sessionSettings,
} from './db.ts';
import { Unit } from './db-postgres-unit.ts';

const oid = { bytea: 17, int8: 20, numeric: 1700, date: 1082, int8s: 1016, texts: 1009, dates: 1182 } as const;

type Result = { readonly rows: object[] };
type Parse = (text: string) => unknown;

/** The same JavaScript types as PGlite gives. */
const types = {
  getTypeParser(id: number, format?: 'text' | 'binary'): Parse {
    const standard = pg.types.getTypeParser(id, format) as Parse;
    if (format === 'binary') return standard;
    if (id === oid.int8) return exactNumber;
    if (id === oid.date) return (text: string) => text;
    if (id === oid.dates) return pg.types.getTypeParser(oid.texts as number, 'text') as Parse;
    if (id === oid.int8s) return (text: string) => (standard(text) as string[]).map(exactNumber);
    if (id === oid.bytea) return (text: string) => new Uint8Array(standard(text) as Buffer);
    return standard;
  },
};

/** Statements kept prepared per connection; beyond this, new texts are planned each time. */
const preparedAtMost = 400;
const names = new Map<string, string>();

// A query that wants a fresh plan for its very values starts with the comment named here.
function nameOf(sql: string): string {
  if (sql.startsWith('/* unprepared */')) return '';
  let name = names.get(sql);
  if (name === undefined && names.size < preparedAtMost) {
    name = `s${names.size}`;
    names.set(sql, name);
  }
  return name ?? '';
}

/** Milliseconds a transaction may stay open. */
const transactionLimit = 15_000;

/** PostgreSQL through a pool. Every session starts as the application's role, with UTC, ISO dates and time limits. */
export function openPostgres(options: { url: string; ownerUrl: string; poolSize: number }): Database {
  const startUp = Object.entries({ ...sessionSettings, role: applicationRole })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize,
    options: startUp,
    types,
    connectionTimeoutMillis: 3000,
    application_name: 'spico',
  });
  // A connection that dies while idle is replaced; the next request finds out whether the server is there.
  pool.on('error', () => undefined);

  return {
    kind: 'postgres',
    async transaction(work) {
      return onlyOnce(async () => {
        const client = await pool.connect();
        const unit = new Unit(types);
        client.query(unit);
        const runs: Runs = (sql, values) => unit.run(sql, nameOf(sql), values);
        const { tx, end } = kyselyOn(runs);
        bindRuns(tx, runs);
        // Whoever holds a transaction longer than this has forgotten it; its locks are taken from it.
        let taken = false;
        const limit = setTimeout(() => {
          taken = true;
          client.release(true);
        }, transactionLimit);
        try {
          const closing: Parameters<typeof work>[1] = [];
          const value = await work(tx, closing);
          end();
          const last = closing.map(({ sql, values = [] }) => ({ sql, name: nameOf(sql), values }));
          await unit.commit(last).catch((cause: unknown) => {
            throw new CommitFailed('Nothing was kept.', { cause });
          });
          return value;
        } catch (error) {
          end();
          await unit.rollback().catch(() => undefined);
          throw error;
        } finally {
          clearTimeout(limit);
          if (!taken) client.release();
        }
      });
    },
    async asOwner(work) {
      const client = new pg.Client({ connectionString: options.ownerUrl, types });
      await client.connect();
      try {
        await client.query("set timezone = 'UTC'; begin");
        const value = await work(async (sql, values) => {
          const result = (await client.query(sql, values ? [...values] : undefined)) as Result | Result[];
          return (Array.isArray(result) ? (result.at(-1)?.rows ?? []) : result.rows) as never;
        });
        await client.query('commit');
        return value;
      } finally {
        // Ending the connection rolls back what did not commit.
        await client.end();
      }
    },
    async execute(sql, values) {
      const client = await pool.connect();
      try {
        // Several statements in one text answer with several results, which the driver's types leave out.
        const result = (await client.query(sql, values)) as Result | Result[];
        return { rows: Array.isArray(result) ? result.flatMap((one) => one.rows) : result.rows };
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        client.release();
      }
    },
    async close() {
      await pool.end();
    },
  };
}
