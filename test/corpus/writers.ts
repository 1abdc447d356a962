import Encoding from "encoding-japanese";
import { strToU8 } from "fflate";
import { workbook } from "../../src/simulator/seed/workbook";
import { docxOf, htmlOf } from "../inspection/papers";
import { writeDocx } from "./docx";

export type Rows = readonly (readonly string[])[];
export type Written = { readonly name: string; readonly bytes: Uint8Array };

export const TABLE_FORMATS = ["csv", "xlsx", "sjis.csv", "html", "tsv", "docx", "eml"] as const;
export const TEXT_FORMATS = ["txt", "sjis.txt", "docx", "html", "eml", "xlsx"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];
export type TextFormat = (typeof TEXT_FORMATS)[number];

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
const delimited = (rows: Rows, sign: string): string =>
  rows.map((row) => row.map(quoted).join(sign)).join("\r\n") + "\r\n";

const sjis = (text: string): Uint8Array =>
  Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { to: "SJIS", from: "UNICODE" }));

const page = (body: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>ご案内</title></head><body>${body}</body></html>`;

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** A mail as a server stores it, with the addresses of two switchboards in its header. */
const mail = (html: string): string =>
  "From: info@shop.example\r\nTo: office@partner.example\r\nSubject: =?utf-8?B?44GU6YCj57Wh?=\r\n" +
  "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
  (
    Buffer.from(html)
      .toString("base64")
      .match(/.{1,76}/g) ?? []
  ).join("\r\n");

export function writeTable(id: string, format: TableFormat, rows: Rows): Written {
  return { name: `${id}.${format}`, bytes: tableBytes(format, rows) };
}

function tableBytes(format: TableFormat, rows: Rows): Uint8Array {
  switch (format) {
    case "csv":
      return strToU8(delimited(rows, ","));
    case "sjis.csv":
      return sjis(delimited(rows, ","));
    case "tsv":
      return strToU8(delimited(rows, "\t"));
    case "html":
      return strToU8(page(htmlOf(rows)));
    case "eml":
      return strToU8(mail(page(htmlOf(rows))));
    case "xlsx":
      return workbook([{ name: "Sheet1", rows }]);
    case "docx":
      return docxOf(rows);
  }
}

/** Lines of a letter; in a workbook one line a row, as people type letters there. */
export function writeText(id: string, format: TextFormat, lines: readonly string[]): Written {
  return { name: `${id}.${format}`, bytes: textBytes(format, lines) };
}

function textBytes(format: TextFormat, lines: readonly string[]): Uint8Array {
  const html = (): string => page(lines.map((line) => `<p>${escaped(line)}</p>`).join("\n"));
  switch (format) {
    case "txt":
      return strToU8(lines.join("\r\n"));
    case "sjis.txt":
      return sjis(lines.join("\r\n"));
    case "docx":
      return writeDocx(lines);
    case "html":
      return strToU8(html());
    case "eml":
      return strToU8(mail(html()));
    case "xlsx":
      return workbook([{ name: "Sheet1", rows: lines.map((line) => [line]) }]);
  }
}
