import { clientError, SpicoError } from '../errors.ts';
import type { operations } from '../types.ts';

/** Name of an operation of the contract, e.g. `createRecord`. */
export type OperationId = keyof operations;

/** What any call accepts. */
export interface CallOptions {
  /** Ends the call; the promise then rejects with kind `aborted`. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for the whole call, waiting and retries included. */
  readonly timeoutMs?: number | undefined;
}

/** How one operation is sent. */
export interface CallPlan {
  readonly operation: OperationId;
  /** `bearer`: the short access token. `session`: the portal's cookie. `none`: public. */
  readonly auth: 'bearer' | 'session' | 'none';
  /**
   * When the transport may send it again by itself.
   * `always`: doing it twice does it once (a read, or an act with an idempotency key).
   * `when-refused`: only when the server said that it did nothing (429, 503).
   */
  readonly repeat: 'always' | 'when-refused';
  /** For operations that take longer than others, in milliseconds. */
  readonly timeoutMs?: number;
}

/** One call from the method to its answer: its deadline, its cancellation, and what happened on the way. */
export class Call {
  readonly plan: CallPlan;
  attempts = 0;
  /** A token was renewed for this call already: it is not tried a third time. */
  renewed = false;
  /** The request was built and handed to fetch. */
  sent = false;
  #timedOut = false;
  readonly #deadline: number;
  readonly #controller = new AbortController();
  readonly #clean: () => void;

  constructor(plan: CallPlan, options: CallOptions, defaultTimeoutMs: number) {
    this.plan = plan;
    const { signal, timeoutMs = plan.timeoutMs ?? defaultTimeoutMs } = options;
    this.#deadline = Date.now() + timeoutMs;
    const abort = () => this.#controller.abort();
    const timer = setTimeout(() => {
      this.#timedOut = true;
      abort();
    }, timeoutMs);
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort, { once: true });
    this.#clean = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get remainingMs(): number {
    return this.#deadline - Date.now();
  }

  /** Waits for something shared with other calls; giving up here leaves the others undisturbed. */
  async race<T>(shared: Promise<T>): Promise<T> {
    this.check();
    let stop = () => {};
    const ended = new Promise<never>((_, reject) => {
      stop = () => reject(this.#ending());
      this.signal.addEventListener('abort', stop, { once: true });
    });
    try {
      return await Promise.race([shared, ended]);
    } finally {
      this.signal.removeEventListener('abort', stop);
    }
  }

  async pause(ms: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      await this.race(new Promise<void>((resolve) => (timer = setTimeout(resolve, ms))));
    } finally {
      clearTimeout(timer);
    }
  }

  /** @throws SpicoError `aborted` or `timeout` when the call is over. */
  check(): void {
    if (this.signal.aborted) throw this.#ending();
  }

  /** Whatever was thrown, as the error the caller gets. The original is dropped: its message may hold an address. */
  explain(error: unknown): SpicoError {
    if (this.signal.aborted) return this.#ending();
    if (SpicoError.is(error)) return error;
    if (!this.sent) return clientError('unexpected', 'unusable-base-url');
    return clientError('unexpected', 'unexpected-answer');
  }

  end(): void {
    this.#clean();
  }

  #ending(): SpicoError {
    return this.#timedOut ? clientError('timeout', 'timeout', { retryable: true }) : clientError('aborted', 'aborted');
  }
}
