import { Damaged } from "./damaged";

const LONGEST_CODE = 15;
const SYMBOLS = 288;

/** Low bits of an entry: how many bits its code has. The bits above them are the symbol. */
export const LENGTH_BITS = 4;
export const LENGTH_MASK = 15;
/** An entry from here on points at the second table, for the few codes that are long. */
export const LINK = 1 << 20;

/**
 * Canonical Huffman codes (RFC 1951, 3.2.2) as tables that are looked up by the next bits: the
 * first one small enough to stay in a processor's first cache.
 */
export class HuffmanTable {
  readonly entries: Int32Array;
  readonly mask: number;
  /** Bits that the second table looks at. */
  linkMask = 0;
  private readonly counts = new Uint16Array(LONGEST_CODE + 1);
  private readonly next = new Uint16Array(LONGEST_CODE + 2);

  constructor(readonly rootBits: number) {
    const second = SYMBOLS << Math.max(0, LONGEST_CODE - rootBits);
    this.entries = new Int32Array((1 << rootBits) + second);
    this.mask = (1 << rootBits) - 1;
  }

  /** `lengths` from..to are the lengths of the codes of symbols 0, 1, 2 …; 0 for those without. */
  build(lengths: Uint8Array, from: number, to: number): void {
    const { entries, rootBits, next } = this;
    const longest = this.countLengths(lengths, from, to);
    const linkBits = Math.max(0, longest - rootBits);
    this.linkMask = (1 << linkBits) - 1;
    entries.fill(0, 0, 1 << rootBits);
    let free = 1 << rootBits;
    for (let i = from; i < to; i++) {
      const length = lengths[i]!;
      if (length === 0) continue;
      const code = reversed(next[length]!++, length);
      const entry = ((i - from) << LENGTH_BITS) | length;
      if (length <= rootBits) {
        for (let at = code; at <= this.mask; at += 1 << length) entries[at] = entry;
        continue;
      }
      const root = code & this.mask;
      if (entries[root] === 0) {
        entries[root] = LINK + free;
        entries.fill(0, free, free + (1 << linkBits));
        free += 1 << linkBits;
      }
      const base = entries[root]! - LINK;
      const step = 1 << (length - rootBits);
      for (let at = code >>> rootBits; at < 1 << linkBits; at += step) entries[base + at] = entry;
    }
  }

  /** The longest length; more codes than there can be are damage, too few are found when read. */
  private countLengths(lengths: Uint8Array, from: number, to: number): number {
    const { counts, next } = this;
    counts.fill(0);
    for (let i = from; i < to; i++) counts[lengths[i]!]!++;
    let longest = 0;
    let code = 0;
    for (let length = 1; length <= LONGEST_CODE; length++) {
      next[length] = code;
      code += counts[length]!;
      if (code > 1 << length) throw new Damaged();
      if (counts[length]! > 0) longest = length;
      code <<= 1;
    }
    return longest;
  }
}

/** Codes are written from their highest bit on, everything else from the lowest. */
function reversed(code: number, length: number): number {
  let bits = 0;
  for (let i = 0; i < length; i++) bits |= ((code >>> i) & 1) << (length - 1 - i);
  return bits;
}
