/** A clock that can be replaced in a test. */
export interface Timers {
  set(work: () => void, milliseconds: number): unknown;
  clear(handle: unknown): void;
}

const realTimers: Timers = {
  set: (work, milliseconds) => setTimeout(work, milliseconds),
  clear: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
};

/**
 * Says sentences to assistive technology, politely and not all at once: what comes within the same short while is said
 * as one, a sentence already waiting is not said twice, and the same sentence later is said again.
 */
export class Announcer {
  #waiting: string[] = [];
  #timer: unknown;
  readonly #say: (text: string) => void;
  readonly #pause: number;
  readonly #timers: Timers;

  constructor(say: (text: string) => void, pause = 350, timers: Timers = realTimers) {
    this.#say = say;
    this.#pause = pause;
    this.#timers = timers;
  }

  announce(sentence: string): void {
    const text = sentence.trim();
    if (text === '' || this.#waiting.includes(text)) return;
    this.#waiting.push(text);
    this.#timer ??= this.#timers.set(this.#flush, this.#pause);
  }

  /** Nothing of the former patient is said once another one is on screen. */
  clear(): void {
    if (this.#timer !== undefined) this.#timers.clear(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
    this.#say('');
  }

  readonly #flush = (): void => {
    this.#timer = undefined;
    const text = this.#waiting.join(' ');
    this.#waiting = [];
    // Emptied first, or an equal sentence would not be noticed as new.
    this.#say('');
    this.#timers.set(() => this.#say(text), 30);
  };
}
