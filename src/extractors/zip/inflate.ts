import { Damaged } from "../../text/damaged";
import { inflate as inflateOrThrow } from "../../text/inflate";
import { Refused } from "../refused";

/** Fills `out` and says how much there was; `out.length + 1` stands for more than fits. */
export function inflate(packed: Uint8Array, out: Uint8Array): number {
  try {
    return inflateOrThrow(packed, out);
  } catch (error) {
    throw error instanceof Damaged ? new Refused("extract/damaged") : error;
  }
}
