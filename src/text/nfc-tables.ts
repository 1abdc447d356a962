import { MARKS, ONE_WAY_PAIRS, PAIRS, SINGLES } from "./data/nfc";
import { unpack } from "./unpack";

/** What NFC needs to know about characters, Hangul apart (Unicode Standard, section 3.11). */
export interface NfcTables {
  /** One step: the character, or the two characters, that a character is taken apart into. */
  readonly parts: ReadonlyMap<number, readonly number[]>;
  /** The character composed of two, by `pairKey`. */
  readonly composed: ReadonlyMap<number, number>;
  /** Rank of a mark's combining class; characters that are no marks are absent. */
  readonly marks: ReadonlyMap<number, number>;
}

export const pairKey = (first: number, second: number): number => first * 0x200000 + second;

let tables: NfcTables | null = null;

/** Unpacked at first use: most texts need none of it. */
export function nfcTables(): NfcTables {
  if (!tables) tables = build();
  return tables;
}

function build(): NfcTables {
  const parts = new Map<number, readonly number[]>();
  const composed = new Map<number, number>();
  const marks = new Map<number, number>();
  for (const [point, other] of rows(SINGLES, 2)) parts.set(point, [other]);
  for (const [point, first, second] of rows(ONE_WAY_PAIRS, 3)) parts.set(point, [first, second]);
  for (const [point, first, second] of rows(PAIRS, 3)) {
    parts.set(point, [first, second]);
    composed.set(pairKey(first, second), point);
  }
  for (const [start, length, rank] of rows(MARKS, 3)) {
    for (let mark = start; mark < start + length; mark++) marks.set(mark, rank);
  }
  return { parts, composed, marks };
}

type Row = readonly [number, number, number];

/** Rows of `width` numbers, each written as its difference from the row before. */
function* rows(packed: string, width: 2 | 3): Generator<Row, void, void> {
  const row: [number, number, number] = [0, 0, 0];
  let column = 0;
  let value = 0;
  let weight = 1;
  for (const byte of unpack(packed)) {
    value += (byte & 0x7f) * weight;
    weight *= 0x80;
    if (byte >= 0x80) continue;
    row[column] = (row[column] as number) + (value % 2 === 1 ? -(value + 1) / 2 : value / 2);
    value = 0;
    weight = 1;
    column += 1;
    if (column < width) continue;
    yield row;
    column = 0;
  }
}
