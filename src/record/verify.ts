import type { RecordEntry, RecordHead } from "../core/record";
import { hashOf, isEntry, NO_HASH } from "./entry";

export const CHAIN_CODES = [
  "record/malformed",
  "record/hash", // the content is not what was hashed
  "record/previous", // it does not follow the entry before
  "record/gap",
  "record/order",
  "record/time",
  "record/tenant",
  "record/rewritten", // another hash than was exported
  "record/truncated", // ends before an exported head
] as const;
export type ChainCode = (typeof CHAIN_CODES)[number];

export interface ChainProblem {
  readonly code: ChainCode;
  /** Where it shows. */
  readonly sequence: number;
}

export interface ChainReport {
  readonly state: "intact" | "broken";
  readonly entries: number;
  /** At most MOST_PROBLEMS, in the order found; `problemCount` has all. */
  readonly problems: readonly ChainProblem[];
  readonly problemCount: number;
  /** The last entry, null where there is none. */
  readonly head: RecordHead | null;
  /** Nothing up to here can be missing or another; 0 says that the whole tail is unproven. */
  readonly provenUpTo: number;
  readonly tail: "proven" | "unproven";
}

export const MOST_PROBLEMS = 100;

/**
 * Checks a tenant's record entry by entry, in memory that does not grow with it. `anchors` are heads
 * that were exported to where the database's admin cannot write: without one, a record that was cut
 * short or written anew from some point on looks like a whole one.
 */
export class ChainVerifier {
  private readonly anchors = new Map<number, string>();
  private readonly found: ChainProblem[] = [];
  private count = 0;
  private entries = 0;
  private sequence = 0;
  private hash = NO_HASH;
  private at = 0;
  private matched = 0;

  constructor(
    private readonly tenant: string,
    private readonly heads: readonly RecordHead[] = [],
  ) {
    for (const { sequence, hash, tenant: owner } of heads) {
      if (owner !== tenant) continue;
      const before = this.anchors.get(sequence);
      // Two exported heads of one place that differ: at most one of them is true.
      if (before !== undefined && before !== hash) this.problem("record/rewritten", sequence);
      this.anchors.set(sequence, hash);
    }
  }

  /** Goes on from what an entry says of itself, so that one break is told once. */
  push(entry: unknown): void {
    this.entries += 1;
    if (!isEntry(entry)) return this.problem("record/malformed", this.sequence + 1);
    const { sequence } = entry;
    if (entry.tenant !== this.tenant) this.problem("record/tenant", sequence);
    if (sequence <= this.sequence) this.problem("record/order", sequence);
    else if (sequence > this.sequence + 1) this.problem("record/gap", this.sequence + 1);
    else if (entry.previous !== this.hash) this.problem("record/previous", sequence);
    if (sequence > this.sequence && entry.at < this.at) this.problem("record/time", sequence);
    if (!isHashed(entry)) this.problem("record/hash", sequence);
    const anchor = this.anchors.get(sequence);
    if (anchor === entry.hash && this.count === 0) this.matched = sequence;
    else if (anchor !== undefined && anchor !== entry.hash) {
      this.problem("record/rewritten", sequence);
    }
    this.sequence = sequence;
    this.hash = entry.hash;
    this.at = entry.at;
  }

  end(): ChainReport {
    const last = this.heads.reduce(
      (most, each) => (each.tenant === this.tenant ? Math.max(most, each.sequence) : most),
      0,
    );
    if (last > this.sequence) this.problem("record/truncated", this.sequence);
    const { tenant, sequence, hash, entries } = this;
    return {
      state: this.count === 0 ? "intact" : "broken",
      entries,
      problems: this.found,
      problemCount: this.count,
      head: sequence === 0 ? null : { tenant, sequence, hash },
      provenUpTo: this.matched,
      tail: this.matched > 0 && this.matched === sequence ? "proven" : "unproven",
    };
  }

  private problem(code: ChainCode, sequence: number): void {
    this.count += 1;
    if (this.found.length < MOST_PROBLEMS) this.found.push({ code, sequence });
  }
}

function isHashed({ hash, ...content }: RecordEntry): boolean {
  try {
    return hashOf(content) === hash;
  } catch {
    // Content that no entry of ours could have was not hashed by us.
    return false;
  }
}
