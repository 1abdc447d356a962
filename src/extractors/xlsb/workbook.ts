import { isBuiltInDate, isDateFormat } from "../xlsx/cell-styles";
import type { StringTable } from "../sheets/string-table";
import type { BinaryRecords } from "./records";

const SHEET = 156;
const DEFINED_NAME = 39;
const PROPERTIES = 153;
const STRING = 19;
const FORMAT = 44;
const STYLE = 47;
const BEGIN_CELL_STYLES = 617;
const END_CELL_STYLES = 618;

export interface BinarySheet {
  readonly name: string;
  readonly relation: string;
  readonly isHidden: boolean;
}

export interface BinaryWorkbook {
  readonly sheets: readonly BinarySheet[];
  readonly names: readonly string[];
  readonly is1904: boolean;
}

export function readBinaryWorkbook(records: BinaryRecords): BinaryWorkbook {
  const sheets: BinarySheet[] = [];
  const names: string[] = [];
  let is1904 = false;
  while (records.next()) {
    if (records.type === PROPERTIES) is1904 = (records.u32(0) & 1) !== 0;
    else if (records.type === DEFINED_NAME) names.push(records.text(9));
    else if (records.type === SHEET) {
      const name = records.text(records.endOfText(8));
      names.push(name);
      sheets.push({ name, relation: records.text(8), isHidden: records.u32(0) !== 0 });
    }
  }
  return { sheets, names, is1904 };
}

/** The text of a rich string stands behind one byte of flags; readings follow and are left out. */
export function readBinaryStrings(records: BinaryRecords, table: StringTable): void {
  while (records.next()) {
    if (records.type !== STRING) continue;
    records.writeText(1, table.text);
    table.push();
  }
  table.close();
}

export function readBinaryStyles(records: BinaryRecords): boolean[] {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let isInCellStyles = false;
  while (records.next()) {
    const { type } = records;
    if (type === BEGIN_CELL_STYLES) isInCellStyles = true;
    else if (type === END_CELL_STYLES) isInCellStyles = false;
    else if (type === FORMAT) own.set(records.u16(0), isDateFormat(records.text(2)));
    else if (type === STYLE && isInCellStyles) {
      const id = records.u16(2);
      styles.push(own.get(id) ?? isBuiltInDate(id));
    }
  }
  return styles;
}
