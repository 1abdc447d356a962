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
    const row = await reading.trx
      .selectFrom("record")
      .select("sequence")
      .where("tenant_id", "=", reading.tenant)
      .where("ref", "=", ref)
      .where("sequence", "<=", head)
      .orderBy("sequence", "desc")
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) return 0;
    const stretch = this.stretches.get(reading.tenant) ?? beginAt(row.sequence);
    if (head > stretch.to && !(await extend(reading, stretch, stretch.to + 1, head))) return null;
    stretch.to = Math.max(stretch.to, head);
    const isEarlier = row.sequence < stretch.from;
    if (isEarlier && !(await extend(reading, stretch, row.sequence, stretch.from - 1))) return null;
    stretch.from = Math.min(stretch.from, row.sequence);
    this.stretches.set(reading.tenant, stretch);
    const known = stretch.versions.get(ref) ?? [];
    return Math.max(
      0,
      ...known.filter((each) => each.sequence <= head).map((each) => each.version),
    );
  }
}

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
