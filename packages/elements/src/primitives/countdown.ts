import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Words } from '../shared/locale/common.ts';

export interface CountdownOptions {
  /** The instant it runs to; undefined while there is none. */
  until: () => string | number | undefined;
  /** Once, when it is over. */
  onOver?: () => void;
  /** At each threshold passed, with the whole minutes left. */
  onThreshold?: (minutes: number) => void;
  /** Minutes at which to speak. */
  thresholds?: readonly number[];
  now?: () => number;
}

/** Milliseconds left, never below zero. */
export function timeLeft(until: string | number, now: number): number {
  return Math.max(0, new Date(until).getTime() - now);
}

/** `1 h 54`, `12 min`, and under two minutes `1:07`. Rounded up, so that it never promises less than there is. */
export function readableLeft(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 120) return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `${minutes}\u00a0min`;
  return `${Math.floor(minutes / 60)}\u00a0h\u00a0${String(minutes % 60).padStart(2, '0')}`;
}

/** The thresholds lying between two readings, smallest last passed. */
export function passedThreshold(before: number, after: number, thresholds: readonly number[]): number | undefined {
  return [...thresholds]
    .sort((a, b) => a - b)
    .find((minutes) => before > minutes * 60_000 && after <= minutes * 60_000 && after > 0);
}

/** Ticks each second only while it is on screen, and looks again when the machine wakes up. */
export class CountdownController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: CountdownOptions;
  #timer: ReturnType<typeof setInterval> | undefined;
  #left: number | undefined;
  #told: string | number | undefined;

  constructor(host: ReactiveControllerHost, options: CountdownOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Milliseconds left, or undefined while nothing runs. */
  get left(): number | undefined {
    const until = this.#options.until();
    return until === undefined ? undefined : timeLeft(until, (this.#options.now ?? Date.now)());
  }

  get over(): boolean {
    return this.left === 0;
  }

  hostConnected(): void {
    this.#timer = setInterval(this.#tick, 1000);
    globalThis.document?.addEventListener('visibilitychange', this.#tick);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    globalThis.document?.removeEventListener('visibilitychange', this.#tick);
  }

  /** The time left, as a clock that is not read out at each second. */
  render(words: Words): TemplateResult | undefined {
    const { left } = this;
    if (left === undefined) return undefined;
    return html`<span class="countdown" part="countdown" role="timer" aria-live="off"
      >${left === 0 ? words('countdownOver') : words('countdownLeft', { time: readableLeft(left) })}</span
    >`;
  }

  readonly #tick = (): void => {
    const { left } = this;
    if (left === undefined) {
      this.#left = undefined;
      return;
    }
    const before = this.#left ?? Number.POSITIVE_INFINITY;
    this.#left = left;
    const passed =
      before === Number.POSITIVE_INFINITY
        ? undefined
        : passedThreshold(before, left, this.#options.thresholds ?? [30, 10, 5, 1]);
    if (passed !== undefined) this.#options.onThreshold?.(passed);
    const until = this.#options.until();
    if (left === 0 && this.#told !== until) {
      this.#told = until;
      this.#options.onOver?.();
    }
    if (before !== left) this.#host.requestUpdate();
  };
}
