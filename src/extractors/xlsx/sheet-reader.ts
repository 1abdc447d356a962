import type { Extraction } from "../../core/extraction";
import type { BlockWriter } from "../block-writer";
import { damaged } from "../refused";
import { writeDate } from "../sheets/dates";
import type { StringTable } from "../sheets/string-table";
import { nameKey } from "../xml/name-key";
import { isBlank } from "../xml/is-blank";
import { readText } from "../xml/read-text";

import { END, END_OF_XML, START, TEXT, type XmlScanner } from "../xml/xml-scanner";
import { appendText, stringOf } from "../xml/xml-text";
import { isPlainNumber, numberOf, valueKey, wholeNumber } from "../xml/xml-values";
import type { DateStyles } from "./cell-styles";
import { columnOf } from "./cell-reference";

const ROW = nameKey("row");
const CELL = nameKey("c");
const VALUE = nameKey("v");
const INLINE_TEXT = nameKey("t");
const FORMULA = nameKey("f");
const PHONETIC = nameKey("rPh");
const HEADER_FOOTER = nameKey("headerFooter");

const REFERENCE = nameKey("r");
const STYLE = nameKey("s");
const TYPE = nameKey("t");

/** Types of cells (ECMA-376 part 1, 18.18.11) by the key of their name; the others are texts. */
const SHARED = nameKey("s");
const NUMBER = nameKey("n");
const BOOLEAN = nameKey("b");

const LAST_COLUMN = 0xffff;
const ONE = 0x31;
/** From here on JavaScript, too, writes numbers with an exponent. */
const LONGEST_NUMBER = 1e21;

export interface SheetContext {
  readonly strings: StringTable;
  readonly dateStyles: DateStyles;
  readonly is1904: boolean;
}

/** Reads one sheet row by row; empty rows and cells are passed over, hidden ones are not. */
export class SheetReader {
  /** Headers and footers as they are written, with their codes. */
  readonly margins: string[] = [];
  /** Other text of the sheet: the choices of a cell, conditions. */
  readonly asides: string[] = [];
  private row = 0;
  private column = -1;
  private style = 0;
  private type = NUMBER;

  constructor(
    private readonly scanner: XmlScanner,
    private readonly writer: BlockWriter,
    private readonly context: SheetContext,
  ) {}

  *read(): Extraction {
    const { scanner, writer } = this;
    let isMargin = false;
    for (let token = scanner.next(); token !== END_OF_XML; token = scanner.next()) {
      if (token === TEXT) this.readAside(isMargin ? this.margins : this.asides);
      else if (scanner.name === HEADER_FOOTER) isMargin = token === START;
      else if (token === START && scanner.name === ROW) {
        this.readRow();
        if (writer.full) yield { type: "block", block: writer.take() };
      }
    }
    if (!writer.empty) yield { type: "block", block: writer.take() };
  }

  private readAside(texts: string[]): void {
    if (!isBlank(this.scanner)) texts.push(stringOf(this.scanner));
  }

  private readRow(): void {
    const { scanner } = this;
    this.row += 1;
    this.column = -1;
    while (scanner.nextAttribute()) {
      if (scanner.attribute === REFERENCE) this.row = wholeNumber(scanner);
    }
    const outside = scanner.depth - 1;
    for (;;) {
      const token = scanner.next();
      if (token === START && scanner.name === CELL) this.readCell();
      else if (token === TEXT) this.readAside(this.asides);
      else if (token === END && scanner.depth === outside) break;
    }
    this.writer.endRow(this.row);
  }

  private readCell(): void {
    const { scanner, writer } = this;
    this.readCellHead();
    const outside = scanner.depth - 1;
    const before = writer.text.length;
    for (;;) {
      const token = scanner.next();
      if (token === START) this.readCellPart(before);
      else if (token === TEXT) this.readAside(this.asides);
      else if (token === END && scanner.depth === outside) break;
    }
    if (writer.text.length > before) writer.endCell(this.column);
  }

  private readCellHead(): void {
    const { scanner } = this;
    this.column += 1;
    this.style = 0;
    this.type = NUMBER;
    while (scanner.nextAttribute()) {
      if (scanner.attribute === REFERENCE) this.column = columnOf(scanner);
      else if (scanner.attribute === STYLE) this.style = wholeNumber(scanner);
      else if (scanner.attribute === TYPE) this.type = valueKey(scanner);
    }
    if (this.column < 0 || this.column > LAST_COLUMN) throw damaged();
  }

  /** `before` is the length of the text where the cell begins. */
  private readCellPart(before: number): void {
    const { scanner, writer } = this;
    const { name } = scanner;
    if (name === VALUE) {
      // A formula is shown by its value; only where nobody has computed it, it stands for itself.
      writer.text.length = before;
      this.readValue();
    } else if (name === INLINE_TEXT || name === FORMULA) readText(scanner, writer.text);
    else if (name === PHONETIC) scanner.skipElement();
  }

  private readValue(): void {
    const { scanner } = this;
    const outside = scanner.depth - 1;
    for (;;) {
      const token = scanner.next();
      if (token === TEXT) this.writeValue();
      else if (token === END && scanner.depth === outside) return;
    }
  }

  private writeValue(): void {
    const { scanner, writer, type } = this;
    if (type === SHARED) this.context.strings.copy(wholeNumber(scanner), writer.text);
    else if (type === NUMBER) this.writeNumber();
    else if (type === BOOLEAN)
      writer.string(scanner.bytes[scanner.from] === ONE ? "TRUE" : "FALSE");
    else appendText(scanner, writer.text);
  }

  private writeNumber(): void {
    const { scanner, writer } = this;
    const { dateStyles, is1904 } = this.context;
    if (dateStyles[this.style] === true) {
      if (writeDate(numberOf(scanner), is1904, writer.text)) return;
    }
    const number = isPlainNumber(scanner) ? NaN : numberOf(scanner);
    if (Number.isInteger(number) && Math.abs(number) < LONGEST_NUMBER)
      writer.string(String(number));
    else appendText(scanner, writer.text);
  }
}
