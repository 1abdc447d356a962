import { Refused } from "../refused";
import { type Dictionary, Keyword, Reference, type Value } from "./values";

export const SPACE = 1;
export const REGULAR = 0;
export const DELIMITER = 2;

/** White space and delimiters (ISO 32000-2, tables 1 and 2). */
export const CLASSES = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) CLASSES[byte] = SPACE;
for (let i = 0; i < 10; i++) CLASSES["()<>[]{}/%".charCodeAt(i)] = DELIMITER;

const CR = 13;
const LF = 10;
const MINUS = 0x2d;
const DOT = 0x2e;
const DEEPEST = 100;

/** Says that there is nothing more. */
export const END = new Keyword("");
const CLOSE_ARRAY = new Keyword("]");
const CLOSE_DICTIONARY = new Keyword(">>");

export const isSpace = (byte: number | undefined): boolean =>
  byte !== undefined && CLASSES[byte] === SPACE;

const HEX = new Int8Array(256).fill(-1);
for (let i = 0; i < 16; i++) {
  HEX["0123456789abcdef".charCodeAt(i)] = i;
  HEX["0123456789ABCDEF".charCodeAt(i)] = i;
}

/** -1 for what is none. */
export const hexDigit = (byte: number): number => HEX[byte] as number;

/** Reads objects and words one after the other, of a file or of a page's content. */
export class Lexer {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
    private readonly end = bytes.length,
    /** In a file `7 0 R` is a reference; on a page there are none. */
    private readonly hasReferences = false,
  ) {}

  /** END where nothing is left; what is no object is a keyword. */
  next(depth = 0): Value | Keyword {
    if (depth > DEEPEST) throw new Refused("extract/too-deep");
    this.skipSpace();
    if (this.at >= this.end) return END;
    const byte = this.bytes[this.at] as number;
    if (isNumeric(byte)) return this.number();
    switch (byte) {
      case 0x2f: // "/"
        this.at += 1;
        return this.name();
      case 0x28: // "("
        return this.literal();
      case 0x3c: // "<"
        if (this.bytes[this.at + 1] !== 0x3c) return this.hex();
        this.at += 2;
        return this.dictionary(depth + 1);
      case 0x5b: // "["
        this.at += 1;
        return this.array(depth + 1);
      case 0x5d: // "]"
        this.at += 1;
        return CLOSE_ARRAY;
      case 0x3e: // ">"
        this.at += this.bytes[this.at + 1] === 0x3e ? 2 : 1;
        return CLOSE_DICTIONARY;
    }
    return this.word();
  }

  skipSpace(): void {
    const { bytes, end } = this;
    let at = this.at;
    for (; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte === 0x25) {
        while (at < end && bytes[at] !== LF && bytes[at] !== CR) at++;
      } else if (CLASSES[byte] !== SPACE) break;
    }
    this.at = at;
  }

  private word(): Value | Keyword {
    const from = this.at;
    const { bytes, end } = this;
    if (CLASSES[bytes[from] as number] === DELIMITER) this.at += 1;
    else while (this.at < end && CLASSES[bytes[this.at] as number] === REGULAR) this.at += 1;
    const word = latin(bytes, from, this.at);
    if (word === "true") return true;
    if (word === "false") return false;
    return word === "null" ? null : new Keyword(word);
  }

  private name(): string {
    const from = this.at;
    const { bytes, end } = this;
    while (this.at < end && CLASSES[bytes[this.at] as number] === REGULAR) this.at += 1;
    const name = latin(bytes, from, this.at);
    return name.indexOf("#") < 0
      ? name
      : name.replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
          String.fromCharCode(parseInt(code, 16)),
        );
  }

  private number(): Value {
    const value = this.plainNumber();
    if (!this.hasReferences || value < 0 || value !== Math.floor(value)) return value;
    return this.reference(value) ?? value;
  }

  plainNumber(): number {
    const { bytes, end } = this;
    let at = this.at;
    let isNegative = false;
    for (; bytes[at] === MINUS || bytes[at] === 0x2b; at++) isNegative ||= bytes[at] === MINUS;
    let value = 0;
    let scale = 0;
    for (; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte >= 0x30 && byte <= 0x39) {
        value = value * 10 + byte - 0x30;
        scale *= 10;
      } else if (byte === DOT && scale === 0) scale = 1;
      // Some writers break a number with a sign; what follows it is dropped.
      else if (byte === MINUS) while (isNumeric(bytes[at + 1])) at++;
      else break;
    }
    this.at = at;
    if (scale > 1) value /= scale;
    return isNegative ? -value : value;
  }

  /** Null where the number is only a number; `at` stays behind it. */
  private reference(number: number): Reference | null {
    const { bytes, at } = this;
    if (!isSpace(bytes[at])) return null;
    this.skipSpace();
    const from = this.at;
    while (isDigit(bytes[this.at])) this.at += 1;
    const generation = Number(latin(bytes, from, this.at));
    const isFound = this.at > from && isSpace(bytes[this.at]);
    this.skipSpace();
    const after = bytes[this.at + 1];
    if (isFound && bytes[this.at] === 0x52 && (after === undefined || CLASSES[after] !== REGULAR)) {
      this.at += 1;
      return new Reference(number, generation);
    }
    this.at = at;
    return null;
  }

  private array(depth: number): readonly Value[] {
    const values: Value[] = [];
    for (;;) {
      const value = this.next(depth);
      if (value === CLOSE_ARRAY || value === END) return values;
      if (!(value instanceof Keyword)) values.push(value);
    }
  }

  private dictionary(depth: number): Dictionary {
    const entries: Dictionary = new Map();
    for (;;) {
      const key = this.next(depth);
      if (key === CLOSE_DICTIONARY || key === END) return entries;
      if (typeof key !== "string") continue;
      const value = this.next(depth);
      if (value === CLOSE_DICTIONARY || value === END) return entries;
      if (!(value instanceof Keyword)) entries.set(key, value);
    }
  }

  private hex(): Uint8Array {
    const from = this.at + 1;
    const { bytes, end } = this;
    let to = from;
    while (to < end && bytes[to] !== 0x3e) to++;
    this.at = to + 1;
    const out = new Uint8Array((to - from + 1) >> 1);
    let digits = 0;
    for (let i = from; i < to; i++) {
      const digit = hexDigit(bytes[i] as number);
      if (digit < 0) continue;
      out[digits >> 1]! |= (digits & 1) === 0 ? digit << 4 : digit;
      digits += 1;
    }
    return out.subarray(0, (digits + 1) >> 1);
  }

  literal(): Uint8Array {
    const { bytes, end } = this;
    let at = this.at + 1;
    const from = at;
    let depth = 1;
    let isPlain = true;
    for (; at < end; at++) {
      const byte = bytes[at];
      if (byte === 0x5c) {
        isPlain = false;
        at += 1;
      } else if (byte === 0x28) depth += 1;
      else if (byte === 0x29 && --depth === 0) break;
      else if (byte === CR) isPlain = false;
    }
    this.at = at + 1;
    return isPlain ? bytes.subarray(from, Math.min(at, end)) : unescape(bytes.subarray(from, at));
  }
}

const isDigit = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** Digits, signs and the point: they follow each other from + to 9, but for the comma and slash. */
export const isNumeric = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= 0x2b && byte <= 0x39 && byte !== 0x2c && byte !== 0x2f;

/** What a backslash and one of these letters stands for. */
const ESCAPES: Readonly<Record<number, number>> = {
  0x6e: LF,
  0x72: CR,
  0x74: 9,
  0x62: 8,
  0x66: 12,
};

/** Escapes of a literal string, and its line ends, which are all one line feed. */
function unescape(source: Uint8Array): Uint8Array {
  const out = new Uint8Array(source.length);
  let length = 0;
  for (let at = 0; at < source.length; at++) {
    let byte = source[at] as number;
    if (byte === CR) {
      if (source[at + 1] === LF) at += 1;
      byte = LF;
    } else if (byte === 0x5c) {
      byte = source[++at] ?? 0;
      if (byte === CR || byte === LF) {
        if (byte === CR && source[at + 1] === LF) at += 1;
        continue;
      }
      if (byte >= 0x30 && byte <= 0x37) {
        let code = byte - 0x30;
        for (let i = 0; i < 2; i++) {
          const digit = (source[at + 1] ?? 0) - 0x30;
          if (digit < 0 || digit > 7) break;
          code = code * 8 + digit;
          at += 1;
        }
        byte = code;
      } else byte = ESCAPES[byte] ?? byte;
    }
    out[length++] = byte;
  }
  return out.subarray(0, length);
}

/** Names and words; a character a byte. */
export function latin(bytes: Uint8Array, from = 0, to = bytes.length): string {
  let text = "";
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i] as number);
  return text;
}
