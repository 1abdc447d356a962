import { readFileSync } from "node:fs";
import path from "node:path";
import { zlibSync } from "fflate";
import { LATIN_FONT, onePage, packed, pdfOf, stream } from "../fixtures/pdf-file";
import { bytesOf, read } from "../reading";

const at = (x: number, y: number, shown: string): string =>
  `BT /F 10 Tf ${x} ${y} Td ${shown} ET\n`;

describe("what is shown", () => {
  test.each<readonly [string, string, readonly string[]]>([
    ["a string", at(50, 700, "(Taro) Tj"), ["1=Taro"]],
    ["escapes", at(50, 700, "(\\(a\\)\\\\\\101\\\nb) Tj"), ["1=(a)\\Ab"]],
    ["hex digits", at(50, 700, "<54 61 726F> Tj"), ["1=Taro"]],
    ["kerning is no space", at(50, 700, "[(Ta) 80 (ro)] TJ"), ["1=Taro"]],
    ["a gap between words is one", at(50, 700, "[(Taro) -300 (Yamada)] TJ"), ["1=Taro Yamada"]],
    ["next lines", at(50, 700, "12 TL (a) Tj T* (b) Tj (c) ' 0 0 (d) \""), ["1=a", "2=b", "3=c", "4=d"]], // prettier-ignore
    ["relative moves", at(50, 700, "(a) Tj 0 -20 TD (b) Tj T* (c) Tj"), ["1=a", "2=b", "3=c"]],
    ["one line out of pieces", at(50, 700, "(090-) Tj") + at(73, 700, "(1234) Tj"), ["1=090-1234"]],
    ["drawn from below", at(50, 600, "(b) Tj") + at(50, 700, "(a) Tj"), ["1=a", "2=b"]],
    ["drawn twice to be bold", at(50, 700, "(a) Tj") + at(50.4, 700, "(a) Tj"), ["1=a"]],
    ["turned by a quarter", "0 1 -1 0 500 50 cm " + at(0, 0, "(a) Tj") + at(0, -20, "(b) Tj"), ["1=a", "2=b"]], // prettier-ignore
    ["what is put back", "q 2 0 0 2 0 0 cm Q Q " + at(50, 700, "(a) Tj"), ["1=a"]],
    ["invisible text", at(50, 700, "3 Tr (a) Tj"), ["1=a"]],
    ["said otherwise", at(50, 700, "/Span << /ActualText (Taro) >> BDC (xyz) Tj EMC (!) Tj"), ["1=Taro!"]], // prettier-ignore
    ["pictures between operators", "BI /W 2 /H 1 ID \xff EI \xfe( EI\n" + at(50, 700, "(a) Tj"), ["1=a"]], // prettier-ignore
    ["comments", "% (x) Tj\n" + at(50, 700, "(a) Tj"), ["1=a"]],
    ["unknown operators", "1 2 3 xyz " + at(50, 700, "(a) Tj"), ["1=a"]],
  ])("%s", (_, content, cells) => {
    expect(read(onePage(content))).toMatchObject({ cells: [...cells], refusals: [] });
  });

  test("forms, with their own place and fonts or the page's", () => {
    const form = stream(at(0, 0, "(inner) Tj"), "/Type /XObject /Subtype /Form /Matrix [1 0 0 1 50 600]"); // prettier-ignore
    const resources = "/XObject << /X 5 0 R >>";
    const page = onePage(`${at(50, 700, "(outer) Tj")} /X Do`, { resources, more: [form] });
    expect(read(page).cells).toEqual(["1=outer", "2=inner"]);
  });

  test("content in several streams, cut between words", () => {
    const cut = pdfOf([
      { value: "<< /Type /Catalog /Pages 2 0 R >>" },
      { value: `<< /Kids [3 0 R] /Resources << /Font << /F ${LATIN_FONT} >> >> >>` },
      { value: "<< /Type /Page /Contents [4 0 R 5 0 R] >>" },
      stream("BT /F 10 Tf 50 700 Td (a)"),
      stream("Tj ET"),
    ]);
    expect(read(cut).cells).toEqual(["1=a"]);
  });
});

describe("tables", () => {
  const row = (y: number, ...texts: string[]): string =>
    texts.map((text, index) => at(50 + index * 120, y, `(${text}) Tj`)).join("");

  test("by what is left free between columns", () => {
    const content = row(700, "name", "phone") + row(680, "Taro", "090") + row(660, "Jiro", "080");
    expect(read(onePage(content))).toMatchObject({
      layouts: ["table page 1"],
      cells: ["1:0=name", "1:1=phone", "2:0=Taro", "2:1=090", "3:0=Jiro", "3:1=080"],
    });
  });

  test("by what is drawn: narrow columns, and values that go on in the next line", () => {
    const lines = [720, 696, 672, 648].map((y) => `40 ${y} m 200 ${y} l S `).join("");
    const borders = [40, 80, 200].map((x) => `${x} 648 0.5 72 re f `).join("");
    const cells =
      at(42, 706, "(name) Tj") + at(82, 706, "(phone) Tj") +
      at(42, 682, "(Taroooo) Tj") + at(82, 686, "(090-1234-) Tj") + at(82, 676, "(5678) Tj") +
      at(42, 658, "(Jiro) Tj") + at(82, 658, "(080) Tj"); // prettier-ignore
    expect(read(onePage(lines + borders + cells)).cells).toEqual([
      "1:0=name", "1:1=phone", "2:0=Taroooo", "2:1=090-1234-5678", "3:0=Jiro", "3:1=080",
    ]); // prettier-ignore
  });

  test("a frame around several full rows does not make them one", () => {
    const frame = "40 640 300 80 re S ";
    const content = row(700, "Taro", "090") + row(680, "Jiro", "080") + row(660, "Saburo", "070");
    expect(read(onePage(frame + content)).cells).toHaveLength(6);
  });

  test("a number that is broken by the end of its column", () => {
    const content =
      row(700, "Taro", "090-1234-", "x") + row(690, "", "5678") + row(670, "Jiro", "080", "y") +
      row(650, "Saburo", "070", "z"); // prettier-ignore
    expect(read(onePage(content)).cells).toContain("1:1=090-1234-5678");
  });
});

describe("filters", () => {
  const content = at(50, 700, "(Taro) Tj");
  const hex = Buffer.from(content).toString("hex");
  test.each<readonly [string, Uint8Array | string, string]>([
    ["Flate", zlibSync(bytesOf(content)), "/FlateDecode"],
    ["hex", `${hex}>`, "/ASCIIHexDecode"],
    ["two", Buffer.from(zlibSync(bytesOf(content))).toString("hex"), "[/AHx /Fl]"],
    ["run length", Buffer.concat([Buffer.from([content.length - 1]), bytesOf(content), Buffer.from([128])]), "/RunLengthDecode"], // prettier-ignore
    ["base 85", ascii85(bytesOf(content)), "/ASCII85Decode"],
  ])("%s", (_, bytes, filter) => {
    const page = onePage(stream(bytes, `/Filter ${filter}`));
    expect(read(page)).toMatchObject({ cells: ["1=Taro"], refusals: [] });
  });

  test("what unpacks to more than a mail may is refused", () => {
    const bomb = packed(" ".repeat(3_000_000));
    expect(read(onePage(bomb), "", { unpackedBytes: 1 << 20 })).toEqual({
      cells: [],
      layouts: [],
      refusals: ["extract/too-large @ "],
    });
  });
});

describe("beside the pages", () => {
  test("notes, links, fields, properties, outline, files", () => {
    const more = [
      { value: "<< /Subtype /Text /Contents (note) /T (author) >>" },
      { value: "<< /Subtype /Link /A << /URI (mailto:a@example.jp) >> >>" },
      { value: "<< /Fields [<< /T (name) /V <FEFF5C717530> >>] >>" },
      { value: "<< /First << /Title (chapter) >> >>" },
      { value: "<< /EmbeddedFiles << /Names [(x) << /UF (list.csv) /EF << /F 10 0 R >> >>] >> >>" },
      packed("name,phone\nTaro,090\n"),
    ];
    const file = onePage(at(50, 700, "(a) Tj"), {
      page: "/Annots [5 0 R 6 0 R]",
      catalog: "/AcroForm 7 0 R /Outlines 8 0 R /Names 9 0 R",
      trailer: "/Info << /Title (title) /Producer (maker) >>",
      more,
    });
    const { cells, layouts, refusals } = read(file);
    expect(refusals).toEqual([]);
    expect(layouts).toEqual([
      "prose page 1", "prose page 1 > comment", "prose textbox", "prose property", "prose name",
      "table file list.csv",
    ]); // prettier-ignore
    expect(cells).toEqual([
      "1=a", "1=note", "2=author", "3=mailto:a@example.jp", "1=name: 山田", "1=title", "2=chapter",
      "1:0=name", "1:1=phone", "2:0=Taro", "2:1=090",
    ]); // prettier-ignore
  });

  test("a form in XML", () => {
    const file = onePage(at(50, 700, "(wait) Tj"), {
      catalog: "/AcroForm << /XFA [(datasets) 5 0 R] >>",
      more: [packed("<data><name>Taro Yamada</name></data>")],
    });
    expect(read(file).cells.join("\n")).toContain("Taro Yamada");
  });
});

describe("what cannot be looked into is said", () => {
  const picture = stream("\xff", "/Subtype /Image /Filter /DCTDecode");
  const scan = { resources: "/XObject << /X 5 0 R >>", more: [picture] };
  const unread = "<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< >>] >>";
  test.each<readonly [string, Uint8Array, readonly string[]]>([
    ["a page that is a picture", onePage("600 0 0 800 0 0 cm /X Do", scan), ["extract/image @ page 1"]],
    ["a picture of letters in the page itself", onePage("600 0 0 800 0 0 cm BI /W 1 /H 1 ID x EI"), ["extract/image @ page 1"]],
    ["letters drawn as shapes", onePage("0 0 m 9 9 l S ".repeat(101)), ["extract/image @ page 1"]],
    ["characters that the file does not tell", onePage(at(50, 700, "<0001000200030004> Tj"), { font: unread }), ["extract/pdf @ page 1"]],
    ["a stream that is damaged", onePage(stream("xyz", "/Filter /FlateDecode")), ["extract/damaged @ page 1"]],
    ["a filter that is not known", onePage(stream("xyz", "/Filter /Other")), ["extract/pdf @ page 1"]],
    ["a page without a word", onePage(""), ["extract/pdf @ "]],
    ["content that is not there", onePage("", { page: "/Contents 9 0 R" }), ["extract/damaged @ page 1"]],
    ["a form that is not there", onePage(`${at(50, 700, "(a) Tj")} /X Do`), ["extract/damaged @ page 1"]],
    ["a form that shows itself", onePage("/X Do", { resources: "/XObject << /X 5 0 R >>", more: [stream("/X Do", "/Subtype /Form")] }), ["extract/too-deep @ page 1"]],
    ["something behind the end", onePage(at(50, 700, "(a) Tj"), { tail: "PK\x03\x04" }), ["extract/damaged @ "]],
    ["no pages", pdfOf([{ value: "<< /Type /Catalog /Pages 2 0 R >>" }, { value: "<< /Kids [] >>" }]), ["extract/damaged @ "]],
    ["pages in a circle", pdfOf([{ value: "<< /Pages 2 0 R >>" }, { value: "<< /Kids [2 0 R] >>" }]), ["extract/damaged @ "]],
    ["only a header", bytesOf("%PDF-1.7\n"), ["extract/damaged @ "]],
    ["brackets without end", onePage("/X BDC <</a".repeat(5000)), ["extract/too-deep @ page 1"]],
  ])("%s", (_, file, refusals) => {
    expect(read(file).refusals).toEqual([...refusals]);
  }); // prettier-ignore

  const withoutTable = (bytes: Uint8Array): Uint8Array =>
    new Uint8Array(
      Buffer.from(
        Buffer.from(bytes)
          .toString("latin1")
          .replace(/startxref/g, "startxxxx"),
        "latin1",
      ),
    );

  test("more pieces of text in one operator than are kept", () => {
    const page = onePage(at(50, 700, `[${"(a)".repeat(70_000)}] TJ`));
    expect(read(page).refusals).toEqual(["extract/damaged @ page 1"]);
  });

  test("an object stream that does not hold what it promises", () => {
    const more = [stream("9 0 ", "/Type /ObjStm /N 2 /First 4")];
    const page = withoutTable(onePage(at(50, 700, "(a) Tj"), { more }));
    expect(read(page).refusals).toEqual(["extract/damaged @ "]);
  });

  test.each(["aes-256.pdf", "rc4-128.pdf"])(
    "objects of %s that only its lost table could decrypt",
    (name) => {
      const bytes = readFileSync(path.join(__dirname, "../fixtures/pdf", name));
      expect(read(withoutTable(bytes)).refusals).toEqual(["extract/damaged @ "]);
    },
  );

  test("a small picture beside text is none of these", () => {
    const page = onePage(`q 20 0 0 20 0 0 cm /X Do Q ${at(50, 700, "(a) Tj")}`, scan);
    expect(read(page).refusals).toEqual([]);
  });
});

describe("files of other programs", () => {
  const file = (name: string): Uint8Array =>
    new Uint8Array(readFileSync(path.join(__dirname, "../fixtures/pdf", name)));
  const plain = (cells: readonly string[]): string =>
    cells.map((cell) => cell.slice(cell.indexOf("=") + 1)).join("").replace(/ /g, ""); // prettier-ignore
  const expected = Buffer.from(file("expected.txt")).toString().replace(/\n/g, "");

  test.each([
    "libreoffice.pdf", "linearized.pdf", "object-streams.pdf", "ghostscript.pdf",
    "rc4-40.pdf", "rc4-128.pdf", "aes-128.pdf", "aes-256.pdf", "aes-256-r5.pdf",
  ])("%s", (name) => {
    const { cells, refusals } = read(file(name));
    expect(refusals).toEqual([]);
    expect(plain(cells).startsWith(expected)).toBe(true);
    expect(cells.slice(0, 3)).toEqual(["1:0=氏名", "1:1=フリガナ", "1:2=郵便番号"]);
  }); // prettier-ignore

  test.each(["locked-128.pdf", "locked-256.pdf"])("%s needs a password", (name) => {
    expect(read(file(name))).toEqual({
      cells: [],
      layouts: [],
      refusals: ["extract/encrypted @ "],
    });
  });

  test.each(["libreoffice.pdf", "object-streams.pdf"])(
    "%s without its table of objects",
    (name) => {
      const text = Buffer.from(file(name)).toString("latin1").replace(/startxref/g, "startxxxx"); // prettier-ignore
      const { cells, refusals } = read(new Uint8Array(Buffer.from(text, "latin1")));
      expect(refusals).toEqual([]);
      expect(plain(cells).startsWith(expected)).toBe(true);
    },
  );

  test("half a file is damaged, whatever of it is found", () => {
    const whole = file("libreoffice.pdf");
    expect(read(whole.subarray(0, whole.length >> 1)).refusals).not.toEqual([]);
  });
});

/** Written here for the tests only. */
function ascii85(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4) {
    const count = Math.min(4, bytes.length - at);
    let group = 0;
    for (let i = 0; i < 4; i++) group = group * 256 + (i < count ? bytes[at + i]! : 0);
    let signs = "";
    for (let i = 0; i < 5; i++) {
      signs = String.fromCharCode(33 + (group % 85)) + signs;
      group = Math.floor(group / 85);
    }
    text += group === 0 && signs === "!!!!!" && count === 4 ? "z" : signs.slice(0, count + 1);
  }
  return `${text}~>`;
}
