import type { Budget } from "../budget";
import { Refused } from "../refused";
import { roomIn } from "./room";
import { inflate } from "../zip/inflate";

const HEADER = 2;
const DEFLATED = 8;
/** Pages pack to a fourth or less; room is made larger by the same step where that was too little. */
const GROWTH = 8;
const LEAST_ROOM = 1 << 12;

/**
 * A zlib stream (RFC 1950) of unknown size, unpacked as far as the budget allows. Its check sum is
 * not compared: writers are known to leave it out.
 */
export function unzlib(packed: Uint8Array, budget: Budget): Uint8Array {
  const [method = 0, flags = 0] = packed;
  if ((method & 0x0f) !== DEFLATED || ((method << 8) | flags) % 31 !== 0) {
    throw new Refused("extract/damaged");
  }
  const deflated = packed.subarray(HEADER);
  const most = roomIn(budget);
  for (let room = deflated.length * GROWTH + LEAST_ROOM; ; room *= GROWTH) {
    budget.time();
    const out = new Uint8Array(Math.min(room, most));
    const size = inflate(deflated, out);
    if (size <= out.length) {
      budget.unpack(size);
      return out.subarray(0, size);
    }
    if (room >= most) throw new Refused("extract/too-large");
  }
}
