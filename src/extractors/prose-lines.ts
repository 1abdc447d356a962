import type { BlockWriter } from "./block-writer";

const LF = 0x0a;
const CR = 0x0d;

const LINE_ENDS = new Uint8Array(128);
LINE_ENDS[LF] = 1;
LINE_ENDS[CR] = 1;

/** A longer line is cut at the next sign that no value contains, and at the latest at twice that. */
const LONG_LINE = 8192;
const BREAKS = new Set(Array.from(" \t\u3000,;、。{}<>|", (sign) => sign.charCodeAt(0)));

/** Reads text into rows of one cell each, numbered by its lines; blank lines are left out. */
export class ProseReader {
  private length = 0;
  private line = 1;
  private wasCr = false;

  constructor(private readonly writer: BlockWriter) {}

  /** Reads units from..to, stops behind a line that fills the writer, and says where it stopped. */
  feed(units: Uint16Array, from: number, to: number): number {
    const { writer } = this;
    for (let i = from; i < to; i++) {
      const unit = units[i] as number;
      if (unit === LF || unit === CR) this.lineEnd(unit);
      else if (this.length < LONG_LINE) {
        const end = writer.run(units, i, Math.min(to, i + LONG_LINE - this.length), LINE_ENDS);
        this.length += end - i;
        i = end - 1;
        continue;
      } else if (!this.longLine(unit)) continue;
      if (writer.full) return i + 1;
    }
    return to;
  }

  end(): void {
    this.endRow();
  }

  /** True where the line was cut. */
  private longLine(unit: number): boolean {
    this.writer.unit(unit);
    this.length += 1;
    if (!BREAKS.has(unit) && this.length < 2 * LONG_LINE) return false;
    this.endRow();
    return true;
  }

  private lineEnd(unit: number): void {
    const isSecond = unit === LF && this.wasCr && this.length === 0;
    this.wasCr = unit === CR;
    if (isSecond) return;
    this.endRow();
    this.line += 1;
  }

  private endRow(): void {
    if (this.length > 0) this.writer.endCell(0);
    this.writer.endRow(this.line);
    this.length = 0;
  }
}
