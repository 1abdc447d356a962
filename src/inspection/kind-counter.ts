import { KINDS, type KindCounts } from "../core/kind";
import { PairTable } from "./pair-table";

/**
 * Every value of a message once, by its kind: counted over the whole message and for the part in
 * hand, with the record of a person in which it stood first.
 */
export class KindCounter {
  private readonly seen = new PairTable();
  private readonly total = new Uint32Array(KINDS.length);
  private readonly ofPart = new Uint32Array(KINDS.length);
  private part = 0;

  beginPart(): void {
    this.part += 1;
    this.ofPart.fill(0);
  }

  /** The record in which the value stood first, -1 where this is the one. */
  add(kind: number, high: number, low: number, record: number): number {
    const { seen, part } = this;
    const slot = seen.slotOf(high ^ Math.imul(kind + 1, 0x9e3779b1 | 0), low);
    const last = seen.swapNote(slot, part);
    if (last === 0) this.total[kind] = (this.total[kind] as number) + 1;
    if (last !== part) this.ofPart[kind] = (this.ofPart[kind] as number) + 1;
    return seen.valueAt(slot, record);
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
