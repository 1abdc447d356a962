import { strToU8, zipSync } from "fflate";
import type { Zippable } from "fflate";

export interface Sheet {
  readonly name: string;
  /** The first row is the header. */
  readonly rows: readonly (readonly string[])[];
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The same moment in every file, in local time as zip has it: the same rows give the same bytes. */
const WRITTEN = new Date(2019, 6, 18, 9, 0, 0);

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** A workbook as Excel writes it (ECMA-376), without styles: shared strings and rows of text. */
export function workbook(sheets: readonly Sheet[]): Uint8Array {
  const strings = new SharedStrings();
  const pages = sheets.map((sheet) => sheetXml(sheet, strings));
  const files: Zippable = {
    "[Content_Types].xml": page(contentTypes(sheets)),
    "_rels/.rels": page(packageRelations()),
    "xl/workbook.xml": page(bookXml(sheets)),
    "xl/_rels/workbook.xml.rels": page(bookRelations(sheets)),
    "xl/sharedStrings.xml": page(strings.xml()),
  };
  pages.forEach((xml, index) => (files[`xl/worksheets/sheet${index + 1}.xml`] = page(xml)));
  return zipSync(files, { mtime: WRITTEN });
}

const page = (xml: string): Uint8Array => strToU8(PROLOGUE + xml);

class SharedStrings {
  readonly #indexes = new Map<string, number>();
  #uses = 0;

  indexOf(text: string): number {
    this.#uses += 1;
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    this.#indexes.set(text, this.#indexes.size);
    return this.#indexes.size - 1;
  }

  xml(): string {
    const items = [...this.#indexes.keys()].map(
      (text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`,
    );
    return `<sst xmlns="${MAIN}" count="${this.#uses}" uniqueCount="${items.length}">${items.join("")}</sst>`;
  }
}

function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

function sheetXml({ rows }: Sheet, strings: SharedStrings): string {
  const lines = rows.map((row, index) => {
    const cells = row.map((text, column) =>
      text === ""
        ? ""
        : `<c r="${columnName(column)}${index + 1}" t="s"><v>${strings.indexOf(text)}</v></c>`,
    );
    return `<row r="${index + 1}">${cells.join("")}</row>`;
  });
  return `<worksheet xmlns="${MAIN}"><sheetData>${lines.join("")}</sheetData></worksheet>`;
}

function contentTypes(sheets: readonly Sheet[]): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}" ContentType="${TYPE}.${type}+xml"/>`;
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    override("workbook.xml", "sheet.main") +
    override("sharedStrings.xml", "sharedStrings") +
    sheets.map((_, index) => override(`worksheets/sheet${index + 1}.xml`, "worksheet")).join("") +
    "</Types>"
  );
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`;

const relations = (all: readonly string[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;

const packageRelations = (): string =>
  relations([relation("rId1", "officeDocument", "xl/workbook.xml")]);

const bookRelations = (sheets: readonly Sheet[]): string =>
  relations([
    ...sheets.map((_, index) =>
      relation(`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`),
    ),
    relation(`rId${sheets.length + 1}`, "sharedStrings", "sharedStrings.xml"),
  ]);

function bookXml(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    ({ name }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${list.join("")}</sheets></workbook>`;
}
