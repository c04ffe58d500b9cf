import { problemCodes } from '@spico/contract/problem-codes';
import { CommitFailed } from '../platform/db.ts';
import { type Failure, FailureError } from '../platform/failure.ts';

/** One of the contract's closed list. */
export type ProblemCode = keyof typeof problemCodes;

/** RFC 9457, as the contract's `Problem`. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly traceId: string;
  readonly retryable: boolean;
  readonly reason?: string;
  readonly retryAfterSeconds?: number;
  readonly fields?: readonly { pointer: string; code: string; limit?: number | string }[];
}

/** True for a code of the closed list. */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemCodes, code);
}

/** The body that says a failure. A code nobody declared becomes `internal-error`: silence about it would be worse. */
export function problemBody(failure: Failure, traceId: string): ProblemBody {
  const code: ProblemCode = isProblemCode(failure.code) ? failure.code : 'internal-error';
  const { status, title, retryable } = problemCodes[code];
  return {
    type: `/problems/${code}`,
    title,
    status,
    code,
    traceId,
    retryable,
    ...(failure.reason === undefined ? {} : { reason: failure.reason }),
    ...(failure.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: failure.retryAfterSeconds }),
    ...(failure.fields === undefined ? {} : { fields: failure.fields.slice(0, 50) }),
  };
}

// SQLSTATE classes that say "not now": connection, transaction conflict, resources, operator, system, read-only.
const notNow = /^(08|25|40|53|55|57|58)/;
const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'ENOTFOUND']);
const fastifyCodes: Record<string, Failure> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'payload-too-large' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'unsupported-media-type' },
  FST_ERR_CTP_EMPTY_TYPE: { code: 'unsupported-media-type' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    code: 'invalid-request',
    fields: [{ pointer: '#Content-Length', code: 'wrong' }],
  },
  FST_ERR_BAD_URL: { code: 'not-found' },
  FST_ERR_MAX_PARAM_LENGTH: { code: 'not-found' },
};

/**
 * What a thrown error means to the caller. Nothing of its text is passed on: drivers put values into their messages.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  // The audit row or the commit did not stand: no data leaves (quality C2).
  if (error instanceof CommitFailed) return { code: 'service-unavailable', retryAfterSeconds: 2 };
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string') {
    const known = fastifyCodes[code];
    if (known) return known;
    if (networkCodes.has(code) || (/^[0-9A-Z]{5}$/.test(code) && notNow.test(code))) {
      return { code: 'service-unavailable', retryAfterSeconds: 2 };
    }
  }
  const message = error instanceof Error ? error.message : '';
  if (/timeout exceeded when trying to connect|Connection terminated|not queryable|PGlite is closed/.test(message)) {
    return { code: 'service-unavailable', retryAfterSeconds: 2 };
  }
  return { code: 'internal-error' };
}
