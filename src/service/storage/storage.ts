import type { Transaction } from "kysely";
import { inSnapshot, type Database } from "./database";
import type { Changes } from "./changes";
import { lastEntry, lastSequence, lockHead, saveHead } from "./record";
import { RecordWatch } from "./record-watch";
import type { Tables } from "./tables";
import { orUnavailable } from "./unavailable";
import { broken, type Reading, type StorageParts, type Work } from "./work";

/** The service's data. What may be done to it stands in the files beside this one. */
export interface Storage extends StorageParts {
  readonly database: Database<Tables>;
  readonly changes: Changes;
  /** One snapshot; nothing is changed. */
  read<T>(tenant: string, work: (reading: Reading) => Promise<T>): Promise<T>;
  /**
   * One transaction, one after the other for each tenant over all replicas: whoever changes a
   * tenant's data holds the head of its record first.
   */
  change<T>(tenant: string, work: (work: Work) => Promise<T>): Promise<T>;
}

export function createStorage(
  database: Database<Tables>,
  parts: StorageParts,
  changes: Changes,
): Storage {
  const { dialect } = database;
  const watch = new RecordWatch();
  return {
    ...parts,
    database,
    changes,
    read: (tenant, work) =>
      orUnavailable(() =>
        inSnapshot(database, async (trx) =>
          work({ ...parts, tenant, dialect, trx, watch, ...(await seenBy(trx, tenant)) }),
        ),
      ),
    change: async (tenant, work) => {
      const changed = new Set<string>();
      const result = await orUnavailable(() =>
        database.kysely.transaction().execute(async (trx) => {
          await lockHead(trx, dialect, tenant);
          const seen = await seenBy(trx, tenant);
          const reading = { ...parts, tenant, dialect, trx, watch, ...seen };
          const entry = await lastEntry(trx, parts.secrets, tenant);
          if (entry === "broken") return broken(reading, "record", tenant);
          const last = { entry };
          const now = Math.max(parts.clock(), entry?.at ?? 0);
          const value = await work({ ...reading, now, last, changed });
          if (last.entry !== null && last.entry !== entry) await saveHead(trx, last.entry);
          for (const id of changed) await changes.announceWithin(trx, tenant, id);
          return value;
        }),
      );
      for (const id of changed) changes.announceAfter(tenant, id);
      return result;
    },
  };
}

const seenBy = async (trx: Transaction<Tables>, tenant: string) => ({
  committed: await lastSequence(trx, tenant),
  written: new Map<string, number>(),
});
