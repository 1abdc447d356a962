import fc from "fast-check";
import { bookFile, paperFile, relations } from "./fixtures/office-file";
import { compoundFile } from "./fixtures/compound-file";
import { zipFile } from "./fixtures/zip-file";
import { bytesOf, read } from "./reading";

/** Files whose every byte has a meaning to some reader. */
const SAMPLES: Readonly<Record<string, Uint8Array>> = {
  workbook: bookFile({
    sheets: {
      顧客: '<row r="1"><c r="A1" t="s"><v>0</v></c><c s="1"><v>29221</v></c></row>',
      隠し: '<row r="2"><c r="B2" t="inlineStr"><is><t>佐藤&amp;子</t></is></c></row>',
    },
    strings: "<si><r><t>山田</t></r><rPh><t>ヤマダ</t></rPh></si>",
    formats: ['yyyy"年"'],
    behind: "<headerFooter><oddHeader>&amp;L名簿</oddHeader></headerFooter>",
    parts: {
      "xl/worksheets/_rels/sheet1.xml.rels": relations(["comments", "../comments1.xml"]),
      "xl/comments1.xml": "<comments><text><t>田中</t></text></comments>",
    },
  }),
  document: paperFile({
    body:
      "<w:p><w:r><w:t>山田</w:t><w:br/><w:delText>旧</w:delText></w:r></w:p>" +
      '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>佐藤</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    relations: [["header", "header1.xml"]],
    parts: { "word/header1.xml": "<w:hdr><w:p><w:r><w:t>&#x7530;中</w:t></w:r></w:p></w:hdr>" },
  }),
  archive: zipFile(
    [
      { name: "山田.txt", content: "山田\n佐藤" },
      { name: "b.zip", content: zipFile([{ name: "c", content: "鈴木", descriptor: true }]) },
      { name: "d", content: "田中", method: 0, wide: true },
    ],
    { comment: "控え", wide: true },
  ),
  "encrypted document": compoundFile({
    EncryptionInfo: new Uint8Array(100),
    EncryptedPackage: new Uint8Array(100),
  }),
};

const names = Object.keys(SAMPLES);
const sample = (name: string): Uint8Array => SAMPLES[name] ?? new Uint8Array(0);

/** Whatever comes in: text or a reason, never an exception, never silence. */
function expectAnAnswer(bytes: Uint8Array, besides = 0): void {
  const { cells, refusals } = read(bytes);
  expect(cells.length + refusals.length).toBeGreaterThan(besides);
}

test.each(names)("%s, cut off at every byte behind its mark", (name) => {
  const whole = sample(name);
  for (let length = 8; length < whole.length; length++) {
    const { refusals } = read(whole.slice(0, length));
    expect(refusals.length).toBeGreaterThan(0);
  }
});

test.each(names)("%s, some bytes changed", (name) => {
  const whole = sample(name);
  const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
      const bytes = whole.slice();
      for (const [at, byte] of changes) bytes[at] = byte;
      expectAnAnswer(bytes);
    }),
    { numRuns: 600 },
  );
});

test.each(["workbook", "document"])(
  "%s, bytes of a part changed behind a right checksum",
  (name) => {
    const isBook = name === "workbook";
    const path = isBook ? "xl/worksheets/sheet1.xml" : "word/document.xml";
    const xml = isBook
      ? '<worksheet><sheetData><row r="1"><c r="A1" t="s" s="1"><v>0</v></c><c t="str"><f>A1</f><v>&lt;山</v></c></row></sheetData></worksheet>'
      : '<w:document><w:body><w:p><w:r><w:t>山&#x41;</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl><mc:AlternateContent><mc:Choice/><mc:Fallback/></mc:AlternateContent></w:body></w:document>';
    const whole = bytesOf(xml);
    const signs = fc.constantFrom(...'<>&;/"=! \0\xff?-[]0'.split("").map((c) => c.charCodeAt(0)));
    const change = fc.tuple(fc.nat(whole.length - 1), signs);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = whole.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        const parts = { [path]: bytes };
        const strings = "<si><t>山田</t></si>";
        // The name of the sheet alone says nothing about its cells.
        if (isBook) expectAnAnswer(bookFile({ sheets: { a: "" }, strings, parts }), 1);
        else expectAnAnswer(paperFile({ body: "", parts }));
      }),
      { numRuns: 600 },
    );
  },
);

describe("bombs", () => {
  const megabytes = (count: number): string => " ".repeat(count * 1_000_000);

  test.each([
    ["a sheet", bookFile({ sheets: { a: `<row><c t="str"><v>${megabytes(8)}</v></c></row>` } })],
    ["shared strings", bookFile({ sheets: { a: "" }, strings: megabytes(8) })],
    ["a document", paperFile({ body: megabytes(8) })],
    ["a picture", bookFile({ sheets: { a: "" }, parts: { "xl/embeddings/a": new Uint8Array(8_000_000) } })], // prettier-ignore
  ])("%s", (_, bytes) => {
    expect(read(bytes).refusals.slice(-1)).toEqual(["extract/too-large @ "]);
  });

  test("billions of laughs", () => {
    const laughs = `<!DOCTYPE a [<!ENTITY b "${"ha".repeat(9)}">]><w:document>&b;</w:document>`;
    const parts = { "word/document.xml": laughs };
    expect(read(paperFile({ body: "", parts })).refusals).toEqual(["extract/active-content @ "]);
  });

  test("one short text in more cells than may be read", () => {
    const strings = `<si><t>${"山".repeat(2000)}</t></si>`;
    const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`;
    const bytes = bookFile({ sheets: { a: row.repeat(20) }, strings });
    expect(read(bytes, "", { textUnits: 1_000_000 }).refusals).toEqual(["extract/too-large @ "]);
  });
});

describe("names that mean something to JavaScript", () => {
  test.each(["__proto__", "constructor", "hasOwnProperty", "toString"])("%s", (name) => {
    const bytes = bookFile({
      sheets: { [`${name} `]: '<row><c t="str"><v>山田</v></c></row>' },
      parts: { [`docProps/${name}.xml`]: `<${name} v="佐藤">田中</${name}>` },
    });
    expect(read(bytes)).toMatchObject({
      cells: [`1=${name} `, "1:0=山田", "1=佐藤", "2=田中"],
      refusals: [],
    });
  });
});

test("too slow is said, and nothing is called clean", () => {
  const bytes = SAMPLES["workbook"] as Uint8Array;
  expect(read(bytes, "", { milliseconds: -1 }).refusals).toEqual(["extract/too-slow @ "]);
});
