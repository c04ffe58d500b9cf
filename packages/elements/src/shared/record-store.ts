import type { CoordinationRecord, SpicoClient } from './sdk.ts';

type Entry = { readonly at: number; readonly record: Promise<CoordinationRecord> };

/** How long several widgets of one page may share one opening, in milliseconds. */
const SHARED_FOR = 3_000;

/**
 * Opening a record is an audited act: the band, the identity block and the access block of one page share one opening
 * instead of leaving three rows. Kept for seconds only, in memory; a write or an ended access forgets it.
 */
export class RecordStore {
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<(recordId: string) => void>();

  /** The record, from an opening under way or just done, else a new one. */
  open(client: SpicoClient, recordId: string, options: { signal?: AbortSignal } = {}): Promise<CoordinationRecord> {
    const known = this.#entries.get(recordId);
    if (known && Date.now() - known.at < SHARED_FOR) return abortable(known.record, options.signal);
    // Not the caller's signal: another widget may be waiting for the same opening.
    const record = client.records.open(recordId);
    const entry = { at: Date.now(), record };
    this.#entries.set(recordId, entry);
    record.catch(() => {
      if (this.#entries.get(recordId) === entry) this.#entries.delete(recordId);
    });
    return abortable(record, options.signal);
  }

  /** Something changed: every widget that shows this record reads it again. */
  changed(recordId: string): void {
    this.#entries.delete(recordId);
    for (const listener of [...this.#listeners]) listener(recordId);
  }

  clear(): void {
    this.#entries.clear();
  }

  subscribe(listener: (recordId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function abortable<Value>(value: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (!signal) return value;
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new DOMException('Aborted', 'AbortError'));
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    value.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
