import { unitsToString } from "../../text/units";
import type { BlockWriter } from "../block-writer";
import { nameKey } from "../xml/name-key";
import type { XmlScanner } from "../xml/xml-scanner";
import { stringOf } from "../xml/xml-text";
import { wholeNumber } from "../xml/xml-values";

const COLUMNS_REPEATED = nameKey("number-columns-repeated");
const ROWS_REPEATED = nameKey("number-rows-repeated");
const VALUE = nameKey("value");
const STRING_VALUE = nameKey("string-value");
const DATE_VALUE = nameKey("date-value");

const LAST_COLUMN = 0xffff;
const DAY = 10;

/** One table while it is read: which cell comes next, and what it holds beside what it shows. */
export class OdfTable {
  private row = 1;
  private rowRepeat = 1;
  private column = 0;
  private repeat = 1;
  private value = "";
  private isDate = false;
  private begin = 0;

  constructor(private readonly writer: BlockWriter) {}

  startRow(scanner: XmlScanner): void {
    this.column = 0;
    this.rowRepeat = 1;
    while (scanner.nextAttribute()) {
      if (scanner.attribute === ROWS_REPEATED) this.rowRepeat = wholeNumber(scanner);
    }
  }

  endRow(): void {
    this.writer.endRow(this.row);
    this.row += this.rowRepeat;
  }

  startCell(scanner: XmlScanner): void {
    this.repeat = 1;
    this.value = "";
    this.isDate = false;
    this.begin = this.writer.text.length;
    while (scanner.nextAttribute()) {
      const { attribute } = scanner;
      if (attribute === COLUMNS_REPEATED) this.repeat = wholeNumber(scanner);
      else if (attribute === DATE_VALUE) {
        this.isDate = true;
        this.value = stringOf(scanner).slice(0, DAY);
      } else if (attribute === VALUE || attribute === STRING_VALUE) this.value = stringOf(scanner);
    }
  }

  /** What is shown may be rounded, or a date without its year: then the value counts. */
  endCell(): void {
    const { writer, value, begin } = this;
    const { text } = writer;
    if (value !== "") {
      const shown = unitsToString(text.units, begin, text.length).replace(/[\s,]/g, "");
      if (this.isDate || shown.indexOf(value.replace(/\s/g, "")) < 0) {
        if (this.isDate || /^-?[\d.]+$/.test(value)) text.length = begin;
        writer.string(value);
      }
    }
    if (writer.open) writer.endCell(Math.min(this.column, LAST_COLUMN));
    this.column += this.repeat;
  }
}
