import { convert } from "encoding-japanese";
import { paperFile } from "../extractors/fixtures/office-file";
import { zipFile } from "../extractors/fixtures/zip-file";

const FAMILY = ["佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村"];
const GIVEN = ["太郎", "花子", "健一", "直樹", "美咲", "陽子", "大輔", "翔太"];
const A_FILE = 40;

interface Person {
  readonly name: string;
  readonly mobile: string;
}

const peopleOf = (file: number): Person[] =>
  Array.from({ length: A_FILE }, (_, i) => ({
    name: `${FAMILY[i % 8] ?? ""} ${GIVEN[Math.floor(i / 8)] ?? ""}`,
    mobile: `090-${String(2000 + file)}-${String(1000 + i)}`,
  }));

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const table = (people: readonly Person[], row: string, cell: (text: string) => string): string =>
  [{ name: "氏名", mobile: "携帯電話" }, ...people]
    .map(({ name, mobile }) => `<${row}>${cell(name)}${cell(mobile)}</${row}>`)
    .join("");
const lines = (people: readonly Person[], comma = ","): string =>
  [`氏名${comma}携帯電話`, ...people.map(({ name, mobile }) => name + comma + mobile)].join("\r\n");

function slides(people: readonly Person[]): Uint8Array {
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relation = (type: string, target: string): string =>
    `<Relationships><Relationship Id="rId1" Type="${office}/${type}" Target="${target}"/></Relationships>`;
  const cells = table(people, "a:tr", (text) => `<a:tc><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:tc>`); // prettier-ignore
  return zipFile([
    { name: "[Content_Types].xml", content: '<Types><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>' }, // prettier-ignore
    { name: "_rels/.rels", content: relation("officeDocument", "ppt/presentation.xml") },
    { name: "ppt/presentation.xml", content: '<p:presentation><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst></p:presentation>' }, // prettier-ignore
    { name: "ppt/_rels/presentation.xml.rels", content: relation("slide", "slides/slide1.xml") },
    { name: "ppt/slides/slide1.xml", content: `<p:sld><a:tbl>${cells}</a:tbl></p:sld>` },
  ]);
}

const WRITERS: readonly (readonly [string, (people: readonly Person[]) => Uint8Array])[] = [
  ["名簿.csv", (people) => Uint8Array.from(convert(Array.from(Buffer.from(lines(people))), { to: "SJIS", from: "UTF8" }))], // prettier-ignore
  ["名簿.tsv", (people) => utf8(lines(people, "\t"))],
  ["名簿.html", (people) => utf8(`<html><meta charset="utf-8"><table>${table(people, "tr", (text) => `<td>${text}</td>`)}</table></html>`)], // prettier-ignore
  ["名簿.docx", (people) => paperFile({ body: `<w:tbl>${table(people, "w:tr", (text) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`)}</w:tbl>` })], // prettier-ignore
  ["名簿.pptx", slides],
  ["転送.eml", (people) => utf8(`From: <a@dealer.example.jp>\r\nTo: <b@dealer.example.jp>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/csv; name=a.csv; charset=utf-8\r\n\r\n${lines(people)}`)], // prettier-ignore
  ["名簿.zip", (people) => zipFile([{ name: "a.csv", content: utf8(lines(people)) }])],
];

/** One list in each format that the send bundle reads; nobody stands in two of them. */
export const manyFormats: readonly { readonly name: string; readonly bytes: Uint8Array }[] =
  WRITERS.map(([name, write], i) => ({ name, bytes: write(peopleOf(i)) }));

export const PEOPLE_IN_FORMATS = A_FILE * WRITERS.length;
