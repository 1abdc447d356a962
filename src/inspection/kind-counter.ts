import { KINDS, type KindCounts } from "../core/kind";
import { PairTable } from "./pair-table";

/** Counts distinct values of each kind, over the whole message and for the part in hand. */
export class KindCounter {
  private readonly seen = new PairTable();
  private readonly total = new Uint32Array(KINDS.length);
  private readonly ofPart = new Uint32Array(KINDS.length);
  private part = 0;

  beginPart(): void {
    this.part += 1;
    this.ofPart.fill(0);
  }

  add(kind: number, high: number, low: number): void {
    const key = high ^ Math.imul(kind + 1, 0x9e3779b1 | 0);
    const last = this.seen.swap(key, low, this.part);
    if (last === this.part) return;
    if (last < 0) this.total[kind] = (this.total[kind] as number) + 1;
    this.ofPart[kind] = (this.ofPart[kind] as number) + 1;
  }

  get partCounts(): KindCounts {
    return counts(this.ofPart);
  }

  get totalCounts(): KindCounts {
    return counts(this.total);
  }
}

function counts(numbers: Uint32Array): KindCounts {
  const found: KindCounts = {};
  KINDS.forEach((kind, index) => {
    const count = numbers[index] as number;
    if (count > 0) found[kind] = count;
  });
  return found;
}
