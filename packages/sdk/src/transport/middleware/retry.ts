import { isProblem, retryAfterSeconds, SpicoError } from '../../errors.ts';
import type { Call } from '../call.ts';
import { codeIn, type Middleware } from './middleware.ts';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Sends again what may be sent again: on a broken line, and when the server asks for patience. Bounded by `retries` and
 * by the call's own deadline; a wait that would pass it is not begun, so that the caller learns at once.
 */
export function retry(retries: number): Middleware {
  return async (request, call, next) => {
    for (;;) {
      call.attempts += 1;
      const last = call.attempts > retries;
      try {
        const response = await next(request);
        const wait = last || response.ok ? undefined : await waitAfter(response, call);
        if (wait === undefined || wait >= call.remainingMs) return response;
        await call.pause(wait);
      } catch (error) {
        const broken = SpicoError.is(error) && error.code === 'network';
        const wait = backoff(call.attempts);
        if (last || !broken || call.plan.repeat !== 'always' || noLine() || wait >= call.remainingMs) throw error;
        await call.pause(wait);
      }
    }
  };
}

/** Milliseconds to wait before sending again, or nothing when it must not be. */
async function waitAfter(response: Response, call: Call): Promise<number | undefined> {
  if (!(await invites(response, call))) return undefined;
  const asked = retryAfterSeconds(response) ?? (await secondsInBody(response));
  if (asked === undefined) return backoff(call.attempts);
  // What was asked, and a little more, so that a hundred widgets do not come back in the same instant.
  const wait = asked * 1000 + Math.random() * FIRST_PAUSE_MS;
  return wait <= LONGEST_PAUSE_MS ? wait : undefined;
}

async function invites(response: Response, { plan }: Call): Promise<boolean> {
  if (response.status === 429 || response.status === 503) return true;
  if (plan.repeat !== 'always') return false;
  if (response.status === 502 || response.status === 504) return true;
  return response.status === 409 && (await codeIn(response)) === 'idempotency-in-flight';
}

async function secondsInBody(response: Response): Promise<number | undefined> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return isProblem(body) ? body.retryAfterSeconds : undefined;
}

/** Exponential, with full jitter over its upper half. */
function backoff(attempt: number): number {
  const ceiling = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
  return ceiling * (0.5 + Math.random() / 2);
}

/** The machine itself says that it has no network: saying so at once is kinder than trying. */
function noLine(): boolean {
  return typeof navigator === 'object' && navigator.onLine === false;
}
