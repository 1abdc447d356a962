import { Damaged } from "./damaged";
import { HuffmanTable, LENGTH_BITS, LENGTH_MASK, LINK } from "./huffman-table";

/**
 * Unpacks deflated data (RFC 1951) into room that was paid for, and not a byte further, so that no
 * bomb unfolds however its size is declared. The bounded room is also what makes it quick.
 */
const END_OF_BLOCK = 256;
const FIRST_LENGTH = 257;
const LENGTHS = 29;
const DISTANCES = 30;

// prettier-ignore
const LENGTH_BASE = Uint16Array.of(
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31,
  35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
);
// prettier-ignore
const LENGTH_EXTRA = Uint8Array.of(
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
);
const DISTANCE_BASE = new Uint16Array(DISTANCES);
const DISTANCE_EXTRA = new Uint8Array(DISTANCES);
for (let i = 0, base = 1; i < DISTANCES; i++) {
  DISTANCE_EXTRA[i] = Math.max(0, (i >> 1) - 1);
  DISTANCE_BASE[i] = base;
  base += 1 << DISTANCE_EXTRA[i]!;
}

/** Order in which the lengths of the code length codes are written. */
const ORDER = Uint8Array.of(16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15);

/** Fills `out` and says how much there was; `out.length + 1` stands for more than fits. */
export function inflate(packed: Uint8Array, out: Uint8Array): number {
  return new Inflater(packed, out).run();
}

/** The same, and how many bytes of `packed` it took: others may follow. */
export function inflateUpTo(
  packed: Uint8Array,
  out: Uint8Array,
): { readonly size: number; readonly taken: number } {
  const inflater = new Inflater(packed, out);
  return { size: inflater.run(), taken: inflater.taken };
}

class Inflater {
  private at = 0;
  private bits = 0;
  private bitCount = 0;
  private to = 0;
  private readonly literals = new HuffmanTable(10);
  private readonly distances = new HuffmanTable(9);
  private readonly lengths = new Uint8Array(320);

  constructor(
    private readonly packed: Uint8Array,
    private readonly out: Uint8Array,
  ) {}

  get taken(): number {
    return this.at - (this.bitCount >> 3);
  }

  run(): number {
    for (let isLast = 0; isLast === 0;) {
      isLast = this.take(1);
      const type = this.take(2);
      if (type === 0) this.stored();
      else if (type === 1) this.fixedCodes();
      else if (type === 2) this.ownCodes();
      else throw new Damaged();
      if (type !== 0) this.block();
      if (this.to > this.out.length) return this.to;
      if (this.taken > this.packed.length) throw new Damaged();
    }
    return this.to;
  }

  /** Up to 16 bits; behind the end there are zeros, and the end of the block is the time to ask. */
  private take(count: number): number {
    if (this.bitCount < 16) {
      const { packed, at } = this;
      this.bits |= ((packed[at] ?? 0) | ((packed[at + 1] ?? 0) << 8)) << this.bitCount;
      this.at += 2;
      this.bitCount += 16;
    }
    const value = this.bits & ((1 << count) - 1);
    this.bits >>>= count;
    this.bitCount -= count;
    return value;
  }

  private stored(): void {
    this.take(this.bitCount & 7);
    const length = this.take(16);
    if ((length ^ this.take(16)) !== 0xffff) throw new Damaged();
    const from = this.taken;
    const { packed, out, to } = this;
    if (from + length > packed.length) throw new Damaged();
    const room = Math.min(length, out.length - to);
    out.set(packed.subarray(from, from + room), to);
    this.to = room < length ? out.length + 1 : to + length;
    this.at = from + length;
    this.bits = 0;
    this.bitCount = 0;
  }

  private fixedCodes(): void {
    const { lengths } = this;
    lengths.fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280, 288);
    this.literals.build(lengths, 0, 288);
    lengths.fill(5, 0, DISTANCES);
    this.distances.build(lengths, 0, DISTANCES);
  }

  private ownCodes(): void {
    const { lengths, literals, distances } = this;
    const literalCount = this.take(5) + FIRST_LENGTH;
    const distanceCount = this.take(5) + 1;
    const orderCount = this.take(4) + 4;
    lengths.fill(0);
    for (let i = 0; i < orderCount; i++) lengths[ORDER[i]!] = this.take(3);
    distances.build(lengths, 0, ORDER.length);
    const total = literalCount + distanceCount;
    this.codeLengths(total);
    literals.build(lengths, 0, literalCount);
    distances.build(lengths, literalCount, total);
  }

  /** Lengths of the codes, packed with codes of their own, which `distances` holds meanwhile. */
  private codeLengths(total: number): void {
    const { lengths } = this;
    for (let i = 0; i < total;) {
      const symbol = this.codeLength();
      if (symbol < 16) {
        lengths[i++] = symbol;
        continue;
      }
      if (symbol === 16 && i === 0) throw new Damaged();
      const value = symbol === 16 ? lengths[i - 1]! : 0;
      const end = i + (symbol === 16 ? 3 + this.take(2) : symbol === 17 ? 3 + this.take(3) : 11 + this.take(7)); // prettier-ignore
      if (end > total) throw new Damaged();
      lengths.fill(value, i, end);
      i = end;
    }
  }

  private codeLength(): number {
    this.take(0);
    const entry = this.distances.entries[this.bits & this.distances.mask]!;
    if (entry === 0) throw new Damaged();
    this.take(entry & LENGTH_MASK);
    return entry >> LENGTH_BITS;
  }

  private block(): void {
    const { packed, out } = this;
    const { entries: literals, mask: literalMask, linkMask, rootBits } = this.literals;
    const { entries: distances, mask: distanceMask } = this.distances;
    const { linkMask: distanceLinkMask, rootBits: distanceRoot } = this.distances;
    const size = out.length;
    let { at, bits, bitCount, to } = this;
    for (;;) {
      if (bitCount < 16) {
        bits |= (packed[at]! | (packed[at + 1]! << 8)) << bitCount;
        at += 2;
        bitCount += 16;
      }
      let entry = literals[bits & literalMask]!;
      if (entry >= LINK) entry = literals[entry - LINK + ((bits >>> rootBits) & linkMask)]!;
      bits >>>= entry & LENGTH_MASK;
      bitCount -= entry & LENGTH_MASK;
      const symbol = entry >> LENGTH_BITS;
      if (symbol < END_OF_BLOCK) {
        if (entry === 0) throw new Damaged();
        if (to >= size) {
          to = size + 1;
          break;
        }
        out[to++] = symbol;
        continue;
      }
      if (symbol === END_OF_BLOCK) break;
      if (symbol >= FIRST_LENGTH + LENGTHS) throw new Damaged();
      if (bitCount < 16) {
        bits |= (packed[at]! | (packed[at + 1]! << 8)) << bitCount;
        at += 2;
        bitCount += 16;
      }
      const lengthExtra = LENGTH_EXTRA[symbol - FIRST_LENGTH]!;
      const length = LENGTH_BASE[symbol - FIRST_LENGTH]! + (bits & ((1 << lengthExtra) - 1));
      bits >>>= lengthExtra;
      bitCount -= lengthExtra;
      if (bitCount < 16) {
        bits |= (packed[at]! | (packed[at + 1]! << 8)) << bitCount;
        at += 2;
        bitCount += 16;
      }
      let far = distances[bits & distanceMask]!;
      if (far >= LINK) far = distances[far - LINK + ((bits >>> distanceRoot) & distanceLinkMask)]!;
      bits >>>= far & LENGTH_MASK;
      bitCount -= far & LENGTH_MASK;
      const code = far >> LENGTH_BITS;
      if (far === 0 || code >= DISTANCES) throw new Damaged();
      if (bitCount < 16) {
        bits |= (packed[at]! | (packed[at + 1]! << 8)) << bitCount;
        at += 2;
        bitCount += 16;
      }
      const extra = DISTANCE_EXTRA[code]!;
      const distance = DISTANCE_BASE[code]! + (bits & ((1 << extra) - 1));
      bits >>>= extra;
      bitCount -= extra;
      if (distance > to) throw new Damaged();
      if (to + length > size) {
        to = size + 1;
        break;
      }
      for (const end = to + length; to < end; to++) out[to] = out[to - distance]!;
    }
    this.at = at;
    this.bits = bits;
    this.bitCount = bitCount;
    this.to = to;
  }
}
