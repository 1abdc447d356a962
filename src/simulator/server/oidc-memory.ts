import type { Adapter, AdapterPayload } from "oidc-provider";

interface Kept {
  readonly payload: AdapterPayload;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** Keeps what one kind of the provider's entities holds, as long as the demo runs. */
export class OidcMemory implements Adapter {
  readonly #kept = new Map<string, Kept>();

  upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    const until = expiresIn > 0 ? Date.now() + expiresIn * 1000 : Infinity;
    this.#kept.set(id, { payload, until });
    return Promise.resolve();
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    const kept = this.#kept.get(id);
    return Promise.resolve(kept && kept.until > Date.now() ? kept.payload : undefined);
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    const ids = [...this.#kept].filter(([, { payload }]) => payload.uid === uid);
    return this.find(ids[0]?.[0] ?? "");
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    const ids = [...this.#kept].filter(([, { payload }]) => payload.userCode === userCode);
    return this.find(ids[0]?.[0] ?? "");
  }

  consume(id: string): Promise<void> {
    const kept = this.#kept.get(id);
    if (kept)
      this.#kept.set(id, {
        ...kept,
        payload: { ...kept.payload, consumed: Math.floor(Date.now() / 1000) },
      });
    return Promise.resolve();
  }

  destroy(id: string): Promise<void> {
    this.#kept.delete(id);
    return Promise.resolve();
  }

  revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { payload }] of this.#kept)
      if (payload.grantId === grantId) this.#kept.delete(id);
    return Promise.resolve();
  }
}
