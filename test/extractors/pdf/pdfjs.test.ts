import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { BATCH_LIMITS } from "../../../src/core/limits";
import { Budget } from "../../../src/extractors/budget";
import { bandsOf } from "../../../src/extractors/pdf/bands";
import { Content } from "../../../src/extractors/pdf/content";
import { Document } from "../../../src/extractors/pdf/document";
import { readingsOf } from "../../../src/extractors/pdf/lines";
import { PageText } from "../../../src/extractors/pdf/page-text";
import { contentOf, pagesOf } from "../../../src/extractors/pdf/pages";
import { inspectFile } from "../../../src/inspection/inspect-file";
import { customers } from "../../../src/simulator/seed/customers";
import { launchBrowser } from "../../browser";
import { onePage } from "../fixtures/pdf-file";
import { bytesOf, read } from "../reading";

/** pdf.js is the yardstick: the same characters, and the same persons where its pieces are laid out by our rules. */
interface Piece {
  readonly str: string;
  readonly transform: readonly [number, number, number, number, number, number];
  readonly width: number;
}

const folder = mkdtempSync(path.join(tmpdir(), "sekisho-pdf-"));
afterAll(() => rmSync(folder, { recursive: true }));

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(path.join(__dirname, "../fixtures/pdf", name)));

const COUNT = 150;

/** Tables and letters as a browser prints them. */
async function printed(html: string): Promise<Uint8Array> {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.setContent(`<meta charset="utf-8"><body style="font: 9px BIZ UDPGothic">${html}`);
  const bytes = new Uint8Array(await page.pdf({ format: "A4", landscape: true }));
  await browser.close();
  return bytes;
}

const HEADS = ["氏名", "フリガナ", "郵便番号", "住所", "電話", "携帯", "メール"];
const cells = (tag: string, texts: readonly string[]): string =>
  `<tr>${texts.map((text) => `<${tag} style="border: 1px solid; padding: 2px">${text}</${tag}>`).join("")}</tr>`;

function list(style: string): string {
  const rows = customers(COUNT).map((each) => {
    const { name, kana, postalCode, address, phone, mobile, email } = each;
    return cells("td", [name, kana, postalCode, address, phone, mobile, email]);
  });
  return `<table style="${style}"><thead>${cells("th", HEADS)}</thead>${rows.join("")}</table>`;
}

const LETTER =
  "<p>山田 花子 様</p><p>平素よりお世話になっております。ご紹介の方は次のとおりです。</p>" +
  "<p>氏名: 佐藤 健一<br>電話: 090-1234-5678<br>住所: 愛知県名古屋市中区栄1-2-3</p>";

const rksj =
  "<< /Type /Font /Subtype /Type0 /BaseFont /MS-Mincho /Encoding /90ms-RKSJ-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /MS-Mincho /FontDescriptor << /Type /FontDescriptor /FontName /MS-Mincho /Flags 4 >> /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >>] >>";
const bare = onePage(
  "BT /F 12 Tf 50 700 Td <8e52936391be9859> Tj 0 -20 Td <3039302d313233342d35363738> Tj ET",
  { font: rksj },
);

let files: readonly (readonly [string, Uint8Array])[] = [];
let pieces: readonly (readonly (readonly Piece[])[])[] = [];
beforeAll(async () => {
  files = [
    ["a table with borders", await printed(list("border-collapse: collapse"))],
    [
      "a table on many pages, without borders",
      await printed(list("").replace(/border: 1px solid/g, "")),
    ],
    ["a letter", await printed(LETTER)],
    ["LibreOffice", fixture("libreoffice.pdf")],
    ["Ghostscript", fixture("ghostscript.pdf")],
    ["encrypted, open to everybody", fixture("aes-256.pdf")],
    ["Shift_JIS, with a font of the reader's computer", bare],
  ];
  const names = files.map(([, bytes], index) => {
    const name = path.join(folder, `${index}.pdf`);
    writeFileSync(name, bytes);
    return name;
  });
  const options = { encoding: "utf8" as const, maxBuffer: 1 << 28 };
  const { stdout, status } = spawnSync(
    process.execPath,
    [path.join(__dirname, "pdfjs.mjs"), ...names],
    options,
  );
  expect(status).toBe(0);
  pieces = JSON.parse(stdout) as typeof pieces;
}, 120_000);

const personsIn = (name: string, bytes: Uint8Array): number => {
  const options = { insideDomains: [], limits: BATCH_LIMITS, clock: () => 0 };
  const inspection = inspectFile(name, bytes, options);
  for (;;) {
    const { done, value } = inspection.next();
    if (done === true) return value.persons;
  }
};

/** What pdf.js reads, laid out as the product does it, as a table in text. */
function tableOf(pages: readonly (readonly Piece[])[], bytes: Uint8Array): string {
  const rows: string[] = [];
  const drawn = drawnIn(bytes);
  pages.forEach((page, index) => {
    const text = drawn[index] ?? new PageText();
    text.runs.length = 0;
    for (const { str, transform, width } of page) {
      const [a, b, , , x, y] = transform;
      if (str === "" || Math.abs(b) > Math.abs(a)) continue;
      const size = Math.hypot(a, b) || 1;
      text.runs.push({ text: str, start: x, end: x + width, line: y, size, turn: 0 });
    }
    for (const reading of readingsOf(text)) {
      for (const band of bandsOf(reading)) {
        for (const { cells } of band.rows) {
          const row: string[] = [];
          for (const [column, cell] of cells) row[column] = cell;
          rows.push(Array.from(row, (cell?: string) => cell ?? "").join("\t"));
        }
      }
    }
  });
  return rows.join("\n");
}

/** The lines drawn on each page, which pdf.js does not tell. */
function drawnIn(bytes: Uint8Array): readonly PageText[] {
  const budget = new Budget(BATCH_LIMITS, () => 0);
  budget.file(bytes.length);
  const document = new Document(bytes, budget);
  return [...pagesOf(document, budget)].map(({ dictionary, resources }) => {
    const text = new PageText();
    const content = new Content(document, new Map(), text, budget);
    content.run(contentOf(dictionary, document), resources);
    return text;
  });
}

/** Digits, kana and kanji, and how often each is there. */
function signs(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sign of text.normalize("NFKC").match(/[0-9\u3041-\u30fe\u4e00-\u9fff]/g) ?? []) {
    counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return counts;
}

test("every digit, kana and kanji that pdf.js finds is found", () => {
  files.forEach(([title, bytes], index) => {
    const theirs = signs((pieces[index] ?? []).flat().map(({ str }) => str).join("")); // prettier-ignore
    const { cells: ours, refusals } = read(bytes);
    const found = signs(ours.map((cell) => cell.slice(cell.indexOf("=") + 1)).join(""));
    expect([title, refusals]).toEqual([title, []]);
    let [all, missing] = [0, 0];
    for (const [sign, count] of theirs) {
      all += count;
      missing += Math.max(0, count - (found.get(sign) ?? 0));
    }
    expect([title, all > 0, missing / all]).toEqual([title, true, 0]);
  });
});

test("the same persons as with pdf.js", () => {
  files.forEach(([title, bytes], index) => {
    const theirs = personsIn("table.tsv", bytesOf(tableOf(pieces[index] ?? [], bytes)));
    expect([title, personsIn("file.pdf", bytes)]).toEqual([title, theirs]);
  });
  const [table] = files;
  expect(personsIn("file.pdf", table?.[1] ?? new Uint8Array(0))).toBe(COUNT);
});
