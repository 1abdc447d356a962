import { CP932_TABLE } from "./data/cp932";
import { unpack } from "./unpack";

/** Cells of one row, and of one lead byte of CP932, which holds two rows. */
export const ROW = 94;
export const LEAD = 2 * ROW;

let table: Uint16Array | null = null;

/**
 * JIS X 0208 as Windows-31J has it (NEC's row 13 and NEC's selection of IBM's characters included),
 * then IBM's own rows; a cell is row * 94 + cell, 0 where no character stands. Built at first use.
 */
export function jisTable(): Uint16Array {
  if (!table) table = unitsOf(unpack(CP932_TABLE));
  return table;
}

function unitsOf(planes: Uint8Array): Uint16Array {
  const units = new Uint16Array(planes.length / 2);
  let unit = 0;
  for (let i = 0; i < units.length; i++) {
    unit += ((planes[i] as number) << 8) | (planes[units.length + i] as number);
    units[i] = unit;
    unit = units[i] as number;
  }
  return units;
}
