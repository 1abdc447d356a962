import { DETECTORS } from "../../detectors/registry";
import { LabelBook } from "../../inspection/label-book";
import { LineScan } from "../../inspection/line-scan";

const scan = new LineScan(new LabelBook());

/** A line of text in which every value that a detector knows is masked. */
export function maskLine(line: string): string {
  const units = unitsOf(line);
  let masked = "";
  let at = 0;
  for (const { kind, start, end } of scan.read(units, 0, units.length)) {
    if (start < at) continue;
    masked += line.slice(at, start) + (DETECTORS[kind]?.mask(line.slice(start, end)) ?? "＊");
    at = end;
  }
  return masked + line.slice(at);
}

/** A table is mostly people: beside its first row, a cell shows its first character alone. */
export function maskCell(cell: string, row: number): string {
  if (row <= 1) return maskLine(cell);
  const value = cell.trim();
  return value.length <= 1 ? value : `${[...value][0] ?? ""}＊`;
}

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}
