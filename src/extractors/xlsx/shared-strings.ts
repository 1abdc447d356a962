import type { Budget } from "../budget";
import { FoldedText } from "../folded-text";
import { Refused } from "../refused";
import { nameKey } from "../xml/name-key";
import { isBlank } from "../xml/is-blank";
import { readText } from "../xml/read-text";
import { END, END_OF_XML, START, TEXT, type XmlScanner } from "../xml/xml-scanner";
import { appendText } from "../xml/xml-text";

const ITEM = nameKey("si");
const TEXT_ELEMENT = nameKey("t");
const PHONETIC = nameKey("rPh");

const FIRST_CAPACITY = 1 << 14;

/** The table of a workbook's texts, folded once however often cells refer to them. */
export class SharedStrings {
  count = 0;
  private readonly text: FoldedText;
  private ends = new Uint32Array(1024);
  private used = new Uint8Array(0);

  constructor({ limits }: Budget) {
    this.text = new FoldedText(limits.textUnits, FIRST_CAPACITY);
  }

  read(scanner: XmlScanner): void {
    for (let token = scanner.next(); token !== END_OF_XML; token = scanner.next()) {
      if (token === START && scanner.name === TEXT_ELEMENT) readText(scanner, this.text);
      else if (token === START && scanner.name === PHONETIC) scanner.skipElement();
      else if (token === TEXT && !isBlank(scanner)) appendText(scanner, this.text);
      else if (token === END && scanner.name === ITEM) this.push();
    }
    this.used = new Uint8Array(this.count);
  }

  copy(index: number, to: FoldedText): void {
    if (index >= this.count) throw new Refused("extract/damaged");
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

  private push(): void {
    if (this.count === this.ends.length) {
      const grown = new Uint32Array(this.ends.length * 2);
      grown.set(this.ends);
      this.ends = grown;
    }
    this.ends[this.count++] = this.text.length;
    this.text.mark = this.text.length;
  }
}
