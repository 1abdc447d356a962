import type { Extraction } from "../../core/extraction";
import type { BlockWriter } from "../block-writer";
import { damaged } from "../refused";
import { looseTexts } from "../sheets/loose-texts";
import { double, type NumberFormats, rk, writeNumber } from "../sheets/numbers";
import type { StringTable } from "../sheets/string-table";
import type { BinaryRecords } from "./records";

const ROW = 0;
const FIRST_CELL = 1;
const LAST_CELL = 11;
const FIRST_SHORT = 12;
const LAST_SHORT = 18;
const RICH_CELL = 62;
const MARGINS = 479;
const VALIDATION = 64;
const LINK = 494;

/** What a cell holds; the results of formulas are numbered apart, short cells differ by 11. */
const RK = 2;
const BOOLEAN = 4;
const REAL = 5;
const TEXT = 6;
const SHARED = 7;
const FORMULA_TEXT = 8;
const FORMULA_NUMBER = 9;
const FORMULA_BOOLEAN = 10;

const SHORTENED_BY = 11;
const LAST_COLUMN = 0xffff;

export interface BinarySheetContext extends NumberFormats {
  readonly strings: StringTable;
}

/** Reads one sheet of a binary workbook row by row, and collects what stands beside the cells. */
export class BinarySheetReader {
  readonly margins: string[] = [];
  readonly asides: string[] = [];
  private row = -1;
  private column = -1;

  constructor(
    private readonly records: BinaryRecords,
    private readonly context: BinarySheetContext,
    private readonly writer: BlockWriter,
  ) {}

  *read(): Extraction {
    const { records, writer } = this;
    while (records.next()) {
      const { type } = records;
      if (type === ROW) this.startRow();
      else if (type >= FIRST_CELL && type <= LAST_CELL) this.cell(type, records.u32(0), 8);
      else if (type >= FIRST_SHORT && type <= LAST_SHORT) {
        this.cell(type - SHORTENED_BY, this.column + 1, 4);
      } else if (type === RICH_CELL) this.cell(TEXT, records.u32(0), 9);
      else if (type === MARGINS) this.readMargins();
      else if (type === VALIDATION || type === LINK) {
        this.asides.push(...looseTexts(records.bytes, records.from, records.to));
      }
      if (writer.full) yield { type: "block", block: writer.take() };
    }
    this.endRow();
    if (!writer.empty) yield { type: "block", block: writer.take() };
  }

  private startRow(): void {
    this.endRow();
    this.row = this.records.u32(0);
    this.column = -1;
  }

  private endRow(): void {
    if (this.row >= 0) this.writer.endRow(this.row + 1);
  }

  private cell(kind: number, column: number, at: number): void {
    const { records, writer } = this;
    if (column > LAST_COLUMN) throw damaged();
    this.column = column;
    const before = writer.text.length;
    const style = records.u32(at - 4) & 0xffffff;
    const value = records.from + at;
    if (kind === SHARED) this.context.strings.copy(records.u32(at), writer.text);
    else if (kind === TEXT || kind === FORMULA_TEXT) records.writeText(at, writer.text);
    else if (kind === RK) writeNumber(rk(records.bytes, value), style, this.context, writer);
    else if (kind === REAL || kind === FORMULA_NUMBER) {
      writeNumber(double(records.bytes, value), style, this.context, writer);
    } else if (kind === BOOLEAN || kind === FORMULA_BOOLEAN) {
      writer.string(records.byte(at) ? "TRUE" : "FALSE");
    }
    if (writer.text.length > before) writer.endCell(column);
  }

  private readMargins(): void {
    const { records } = this;
    let at = 2;
    for (let i = 0; i < 6; i++) {
      this.margins.push(records.text(at));
      at = records.endOfText(at);
    }
  }
}
