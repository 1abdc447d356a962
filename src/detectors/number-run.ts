import { classTable, DIGIT, HYPHEN, LATIN } from "./characters";
import { mix, SEED_HIGH, SEED_LOW, stepHigh, stepLow, type Reading } from "./hash";

const MAX_DIGITS = 20;
const MAX_GROUPS = 8;

const SPACE = 0x20;
const PLUS = 0x2b;
const COMMA = 0x2c;
const DOT = 0x2e;
const SLASH = 0x2f;
const COLON = 0x3a;
const OPEN = 0x28;
const CLOSE = 0x29;
/** ー and ・ are typed for hyphens between digits. */
const LONG_VOWEL = 0x30fc;
const MIDDLE_DOT = 0x30fb;

/** Bits of `separators`. */
export const BY_HYPHEN = 1;
export const BY_SPACE = 2;
export const BY_DOT = 4;
export const BY_BRACKET = 8;

/** 0 for units that divide no groups of digits. */
const SEPARATORS = new Uint8Array(0x10000);
for (const unit of [HYPHEN, LONG_VOWEL, MIDDLE_DOT]) SEPARATORS[unit] = BY_HYPHEN;
SEPARATORS[SPACE] = BY_SPACE;
SEPARATORS[DOT] = BY_DOT;
SEPARATORS[OPEN] = BY_BRACKET;
SEPARATORS[CLOSE] = BY_BRACKET;

/**
 * Digits in groups as people write numbers, cut out of running text once and shown to every
 * detector of numbers. Runs longer than any number of ours are marked, not cut short.
 */
export class NumberRun {
  readonly digits = new Uint8Array(MAX_DIGITS);
  readonly groups = new Uint8Array(MAX_GROUPS);
  count = 0;
  groupCount = 0;
  separators = 0;
  start = 0;
  end = 0;
  /** An international number: + stands before it. */
  plus = false;
  /** Part of something longer: a word, a date, a price, an address in a network. */
  glued = false;
  private classes = classTable();

  /** Reads from the digit, + or ( at `at`; groups divided by spaces only with `spaced`. */
  parse(units: Uint16Array, at: number, from: number, to: number, spaced: boolean): void {
    const { digits } = this;
    const first = units[at];
    this.start = at;
    this.plus = first === PLUS;
    this.separators = first === OPEN ? BY_BRACKET : 0;
    this.groupCount = 0;
    let count = 0;
    let i = first === PLUS || first === OPEN ? at + 1 : at;
    for (;;) {
      const groupStart = i;
      while (i < to) {
        const digit = (units[i] as number) - 0x30;
        if (digit < 0 || digit > 9) break;
        if (count < MAX_DIGITS) digits[count] = digit;
        count += 1;
        i += 1;
      }
      if (this.groupCount < MAX_GROUPS)
        this.groups[this.groupCount] = Math.min(i - groupStart, 255);
      this.groupCount += 1;
      // No number of ours has more groups; reading on would cost hostile text time again and again.
      const isTooLong = count > MAX_DIGITS || this.groupCount > MAX_GROUPS;
      const next = isTooLong || i >= to ? 0 : this.nextGroup(units, i, to, spaced);
      if (next === 0) break;
      i = next;
    }
    this.count = count;
    this.end = i;
    this.glued = this.isGlued(units, from, to);
  }

  get tooLong(): boolean {
    return this.count > MAX_DIGITS || this.groupCount > MAX_GROUPS;
  }

  digit(index: number): number {
    return this.digits[index] as number;
  }

  group(index: number): number {
    return index < this.groupCount ? (this.groups[index] as number) : 0;
  }

  /** Hashes the digits from `first` on, behind a zero where Excel has dropped it. */
  hash(reading: Reading, first: number, zeroFirst: boolean): void {
    reading.at(this.start, this.end);
    let high = SEED_HIGH;
    let low = SEED_LOW;
    if (zeroFirst) {
      high = stepHigh(high, 0x30);
      low = stepLow(low, 0x30);
    }
    for (let i = first; i < this.count; i++) {
      const unit = 0x30 + this.digit(i);
      high = stepHigh(high, unit);
      low = stepLow(low, unit);
    }
    reading.high = mix(high);
    reading.low = mix(low);
  }

  /** Where the next group of digits starts, past one separator or a bracket and one, or 0. */
  private nextGroup(units: Uint16Array, at: number, to: number, spaced: boolean): number {
    if (units[at] === HYPHEN && at + 1 < to && this.classes[units[at + 1] as number] === DIGIT) {
      this.separators |= BY_HYPHEN;
      return at + 1;
    }
    let bits = 0;
    for (let i = at; i < to && i < at + 3; i++) {
      const unit = units[i] as number;
      if (i > at && this.classes[unit] === DIGIT) {
        this.separators |= bits;
        return i;
      }
      const bit = SEPARATORS[unit] as number;
      if (bit === 0 || (bit === BY_SPACE && !spaced)) return 0;
      if ((bits & bit) !== 0 && bit !== BY_BRACKET) return 0;
      bits |= bit;
    }
    return 0;
  }

  private isGlued(units: Uint16Array, from: number, to: number): boolean {
    if (this.start === from && this.end === to) return false;
    const before = this.start > from ? (units[this.start - 1] as number) : SPACE;
    const after = this.end < to ? (units[this.end] as number) : SPACE;
    return (
      this.joins(before, this.start > from + 1 ? (units[this.start - 2] as number) : SPACE) ||
      this.joins(after, this.end + 1 < to ? (units[this.end + 1] as number) : SPACE)
    );
  }

  /** A neighbour that makes the digits a part of a word, or a sign that does so beside a digit. */
  private joins(unit: number, beyond: number): boolean {
    if (this.classes[unit] === LATIN || unit === 0x5f || unit === 0x23 || unit === 0x40)
      return true;
    const beyondClass = this.classes[beyond];
    if (unit === HYPHEN) return beyondClass === LATIN || beyondClass === DIGIT;
    if (unit !== DOT && unit !== COMMA && unit !== SLASH && unit !== COLON) return false;
    return beyondClass === DIGIT && this.groupCount < 3;
  }
}
