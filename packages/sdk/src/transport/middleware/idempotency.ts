import type { CallOptions } from '../call.ts';

/** Options of an act that must happen once, however often it is sent. */
export interface KeyedOptions extends CallOptions {
  /**
   * One key per intent of the person. Made for each call when absent, and kept over the transport's own retries; pass
   * your own to try again yourself after an uncertain end (`offline`, `timeout`).
   */
  readonly idempotencyKey?: string | undefined;
}

/** The header of one intent. It belongs to the request, so every sending of that request carries the same key. */
export function idempotencyHeader(options: KeyedOptions | undefined): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': options?.idempotencyKey ?? newIdempotencyKey() };
}

/** A new random key, also on plain-http intranets where `crypto.randomUUID` is missing. */
export function newIdempotencyKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
