import type { Extraction } from "../../core/extraction";
import type { BlockWriter } from "../block-writer";
import type { Budget } from "../budget";
import { codePageText, wideText } from "../compound/code-page";
import { damaged } from "../refused";
import { looseTexts } from "../sheets/loose-texts";
import { double, rk, writeNumber } from "../sheets/numbers";
import type { Globals } from "./globals";
import { Records } from "./records";

const BOF = 0x809;
const EOF = 0x0a;
const LABEL_SST = 0xfd;
const LABEL = 0x204;
const RICH_LABEL = 0xd6;
const NUMBER = 0x203;
const RK = 0x27e;
const MANY_RK = 0xbd;
const FORMULA = 0x06;
const FORMULA_TEXT = 0x207;
const BOOL_OR_ERROR = 0x205;
const HEADER = 0x14;
const FOOTER = 0x15;
const NOTE = 0x1c;
const TEXT_BOX = 0x1b6;
const SERIES_TEXT = 0x100d;
const LINK = 0x1b8;
const LINK_HINT = 0x800;
const VALIDATION = 0x1be;
/** A picture of Excel 95. */
const PICTURE = 0x7f;
/** A text within a formula. */
const TEXT_TOKEN = 0x17;

const NO_ROW = 0xffff;
/** Reads one sheet of Excel 5 to 2003 row by row, and collects what stands beside the cells. */
export class XlsSheet {
  readonly margins: string[] = [];
  readonly notes: string[] = [];
  readonly boxes: string[] = [];
  /** Hints and choices of cells, links. */
  readonly asides: string[] = [];
  private readonly records: Records;
  private row = -1;
  /** Column of a formula whose text is still to come, -1 for none. */
  private awaiting = -1;
  private depth = 0;

  constructor(
    bytes: Uint8Array,
    at: number,
    private readonly globals: Globals,
    private readonly writer: BlockWriter,
    private readonly budget: Budget,
  ) {
    this.records = new Records(bytes, at);
  }

  *read(): Extraction {
    const { records, writer } = this;
    for (let count = 1; records.next(); count++) {
      if ((count & 0xfff) === 0) this.budget.time();
      if (records.type === BOF) this.depth += 1;
      else if (records.type === EOF) {
        this.depth -= 1;
        if (this.depth <= 0) break;
      } else if (this.depth > 1) this.readChart();
      else this.readRecord();
      if (writer.full) yield { type: "block", block: writer.take() };
    }
    this.endRow();
    if (!writer.empty) yield { type: "block", block: writer.take() };
    if (this.depth !== 0) throw damaged();
  }

  /** Charts within a sheet keep texts of their own; their numbers are those of cells. */
  private readChart(): void {
    const { records, boxes } = this;
    if (records.type === SERIES_TEXT) boxes.push(this.globals.text(records, 2, 1));
    else if (records.type === LABEL) boxes.push(this.globals.text(records, 6, 2));
    else if (records.type === TEXT_BOX) this.textBox();
  }

  private readRecord(): void {
    const { records, writer, globals } = this;
    switch (records.type) {
      case LABEL_SST:
        this.cell(0);
        globals.strings.copy(records.u32(6), writer.text);
        return writer.endCell(records.u16(2));
      case LABEL:
      case RICH_LABEL:
        return this.stringCell(globals.text(records, 6, 2));
      case NUMBER:
        return this.number(double(records.bytes, records.from + 6), records.u16(2), records.u16(4));
      case RK:
        return this.number(rk(records.bytes, records.from + 6), records.u16(2), records.u16(4));
      case MANY_RK:
        return this.manyNumbers();
      case FORMULA:
        return this.formula();
      case FORMULA_TEXT:
        return this.formulaText();
      case BOOL_OR_ERROR:
        if (records.byte(7) === 0) this.stringCell(records.byte(6) ? "TRUE" : "FALSE");
        return;
      case HEADER:
      case FOOTER:
        if (records.to > records.from) {
          this.margins.push(globals.text(records, 0, globals.isWide ? 2 : 1));
        }
        return;
      case NOTE:
        return this.note();
      case TEXT_BOX:
        return this.textBox();
      case SERIES_TEXT:
        return this.readChart();
      case PICTURE:
        this.globals.pictureBytes += records.u32(4);
        return;
      case LINK:
      case LINK_HINT:
        this.asides.push(...looseTexts(records.bytes, records.from, records.to));
        return;
      case VALIDATION:
        if (globals.isWide) this.asides.push(...validationTexts(records, globals));
        return;
    }
  }

  private cell(offset: number): void {
    const row = this.records.u16(offset);
    if (row === this.row) return;
    this.endRow();
    this.row = row;
  }

  private endRow(): void {
    if (this.row >= 0) this.writer.endRow(this.row + 1);
  }

  private stringCell(text: string): void {
    const column = this.records.u16(2);
    if (text === "") return;
    this.cell(0);
    this.writer.string(text);
    this.writer.endCell(column);
  }

  private number(value: number, column: number, style: number): void {
    this.cell(0);
    writeNumber(value, style, this.globals, this.writer);
    this.writer.endCell(column);
  }

  private manyNumbers(): void {
    const { records } = this;
    const first = records.u16(2);
    const count = (records.to - records.from - 6) / 6;
    for (let i = 0; i < Math.floor(count); i++) {
      const at = 4 + 6 * i;
      this.number(rk(records.bytes, records.from + at + 2), first + i, records.u16(at));
    }
  }

  /** A formula is shown by its value; a text stands in a record behind it. */
  private formula(): void {
    const { records } = this;
    if (records.u16(12) !== NO_ROW) {
      this.number(double(records.bytes, records.from + 6), records.u16(2), records.u16(4));
      return;
    }
    if (records.byte(6) === 1) this.stringCell(records.byte(8) ? "TRUE" : "FALSE");
    if (records.byte(6) !== 0) return;
    this.cell(0);
    this.awaiting = records.u16(2);
  }

  private formulaText(): void {
    if (this.awaiting < 0) return;
    const text = this.globals.text(this.records, 0, 2);
    if (text !== "") {
      this.writer.string(text);
      this.writer.endCell(this.awaiting);
    }
    this.awaiting = -1;
  }

  /** Up to Excel 95 the note stands here; later ones name its author, the text is in a box. */
  private note(): void {
    const { records, globals, notes } = this;
    if (globals.isWide) notes.push(globals.text(records, 8, 2));
    else {
      const piece = codePageText(
        records.bytes.subarray(records.from + 6, records.to),
        globals.codePage,
      );
      if (records.u16(0) === NO_ROW && notes.length > 0) notes.push((notes.pop() ?? "") + piece);
      else notes.push(piece);
    }
  }

  private textBox(): void {
    const { records, globals, boxes } = this;
    const count = records.u16(10);
    if (count === 0 || !records.continued()) return;
    boxes.push(globals.characters(records, 0, count));
  }
}

/** Titles, hint and error of a choice, and the choices where they are written out (MS-XLS 2.4.98). */
function validationTexts(records: Records, globals: Globals): string[] {
  const texts: string[] = [];
  let at = 4;
  for (let i = 0; i < 4 && records.from + at + 3 <= records.to; i++) {
    const count = records.u16(at);
    texts.push(globals.characters(records, at + 2, count));
    at += 3 + count * (records.byte(at + 2) & 1 ? 2 : 1);
  }
  if (records.byte(at + 4) === TEXT_TOKEN && records.byte(at + 6) === 1) {
    const from = records.from + at + 7;
    const choices = wideText(
      records.bytes,
      from,
      Math.min(from + 2 * records.byte(at + 5), records.to),
    );
    texts.push(choices.replace(/\0/g, "\n"));
  } else if (records.byte(at + 4) === TEXT_TOKEN) texts.push(globals.text(records, at + 5, 1));
  return texts;
}
