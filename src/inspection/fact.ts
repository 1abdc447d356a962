import { KINDS, DIRECT_KINDS, type Kind } from "../core/kind";
import { DETECTORS } from "../detectors/registry";

const indexOf = (kind: Kind): number => KINDS.indexOf(kind);

export const NAME = indexOf("person-name");
export const ADDRESS = indexOf("address");
export const PHONE = indexOf("phone");
export const MOBILE = indexOf("mobile");
export const EMAIL = indexOf("email");
export const BIRTH_DATE = indexOf("birth-date");
export const POSTAL_CODE = indexOf("postal-code");

export const IS_DIRECT: readonly boolean[] = KINDS.map((kind) => DIRECT_KINDS.has(kind));
export const STANDS_ALONE: readonly boolean[] = DETECTORS.map((each) => each.standsAlone);

/** Bits of a fact beside its kind. */
export const UNSURE = 1;
/** The reading of a name in kana. */
export const KANA = 2;
/** Read behind its own label, or between delimiters. */
export const OWN_LINE = 4;
/** From a column about the company's own people. */
export const STAFF = 8;
/** A mail address of ours, of the sender, of somebody outside, of a recipient outside. */
export const INSIDE_MAIL = 16;
export const OUTSIDE_MAIL = 32;
export const RECIPIENT_MAIL = 64;
/** Set once the value counts: it is a part of a record. */
export const COUNTED = 128;
/** Alone in its line, as in a list of names or in a signature. */
export const WHOLE_LINE = 256;
/** A name with 様 behind it. */
export const ADDRESSED = 512;

const NUMBERS = 3;

/** Values found in a stretch of text, as numbers in one array that grows. */
export class FactList {
  private numbers = new Int32Array(NUMBERS * 1024);
  length = 0;

  add(kind: number, flags: number, column: number, high: number, low: number): void {
    const at = this.length * NUMBERS;
    if (at === this.numbers.length) {
      const grown = new Int32Array(this.numbers.length * 2);
      grown.set(this.numbers);
      this.numbers = grown;
    }
    this.numbers[at] = kind | (flags << 4) | (column << 14);
    this.numbers[at + 1] = high;
    this.numbers[at + 2] = low;
    this.length += 1;
  }

  clear(): void {
    this.length = 0;
  }

  count(index: number): void {
    const at = index * NUMBERS;
    this.numbers[at] = (this.numbers[at] as number) | (COUNTED << 4);
  }

  isCounted(index: number): boolean {
    return (this.flags(index) & COUNTED) !== 0;
  }

  kind(index: number): number {
    return (this.numbers[index * NUMBERS] as number) & 15;
  }

  flags(index: number): number {
    return ((this.numbers[index * NUMBERS] as number) >>> 4) & 1023;
  }

  column(index: number): number {
    return (this.numbers[index * NUMBERS] as number) >>> 14;
  }

  high(index: number): number {
    return this.numbers[index * NUMBERS + 1] as number;
  }

  low(index: number): number {
    return this.numbers[index * NUMBERS + 2] as number;
  }
}
