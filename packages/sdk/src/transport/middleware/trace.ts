import type { SpicoErrorKind } from '../../errors.ts';
import type { OperationId } from '../call.ts';

/** What happened to one call, for a host's own measurements. Holds no id, no name and no address. */
export interface CallTrace {
  /** Name of the operation in the contract, e.g. `createRecord`. */
  readonly operation: OperationId;
  readonly outcome: 'done' | SpicoErrorKind;
  /** Sendings, the first one included. */
  readonly attempts: number;
  readonly durationMs: number;
  readonly status?: number;
  /** Finds the request in the server's log. */
  readonly traceId?: string;
}

export type OnCall = (trace: CallTrace) => void;

/** Hands the trace over; a fault in the listener is shown in the console and never touches the call. */
export function report(onCall: OnCall | undefined, trace: CallTrace): void {
  try {
    onCall?.(trace);
  } catch (error) {
    globalThis.reportError?.(error);
  }
}
