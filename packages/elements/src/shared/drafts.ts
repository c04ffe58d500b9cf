/**
 * What was typed and not yet sent, kept in memory under the context (the patient) it belongs to (F-202). Nothing is
 * written to disk; closing the page forgets it.
 */
export class DraftStore {
  readonly #drafts = new Map<string, Map<string, unknown>>();

  get<Value>(contextId: string, name: string): Value | undefined {
    return this.#drafts.get(contextId)?.get(name) as Value | undefined;
  }

  set(contextId: string, name: string, value: unknown): void {
    const drafts = this.#drafts.get(contextId) ?? new Map<string, unknown>();
    this.#drafts.set(contextId, drafts.set(name, value));
  }

  delete(contextId: string, name: string): void {
    this.#drafts.get(contextId)?.delete(name);
  }

  has(contextId: string, name: string): boolean {
    return this.#drafts.get(contextId)?.has(name) ?? false;
  }

  /** Forgets what several widgets held of one act that is over: `forget(contextId, ['search', 'creation'])`. */
  forget(contextId: string, acts: readonly string[]): void {
    const drafts = this.#drafts.get(contextId);
    for (const name of [...(drafts?.keys() ?? [])]) {
      if (acts.includes(name.slice(name.indexOf('/') + 1))) drafts?.delete(name);
    }
  }

  /** Whether nothing typed would be lost with this page. */
  get empty(): boolean {
    return [...this.#drafts.values()].every((drafts) => drafts.size === 0);
  }

  clear(): void {
    this.#drafts.clear();
  }
}
