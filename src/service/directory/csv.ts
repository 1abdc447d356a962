/** Rows of cells (RFC 4180) with their line numbers; null where quotes do not end. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export function readCsv(text: string): readonly CsvRow[] | null {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  let line = 1;
  let first = 1;
  const endRow = (): void => {
    cells.push(cell);
    if (cells.some((each) => each.trim() !== "")) rows.push({ line: first, cells });
    cells = [];
    cell = "";
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === "\n") line += 1;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') cell += text.charAt(++at);
      else isQuoted = false;
    } else if (sign === '"' && cell === "") isQuoted = true;
    else if (sign === ",") {
      cells.push(cell);
      cell = "";
    } else if (sign === "\n") {
      endRow();
      first = line;
    } else if (sign !== "\r") cell += sign;
  }
  if (isQuoted) return null;
  endRow();
  return rows;
}

/** UTF-8, or what Excel in Japan saves as CSV. */
export function decodeCsv(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("shift_jis").decode(bytes);
  }
}
