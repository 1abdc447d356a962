import type { Budget } from "../budget";
import { damaged } from "../refused";

/** One object of a compound file, as its directory describes it. */
export interface Entry {
  readonly name: string;
  readonly isStream: boolean;
  readonly size: number;
  readonly start: number;
}

export type ReadEntry = (entry: Entry, budget: Budget) => Uint8Array;

/** Names are compared without regard to case (MS-CFB 2.6.4). */
const keyOf = (name: string): string => name.toUpperCase();

/** A folder of a compound file: streams, which are files, and storages. Remembers what was read. */
export class Storage {
  readonly storages: Storage[] = [];
  private readonly streams = new Map<string, Entry>();
  private readonly seen = new Set<string>();

  constructor(
    readonly name: string,
    private readonly readEntry: ReadEntry,
  ) {}

  addStream(entry: Entry): void {
    // Readers disagree on which of two streams counts.
    if (this.streams.has(keyOf(entry.name))) throw damaged();
    this.streams.set(keyOf(entry.name), entry);
  }

  has(name: string): boolean {
    return this.streams.has(keyOf(name));
  }

  storage(name: string): Storage | null {
    return this.storages.find((each) => keyOf(each.name) === keyOf(name)) ?? null;
  }

  /** Paid for before memory is taken: many entries may name the same sectors. */
  read(name: string, budget: Budget): Uint8Array {
    const entry = this.streams.get(keyOf(name));
    if (!entry) throw damaged();
    this.seen.add(keyOf(name));
    return this.readEntry(entry, budget);
  }

  sizeOf(name: string): number {
    return this.streams.get(keyOf(name))?.size ?? 0;
  }

  /** Names of the streams, and of those that nobody has read so far. */
  get names(): string[] {
    return Array.from(this.streams.values(), ({ name }) => name);
  }

  get unread(): string[] {
    return this.names.filter((name) => !this.seen.has(keyOf(name)));
  }
}
