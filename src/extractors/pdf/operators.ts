import { CLASSES, DELIMITER, hexDigit, isNumeric, latin, Lexer, REGULAR } from "./lexer";
import { Keyword, type Value } from "./values";

/** Operators of up to three letters as numbers: no string is made for each of them. */
export const operatorCode = (word: string): number => {
  let code = 0;
  for (let i = 0; i < word.length; i++) code = (code << 8) | word.charCodeAt(i);
  return code;
};

/** Longer words are operators of nobody. */
const UNKNOWN = -1;
const LONGEST = 3;
const FEW = 64;
/** More are in no array that shows text. */
const MOST = 1 << 16;

const [NUMBER, STRING, OTHER] = [0, 1, 2] as const;

/**
 * Reads a page's content operator by operator. What stood before the operator is kept in buffers
 * that the next one overwrites; brackets of arrays are left out, for only one operator with an array
 * shows text, and it has no other operands.
 */
export class Operators {
  /** Operands of the current operator. */
  count = 0;
  /** There were more than are kept. */
  isCut = false;
  /** Bytes of all strings among them. */
  readonly strings: Uint8Array;
  private kinds = new Uint8Array(FEW);
  /** A number, or where a string begins. */
  private numbers = new Float64Array(FEW);
  private ends = new Uint32Array(FEW);
  private readonly values: Value[] = [];
  private readonly lexer: Lexer;
  private length = 0;

  constructor(readonly bytes: Uint8Array) {
    this.lexer = new Lexer(bytes);
    // No string is longer than what it is written with.
    this.strings = new Uint8Array(bytes.length);
  }

  get at(): number {
    return this.lexer.at;
  }

  set at(at: number) {
    this.lexer.at = at;
  }

  /** 0 where nothing is left. */
  next(): number {
    const { lexer, bytes } = this;
    const end = bytes.length;
    this.count = 0;
    this.length = 0;
    for (;;) {
      lexer.skipSpace();
      if (lexer.at >= end) return 0;
      const byte = bytes[lexer.at] as number;
      if (isNumeric(byte)) this.push(NUMBER, lexer.plainNumber(), 0);
      else if (byte === 0x28) this.literal();
      else if (byte === 0x3c && bytes[lexer.at + 1] !== 0x3c) this.hex();
      else if (byte === 0x5b || byte === 0x5d) lexer.at += 1;
      else if (CLASSES[byte] === DELIMITER) this.other();
      else {
        const word = this.word();
        if (word !== 0) return word;
      }
    }
  }

  number(index: number): number {
    return index < this.count && this.kinds[index] === NUMBER ? (this.numbers[index] as number) : 0;
  }

  isNumber(index: number): boolean {
    return this.kinds[index] === NUMBER;
  }

  isString(index: number): boolean {
    return this.kinds[index] === STRING;
  }

  /** Of a string, in `strings`. */
  start(index: number): number {
    return this.numbers[index] as number;
  }

  end(index: number): number {
    return this.ends[index] as number;
  }

  /** A name or dictionary. */
  value(index: number): Value {
    return index < this.count && this.kinds[index] === OTHER ? (this.values[index] ?? null) : null;
  }

  private push(kind: number, number: number, end: number): void {
    const { count } = this;
    if (count === MOST) {
      this.isCut = true;
      return;
    }
    if (count === this.kinds.length) this.grow();
    this.kinds[count] = kind;
    this.numbers[count] = number;
    this.ends[count] = end;
    this.count += 1;
  }

  private grow(): void {
    const size = this.kinds.length * 4;
    const [kinds, numbers, ends] = [
      new Uint8Array(size),
      new Float64Array(size),
      new Uint32Array(size),
    ];
    kinds.set(this.kinds);
    numbers.set(this.numbers);
    ends.set(this.ends);
    [this.kinds, this.numbers, this.ends] = [kinds, numbers, ends];
  }

  private other(): void {
    const value = this.lexer.next();
    if (value instanceof Keyword) return;
    this.values[this.count] = value;
    this.push(OTHER, 0, 0);
  }

  private word(): number {
    const { lexer, bytes } = this;
    let code = 0;
    let { at } = lexer;
    const from = at;
    for (; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if (CLASSES[byte] !== REGULAR) break;
      code = (code << 8) | byte;
    }
    lexer.at = at;
    if (at - from <= LONGEST) return code;
    // true, false and null are operands that no text hangs on.
    return /^(true|false|null)$/.test(latin(bytes, from, at)) ? 0 : UNKNOWN;
  }

  private hex(): void {
    const { lexer, bytes, strings } = this;
    const from = this.length;
    let to = from;
    let at = lexer.at + 1;
    let half = -1;
    for (; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if (byte === 0x3e) break;
      const digit = hexDigit(byte);
      if (digit < 0) continue;
      if (half < 0) half = digit;
      else {
        strings[to++] = (half << 4) | digit;
        half = -1;
      }
    }
    if (half >= 0) strings[to++] = half << 4;
    lexer.at = at + 1;
    this.length = to;
    this.push(STRING, from, to);
  }

  private literal(): void {
    const from = this.length;
    const string = this.lexer.literal();
    this.strings.set(string, from);
    this.length = from + string.length;
    this.push(STRING, from, this.length);
  }
}
