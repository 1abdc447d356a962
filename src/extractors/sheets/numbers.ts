import type { BlockWriter } from "../block-writer";
import { u32 } from "../little-endian";
import { writeDate } from "./dates";

const view = new DataView(new ArrayBuffer(8));

export function double(bytes: Uint8Array, at: number): number {
  view.setUint32(0, u32(bytes, at), true);
  view.setUint32(4, u32(bytes, at + 4), true);
  return view.getFloat64(0, true);
}

/** Numbers of binary workbooks in four bytes: whole or the upper half of a double, perhaps * 100. */
export function rk(bytes: Uint8Array, at: number): number {
  const value = u32(bytes, at);
  const isHundredth = (value & 1) !== 0;
  const isWhole = (value & 2) !== 0;
  view.setUint32(0, 0, true);
  view.setUint32(4, value & ~3, true);
  const number = isWhole ? (value | 0) >> 2 : view.getFloat64(0, true);
  return isHundredth ? number / 100 : number;
}

export interface NumberFormats {
  /** Whether a style shows a number as a date. */
  readonly dateStyles: readonly boolean[];
  readonly is1904: boolean;
}

export function writeNumber(
  number: number,
  style: number,
  { dateStyles, is1904 }: NumberFormats,
  writer: BlockWriter,
): void {
  if (dateStyles[style] === true && writeDate(number, is1904, writer.text)) return;
  writer.string(String(number));
}
