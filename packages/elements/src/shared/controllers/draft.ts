import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SpicoEnvironment } from '../session.ts';

/** What a draft needs of its widget; every `SpicoElement` is one. */
type DraftHost = ReactiveControllerHost & { readonly contextId: string; readonly environment: SpicoEnvironment };

/** What is being typed in one widget: kept under its own patient, found again when that patient comes back (F-202). */
export class DraftController<Value> implements ReactiveController {
  readonly #host: DraftHost;
  readonly #name: string;
  readonly #start: () => Value;
  #contextId = '';
  #value: Value;
  #restored = false;
  #kept = false;

  constructor(host: DraftHost, name: string, start: () => Value) {
    this.#host = host;
    this.#name = name;
    this.#start = start;
    this.#value = start();
    host.addController(this);
  }

  get value(): Value {
    this.#follow();
    return this.#value;
  }

  /** True when the value was found again rather than begun here. */
  get restored(): boolean {
    this.#follow();
    return this.#restored;
  }

  get dirty(): boolean {
    return this.keptFor(this.#host.environment);
  }

  /** True when something typed waits under that patient. */
  keptFor({ contextId, drafts }: SpicoEnvironment): boolean {
    return drafts.has(contextId, this.#name);
  }

  /** Keeps what was typed. Replace the value as a whole; do not change it in place. */
  set(value: Value): void {
    this.#follow();
    this.#value = value;
    this.#kept = true;
    this.#host.environment.drafts.set(this.#contextId, this.#name, value);
    this.#host.requestUpdate();
  }

  /** Changes some of it. */
  patch(change: Partial<Value>): void {
    this.set({ ...this.value, ...change });
  }

  /** Forgets it: the server has said yes, or the person has given up. `contextId` names whose, when time has passed. */
  clear(contextId: string = this.#host.contextId): void {
    this.#host.environment.drafts.delete(contextId, this.#name);
    if (contextId !== this.#host.contextId) return;
    this.#value = this.#start();
    this.#restored = this.#kept = false;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    this.#follow();
  }

  /** Another patient: its own draft, or a fresh start (which may read the host's patient). */
  #follow(): void {
    const { contextId, environment } = this.#host;
    // Another widget may have ended the act this draft was part of.
    const forgotten = this.#kept && !environment.drafts.has(contextId, this.#name);
    if (contextId === this.#contextId && !forgotten) return;
    this.#contextId = contextId;
    const kept = environment.drafts.get<Value>(contextId, this.#name);
    this.#restored = this.#kept = kept !== undefined;
    this.#value = kept ?? this.#start();
  }
}
