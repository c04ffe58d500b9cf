/**
 * Why something did not happen, for a reason the caller can act on. `code` is one of the contract's closed list; the door
 * (http/problem.ts) refuses any other. Never carries a name, an id number or a text somebody typed.
 */
export interface Failure {
  readonly code: string;
  /** For `forbidden`: the right or condition that is missing. */
  readonly reason?: string;
  readonly fields?: readonly FieldFailure[];
  readonly retryAfterSeconds?: number;
  /** Whatever the route's `problem` mapper needs (the candidates of `record-exists`, for example). */
  readonly data?: unknown;
  /** The writes made so far stay (a counted attempt, a spent code); without it everything is rolled back. */
  readonly keepWrites?: true;
}

/** One thing wrong with one field; the pointer is a JSON pointer, `?name` for a query parameter, `#name` for a header. */
export interface FieldFailure {
  readonly pointer: string;
  readonly code: string;
  readonly limit?: number | string;
}

/** A failure thrown across code that cannot return one (Fastify hooks, parsers). Use cases return theirs. */
export class FailureError extends Error {
  override readonly name = 'FailureError';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}
