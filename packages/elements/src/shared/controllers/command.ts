import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { newId } from '../session.ts';
import { failureWeather, outcomeUnknown, type FailureWeather } from './failure.ts';

export type CommandState<Result> =
  | { readonly status: 'idle' }
  | { readonly status: 'sending' }
  | { readonly status: 'done'; readonly result: Result }
  | { readonly status: 'failed'; readonly error: unknown; readonly weather: FailureWeather };

/** The write. It hands the key to the SDK, which sends it as `Idempotency-Key`. */
export type Deed<Input, Result> = (input: Input, options: { idempotencyKey: string }) => Promise<Result>;

/**
 * A write without a DOM: one at a time; one idempotency key per intent, kept for the retry of an unknown outcome and
 * changed when the intent changes or the server has decided; never cancelled by a re-render. `detach()` (another
 * patient) lets it finish unseen.
 */
export class Command<Input, Result> {
  #state: CommandState<Result> = { status: 'idle' };
  #flight: Promise<Result | undefined> | undefined;
  #intent: { readonly content: string; readonly input: Input; readonly key: string } | undefined;
  #generation = 0;
  readonly #deed: Deed<Input, Result>;
  readonly #changed: () => void;

  constructor(deed: Deed<Input, Result>, changed: () => void = () => {}) {
    this.#deed = deed;
    this.#changed = changed;
  }

  get state(): CommandState<Result> {
    return this.#state;
  }

  /** The key the next send of the same intent would carry; for tests and for showing what waits. */
  get pendingKey(): string | undefined {
    return this.#intent?.key;
  }

  /** Sends. While one is under way the same promise comes back. The answer is the result, or undefined on failure. */
  run(input: Input): Promise<Result | undefined> {
    if (this.#flight) return this.#flight;
    const content = JSON.stringify(input) ?? '';
    const key = this.#intent?.content === content ? this.#intent.key : newId();
    this.#intent = { content, input, key };
    const generation = this.#generation;
    this.#set({ status: 'sending' });
    const flight = this.#send(input, key, generation);
    this.#flight = flight;
    return flight;
  }

  /** Sends the last intent once more: the same key when the outcome is unknown. */
  retry(): Promise<Result | undefined> {
    return this.#intent ? this.run(this.#intent.input) : Promise.resolve(undefined);
  }

  /** Back to idle, e.g. when the person edits after a failure. A write under way is not touched. */
  settle(): void {
    if (this.#state.status !== 'sending') this.#set({ status: 'idle' });
  }

  /** Another patient: what is under way finishes unseen. */
  detach(): void {
    this.#generation += 1;
    this.#flight = undefined;
    this.#intent = undefined;
    this.#set({ status: 'idle' });
  }

  async #send(input: Input, key: string, generation: number): Promise<Result | undefined> {
    try {
      const result = await this.#deed(input, { idempotencyKey: key });
      this.#land(generation, { status: 'done', result }, true);
      return result;
    } catch (error) {
      this.#land(generation, { status: 'failed', error, weather: failureWeather(error) }, !outcomeUnknown(error));
      return undefined;
    }
  }

  #land(generation: number, state: CommandState<Result>, decided: boolean): void {
    if (generation !== this.#generation) return;
    this.#flight = undefined;
    if (decided && this.#intent) this.#intent = { ...this.#intent, key: newId() };
    this.#set(state);
  }

  #set(state: CommandState<Result>): void {
    this.#state = state;
    this.#changed();
  }
}

/** Ties a `Command` to an element. Leaving the page does not end a write. */
export class CommandController<Input, Result> implements ReactiveController {
  readonly #command: Command<Input, Result>;

  constructor(host: ReactiveControllerHost, deed: Deed<Input, Result>, failed: (error: unknown) => void = () => {}) {
    this.#command = new Command(deed, () => {
      const { state } = this.#command;
      if (state.status === 'failed') failed(state.error);
      host.requestUpdate();
    });
    host.addController(this);
  }

  get state(): CommandState<Result> {
    return this.#command.state;
  }

  get sending(): boolean {
    return this.state.status === 'sending';
  }

  /** The failure to show, if the last try failed. */
  get error(): unknown {
    return this.state.status === 'failed' ? this.state.error : undefined;
  }

  readonly run = (input: Input): Promise<Result | undefined> => this.#command.run(input);
  readonly retry = (): Promise<Result | undefined> => this.#command.retry();
  readonly settle = (): void => this.#command.settle();

  reset(): void {
    this.#command.detach();
  }

  /** Nothing to do: a write outlives its button. */
  hostDisconnected(): void {}
}
