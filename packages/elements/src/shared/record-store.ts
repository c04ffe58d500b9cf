import type { CoordinationRecord, SpicoClient } from './sdk.ts';

type Entry = { readonly at: number; readonly record: Promise<CoordinationRecord> };

/** Why widgets are told of a record: read it again, or show nothing of it any more. */
export type RecordNews = 'changed' | 'ended';
type Listener = (recordId: string, news: RecordNews) => void;

/** How long several widgets of one page may share one opening, in milliseconds. */
const SHARED_FOR = 3_000;

/**
 * Opening a record is an audited act: the band, the identity block and the access block of one page share one opening
 * instead of leaving three rows. Kept for seconds only, in memory; a write or an ended access forgets it.
 */
export class RecordStore {
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<Listener>();
  readonly #ended = new Set<string>();
  readonly #said = new Set<string>();
  readonly #arrivals = new WeakMap<CoordinationRecord, number>();

  /** The record, from an opening under way or just done, else a new one. */
  open(client: SpicoClient, recordId: string, options: { signal?: AbortSignal } = {}): Promise<CoordinationRecord> {
    const known = this.#entries.get(recordId);
    if (known && Date.now() - known.at < SHARED_FOR) return abortable(known.record, options.signal);
    // Not the caller's signal: another widget may be waiting for the same opening.
    const record = client.records.open(recordId);
    const entry = { at: Date.now(), record };
    this.#entries.set(recordId, entry);
    record.then(
      (opened) => this.#arrivals.set(opened, performance.now()),
      () => {
        if (this.#entries.get(recordId) === entry) this.#entries.delete(recordId);
      },
    );
    return abortable(record, options.signal);
  }

  /** Something changed: every widget that shows this record reads it again. */
  changed(recordId: string): void {
    this.#ended.delete(recordId);
    this.#tell(recordId, 'changed');
  }

  /**
   * The reader's access is over: every widget of this record clears at once, before any server is asked (F-43).
   * @returns false when that was known already, so that the page is told once
   */
  ended(recordId: string): boolean {
    if (this.#ended.has(recordId)) return false;
    this.#ended.add(recordId);
    this.#tell(recordId, 'ended');
    return true;
  }

  /** True the first time: what several widgets of a page notice at the same moment is said aloud by one of them. */
  firstToSay(what: string): boolean {
    const first = !this.#said.has(what);
    this.#said.add(what);
    return first;
  }

  isEnded(recordId: string): boolean {
    return this.#ended.has(recordId);
  }

  /**
   * When an emergency access ends, on the page's monotonic clock (`performance.now()`): a wrong clock on the reader's
   * machine misleads nobody (F-43).
   */
  endsAt(record: CoordinationRecord): number | undefined {
    const { remainingSeconds } = record.access;
    if (remainingSeconds === undefined) return undefined;
    return (this.#arrivals.get(record) ?? performance.now()) + remainingSeconds * 1000;
  }

  clear(): void {
    this.#entries.clear();
  }

  #tell(recordId: string, news: RecordNews): void {
    this.#entries.delete(recordId);
    for (const listener of [...this.#listeners]) listener(recordId, news);
  }

  subscribe(listener: Listener): () => void {
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
