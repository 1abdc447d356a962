import { DROPPED, foldTable, isVariation, voiced } from "../text/fold";
import { damaged, Refused } from "./refused";

const VOICED_MARK = 0x3099;
const SEMI_VOICED_MARK = 0x309a;

/** Neither dropped nor, perhaps, a part of the character before it. */
const isPlain = (folded: number): boolean =>
  folded < VOICED_MARK
    ? folded !== DROPPED
    : folded > SEMI_VOICED_MARK && (folded < 0xdd00 || folded > 0xddef);

/** A growing buffer of UTF-16 code units that are folded (text/fold.ts) on their way in. */
export class FoldedText {
  units: Uint16Array;
  length = 0;
  /** Where the current piece begins; a voicing mark does not reach back across it. */
  mark = 0;
  private readonly fold = foldTable();

  constructor(
    private readonly maxUnits: number,
    capacity: number,
  ) {
    this.units = new Uint16Array(capacity);
  }

  unit(unit: number): void {
    if (this.length === this.units.length) this.reserve(1);
    const folded = this.fold[unit] as number;
    if (folded === DROPPED) return;
    if (folded >= 0xdd00 && folded <= 0xddef && this.dropVariation(folded)) return;
    if (folded === VOICED_MARK || folded === SEMI_VOICED_MARK) {
      if (this.joinVoiced(folded)) return;
    }
    this.units[this.length++] = folded;
  }

  point(point: number): void {
    if (point < 0x10000) this.unit(point);
    else {
      this.unit(0xd7c0 + (point >> 10));
      this.unit(0xdc00 | (point & 0x3ff));
    }
  }

  /** Up to the first unit below 128 whose place in `stops` is not 0; says where it stopped. */
  run(source: Uint16Array, from: number, to: number, stops: Uint8Array): number {
    this.reserve(to - from);
    const { units, fold } = this;
    let count = this.length;
    let i = from;
    for (; i < to; i++) {
      const unit = source[i] as number;
      if (unit < 128 && stops[unit] !== 0) break;
      const folded = fold[unit] as number;
      if (isPlain(folded)) units[count++] = folded;
      else {
        this.length = count;
        this.unit(unit);
        count = this.length;
      }
    }
    this.length = count;
    return i;
  }

  /** UTF-8 up to the first byte that is `stop` (an ASCII sign); says where it stopped. */
  utf8(bytes: Uint8Array, from: number, to: number, stop: number): number {
    this.reserve(to - from);
    const { units, fold } = this;
    let count = this.length;
    let i = from;
    while (i < to) {
      const first = bytes[i] as number;
      if (first === stop) break;
      let unit = first;
      if (first < 0x80) i += 1;
      else if (first >= 0xe1 && first < 0xed && i + 2 < to) {
        // Most of Japanese: three bytes that are neither overlong nor a surrogate.
        const second = (bytes[i + 1] as number) ^ 0x80;
        const third = (bytes[i + 2] as number) ^ 0x80;
        if ((second | third) > 0x3f) throw damaged();
        unit = ((first & 0x0f) << 12) | (second << 6) | third;
        i += 3;
      } else {
        this.length = count;
        i = this.rareUtf8(bytes, i, to);
        count = this.length;
        continue;
      }
      const folded = fold[unit] as number;
      if (isPlain(folded)) units[count++] = folded;
      else {
        this.length = count;
        this.unit(unit);
        count = this.length;
      }
    }
    this.length = count;
    return i;
  }

  /** Units that were folded before. */
  copy(source: Uint16Array, from: number, to: number): void {
    this.reserve(to - from);
    const { units } = this;
    let count = this.length;
    for (let i = from; i < to; i++) units[count++] = source[i] as number;
    this.length = count;
  }

  private rareUtf8(bytes: Uint8Array, at: number, to: number): number {
    const first = bytes[at] as number;
    const size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (first < 0xc2 || first > 0xf4 || at + size > to) throw damaged();
    let point = first & (0xff >> (size + 1));
    for (let i = 1; i < size; i++) {
      const next = (bytes[at + i] as number) ^ 0x80;
      if (next > 0x3f) throw damaged();
      point = (point << 6) | next;
    }
    const isOverlong = size === 3 ? point < 0x800 : size === 4 && point < 0x10000;
    if (isOverlong || (point >= 0xd800 && point <= 0xdfff) || point > 0x10ffff) {
      throw damaged();
    }
    this.point(point);
    return at + size;
  }

  /** A half-width kana and its separate voicing mark are one character: ｶﾞ is ガ. */
  private joinVoiced(mark: number): boolean {
    if (this.length === this.mark) return false;
    const joined = voiced(this.units[this.length - 1] as number, mark);
    if (joined === 0) return false;
    this.units[this.length - 1] = joined;
    return true;
  }

  /** A variation selector says how to draw the character before it, not which one it is. */
  private dropVariation(low: number): boolean {
    if (this.length === 0) return false;
    if (!isVariation(this.units[this.length - 1] as number, low)) return false;
    this.length -= 1;
    return true;
  }

  /** Room for so many units, and one more: a code point may be two. */
  reserve(count: number): void {
    const needed = this.length + count + 1;
    if (needed <= this.units.length) return;
    if (this.length > this.maxUnits) throw new Refused("extract/too-large");
    const grown = new Uint16Array(Math.max(this.units.length * 2, needed));
    grown.set(this.units.subarray(0, this.length));
    this.units = grown;
  }
}
