import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { failureWeather } from './failure.ts';

export type QueryStatus =
  | 'idle'
  | 'loading'
  | 'ready'
  | 'empty'
  | 'forbidden'
  | 'expired'
  | 'offline'
  | 'conflict'
  | 'error';

export interface QueryState<Data> {
  readonly status: QueryStatus;
  /** Last data for the same arguments; still there while refreshing and while offline. */
  readonly data?: Data;
  /** When that data came, in milliseconds since 1970. */
  readonly at?: number;
  readonly error?: unknown;
  /** A newer answer is on its way behind data already shown. */
  readonly refreshing: boolean;
}

export interface QueryOptions<Args extends readonly unknown[], Data> {
  /** The read. It hands `signal` to the SDK. */
  load(args: Args, options: { signal: AbortSignal }): Promise<Data>;
  isEmpty?(data: Data): boolean;
  /** Told of each failure that is not our own abort. */
  failed?(error: unknown): void;
  now?(): number;
}

const IDLE: QueryState<never> = { status: 'idle', refreshing: false };

/** A read without a DOM: a new one aborts the former, and a late answer is dropped even if it ignored the signal. */
export class Query<Args extends readonly unknown[], Data> {
  #state: QueryState<Data> = IDLE;
  #args: Args | undefined;
  #flight: AbortController | undefined;
  readonly #options: QueryOptions<Args, Data>;
  readonly #changed: () => void;

  constructor(options: QueryOptions<Args, Data>, changed: () => void = () => {}) {
    this.#options = options;
    this.#changed = changed;
  }

  get state(): QueryState<Data> {
    return this.#state;
  }

  /** Reads for these arguments. Data of other arguments disappears at once. */
  async run(args: Args): Promise<void> {
    const flight = this.#takeOff();
    const keeps = this.#args !== undefined && sameArguments(this.#args, args) && this.#state.data !== undefined;
    this.#args = args;
    this.#set(
      keeps
        ? { ...this.#state, status: this.#state.status === 'empty' ? 'empty' : 'ready', refreshing: true }
        : { status: 'loading', refreshing: false },
    );
    try {
      const data = await this.#options.load(args, { signal: flight.signal });
      if (flight !== this.#flight) return;
      const status = (this.#options.isEmpty ?? emptyList)(data) ? 'empty' : 'ready';
      this.#set({ status, data, at: (this.#options.now ?? Date.now)(), refreshing: false });
    } catch (error) {
      if (flight === this.#flight) this.#fail(error);
    }
  }

  /** Reads again with the last arguments. */
  async retry(): Promise<void> {
    if (this.#args !== undefined) await this.run(this.#args);
  }

  /** Puts data in by hand, after a write whose answer is the new truth. */
  replace(data: Data): void {
    this.#takeOff();
    this.#set({ status: 'ready', data, at: (this.#options.now ?? Date.now)(), refreshing: false });
  }

  /** Ends what is in flight; what is shown stays. */
  abort(): void {
    this.#flight?.abort();
    this.#flight = undefined;
  }

  /** Ends what is in flight and forgets everything: another patient, another person. */
  reset(): void {
    this.abort();
    this.#args = undefined;
    this.#set(IDLE);
  }

  #takeOff(): AbortController {
    this.#flight?.abort();
    this.#flight = new AbortController();
    return this.#flight;
  }

  #fail(error: unknown): void {
    const weather = failureWeather(error);
    if (weather === 'aborted') return this.#set({ ...this.#state, refreshing: false });
    // Denied or signed out: what was shown must go. Elsewhere the last data stays, with its time.
    const keeps = (weather === 'offline' || weather === 'error') && this.#state.data !== undefined;
    this.#set(
      keeps
        ? { ...this.#state, status: weather, error, refreshing: false }
        : { status: weather, error, refreshing: false },
    );
    this.#options.failed?.(error);
  }

  #set(state: QueryState<Data>): void {
    this.#state = state;
    this.#changed();
  }
}

export interface QueryControllerOptions<Args extends readonly unknown[], Data> extends QueryOptions<Args, Data> {
  /** What to read for; `undefined` means "not yet". Read at each update; a change starts a new read. */
  args(): Args | undefined;
}

/** Ties a `Query` to an element: reads when the arguments change, aborts when it leaves, tries again when back online. */
export class QueryController<Args extends readonly unknown[], Data> implements ReactiveController {
  readonly #query: Query<Args, Data>;
  readonly #options: QueryControllerOptions<Args, Data>;
  #last: Args | undefined;

  constructor(host: ReactiveControllerHost, options: QueryControllerOptions<Args, Data>) {
    this.#options = options;
    this.#query = new Query(options, () => host.requestUpdate());
    host.addController(this);
  }

  get state(): QueryState<Data> {
    return this.#query.state;
  }

  readonly retry = (): void => void this.#query.retry();

  replace(data: Data): void {
    this.#query.replace(data);
  }

  reset(): void {
    this.#last = undefined;
    this.#query.reset();
  }

  hostConnected(): void {
    globalThis.addEventListener?.('online', this.#online);
  }

  hostDisconnected(): void {
    globalThis.removeEventListener?.('online', this.#online);
    this.#query.abort();
    if (this.state.status === 'loading') this.#last = undefined;
  }

  hostUpdate(): void {
    const args = this.#options.args();
    if (args === undefined) {
      if (this.#last !== undefined) this.reset();
      return;
    }
    if (this.#last !== undefined && sameArguments(this.#last, args)) return;
    this.#last = args;
    void this.#query.run(args);
  }

  readonly #online = (): void => {
    if (this.state.status === 'offline') this.retry();
  };
}

/** Element by element, with `Object.is`. */
export function sameArguments(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
}

function emptyList(data: unknown): boolean {
  if (data === undefined || data === null) return true;
  const items = Array.isArray(data) ? data : (data as { items?: unknown }).items;
  return Array.isArray(items) && items.length === 0;
}
