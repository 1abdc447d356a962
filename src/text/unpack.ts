import { predict, sumOf, type Coder } from "./predict";

/** Two signs of packed text, `#` to `}` with `!` for the backslash, carry 13 bits. */
const SIGNS = 91;
const FIRST_SIGN = 0x23;
const BACKSLASH = 0x5c;
const BITS = 13;
/** Before the code stand the number of bytes and their sum, two pairs each. */
const HEADER = 8;
/** The arithmetic code works on 30 bits, which every engine holds as a small integer. */
const HIGHEST = 0x3fffffff;
const TOP_BIT = 0x20000000;

const { floor } = Math;

/**
 * The bytes of a table or text that the send bundle carries, as scripts/packer.cjs packed them: their
 * number and their sum, then an arithmetic code over the predicted bits. Two thirds of deflate in
 * base64. Throws where the sum is another one: half a dictionary would find half the names.
 */
export function unpack(packed: string): Uint8Array {
  const bytes = new Uint8Array(numberAt(packed, 0));
  predict(bytes, new Decoder(packed));
  if (sumOf(bytes) !== numberAt(packed, 4)) throw new Error("packed data is damaged");
  return bytes;
}

class Decoder implements Coder {
  private at = HEADER;
  private left = 0;
  private held = 0;
  private low = 0;
  private high = HIGHEST;
  private code = 0;

  constructor(private readonly packed: string) {
    for (let i = 0; i < 30; i++) this.shift();
  }

  bit(chance: number): number {
    const { low, high } = this;
    const middle = low + floor(((high - low) * chance) / 0x10000);
    const bit = this.code <= middle ? 1 : 0;
    if (bit) this.high = middle;
    else this.low = middle + 1;
    while ((this.low ^ this.high) < TOP_BIT) {
      this.low = (this.low << 1) & HIGHEST;
      this.high = ((this.high << 1) & HIGHEST) | 1;
      this.shift();
    }
    return bit;
  }

  /** One more bit of the code; behind the end, zeros. */
  private shift(): void {
    if (this.left === 0) {
      this.held = this.at < this.packed.length ? pairAt(this.packed, this.at) : 0;
      this.at += 2;
      this.left = BITS;
    }
    this.left -= 1;
    this.code = ((this.code << 1) & HIGHEST) | ((this.held >> this.left) & 1);
  }
}

const numberAt = (packed: string, at: number): number =>
  (pairAt(packed, at) << BITS) | pairAt(packed, at + 2);

const pairAt = (packed: string, at: number): number =>
  signAt(packed, at) * SIGNS + signAt(packed, at + 1);

function signAt(packed: string, at: number): number {
  const unit = packed.charCodeAt(at);
  return (unit < FIRST_SIGN ? BACKSLASH : unit) - FIRST_SIGN;
}
