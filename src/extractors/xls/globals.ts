import type { Budget } from "../budget";
import { codePageText } from "../compound/code-page";
import { FoldedText } from "../folded-text";
import { damaged, Refused } from "../refused";
import { StringTable } from "../sheets/string-table";
import { isBuiltInDate, isDateFormat } from "../xlsx/cell-styles";
import { unitsToString } from "../../text/units";
import { Records } from "./records";

const BOF = 0x809;
const EOF = 0x0a;
const FILE_PASS = 0x2f;
const CODE_PAGE = 0x42;
const DATE_MODE = 0x22;
const SHEET = 0x85;
const STRINGS = 0xfc;
const FORMAT = 0x41e;
const STYLE = 0xe0;
const NAME = 0x18;
/** Pictures of all sheets, in as many records as they need. */
const DRAWINGS = 0xeb;
const CONTINUE = 0x3c;

const BIFF8 = 0x600;
const BIFF5 = 0x500;
const LONGEST = 1 << 15;

export interface SheetEntry {
  readonly name: string;
  readonly at: number;
  readonly isHidden: boolean;
}

/** What a workbook says before its sheets (MS-XLS 2.1.7.20.3). */
export class Globals {
  readonly sheets: SheetEntry[] = [];
  readonly names: string[] = [];
  readonly dateStyles: boolean[] = [];
  readonly strings: StringTable;
  is1904 = false;
  pictureBytes = 0;
  /** Texts of Excel 5 and 95 are bytes in this code page, later ones UTF-16. */
  codePage = 1252;
  readonly isWide: boolean;
  private readonly formats = new Map<number, boolean>();
  private readonly scratch: FoldedText;

  constructor(bytes: Uint8Array, budget: Budget) {
    this.strings = new StringTable(budget);
    this.scratch = new FoldedText(budget.limits.textUnits, 256);
    const records = new Records(bytes);
    if (!records.next() || records.type !== BOF) throw damaged();
    const version = records.u16(0);
    if (version !== BIFF8 && version !== BIFF5) throw new Refused("extract/unsupported");
    this.isWide = version === BIFF8;
    this.read(records);
  }

  /** A text whose length, in one or two bytes, stands at `offset`. */
  text(records: Records, offset: number, lengthSize: 1 | 2): string {
    const reader = records.reader(offset);
    return this.characters(
      records,
      offset + lengthSize,
      lengthSize === 1 ? reader.u8() : reader.u16(),
    );
  }

  characters(records: Records, offset: number, count: number): string {
    if (!this.isWide) {
      const from = records.from + offset;
      const bytes = records.bytes.subarray(from, Math.min(from + count, records.to));
      return codePageText(bytes, this.codePage);
    }
    const { scratch } = this;
    scratch.length = 0;
    scratch.mark = 0;
    if (count > 0) records.reader(offset).shortText(Math.min(count, LONGEST), scratch);
    return unitsToString(scratch.units, 0, scratch.length);
  }

  private read(records: Records): void {
    let isDrawing = false;
    while (records.next() && records.type !== EOF) {
      const { type } = records;
      isDrawing = type === DRAWINGS || (isDrawing && type === CONTINUE);
      if (isDrawing) this.pictureBytes += records.to - records.from;
      if (type === FILE_PASS) throw new Refused("extract/encrypted");
      else if (type === CODE_PAGE) this.setCodePage(records.u16(0));
      else if (type === DATE_MODE) this.is1904 = records.u16(0) === 1;
      else if (type === SHEET) this.addSheet(records);
      else if (type === STRINGS) this.readStrings(records);
      else if (type === FORMAT) this.addFormat(records);
      else if (type === STYLE) {
        const id = records.u16(2);
        this.dateStyles.push(this.formats.get(id) ?? isBuiltInDate(id));
      } else if (type === NAME) this.addName(records);
    }
    if (records.type !== EOF) throw damaged();
    this.strings.close();
  }

  /** UTF-16 is no code page of bytes, though some programs say so. */
  private setCodePage(codePage: number): void {
    if (codePage !== 1200) this.codePage = codePage;
  }

  private addSheet(records: Records): void {
    const name = this.text(records, 6, 1);
    this.names.push(name);
    this.sheets.push({ name, at: records.u32(0), isHidden: (records.byte(4) & 3) !== 0 });
  }

  private addFormat(records: Records): void {
    const id = records.u16(0);
    this.formats.set(id, isDateFormat(this.text(records, 2, this.isWide ? 2 : 1)));
  }

  private addName(records: Records): void {
    const isBuiltIn = (records.u16(0) & 0x20) !== 0;
    if (!isBuiltIn) this.names.push(this.characters(records, 14, records.byte(3)));
  }

  private readStrings(records: Records): void {
    const count = records.u32(4);
    const reader = records.reader(8);
    for (let i = 0; i < count; i++) {
      reader.richText(this.strings.text);
      this.strings.push();
    }
  }
}
