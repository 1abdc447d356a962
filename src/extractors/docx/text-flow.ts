import type { Place } from "../../core/place";
import type { BlockWriter } from "../block-writer";
import type { XmlScanner } from "../xml/xml-scanner";
import { wholeNumber } from "../xml/xml-values";

const SPACE = 0x20;
/** Word's own limit is 63; more are damage that costs nothing. */
const WIDEST_SPAN = 1024;
const LAST_COLUMN = 0xffff;

/** Where text goes, and what the ends of paragraphs, cells and rows mean there. */
export interface TextFlow {
  readonly writer: BlockWriter;
  startParagraph(): void;
  endParagraph(): void;
  lineBreak(): void;
  endCell(): void;
  endRow(): void;
  /** The cell spans as many columns as the scanner's current value says. */
  span(scanner: XmlScanner): void;
}

/** Paragraphs are lines, numbered as a person would count them. */
export class LineFlow implements TextFlow {
  private paragraph = 1;

  constructor(readonly writer: BlockWriter) {}

  startParagraph(): void {}

  endParagraph(): void {
    this.lineBreak();
    this.paragraph += 1;
  }

  lineBreak(): void {
    if (!this.writer.open) return;
    this.writer.endCell(0);
    this.writer.endRow(this.paragraph);
  }

  endCell(): void {}
  endRow(): void {}
  span(): void {}
}

/** Rows of a table within a cell or text box: a line each. */
export class RowFlow implements TextFlow {
  private row = 0;

  constructor(readonly writer: BlockWriter) {}

  startParagraph(): void {
    if (this.writer.open) this.writer.unit(SPACE);
  }

  endParagraph(): void {}

  lineBreak(): void {
    this.writer.unit(SPACE);
  }

  endCell(): void {}

  endRow(): void {
    this.row += 1;
    if (!this.writer.open) return;
    this.writer.endCell(0);
    this.writer.endRow(this.row);
  }

  span(): void {}
}

/** A table of the body; paragraphs of one cell are joined by a space. */
export class TableFlow implements TextFlow {
  private row = 0;
  private column = 0;
  private width = 1;

  constructor(readonly writer: BlockWriter) {}

  begin(place: Place): void {
    this.writer.moveTo(place);
    this.row = 0;
    this.column = 0;
    this.width = 1;
  }

  startParagraph(): void {
    if (this.writer.open) this.writer.unit(SPACE);
  }

  endParagraph(): void {}

  lineBreak(): void {
    this.writer.unit(SPACE);
  }

  endCell(): void {
    if (this.writer.open) this.writer.endCell(Math.min(this.column, LAST_COLUMN));
    this.column += this.width;
    this.width = 1;
  }

  endRow(): void {
    this.row += 1;
    this.column = 0;
    this.writer.endRow(this.row);
  }

  span(scanner: XmlScanner): void {
    this.width = Math.min(wholeNumber(scanner), WIDEST_SPAN);
  }
}
