import { unitsToString } from "../../text/units";
import type { Budget } from "../budget";
import { u16, u32 } from "../little-endian";
import { damaged } from "../refused";
import { type Entry, Storage } from "./storage";

/** Compound files (MS-CFB): what Office wrote before 2007, saved Outlook mails, objects in documents. */
const HEADER_SIZE = 512;
const ENTRY_SIZE = 128;
const HEADER_FAT = 109;

/** Everything from here on is no sector but a mark: end of chain, free, a sector of the table. */
const LAST_SECTOR = 0xfffffffa;
const NO_ENTRY = 0xffffffff;

const STORAGE = 1;
const STREAM = 2;
const ROOT = 5;

/** Reads the directory and gives the root storage; streams are read when asked for. */
export function readCompoundFile(bytes: Uint8Array, budget: Budget): Storage {
  return new Reader(bytes, budget).root();
}

class Reader {
  private readonly sectorSize: number;
  private readonly miniSize: number;
  private readonly cutoff: number;
  private readonly fat: Uint32Array;
  private readonly miniFat: Uint32Array;
  private mini: Uint8Array | null = null;
  private miniEntry: Entry | null = null;
  private readonly directory: Uint8Array;
  private readonly visited: Uint8Array;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly budget: Budget,
  ) {
    const shift = u16(bytes, 30);
    const miniShift = u16(bytes, 32);
    if (bytes.length < HEADER_SIZE || shift < 9 || shift > 12 || miniShift > shift) {
      throw damaged();
    }
    this.sectorSize = 2 ** shift;
    this.miniSize = 2 ** miniShift;
    this.cutoff = u32(bytes, 56);
    this.fat = this.numbers(this.fatSectors());
    this.miniFat = this.numbers(this.chain(u32(bytes, 60)));
    this.directory = this.join(this.chain(u32(bytes, 48)));
    this.visited = new Uint8Array(this.directory.length / ENTRY_SIZE);
  }

  root(): Storage {
    const root = this.storage("");
    if ((this.directory[66] ?? 0) !== ROOT) throw damaged();
    this.miniEntry = this.entry(0);
    this.visited[0] = 1;
    this.addTree(u32(this.directory, 76), root);
    return root;
  }

  private storage(name: string): Storage {
    return new Storage(name, (entry, budget) => this.read(entry, budget));
  }

  /** The children of a storage are a binary tree over their names; its shape tells nothing. */
  private addTree(first: number, parent: Storage): void {
    const waiting: [number, Storage][] = [[first, parent]];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [id, storage] = next;
      if (id === NO_ENTRY) continue;
      const at = id * ENTRY_SIZE;
      if (id >= this.visited.length || this.visited[id] === 1) throw damaged();
      this.visited[id] = 1;
      this.budget.entry();
      waiting.push(
        [u32(this.directory, at + 68), storage],
        [u32(this.directory, at + 72), storage],
      );
      const entry = this.entry(id);
      const type = this.directory[at + 66];
      if (type === STREAM) storage.addStream(entry);
      else if (type === STORAGE) {
        const inner = this.storage(entry.name);
        storage.storages.push(inner);
        waiting.push([u32(this.directory, at + 76), inner]);
      } else throw damaged();
    }
  }

  private entry(id: number): Entry {
    const { directory } = this;
    const at = id * ENTRY_SIZE;
    const length = Math.min(u16(directory, at + 64) >> 1, 32) - 1;
    const units = new Uint16Array(Math.max(length, 0)).map((_, i) => u16(directory, at + 2 * i));
    return {
      name: unitsToString(units, 0, units.length),
      isStream: directory[at + 66] === STREAM,
      start: u32(directory, at + 116),
      size: u32(directory, at + 120),
    };
  }

  private read(entry: Entry, budget: Budget): Uint8Array {
    const { size, start } = entry;
    if (size > this.bytes.length) throw damaged();
    budget.time();
    budget.unpack(size);
    const isMini = size < this.cutoff && entry.isStream;
    const { miniSize } = this;
    const stream = isMini
      ? gather(this.miniStream(), chainOf(this.miniFat, start, miniSize, size), miniSize, 0)
      : this.join(chainOf(this.fat, start, this.sectorSize, size));
    if (stream.length < size) throw damaged();
    return stream.subarray(0, size);
  }

  /** Small streams share one stream, that of the root. */
  private miniStream(): Uint8Array {
    if (!this.mini && this.miniEntry) this.mini = this.read(this.miniEntry, this.budget);
    return this.mini ?? new Uint8Array(0);
  }

  /** The table's own sectors: the first ones are in the header, more in a list of sectors. */
  private fatSectors(): number[] {
    const { bytes, sectorSize } = this;
    const sectors: number[] = [];
    const most = bytes.length / sectorSize;
    const take = (at: number, count: number): void => {
      for (let i = 0; i < count; i++) {
        const sector = u32(bytes, at + 4 * i);
        if (sector < LAST_SECTOR) sectors.push(sector);
      }
    };
    take(76, HEADER_FAT);
    let lists = 0;
    for (let list = u32(bytes, 68); list < LAST_SECTOR; lists++) {
      if (lists > most) throw damaged();
      const at = (list + 1) * sectorSize;
      take(at, sectorSize / 4 - 1);
      list = at + sectorSize <= bytes.length ? u32(bytes, at + sectorSize - 4) : NO_ENTRY;
    }
    if (sectors.length > most) throw damaged();
    return sectors;
  }

  private chain(start: number): number[] {
    return chainOf(this.fat, start, this.sectorSize, this.bytes.length + this.sectorSize);
  }

  private join(sectors: readonly number[]): Uint8Array {
    return gather(this.bytes, sectors, this.sectorSize, this.sectorSize);
  }

  private numbers(sectors: readonly number[]): Uint32Array {
    const bytes = this.join(sectors);
    return new Uint32Array(bytes.length >> 2).map((_, i) => u32(bytes, 4 * i));
  }
}

/** The sectors that hold `size` bytes from `start` on, or as many as there are. */
function chainOf(fat: Uint32Array, start: number, sectorSize: number, size: number): number[] {
  const sectors: number[] = [];
  let sector = start;
  for (let left = size; left > 0 && sector < LAST_SECTOR; left -= sectorSize) {
    if (sector >= fat.length || sectors.length > fat.length) throw damaged();
    sectors.push(sector);
    sector = fat[sector] as number;
  }
  return sectors;
}

/** Sectors one behind the other; the last one of a file may be cut short. */
function gather(
  bytes: Uint8Array,
  sectors: readonly number[],
  size: number,
  first: number,
): Uint8Array {
  const joined = new Uint8Array(sectors.length * size);
  for (let i = 0; i < sectors.length; i++) {
    const from = first + (sectors[i] as number) * size;
    if (from >= bytes.length) throw damaged();
    joined.set(bytes.subarray(from, from + size), i * size);
  }
  return joined;
}
