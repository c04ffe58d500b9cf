import { type Statement, statement, type Tx } from './db.ts';
import type { Failure } from './failure.ts';
import type { Answer } from './answer.ts';

/** One intent of one caller: the same key may be used by others, or for other operations. */
export interface Seat {
  readonly caller: string;
  readonly operation: string;
  readonly key: string;
  /** sha256 of the request's path and body. */
  readonly fingerprint: Uint8Array;
}

/** How long an answer can be asked for again. */
export const answersAreKeptFor = '24 hours';

/**
 * Looks whether this intent was answered before. Holds the key until the transaction ends.
 * @returns the stored answer, `idempotency-in-flight`, `idempotency-key-reused`, or undefined when it is the first time
 */
export async function findAnswer(tx: Tx, seat: Seat): Promise<{ answer: Answer } | { failure: Failure } | undefined> {
  const [lock] = await statement<{ mine: boolean }>(
    tx,
    'select pg_try_advisory_xact_lock(hashtextextended($1, 7470202)) as mine',
    [`${seat.caller} ${seat.operation} ${seat.key}`],
  );
  if (!lock?.mine) return { failure: { code: 'idempotency-in-flight', retryAfterSeconds: 1 } };
  // A second statement, hence a second snapshot: it sees what the previous holder of the lock committed.
  const [row] = await statement<{ same: boolean; status: number; headers: string; body: string | null }>(
    tx,
    `select fingerprint = $4 as same, status, headers, body from idempotent_answer
     where caller = $1 and operation = $2 and key = $3`,
    [seat.caller, seat.operation, seat.key, seat.fingerprint],
  );
  if (!row) return undefined;
  if (!row.same) return { failure: { code: 'idempotency-key-reused' } };
  const body: unknown = row.body === null ? undefined : JSON.parse(row.body);
  const headers = JSON.parse(row.headers) as Record<string, string>;
  return { answer: { status: row.status, headers, ...(body === undefined ? {} : { body }) } };
}

/** Keeps the answer in the same transaction as the deed: a crash between commit and answer changes nothing. */
export function storeAnswer(seat: Seat, answer: Answer): Statement {
  return {
    sql: `insert into idempotent_answer (caller, operation, key, fingerprint, status, headers, body)
          values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [
      seat.caller,
      seat.operation,
      seat.key,
      seat.fingerprint,
      answer.status,
      JSON.stringify(answer.headers ?? {}),
      answer.body === undefined ? null : JSON.stringify(answer.body),
    ],
  };
}
