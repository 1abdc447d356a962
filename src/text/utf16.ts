import type { Cursor, Decode } from "./cursor";

/** Decodes UTF-16; a surrogate without its partner or half a unit at the end is damage. */
export const decodeUtf16: Readonly<Record<"le" | "be", Decode>> = {
  le: (cursor, out) => decode(cursor, out, 0, 1),
  be: (cursor, out) => decode(cursor, out, 1, 0),
};

/** `mode` is 1 while a high surrogate waits for its partner. */
function decode(cursor: Cursor, out: Uint16Array, low: number, high: number): number {
  const { bytes, end } = cursor;
  let at = cursor.position;
  let written = 0;
  for (; at + 1 < end && written < out.length; at += 2) {
    const unit = (bytes[at + low] as number) | ((bytes[at + high] as number) << 8);
    const surrogate = unit >> 10;
    if ((surrogate === 0x37) !== (cursor.mode === 1)) {
      cursor.damaged = true;
      break;
    }
    cursor.mode = surrogate === 0x36 ? 1 : 0;
    out[written++] = unit;
  }
  if (at + 1 >= end && (at < end || cursor.mode === 1)) cursor.damaged = true;
  cursor.position = at;
  return written;
}
