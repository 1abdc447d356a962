import type { Budget } from "../budget";
import { Refused } from "../refused";
import { roomIn } from "./room";

const CLEAR = 256;
const END = 257;
const CODES = 4096;

/**
 * LZW as PDF has it (ISO 32000-2, 7.4.4): codes of 9 to 12 bits, high bits first; `early` is 1 where
 * a code grows one entry before it has to.
 */
export function lzw(packed: Uint8Array, early: number, budget: Budget): Uint8Array {
  // Each entry is a place in what was written already.
  const starts = new Uint32Array(CODES);
  const lengths = new Uint16Array(CODES);
  let out: Uint8Array = new Uint8Array(packed.length * 4 + CODES);
  let length = 0;
  let next = END + 1;
  let before = -1;
  let width = 9;
  let bits = 0;
  let count = 0;
  for (let at = 0; at < packed.length;) {
    while (count < width && at < packed.length) {
      bits = ((bits << 8) | (packed[at++] as number)) & 0xffffff;
      count += 8;
    }
    if (count < width) break;
    const code = (bits >> (count - width)) & ((1 << width) - 1);
    count -= width;
    if (code === END) break;
    if (code === CLEAR) {
      next = END + 1;
      before = -1;
      width = 9;
      continue;
    }
    if (code > next || (code === next && before < 0)) throw new Refused("extract/damaged");
    const start = length;
    const size = code < CLEAR ? 1 : code < next ? (lengths[code] as number) : length - before + 1;
    if (length + size > out.length) out = grown(out, length + size, budget);
    if (code < CLEAR) out[length++] = code;
    else {
      const from = code < next ? (starts[code] as number) : before;
      for (let i = 0; i < size; i++) out[length++] = out[from + i] as number;
    }
    if (before >= 0 && next < CODES) {
      starts[next] = before;
      lengths[next] = start - before + 1;
      next += 1;
    }
    before = start;
    if (next + early >= 1 << width && width < 12) width += 1;
  }
  budget.unpack(length);
  return out.subarray(0, length);
}

function grown(bytes: Uint8Array, needed: number, budget: Budget): Uint8Array {
  if (needed > roomIn(budget)) throw new Refused("extract/too-large");
  const larger = new Uint8Array(Math.min(Math.max(needed, bytes.length * 4), roomIn(budget)));
  larger.set(bytes);
  return larger;
}
