import { zlibSync } from "fflate";

/** Left edges of the columns of a landscape page, in points; the last cell has the rest. */
const COLUMNS = [30, 100, 190, 245, 470, 550, 640];
const ROWS = 40;
const LINE = 13;
const TOP = 560;

const hex = (text: string): string =>
  Array.from({ length: text.length }, (_, i) =>
    text.charCodeAt(i).toString(16).padStart(4, "0"),
  ).join("");

/** A page of a table: each cell is drawn by itself, as programs do that print lists. */
const content = (rows: readonly (readonly string[])[]): Uint8Array =>
  Buffer.from(
    rows
      .map((row, y) =>
        row
          .map((cell, x) => `BT /F 8 Tf ${COLUMNS[x]} ${TOP - y * LINE} Td <${hex(cell)}> Tj ET\n`)
          .join(""),
      )
      .join(""),
  );

const FONT =
  "<< /Type /Font /Subtype /Type0 /BaseFont /MS-Gothic /Encoding /UniJIS-UCS2-H /DescendantFonts " +
  "[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /MS-Gothic /CIDSystemInfo << /Registry (Adobe) " +
  "/Ordering (Japan1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /MS-Gothic /Flags 4 >> >>] >>";

/** A table over many pages in a font of the reader's computer; up to seven columns. */
export function writePdf(rows: readonly (readonly string[])[]): Uint8Array {
  const pages = Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, page) =>
    zlibSync(content(rows.slice(page * ROWS, (page + 1) * ROWS))),
  );
  const kids = pages.map((_, index) => `${4 + 2 * index} 0 R`).join(" ");
  const objects: (string | Uint8Array)[] = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 842 595] /Resources << /Font << /F 3 0 R >> >> >>`,
    FONT,
    ...pages.flatMap((bytes, index) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${5 + 2 * index} 0 R >>`,
      bytes,
    ]),
  ];
  const pieces = [Buffer.from("%PDF-1.7\n")];
  let at = pieces[0]?.length ?? 0;
  const offsets = objects.map((object, index) => {
    const start = at;
    const bytes = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      typeof object === "string" ? Buffer.from(object) : streamOf(object),
      Buffer.from("\nendobj\n"),
    ]);
    pieces.push(bytes);
    at += bytes.length;
    return start;
  });
  const entries = offsets.map((each) => `${String(each).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  pieces.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(pieces));
}

const streamOf = (bytes: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length} /Filter /FlateDecode >>\nstream\n`),
    bytes,
    Buffer.from("\nendstream"),
  ]);
