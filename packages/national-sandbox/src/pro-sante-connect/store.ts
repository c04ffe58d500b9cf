import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly expiresAt: number;
}

/** Sessions, codes and tokens of one running sandbox; they live and die with it. */
export class ProviderStore {
  readonly #kept = new Map<string, Kept>();

  /** What oidc-provider asks for: one view per kind of object. */
  readonly adapter = (kind: string): Adapter => ({
    upsert: async (id, payload, expiresIn) => {
      const expiresAt = expiresIn ? Date.now() + expiresIn * 1000 : Number.POSITIVE_INFINITY;
      this.#kept.set(`${kind}:${id}`, { payload, expiresAt });
    },
    find: async (id) => this.#find(`${kind}:${id}`),
    findByUid: async (uid) => this.#search(kind, (payload) => payload.uid === uid),
    findByUserCode: async (userCode) => this.#search(kind, (payload) => payload.userCode === userCode),
    consume: async (id) => {
      const payload = this.#find(`${kind}:${id}`);
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    },
    destroy: async (id) => {
      this.#kept.delete(`${kind}:${id}`);
    },
    revokeByGrantId: async (grantId) => this.revoke(grantId),
  });

  /** Every code and token given under a grant stops working at once. */
  revoke(grantId: string): void {
    for (const [key, { payload }] of this.#kept) if (payload.grantId === grantId) this.#kept.delete(key);
    this.#kept.delete(`Grant:${grantId}`);
  }

  #find(key: string): AdapterPayload | undefined {
    const kept = this.#kept.get(key);
    if (kept && kept.expiresAt > Date.now()) return kept.payload;
    this.#kept.delete(key);
    return undefined;
  }

  #search(kind: string, matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const key of this.#kept.keys()) {
      const payload = key.startsWith(`${kind}:`) ? this.#find(key) : undefined;
      if (payload && matches(payload)) return payload;
    }
    return undefined;
  }
}
