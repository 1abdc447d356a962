import type { Budget } from "../budget";
import { FoldedText } from "../folded-text";
import { damaged } from "../refused";

const FIRST_CAPACITY = 1 << 14;

/** The table of a workbook's texts, folded once however often cells refer to them. */
export class StringTable {
  count = 0;
  readonly text: FoldedText;
  private ends = new Uint32Array(1024);
  private used = new Uint8Array(0);

  constructor({ limits }: Budget) {
    this.text = new FoldedText(limits.textUnits, FIRST_CAPACITY);
  }

  copy(index: number, to: FoldedText): void {
    if (index >= this.count) throw damaged();
    this.used[index] = 1;
    const from = index === 0 ? 0 : (this.ends[index - 1] as number);
    to.copy(this.text.units, from, this.ends[index] as number);
  }

  /** Texts of deleted cells may have stayed in the table, and leave with the file. */
  unused(): number[] {
    const indexes: number[] = [];
    this.used.forEach((each, index) => {
      if (each === 0) indexes.push(index);
    });
    return indexes;
  }

  /** What was written into `text` since the last time is one text. */
  push(): void {
    if (this.count === this.ends.length) {
      const grown = new Uint32Array(this.ends.length * 2);
      grown.set(this.ends);
      this.ends = grown;
    }
    this.ends[this.count++] = this.text.length;
    this.text.mark = this.text.length;
  }

  /** No more texts follow. */
  close(): void {
    this.used = new Uint8Array(this.count);
  }
}
