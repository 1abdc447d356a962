export type Cell = number | string;
export type Row = Readonly<Record<string, Cell>>;

/** One table of the report: the same figures are printed and written as JSON. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Row[];
  /** Why figures are missing, or what to know about them. */
  readonly note?: string;
}

function text(value: Cell): string {
  if (typeof value === "string") return value;
  if (Number.isInteger(value)) return value.toLocaleString("en");
  return value.toFixed(value < 100 ? 2 : 0);
}

/** Columns as wide as their widest cell; figures to the right. */
export function formatSection({ title, rows, note }: Section): string {
  const names = Object.keys(rows[0] ?? {});
  const lines = [names, ...rows.map((row) => names.map((name) => text(row[name] ?? "")))];
  const widths = names.map((_, column) =>
    Math.max(...lines.map((cells) => (cells[column] ?? "").length)),
  );
  const table = lines.map((cells) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join("  ")
      .trimEnd(),
  );
  return [`\n${title}`, ...table.map((each) => `  ${each}`), ...(note ? [`  ${note}`] : [])].join(
    "\n",
  );
}
