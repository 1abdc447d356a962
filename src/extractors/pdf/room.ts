import { type Budget, GRACE_BYTES } from "../budget";

/** Bytes that may still be unpacked, for what does not say its size beforehand. */
export function roomIn({ limits, packed, unpacked }: Budget): number {
  const { unpackedBytes, ratio } = limits;
  return Math.min(unpackedBytes, Math.max(GRACE_BYTES, packed * ratio)) - unpacked;
}
