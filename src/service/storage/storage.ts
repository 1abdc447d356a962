import type { Transaction } from "kysely";
import { inSnapshot, type Database } from "./database";
import type { Changes } from "./changes";
import { Groups } from "./groups";
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
   * All of it or nothing, one after the other for each tenant over all replicas: whoever changes a
   * tenant's data holds the head of its record first. On disk when it resolves.
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
  const groups = new Groups(database.kysely, async (trx, tenant) => {
    await lockHead(trx, dialect, tenant);
    return seenBy(trx, tenant);
  });
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
        groups.run(tenant, async (trx, seen) => {
          const written = new Map(seen.written);
          const { committed } = seen;
          const reading = { ...parts, tenant, dialect, trx, watch, committed, written };
          const entry = await lastEntry(trx, parts.secrets, tenant);
          if (entry === "broken") return broken(reading, "record", tenant);
          const last = { entry };
          const now = Math.max(parts.clock(), entry?.at ?? 0);
          const value = await work({ ...reading, now, last, changed });
          if (last.entry !== null && last.entry !== entry) await saveHead(trx, last.entry);
          for (const id of changed) await changes.announceWithin(trx, tenant, id);
          seen.written = written;
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
