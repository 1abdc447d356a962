import type { Place } from "./place";

/**
 * A bounded run of text on its way from an extractor to the detectors: rows of cells over one
 * buffer of UTF-16 code units. A line of prose is a row with one cell.
 *
 * The units are folded (see text/fold.ts): ASCII digits and hyphens, full-width kana, no runs of
 * exotic spaces, so that a detector never meets two spellings of one character. The arrays belong
 * to the extractor and are overwritten by its next block: read them at once, keep nothing.
 */
export interface TextBlock {
  readonly layout: "table" | "prose";
  /** The table or text that this block is a part of; equal object for all blocks of one table. */
  readonly place: Place;
  readonly units: Uint16Array;
  /** Cell c spans units[c === 0 ? 0 : cellEnds[c - 1] .. cellEnds[c]). */
  readonly cellEnds: Uint32Array;
  /** 0-based column of each cell (sheets are sparse); always 0 in prose. */
  readonly cellColumns: Uint16Array;
  /** Row r holds the cells rowEnds[r - 1] .. rowEnds[r] (0 for the first row). */
  readonly rowEnds: Uint32Array;
  /** 1-based number of each row or line, as a person would find it in the document. */
  readonly rowNumbers: Uint32Array;
  readonly rowCount: number;
}
