import { Damaged } from "../../text/damaged";
import { inflate as inflateOrThrow, inflateUpTo as inflateUpToOrThrow } from "../../text/inflate";
import { damaged } from "../refused";

/** Fills `out` and says how much there was; `out.length + 1` stands for more than fits. */
export const inflate = (packed: Uint8Array, out: Uint8Array): number =>
  refused(() => inflateOrThrow(packed, out));

/** The same, and how many bytes of `packed` it took. */
export const inflateUpTo = (
  packed: Uint8Array,
  out: Uint8Array,
): { readonly size: number; readonly taken: number } =>
  refused(() => inflateUpToOrThrow(packed, out));

function refused<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Damaged ? damaged() : error;
  }
}
