/** The one door of the widgets to the SDK: no other file of this package names `@spico/sdk`. */
export { createSpicoClient, SpicoError } from '@spico/sdk';
export type * from '@spico/sdk';

/** What widgets may ask of any failure, ours or not. `SpicoError` has all of it. */
export interface FailureFacts {
  /** Family of the failure: `problem`, `network`, `timeout`, `aborted`… */
  readonly kind?: string;
  /** Stable code of the contract's closed list, or one of ours (`network`, `widget-failed`). */
  readonly code?: string;
  readonly status?: number;
  readonly traceId?: string;
  readonly retryable?: boolean;
  /** For `forbidden`: the right or condition that is missing. */
  readonly reason?: string;
  readonly retryAfterSeconds?: number;
  readonly fields?: readonly { readonly pointer: string; readonly code: string; readonly limit?: number | string }[];
}

/** Reads the facts of anything that was thrown, without trusting its shape (a DOMException has a numeric code). */
export function failureFacts(error: unknown): FailureFacts {
  if (typeof error !== 'object' || error === null) return {};
  const thrown = error as Record<string, unknown>;
  const { code, kind, status, traceId, retryable, reason, retryAfterSeconds, fields } = thrown;
  return {
    ...(typeof traceId === 'string' ? { traceId } : {}),
    ...(typeof retryable === 'boolean' ? { retryable } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(typeof retryAfterSeconds === 'number' ? { retryAfterSeconds } : {}),
    ...(Array.isArray(fields) ? { fields: fields as NonNullable<FailureFacts['fields']> } : {}),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof kind === 'string' ? { kind } : {}),
    ...(typeof status === 'number' && status > 0 ? { status } : {}),
  };
}

/** True for the end of a request that we ended ourselves: nobody is told. */
export function isAbort(error: unknown): boolean {
  const { kind } = failureFacts(error);
  return kind === 'aborted' || (error instanceof Error && error.name === 'AbortError');
}
