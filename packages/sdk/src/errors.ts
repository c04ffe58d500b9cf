import type { FieldProblem, PatientSearchResult, Problem, ProblemCode } from './types.ts';

/** The families of failure. A `switch` over them is exhaustive: the compiler names the one that was forgotten. */
export type SpicoErrorKind =
  /** No valid token: nobody is signed in, or the host gave no usable token. */
  | 'unauthenticated'
  /** The session has ended or is locked: the person has to sign in again. */
  | 'session-ended'
  /** This person, or the embedding software, may not do this; `reason` says what is missing. */
  | 'forbidden'
  /** Nothing there that this person can reach. */
  | 'not-found'
  /** The state of things forbids it: a record exists (`existing`), an INS is attributed, a membership exists… */
  | 'conflict'
  /** Somebody changed it in the meantime, or no version was given: read again. */
  | 'stale'
  /** The request breaks a rule; `fields` says where. */
  | 'invalid'
  /** Too many attempts; `retryAfterSeconds` says when the next may come. */
  | 'rate-limited'
  /** The server or something before it cannot answer now. */
  | 'unavailable'
  /** The server was not reached, or the line broke before the answer was whole. */
  | 'offline'
  /** The caller's own `signal` ended the call. */
  | 'aborted'
  /** No whole answer within the time allowed. */
  | 'timeout'
  /** Anything else: an answer that is not of the contract, a fault of the server. */
  | 'unexpected';

/** Codes of failures that happen on this side of the wire; all others come from the contract. */
export type ClientErrorCode =
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'token-unavailable'
  | 'unexpected-answer'
  | 'unusable-base-url';

/** What is known of a failure. */
export interface SpicoErrorFacts {
  kind: SpicoErrorKind;
  code: ProblemCode | ClientErrorCode;
  /** HTTP status, when there was an answer. */
  status?: number;
  /** Finds the request in the server's log. */
  traceId?: string;
  /** The same request may succeed later without any change. */
  retryable: boolean;
  retryAfterSeconds?: number;
  /** For `forbidden`: the named right or condition that is missing. */
  reason?: string;
  /** What is wrong, field by field; pointers and rule names, never values. */
  fields: readonly FieldProblem[];
  /** The whole problem as the server sent it. It may hold personal data: do not log it. */
  problem?: Problem;
}

const BRAND = Symbol.for('spico.error/1');

/**
 * The only thing this package throws. What it prints (message, JSON, enumerable properties) is safe for a log: no name,
 * no address, no value that was typed. `existing` and `problem` may hold personal data and are therefore not enumerable.
 */
export class SpicoError extends Error implements SpicoErrorFacts {
  override readonly name = 'SpicoError';
  readonly kind: SpicoErrorKind;
  readonly code: ProblemCode | ClientErrorCode;
  declare readonly status?: number;
  declare readonly traceId?: string;
  readonly retryable: boolean;
  declare readonly retryAfterSeconds?: number;
  declare readonly reason?: string;
  readonly fields: readonly FieldProblem[];
  declare readonly problem?: Problem;
  /** For `record-exists`: the candidates, so that the reader chooses without another search (F-20). */
  declare readonly existing?: PatientSearchResult;

  constructor(facts: SpicoErrorFacts, options?: { cause?: unknown }) {
    const { kind, code, status, traceId, retryable, retryAfterSeconds, reason, fields, problem } = facts;
    super(`${code}${status === undefined ? '' : ` (HTTP ${status})`}${traceId ? `, trace ${traceId}` : ''}`, options);
    this.kind = kind;
    this.code = code;
    this.retryable = retryable;
    this.fields = fields;
    Object.assign(this, definedOnly({ status, traceId, retryAfterSeconds, reason }));
    hide(this, BRAND, true);
    hide(this, 'problem', problem);
    hide(this, 'existing', problem?.existing);
  }

  /** True for an error of this package, also when the page holds two copies of it (where `instanceof` fails). */
  static is(error: unknown): error is SpicoError {
    return typeof error === 'object' && error !== null && BRAND in error;
  }

  /** What may be written to a log. */
  toJSON(): Omit<SpicoErrorFacts, 'problem'> {
    const { kind, code, status, traceId, retryable, retryAfterSeconds, reason, fields } = this;
    return { kind, code, retryable, fields, ...definedOnly({ status, traceId, retryAfterSeconds, reason }) };
  }
}

/** The error of a failure on this side of the wire. */
export function clientError(
  kind: SpicoErrorKind,
  code: ClientErrorCode,
  { retryable = false, cause, status }: { retryable?: boolean; cause?: unknown; status?: number } = {},
): SpicoError {
  const facts = { kind, code, retryable, fields: [], ...definedOnly({ status }) };
  return new SpicoError(facts, cause === undefined ? undefined : { cause });
}

/** The error of an answer that is not ok, with or without a readable problem in its body. */
export function answerError(response: Response, body: unknown): SpicoError {
  const { status } = response;
  const problem = isProblem(body) ? body : undefined;
  const wait = problem?.retryAfterSeconds ?? retryAfterSeconds(response);
  return new SpicoError({
    kind: kindOf(status, problem?.code),
    code: problem?.code ?? codeOf(status),
    status,
    retryable: problem?.retryable ?? (status === 429 || status >= 500),
    fields: problem?.fields ?? [],
    ...definedOnly({
      traceId: problem?.traceId ?? response.headers.get('x-request-id') ?? undefined,
      retryAfterSeconds: wait,
      reason: problem?.reason,
      problem,
    }),
  });
}

/** The problem in a body, or nothing: proxies and networks answer with anything. */
export function isProblem(body: unknown): body is Problem {
  const { code, status } = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem>;
  return typeof code === 'string' && typeof status === 'number';
}

/** `Retry-After` in seconds, from either of its two forms. */
export function retryAfterSeconds(response: Response, now = Date.now()): number | undefined {
  const text = response.headers.get('retry-after');
  if (!text) return undefined;
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, Math.ceil(seconds));
}

function kindOf(status: number, code: ProblemCode | undefined): SpicoErrorKind {
  if (code === 'session-ended' || code === 'session-locked') return 'session-ended';
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 409) return 'conflict';
  if (status === 412 || status === 428) return 'stale';
  if (status === 429) return 'rate-limited';
  if (status === 502 || status === 503 || status === 504) return 'unavailable';
  return status >= 400 && status < 500 ? 'invalid' : 'unexpected';
}

/** The nearest code of the contract for an answer without a readable problem. */
function codeOf(status: number): ProblemCode | ClientErrorCode {
  const codes: Record<number, ProblemCode> = {
    401: 'unauthenticated',
    403: 'forbidden',
    404: 'not-found',
    412: 'version-stale',
    413: 'payload-too-large',
    415: 'unsupported-media-type',
    428: 'version-required',
    429: 'rate-limited',
    431: 'headers-too-large',
    500: 'internal-error',
    502: 'service-unavailable',
    503: 'service-unavailable',
    504: 'service-unavailable',
  };
  return codes[status] ?? 'unexpected-answer';
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function definedOnly<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}

function hide(target: object, key: PropertyKey, value: unknown): void {
  if (value !== undefined) Object.defineProperty(target, key, { value, enumerable: false });
}
