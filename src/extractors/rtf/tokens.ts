/** Cuts rich text into its signs: groups, words with a number, bytes of text. */
export const OPEN = 0;
export const CLOSE = 1;
export const WORD = 2;
export const BYTE = 3;
export const END_OF_RTF = 4;

const BRACE_OPEN = 0x7b;
const BRACE_CLOSE = 0x7d;
const BACKSLASH = 0x5c;
const APOSTROPHE = 0x27;
const MINUS = 0x2d;
const SPACE = 0x20;
const LONGEST_WORD = 32;

export class RtfTokens {
  word = "";
  /** The number behind a word, NaN where there is none. */
  number = NaN;
  byte = 0;
  /** The byte stood as itself, and may be a line break of the file. */
  isPlain = false;
  at = 0;

  constructor(readonly bytes: Uint8Array) {}

  next(): number {
    const { bytes } = this;
    if (this.at >= bytes.length) return END_OF_RTF;
    const byte = bytes[this.at++] as number;
    if (byte === BRACE_OPEN) return OPEN;
    if (byte === BRACE_CLOSE) return CLOSE;
    if (byte === BACKSLASH) return this.control();
    this.byte = byte;
    this.isPlain = true;
    return BYTE;
  }

  private control(): number {
    const { bytes } = this;
    const first = bytes[this.at] ?? SPACE;
    if (isLetter(first)) return this.readWord();
    this.at += 1;
    this.isPlain = false;
    this.byte = first;
    if (first === APOSTROPHE) {
      const hex = String.fromCharCode(bytes[this.at] ?? 0, bytes[this.at + 1] ?? 0);
      this.byte = Number.parseInt(hex, 16) || 0;
      this.at += 2;
      return BYTE;
    }
    if (first === BACKSLASH || first === BRACE_OPEN || first === BRACE_CLOSE) return BYTE;
    this.word = String.fromCharCode(first);
    this.number = NaN;
    return WORD;
  }

  private readWord(): number {
    const { bytes } = this;
    const from = this.at;
    while (isLetter(bytes[this.at] ?? 0) && this.at - from < LONGEST_WORD) this.at += 1;
    this.word = String.fromCharCode.apply(null, Array.from(bytes.subarray(from, this.at)));
    const numberFrom = this.at;
    if (bytes[this.at] === MINUS) this.at += 1;
    while (isDigit(bytes[this.at] ?? 0)) this.at += 1;
    const digits = bytes.subarray(numberFrom, Math.min(this.at, numberFrom + LONGEST_WORD));
    this.number =
      digits.length === 0 ? NaN : Number(String.fromCharCode.apply(null, Array.from(digits)));
    if (bytes[this.at] === SPACE) this.at += 1;
    return WORD;
  }
}

const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
