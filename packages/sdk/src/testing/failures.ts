import { problemCodes } from '@spico/contract/problem-codes';
import { delay, HttpResponse } from 'msw';
import type { PatientSearchResult, Problem, ProblemCode } from '../types.ts';

/** An answer that is not the one hoped for. Returned or thrown by a handler. */
export class Failure extends Error {
  readonly respond: () => Response | Promise<Response>;

  constructor(respond: () => Response | Promise<Response>) {
    super('an answer that a story asked for');
    this.respond = respond;
  }
}

/** What may be added to a problem. */
export type ProblemDetails = Partial<Pick<Problem, 'reason' | 'retryAfterSeconds' | 'fields' | 'existing' | 'traceId'>>;

/** A problem of the contract, with its own status: `problem('search-rate-limited', { retryAfterSeconds: 1800 })`. */
export function problem(code: ProblemCode, details: ProblemDetails = {}): Failure {
  const { status, retryable, title } = problemCodes[code];
  const body: Problem = {
    type: `https://spico.example/problems/${code}`,
    title,
    status,
    code,
    traceId: 'trace-of-the-story',
    retryable,
    ...details,
  };
  const { retryAfterSeconds } = details;
  const headers = {
    'Content-Type': 'application/problem+json',
    ...(retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }),
  };
  return new Failure(() => new HttpResponse(JSON.stringify(body), { status, headers }));
}

/** This person may not do this. */
export const forbidden = (reason?: string): Failure => problem('forbidden', reason === undefined ? {} : { reason });

/** The session has ended: the person has to sign in again. */
export const sessionExpired = (): Failure => problem('session-ended');

/** A record with this identity exists; `existing` holds the candidates. */
export const conflict = (existing: PatientSearchResult): Failure => problem('record-exists', { existing });

/** Somebody changed it in the meantime. */
export const stale = (): Failure => problem('version-stale');

/** The network is cut: no answer at all. */
export const offline = (): Failure => new Failure(() => HttpResponse.error());

/** The request is never answered: what loading looks like. */
export const pending = (): Failure =>
  new Failure(async () => {
    await delay('infinite');
    return HttpResponse.error();
  });

/** A refusal by something that is not our server: a status and an empty body. */
export const emptyRefusal = (status: number): Failure => new Failure(() => new HttpResponse(null, { status }));
