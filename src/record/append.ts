import type { RecordEntry, RecordHead } from "../core/record";
import { hashOf, NO_HASH } from "./entry";

/** What is to be recorded; where it stands follows from the entry before. */
export type NewEntry = Pick<RecordEntry, "tenant" | "at" | "kind" | "ref" | "version" | "data">;

/** `last`: the tenant's last entry, null for the first. A clock that was set back does not show. */
export function appended(last: RecordEntry | null, added: NewEntry): RecordEntry {
  if (last !== null && last.tenant !== added.tenant) throw new Error("Each tenant has its record.");
  const { tenant, kind, ref, version, data } = added;
  const entry = {
    tenant,
    sequence: last === null ? 1 : last.sequence + 1,
    at: last === null ? added.at : Math.max(added.at, last.at),
    kind,
    ref,
    version,
    data,
    previous: last === null ? NO_HASH : last.hash,
  };
  return { ...entry, hash: hashOf(entry) };
}

export const headOf = ({ tenant, sequence, hash }: RecordEntry): RecordHead => ({
  tenant,
  sequence,
  hash,
});
