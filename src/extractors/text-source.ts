import { decoderOf } from "../text/charset";
import { type Cursor, cursorOver, type Decode } from "../text/cursor";
import type { Detected } from "../text/detect-charset";
import type { Budget } from "./budget";
import { damaged } from "./refused";

const CHUNK_UNITS = 1 << 14;

/** A text file in chunks of UTF-16 code units, decoded into one buffer again and again. */
export class TextSource {
  readonly units = new Uint16Array(CHUNK_UNITS);
  private readonly cursor: Cursor;
  private readonly decode: Decode;

  constructor(
    bytes: Uint8Array,
    detected: Detected,
    private readonly budget: Budget,
  ) {
    this.cursor = cursorOver(bytes, detected.skip);
    this.decode = decoderOf(detected.charset);
  }

  /** Fills `units` and says how many there are; 0 at the end. A wrong byte is damage, not a gap. */
  next(): number {
    this.budget.time();
    const { cursor } = this;
    while (cursor.position < cursor.end) {
      const count = this.decode(cursor, this.units);
      if (cursor.damaged) throw damaged();
      if (count > 0) return count;
    }
    return 0;
  }
}
