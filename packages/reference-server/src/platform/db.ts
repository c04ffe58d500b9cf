import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Schema } from './schema.ts';

/**
 * A transaction. Every function that touches the database takes one; there is no other way in, so nothing can happen
 * outside. JSON columns are written as `JSON.stringify(…)`, dates as `YYYY-MM-DD`, instants as `Date`.
 */
export type Tx = Kysely<Schema>;

/** One SQL statement with its values, sent as written. */
export interface Statement {
  readonly sql: string;
  readonly values?: readonly unknown[];
}

/** A place to put statements that travel together with the commit, in order: if one fails, nothing is committed. */
export type Closing = Statement[];

/** What both databases promise. */
export interface Database {
  readonly kind: 'pglite' | 'postgres';
  /** Runs `work` as the application's role in one transaction; commits when it returns, rolls back when it throws. */
  transaction<T>(work: (tx: Tx, closing: Closing) => Promise<T>): Promise<T>;
  /** Runs `work` as the owner in one transaction. For migrations, the verifier and tests only. */
  asOwner<T>(work: (run: OwnerRun) => Promise<T>): Promise<T>;
  /** One statement (or several without values) as the application, outside a transaction. For the job queue only. */
  execute(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  close(): Promise<void>;
}

/** One statement with values; or, without, several at once (the rows of a lone one are given). */
export type OwnerRun = <R>(sql: string, values?: readonly unknown[]) => Promise<R[]>;

/** Runs one statement on a connection that is inside a transaction. */
export type Runs = (sql: string, values: readonly unknown[]) => Promise<{ rows: unknown[]; affected?: number }>;

/** The last statements or the commit failed: nothing was kept, and no answer may leave. */
export class CommitFailed extends Error {
  override readonly name = 'CommitFailed';
}

const inside = new AsyncLocalStorage<true>();

/** On PGlite a transaction inside a transaction waits for itself for ever; so it is an error at once, on both. */
export function onlyOnce<T>(work: () => Promise<T>): Promise<T> {
  if (inside.getStore())
    throw new Error('A transaction is already open here: pass its tx on instead of opening another.');
  return inside.run(true, work);
}

/** Leaves the guard for work that outlives the request (a job kicked off after commit). */
export function outsideTransaction<T>(work: () => T): T {
  return inside.exit(work);
}

/** A Kysely whose every query goes to `runs`; after `end()` it refuses, so that a forgotten await cannot write later. */
export function kyselyOn(runs: Runs): { tx: Tx; end: () => void } {
  let open = true;
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      if (!open) throw new Error('This transaction has ended.');
      const { rows, affected } = await runs(query.sql, query.parameters);
      return { rows: rows as R[], ...(affected === undefined ? {} : { numAffectedRows: BigInt(affected) }) };
    },
    streamQuery() {
      throw new Error('Streaming is not supported.');
    },
  };
  const nested = () => Promise.reject(new Error('Transactions do not nest.'));
  const driver: Driver = {
    init: async () => undefined,
    acquireConnection: async () => connection,
    beginTransaction: nested,
    commitTransaction: nested,
    rollbackTransaction: nested,
    releaseConnection: async () => undefined,
    destroy: async () => undefined,
  };
  const tx = new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  return {
    tx,
    end() {
      open = false;
    },
  };
}

const runners = new WeakMap<Tx, Runs>();

/** Makes `statement(tx, …)` possible for this transaction. */
export function bindRuns(tx: Tx, runs: Runs): void {
  runners.set(tx, runs);
}

/** Sends one hand-written statement: for hot paths and for SQL the builder cannot say. Values are always bound. */
export async function statement<R>(tx: Tx, sql: string, values: readonly unknown[] = []): Promise<R[]> {
  const runs = runners.get(tx);
  if (!runs) throw new Error('Not a transaction of this database.');
  return (await runs(sql, values)).rows as R[];
}

/** bigint → number, refused beyond what a number can hold. */
export function exactNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('A bigint from the database does not fit a number.');
  return value;
}

/** Settings every session starts with, on both databases. */
export const sessionSettings = {
  TimeZone: 'UTC',
  DateStyle: 'ISO',
  statement_timeout: '5000',
  lock_timeout: '4000',
  idle_in_transaction_session_timeout: '10000',
} as const;

/** The role the application works as. */
export const applicationRole = 'spico_app';
