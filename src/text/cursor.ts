/** Where a decoder stands in some bytes; it goes on from here at the next call. */
export interface Cursor {
  readonly bytes: Uint8Array;
  readonly end: number;
  position: number;
  /** The decoder's own state between two calls, 0 at the beginning. */
  mode: number;
  /** The bytes are not text of this charset; the decoder has stopped before the first wrong one. */
  damaged: boolean;
}

/** Writes UTF-16 code units until `out` or the bytes are at their end, and says how many. */
export type Decode = (cursor: Cursor, out: Uint16Array) => number;

export const cursorOver = (bytes: Uint8Array, from = 0, end = bytes.length): Cursor => ({
  bytes,
  end,
  position: from,
  mode: 0,
  damaged: false,
});
