import { u16, u32 } from "../little-endian";
import { damaged } from "../refused";

/** One record of a presentation of PowerPoint 97 to 2003 (MS-PPT 2.3.1); containers hold others. */
export interface PptRecord {
  readonly type: number;
  readonly instance: number;
  readonly isContainer: boolean;
  /** Of the record itself, and of its data. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

const HEAD = 8;
const CONTAINER = 0x0f;

export function recordAt(bytes: Uint8Array, at: number, end: number): PptRecord {
  const head = u16(bytes, at);
  const from = at + HEAD;
  const to = from + u32(bytes, at + 4);
  if (to > end) throw damaged();
  return {
    type: u16(bytes, at + 2),
    instance: head >> 4,
    isContainer: (head & 0x0f) === CONTAINER,
    at,
    from,
    to,
  };
}

export function recordsIn(bytes: Uint8Array, from: number, to: number): PptRecord[] {
  const records: PptRecord[] = [];
  for (let at = from; at + HEAD <= to;) {
    const record = recordAt(bytes, at, to);
    records.push(record);
    at = record.to;
  }
  return records;
}
