import type { ReactiveController } from 'lit';
import { CountdownController } from '../../primitives/countdown.ts';
import type { SpicoElement } from '../element.ts';
import type { RecordNews, RecordStore } from '../record-store.ts';
import { type CoordinationRecord, failureFacts, type SpicoClient } from '../sdk.ts';
import type { QueryController, QueryControllerOptions, QueryState } from './query.ts';

type Query<Args extends readonly unknown[], Data> = (
  options: QueryControllerOptions<Args, Data>,
) => QueryController<Args, Data>;

export interface RecordWatchOptions {
  readonly recordId: () => string;
  /** Something of this record was written: read again. */
  readonly changed: () => void;
}

/** Hears what happens to one record elsewhere on the page, so that no widget goes on showing what may not be seen. */
export class RecordWatch implements ReactiveController {
  readonly #host: SpicoElement;
  readonly #options: RecordWatchOptions;
  #store: RecordStore | undefined;
  #leave: (() => void) | undefined;

  constructor(host: SpicoElement, options: RecordWatchOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** True once the access has ended: nothing of the record is shown, and nothing is asked for. */
  get ended(): boolean {
    return this.#host.environment.records.isEnded(this.#options.recordId());
  }

  /** The id to read for, or nothing while there is none or the access has ended. */
  get readable(): string | undefined {
    const recordId = this.#options.recordId();
    return recordId === '' || this.ended ? undefined : recordId;
  }

  /** Tells every widget of this record. True for the first to notice, who then tells the page. */
  readonly end = (): boolean => this.#host.environment.records.ended(this.#options.recordId());

  hostConnected(): void {
    this.#follow();
  }

  hostUpdate(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    this.#leave?.();
    this.#store = this.#leave = undefined;
  }

  #follow(): void {
    const { records } = this.#host.environment;
    if (records === this.#store) return;
    this.#leave?.();
    this.#store = records;
    this.#leave = records.subscribe((recordId, news) => {
      if (recordId === this.#options.recordId()) this.#heard(news);
    });
  }

  #heard(news: RecordNews): void {
    if (news === 'changed') this.#options.changed();
    this.#host.requestUpdate();
  }
}

export interface RecordControllerOptions {
  readonly recordId: () => string;
  readonly client: () => SpicoClient;
  /** `(options) => this.query(options)`. */
  readonly query: Query<readonly [string], CoordinationRecord>;
  /** The page is told by the first widget that notices the end: `() => this.emit('spico-record-access-ended', …)`. */
  readonly ended: (recordId: string) => void;
  /** At each threshold of an emergency access, with the whole minutes left. */
  readonly minutesLeft?: (minutes: number) => void;
  /** A read that failed for another reason than an ended access. */
  readonly failed: (error: unknown) => void;
}

/** One record as several widgets share it: one audited opening, the same countdown, one end. */
export class RecordController implements ReactiveController {
  readonly #host: SpicoElement;
  readonly #options: RecordControllerOptions;
  readonly #query: QueryController<readonly [string], CoordinationRecord>;
  readonly #watch: RecordWatch;
  readonly countdown: CountdownController;
  #drift: number | undefined;

  constructor(host: SpicoElement, options: RecordControllerOptions) {
    this.#host = host;
    this.#options = options;
    const { recordId } = options;
    this.#watch = new RecordWatch(host, { recordId, changed: () => this.#query.retry() });
    this.#query = options.query({
      args: () => (this.#watch.readable === undefined ? undefined : [this.#watch.readable]),
      load: ([id], { signal }) => host.environment.records.open(options.client(), id, { signal }),
      failed: (error) => {
        if (failureFacts(error).code === 'break-glass-ended') this.#end();
        else options.failed(error);
      },
    });
    this.countdown = new CountdownController(host, {
      until: () => this.endsAt,
      now: () => performance.now(),
      onOver: () => this.#end(),
      onThreshold: (minutes) => this.#minutesLeft(minutes),
    });
    host.addController(this);
  }

  get state(): QueryState<CoordinationRecord> {
    return this.#query.state;
  }

  get record(): CoordinationRecord | undefined {
    return this.ended ? undefined : this.state.data;
  }

  get ended(): boolean {
    return this.#watch.ended;
  }

  /** On the monotonic clock; undefined unless this is an emergency access. */
  get endsAt(): number | undefined {
    const { record } = this;
    return record && this.#host.environment.records.endsAt(record);
  }

  readonly retry = (): void => this.#query.retry();

  /** After a write: every widget of this record reads again. */
  readonly changed = (): void => this.#host.environment.records.changed(this.#options.recordId());

  /** The access was given back or ran out: clears the whole page. */
  readonly end = (): void => this.#end();

  hostConnected(): void {
    globalThis.document?.addEventListener('visibilitychange', this.#wake);
  }

  hostDisconnected(): void {
    globalThis.document?.removeEventListener('visibilitychange', this.#wake);
  }

  #minutesLeft(minutes: number): void {
    const { minutesLeft, recordId } = this.#options;
    const first = (): boolean =>
      this.#host.environment.records.firstToSay(`${recordId()}/${this.record?.access.until ?? ''}/${minutes}`);
    if (minutesLeft && first()) minutesLeft(minutes);
  }

  #end(): void {
    const recordId = this.#options.recordId();
    if (this.#watch.end()) this.#options.ended(recordId);
  }

  /**
   * Some machines stop the monotonic clock while they sleep: a jump of the wall clock against it is the sign. The time
   * left is then asked again; the wall clock itself is never believed.
   */
  readonly #wake = (): void => {
    const drift = Date.now() - performance.now();
    const before = this.#drift;
    this.#drift = drift;
    if (document.hidden || before === undefined || this.endsAt === undefined) return;
    if (Math.abs(drift - before) > SLEEP_MS) this.changed();
  };
}

const SLEEP_MS = 5_000;
