import { type Statement, statement, type Tx } from './db.ts';
import type { Failure } from './failure.ts';
import type { Answer } from './answer.ts';

/** One intent of one caller: the same key may be used by others, or for other operations. */
export interface Seat {
  readonly caller: string;
  /** In front of the screen: an account may be shared. */
  readonly person: string;
  readonly operation: string;
  readonly key: string;
  /** sha256 of the request's path and body. */
  readonly fingerprint: Uint8Array;
}

/** An answer given before, and the record it is about. */
export interface StoredAnswer {
  readonly answer: Answer;
  readonly recordId?: string;
}

/** How long an answer can be asked for again. */
export const answersAreKeptFor = '24 hours';

/**
 * Looks whether this intent was answered before. Holds the key until the transaction ends.
 * @returns the stored answer, `idempotency-in-flight`, `idempotency-key-reused`, or undefined when it is the first time
 */
export async function findAnswer(tx: Tx, seat: Seat): Promise<StoredAnswer | { failure: Failure } | undefined> {
  const [lock] = await statement<{ mine: boolean }>(
    tx,
    'select pg_try_advisory_xact_lock(hashtextextended($1, 7470202)) as mine',
    [`${seat.caller} ${seat.person} ${seat.operation} ${seat.key}`],
  );
  if (!lock?.mine) return { failure: { code: 'idempotency-in-flight', retryAfterSeconds: 1 } };
  // A second statement, hence a second snapshot: it sees what the previous holder of the lock committed.
  const [row] = await statement<{
    same: boolean;
    status: number;
    headers: string;
    body: string | null;
    record_id: string | null;
  }>(
    tx,
    `select fingerprint = $5 as same, status, headers, body, record_id from idempotent_answer
     where caller = $1 and person_id = $2 and operation = $3 and key = $4`,
    [seat.caller, seat.person, seat.operation, seat.key, seat.fingerprint],
  );
  if (!row) return undefined;
  if (!row.same) return { failure: { code: 'idempotency-key-reused' } };
  const body: unknown = row.body === null ? undefined : JSON.parse(row.body);
  const headers = JSON.parse(row.headers) as Record<string, string>;
  return {
    answer: { status: row.status, headers, ...(body === undefined ? {} : { body }) },
    ...(row.record_id === null ? {} : { recordId: row.record_id }),
  };
}

/** Keeps the answer in the same transaction as the deed: a crash between commit and answer changes nothing. */
export function storeAnswer(seat: Seat, { answer, recordId }: StoredAnswer): Statement {
  return {
    sql: `insert into idempotent_answer (caller, person_id, operation, key, fingerprint, status, headers, body, record_id)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      seat.caller,
      seat.person,
      seat.operation,
      seat.key,
      seat.fingerprint,
      answer.status,
      JSON.stringify(answer.headers ?? {}),
      answer.body === undefined ? null : JSON.stringify(answer.body),
      recordId ?? null,
    ],
  };
}
