import { failureFacts, isAbort } from '../sdk.ts';

/** The weather a failure brings. `aborted` brings none: we ended it ourselves. */
export type FailureWeather = 'forbidden' | 'expired' | 'offline' | 'conflict' | 'error' | 'aborted';

export function failureWeather(error: unknown): FailureWeather {
  if (isAbort(error)) return 'aborted';
  const { kind, status } = failureFacts(error);
  if (status === 401 || kind === 'unauthenticated' || kind === 'session-ended') return 'expired';
  if (status === 403) return 'forbidden';
  if (kind === 'stale' || status === 412) return 'conflict';
  if (kind === 'offline') return 'offline';
  return 'error';
}

/** True when the server may or may not have done the deed: only then is the same key sent again. */
export function outcomeUnknown(error: unknown): boolean {
  const { status, retryable } = failureFacts(error);
  return status === undefined || status >= 500 || status === 401 || retryable === true;
}
