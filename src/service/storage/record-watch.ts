import { sql } from "kysely";
import { entryOf } from "./record";
import type { RecordRow } from "./tables";
import type { Reading } from "./work";

const PAGE = 2000;

/** Entries `from`..`to` of one tenant's record, each read once and found whole, without a gap. */
interface Stretch {
  from: number;
  to: number;
  /** Versions of each sealed row in it, with the entry that tells of them. */
  readonly versions: Map<string, { readonly sequence: number; readonly version: number }[]>;
}

/**
 * What this process has seen of the record. An old row that is put back passes only if the entry of
 * its newer version is gone as well; that entry is either in a stretch that was read while it was
 * there, or it leaves a gap in one that was not.
 */
export class RecordWatch {
  private readonly stretches = new Map<string, Stretch>();
  private readonly turns = new Map<string, Promise<unknown>>();

  /** The newest version of a sealed row up to the entry `head`; null where the record has a gap. */
  version(reading: Reading, ref: string, head: number): Promise<number | null> {
    const before = this.turns.get(reading.tenant) ?? Promise.resolve();
    const turn = before.then(() => this.inTurn(reading, ref, head));
    this.turns.set(
      reading.tenant,
      turn.catch(() => undefined),
    );
    return turn;
  }

  private async inTurn(reading: Reading, ref: string, head: number): Promise<number | null> {
    const seen = this.stretches.get(reading.tenant);
    if (seen !== undefined) {
      if (!(await grow(reading, seen, head))) return null;
      const version = newest(seen, ref, head);
      if (version > 0) return version;
    }
    const from = await newestEntry(reading, ref, head);
    if (from === null) return 0;
    const stretch = seen ?? beginAt(from);
    if (!(await grow(reading, stretch, head))) return null;
    if (from < stretch.from && !(await extend(reading, stretch, from, stretch.from - 1)))
      return null;
    stretch.from = Math.min(stretch.from, from);
    this.stretches.set(reading.tenant, stretch);
    return newest(stretch, ref, head);
  }
}

/** Up to the entry `head`, which may be known already. */
async function grow(reading: Reading, stretch: Stretch, head: number): Promise<boolean> {
  if (head > stretch.to && !(await extend(reading, stretch, stretch.to + 1, head))) return false;
  stretch.to = Math.max(stretch.to, head);
  return true;
}

/** The entry that tells of the newest version of a row; null where none does. */
async function newestEntry(reading: Reading, ref: string, head: number): Promise<number | null> {
  const row = await reading.trx
    .selectFrom("record")
    .select("sequence")
    .where("tenant_id", "=", reading.tenant)
    .where("ref", "=", ref)
    // Not by the index of sequences: the record is long, and few entries are about one row.
    .where(sql<number>`+sequence`, "<=", head)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.sequence ?? null;
}

const newest = ({ versions }: Stretch, ref: string, head: number): number =>
  Math.max(
    0,
    ...(versions.get(ref) ?? [])
      .filter(({ sequence }) => sequence <= head)
      .map(({ version }) => version),
  );

const beginAt = (sequence: number): Stretch => ({
  from: sequence,
  to: sequence - 1,
  versions: new Map(),
});

/** Reads entries `from`..`to`; false where one is missing or is not as it was written. */
async function extend(
  reading: Reading,
  { versions }: Stretch,
  from: number,
  to: number,
): Promise<boolean> {
  for (let next = from; next <= to;) {
    const rows = await reading.trx
      .selectFrom("record")
      .selectAll()
      .where("tenant_id", "=", reading.tenant)
      .where("sequence", ">=", next)
      .where("sequence", "<=", Math.min(to, next + PAGE - 1))
      .orderBy("sequence")
      .execute();
    for (const row of rows) {
      if (row.sequence !== next || !isWritten(reading, row)) return false;
      next += 1;
      if (row.version === 0) continue;
      const known = versions.get(row.ref) ?? [];
      known.push({ sequence: row.sequence, version: row.version });
      versions.set(row.ref, known);
    }
    if (rows.length === 0) return false;
  }
  return true;
}

const isWritten = ({ secrets }: Reading, row: RecordRow): boolean => entryOf(secrets, row) !== null;
