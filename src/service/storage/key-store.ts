import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import { closeBox, KEY_BYTES, openBox } from "./box";
import { bytesOf, type Database } from "./database";
import { Groups } from "./groups";
import type { Secrets } from "./secrets";
import type { KeyTables } from "./tables";
import { orUnavailable } from "./unavailable";

/**
 * Keys of content, each wrapped, in a database of their own that is in no backup of the content:
 * without its key, what a backup still holds of erased content is noise.
 */
export interface KeyStore {
  make(tenant: string, id: string, at: number): Promise<Uint8Array>;
  /** Null once destroyed; "broken" where the wrapped key does not open. */
  find(tenant: string, id: string): Promise<Uint8Array | null | "broken">;
  destroy(tenant: string, id: string): Promise<void>;
  /** Leaves no trace of destroyed keys in a log; false where it has to be tried again. */
  settle(): Promise<boolean>;
  /** Ids of keys made before a moment, for finding those that have no content any more. */
  madeBefore(tenant: string, at: number): Promise<string[]>;
}

export function createKeyStore(database: Database<KeyTables>, secrets: Secrets): KeyStore {
  const store = keysIn(database, secrets);
  return {
    make: (...key) => orUnavailable(() => store.make(...key)),
    find: (...key) => orUnavailable(() => store.find(...key)),
    destroy: (...key) => orUnavailable(() => store.destroy(...key)),
    settle: () => orUnavailable(() => store.settle()),
    madeBefore: (...range) => orUnavailable(() => store.madeBefore(...range)),
  };
}

function keysIn(database: Database<KeyTables>, secrets: Secrets): KeyStore {
  const db: Kysely<KeyTables> = database.kysely;
  const groups = new Groups(db, () => Promise.resolve());
  return {
    make: async (tenant, id, at) => {
      const key = randomBytes(KEY_BYTES);
      const wrapped = closeBox(secrets.wrap, [tenant, id], key);
      await groups.run("", (trx) =>
        trx
          .insertInto("content_keys")
          .values({ tenant_id: tenant, id, wrapped, made_at: at })
          .execute(),
      );
      return key;
    },
    find: async (tenant, id) => {
      const row = await db
        .selectFrom("content_keys")
        .select("wrapped")
        .where("tenant_id", "=", tenant)
        .where("id", "=", id)
        .executeTakeFirst();
      if (row === undefined) return null;
      return openBox(secrets.wrap, [tenant, id], bytesOf(row.wrapped)) ?? "broken";
    },
    destroy: async (tenant, id) => {
      await groups.run("", (trx) =>
        trx
          .deleteFrom("content_keys")
          .where("tenant_id", "=", tenant)
          .where("id", "=", id)
          .execute(),
      );
    },
    settle: () => database.checkpoint(),
    madeBefore: async (tenant, at) => {
      const rows = await db
        .selectFrom("content_keys")
        .select("id")
        .where("tenant_id", "=", tenant)
        .where("made_at", "<", at)
        .execute();
      return rows.map(({ id }) => id);
    },
  };
}
