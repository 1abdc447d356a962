import { Damaged } from "./damaged";
import { inflate } from "./inflate";

/** Two signs of packed text, `#` to `}` with `!` for the backslash, carry 13 bits. */
const SIGNS = 91;
const FIRST_SIGN = 0x23;
const BACKSLASH = 0x5c;
const BITS = 13;
/** Before the deflated bytes stand the number of bytes and their sum, two pairs each. */
const HEADER = 8;

/**
 * The bytes of a table or text that the send bundle carries, as scripts/packer.cjs packed them: their
 * number and their sum, then deflated. Arithmetic coding would save a seventh of the size, and take
 * ten times as long where the engine does not compile. Throws where the sum is another one: half a
 * dictionary would find half the names.
 */
export function unpack(packed: string): Uint8Array {
  const bytes = new Uint8Array(numberAt(packed, 0));
  const size = inflate(deflatedBytes(packed), bytes);
  if (size !== bytes.length || sumOf(bytes) !== numberAt(packed, 4)) throw new Damaged();
  return bytes;
}

/** 26 bits that tell whether unpacking gave what was packed. */
function sumOf(bytes: Uint8Array): number {
  let sum = 1;
  for (let i = 0; i < bytes.length; i++) {
    sum = (Math.imul(sum, 31) + (bytes[i] as number)) & 0x3ffffff;
  }
  return sum;
}

/** The bits of all pairs in a row, high bits first. */
function deflatedBytes(packed: string): Uint8Array {
  const bytes = new Uint8Array(((packed.length - HEADER) * BITS) >> 4);
  let held = 0;
  let count = 0;
  let length = 0;
  for (let at = HEADER; at < packed.length; at += 2) {
    held = (held << BITS) | pairAt(packed, at);
    count += BITS;
    while (count >= 8) {
      count -= 8;
      bytes[length++] = held >> count;
    }
    held &= 0xff;
  }
  return bytes;
}

const numberAt = (packed: string, at: number): number =>
  (pairAt(packed, at) << BITS) | pairAt(packed, at + 2);

const pairAt = (packed: string, at: number): number =>
  signAt(packed, at) * SIGNS + signAt(packed, at + 1);

function signAt(packed: string, at: number): number {
  const unit = packed.charCodeAt(at);
  return (unit < FIRST_SIGN ? BACKSLASH : unit) - FIRST_SIGN;
}
