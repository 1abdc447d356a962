import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { sql, type Transaction } from "kysely";
import { Client } from "pg";
import type { Tables } from "./tables";

/** What became different; `rights` is the directory or the policy of a tenant. */
export type Change =
  | { readonly tenant: string; readonly kind: "request"; readonly id: string }
  | { readonly tenant: string; readonly kind: "rights" }
  /** Some news may have been missed: whoever shows anything reads it again. */
  | { readonly kind: "missed" };
export type ChangeListener = (change: Change) => void;

/** Stands for the rights in what a transaction has changed; no request has this id. */
export const RIGHTS = "rights";

const changeOf = (tenant: string, id: string): Change =>
  id === RIGHTS ? { tenant, kind: "rights" } : { tenant, kind: "request", id };

export interface Changes {
  /** Answers how to stop listening. */
  subscribe(listener: ChangeListener): () => void;
  /** Within the transaction: goes out with its commit. */
  announceWithin(trx: Transaction<Tables>, tenant: string, request: string): Promise<void>;
  /** After the commit. */
  announceAfter(tenant: string, request: string): void;
  close(): Promise<void>;
}

class Listeners {
  private readonly emitter = new EventEmitter().setMaxListeners(0);

  subscribe(listener: ChangeListener): () => void {
    this.emitter.on("change", listener);
    return () => this.emitter.off("change", listener);
  }

  tell(change: Change): void {
    this.emitter.emit("change", change);
  }
}

/** One process works on a SQLite file: what it changes, it knows itself. */
export function localChanges(): Changes {
  const listeners = new Listeners();
  return {
    subscribe: (listener) => listeners.subscribe(listener),
    announceWithin: () => Promise.resolve(),
    announceAfter: (tenant, id) => listeners.tell(changeOf(tenant, id)),
    close: () => Promise.resolve(),
  };
}

const CHANNEL = "sekisho_changes";
const RECONNECT_MS = 500;

/** Replicas tell each other by LISTEN and NOTIFY, on a connection of its own. */
export function postgresChanges(url: string): Changes {
  const listeners = new Listeners();
  const stop = new AbortController();
  const running = listen(url, listeners, stop.signal);
  return {
    subscribe: (listener) => listeners.subscribe(listener),
    announceWithin: async (trx, tenant, request) => {
      await sql`select pg_notify(${CHANNEL}, ${JSON.stringify([tenant, request])})`.execute(trx);
    },
    announceAfter: () => undefined,
    close: async () => {
      stop.abort();
      await running;
    },
  };
}

/** What was said while the connection was down is lost: after each new one, readers read again. */
async function listen(url: string, listeners: Listeners, stop: AbortSignal): Promise<void> {
  for (let isFirst = true; !stop.aborted; isFirst = false) {
    const client = new Client({ connectionString: url });
    const ended = new Promise<void>((resolve) => {
      client.on("error", () => resolve());
      client.on("end", () => resolve());
      stop.addEventListener("abort", () => resolve(), { once: true });
    });
    client.on("notification", ({ payload }) => {
      const [tenant, request] = JSON.parse(payload ?? "[]") as [string, string];
      listeners.tell(changeOf(tenant, request));
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      if (!isFirst) listeners.tell({ kind: "missed" });
      await ended;
    } catch {
      // Not there (yet): the next round tries again.
    }
    await client.end().catch(() => undefined);
    if (!stop.aborted)
      await sleep(RECONNECT_MS, undefined, { signal: stop }).catch(() => undefined);
  }
}
