import { strToU8, zipSync } from "fflate";
import { workbook } from "../../src/simulator/seed/workbook";

export type Rows = readonly (readonly string[])[];

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** Rows as the files and tables in which offices send them. */
export const csvOf = (rows: Rows): string =>
  rows
    .map((row) => row.map((cell) => (/[,"]/.test(cell) ? `"${cell}"` : cell)).join(","))
    .join("\r\n");

/** Outlook writes a table with a paragraph in each cell. */
export const htmlOf = (rows: Rows): string => {
  const cell = (text: string) => `<td><p class="MsoNormal">${escaped(text) || "&nbsp;"}</p></td>`;
  const row = (cells: readonly string[]) => `<tr>${cells.map(cell).join("")}</tr>`;
  return `<table class="MsoTableGrid" border="1">${rows.map(row).join("")}</table>`;
};

export const xlsxOf = (rows: Rows): Uint8Array => workbook([{ name: "Sheet1", rows }]);

export function docxOf(rows: Rows): Uint8Array {
  const cell = (text: string) =>
    `<w:tc><w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p></w:tc>`;
  const row = (cells: readonly string[]) => `<w:tr>${cells.map(cell).join("")}</w:tr>`;
  const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  const page = (xml: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${xml}`);
  return zipSync({
    "[Content_Types].xml": page(
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    ),
    "_rels/.rels": page(
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": page(
      `<w:document xmlns:w="${word}"><w:body><w:tbl>${rows.map(row).join("")}</w:tbl></w:body></w:document>`,
    ),
  });
}

/** One and the same paper in each format: its file name and its bytes. */
export const PAPERS: readonly [string, (rows: Rows) => string | Uint8Array][] = [
  ["a.csv", csvOf],
  ["a.xlsx", xlsxOf],
  ["a.docx", docxOf],
  ["a.html", htmlOf],
];
