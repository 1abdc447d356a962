/** Decodes base64 (RFC 4648 section 4) as mails and Office.js carry it: line breaks are skipped. */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const SPACE = 64;
const PADDING = 65;
const FOREIGN = 66;
const CHUNK = 1 << 15;

const VALUES = new Uint8Array(256).fill(FOREIGN);
for (let i = 0; i < ALPHABET.length; i++) VALUES[ALPHABET.charCodeAt(i)] = i;
for (const space of [0x09, 0x0a, 0x0d, 0x20]) VALUES[space] = SPACE;
VALUES["=".charCodeAt(0)] = PADDING;

class Decoder {
  private readonly out: Uint8Array;
  private length = 0;
  private bits = 0;
  private digits = 0;
  private padding = 0;
  private damaged = false;

  constructor(codes: number) {
    this.out = new Uint8Array(Math.ceil(codes / 4) * 3);
  }

  push(codes: Uint8Array, from: number, to: number): void {
    const { out } = this;
    let { length } = this;
    for (let i = from; i < to; i++) {
      if ((this.digits & 3) === 0 && this.padding === 0) {
        // Four digits at a time, as long as nothing else comes between.
        for (; i + 3 < to; i += 4, length += 3) {
          const a = VALUES[codes[i] as number] as number;
          const b = VALUES[codes[i + 1] as number] as number;
          const c = VALUES[codes[i + 2] as number] as number;
          const d = VALUES[codes[i + 3] as number] as number;
          if ((a | b | c | d) >= SPACE) break;
          out[length] = (a << 2) | (b >> 4);
          out[length + 1] = (b << 4) | (c >> 2);
          out[length + 2] = (c << 6) | d;
        }
        if (i >= to) break;
      }
      length = this.single(VALUES[codes[i] as number] as number, length);
    }
    this.length = length;
  }

  private single(value: number, length: number): number {
    if (value === PADDING) this.padding += 1;
    else if (value === FOREIGN) this.damaged = true;
    if (value >= SPACE) return length;
    if (this.padding > 0) this.damaged = true;
    this.bits = (this.bits << 6) | value;
    this.digits += 1;
    if ((this.digits & 3) > 0) return length;
    this.out[length] = this.bits >> 16;
    this.out[length + 1] = this.bits >> 8;
    this.out[length + 2] = this.bits;
    this.bits = 0;
    return length + 3;
  }

  /** The bytes, or null where a digit is missing, foreign or behind the padding. */
  end(): Uint8Array | null {
    const rest = this.digits & 3;
    const padded = this.padding === 0 || this.padding === ((4 - rest) & 3);
    if (this.damaged || rest === 1 || !padded) return null;
    const bits = this.bits << (6 * (4 - rest));
    if (rest > 1) this.out[this.length++] = bits >> 16;
    if (rest > 2) this.out[this.length++] = bits >> 8;
    return this.out.subarray(0, this.length);
  }
}

/** Bytes from..to hold base64 in ASCII. Null where they are damaged. */
export function decodeBase64Bytes(codes: Uint8Array, from: number, to: number): Uint8Array | null {
  const decoder = new Decoder(to - from);
  decoder.push(codes, from, to);
  return decoder.end();
}

/** Null where the text is damaged or holds anything beside base64 and line breaks. */
export function decodeBase64(text: string): Uint8Array | null {
  const decoder = new Decoder(text.length);
  const codes = new Uint8Array(Math.min(text.length, CHUNK));
  for (let start = 0; start < text.length; start += CHUNK) {
    const count = Math.min(CHUNK, text.length - start);
    for (let i = 0; i < count; i++) {
      const code = text.charCodeAt(start + i);
      codes[i] = code < 0x80 ? code : 0x80;
    }
    decoder.push(codes, 0, count);
  }
  return decoder.end();
}
