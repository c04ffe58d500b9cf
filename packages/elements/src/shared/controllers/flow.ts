import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Flow, FlowStore } from '../flow.ts';
import type { SpicoEnvironment } from '../session.ts';

/** What a flow needs of its widget; every `SpicoElement` is one. */
type FlowHost = ReactiveControllerHost & { readonly contextId: string; readonly environment: SpicoEnvironment };

/** Ties a widget to the flow of its patient: `this.flow.value`, `this.flow.patch({ step: 'create' })`. */
export class FlowController implements ReactiveController {
  readonly #host: FlowHost;
  #store: FlowStore | undefined;
  #leave: (() => void) | undefined;

  constructor(host: FlowHost) {
    this.#host = host;
    host.addController(this);
  }

  get value(): Flow {
    return this.#host.environment.flows.get(this.#host.contextId);
  }

  /** Goes on. After an await, pass the context it began in: the host may have moved to another patient. */
  patch(change: Partial<Flow>, contextId: string = this.#host.contextId): void {
    const { flows } = this.#host.environment;
    flows.set(contextId, { ...flows.get(contextId), ...change });
  }

  /** Replaces the whole flow, e.g. by a new search. */
  begin(flow: Flow, contextId: string = this.#host.contextId): void {
    this.#host.environment.flows.set(contextId, flow);
  }

  clear(contextId: string = this.#host.contextId): void {
    this.#host.environment.flows.clear(contextId);
  }

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
    const { flows } = this.#host.environment;
    if (flows === this.#store) return;
    this.#leave?.();
    this.#store = flows;
    this.#leave = flows.subscribe((contextId) => {
      if (contextId === this.#host.contextId) this.#host.requestUpdate();
    });
  }
}
