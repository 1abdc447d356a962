import { LATIN_FONT, onePage, packed, type PdfObject, stream } from "../fixtures/pdf-file";
import { read } from "../reading";

const shown = (hex: string, font: string, more: readonly PdfObject[] = []): readonly string[] => {
  const { cells, refusals } = read(onePage(`BT /F 10 Tf 50 700 Td <${hex}> Tj ET`, { font, more }));
  expect(refusals).toEqual([]);
  return cells;
};

const type0 = (encoding: string, rest = ""): string =>
  `<< /Subtype /Type0 /Encoding ${encoding} /DescendantFonts [<< /Subtype /CIDFontType0 >>] ${rest} >>`;

describe("encodings of whole charsets", () => {
  test.each<readonly [string, string, string]>([
    ["/90ms-RKSJ-H", "8e52936391be98592041b1", "山田太郎 Aア"],
    ["/EUC-H", "bbb3c5c4413132", "山田A12"],
    ["/H", "3b334544", "山田"],
    ["/UniJIS-UCS2-H", "5c717530", "山田"],
    ["/UniJIS-UTF16-H", "5c71d842dfb75409", "山𠮷吉".replace("𠮷", "\u{20bb7}")],
    ["/UniJIS-UCS2-HW-V", "5c717530", "山田"],
  ])("%s", (encoding, hex, text) => {
    expect(shown(hex, type0(encoding))).toEqual([`1=${text}`]);
  });

  test("lines that run downwards follow each other from right to left", () => {
    const font = type0("/UniJIS-UCS2-V");
    const content =
      "BT /F 10 Tf 1 0 0 1 300 700 Tm <4E8C884C> Tj 1 0 0 1 320 700 Tm <4E00884C> Tj ET";
    expect(read(onePage(content, { font })).cells).toEqual(["1=一行", "2=二行"]);
  });
});

describe("tables of the file itself", () => {
  const unicode = (body: string): PdfObject =>
    packed(`/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange ${body} endcmap`); // prettier-ignore
  test.each<readonly [string, string]>([
    ["characters", "2 beginbfchar <0001> <5C71> <0002> <7530> endbfchar"],
    [
      "a range",
      "1 beginbfrange <0001> <0002> <5C71> endbfrange 1 beginbfchar <0002> <7530> endbfchar",
    ],
    ["a range with a list", "1 beginbfrange <0001> <0002> [<5C71> <7530>] endbfrange"],
  ])("%s", (_, body) => {
    expect(shown("00010002", type0("/Identity-H", "/ToUnicode 5 0 R"), [unicode(body)])).toEqual([
      "1=山田",
    ]);
  });

  test("several characters for one glyph, and characters of two units", () => {
    const body = "2 beginbfchar <0001> <00660069> <0002> <D842DFB7> endbfchar";
    expect(shown("00010002", type0("/Identity-H", "/ToUnicode 5 0 R"), [unicode(body)])).toEqual([
      "1=fi\u{20bb7}",
    ]);
  });

  test("codes of one and of two bytes", () => {
    const own = stream(
      "1 begincodespacerange <00> <7F> endcodespacerange 1 begincodespacerange <8000> <FFFF> endcodespacerange",
      "/CMapName /Own",
    );
    const body = "2 beginbfchar <41> <5C71> <8001> <7530> endbfchar";
    expect(shown("418001", type0("6 0 R", "/ToUnicode 5 0 R"), [unicode(body), own])).toEqual([
      "1=山田",
    ]);
  });
});

test("a font of type 1 that brings its own encoding", () => {
  const file = stream(
    "/Encoding 256 array dup 1 /T put dup 2/a put dup 3 /period put readonly def currentfile eexec dup 4 /x put",
  );
  const font = "<< /Subtype /Type1 /BaseFont /X /FontDescriptor << /Flags 4 /FontFile 5 0 R >> >>";
  expect(shown("010203", font, [file])).toEqual(["1=Ta."]);
});

describe("fonts of one byte", () => {
  const font = (encoding: string, rest = ""): string =>
    `<< /Subtype /Type1 /BaseFont /X /Encoding ${encoding} ${rest} >>`;
  test.each<readonly [string, string, string, string]>([
    ["Windows", LATIN_FONT, "41e9808a", "Aé€Š"],
    ["Macintosh", font("/MacRomanEncoding"), "418ede", "Aéfi"],
    ["the standard one", "<< /Subtype /Type1 /BaseFont /X >>", "4127aed0", "A’fi-"],
    [
      "names of glyphs",
      font("<< /Differences [1 /A /nine /hyphen /eacute /uni5C71 /u20BB7 /f_i] >>"),
      "01020304050607",
      "A9-é山\u{20bb7}fi",
    ],
    ["symbols that are no text", font("<< /Differences [1 /A /arrowright] >>"), "0102", "A"],
  ])("%s", (_, dictionary, hex, text) => {
    expect(shown(hex, dictionary)).toEqual([`1=${text}`]);
  });

  test.each<readonly [string, string]>([
    ["glyphs that are only numbered", font("<< /Differences [1 /g1 /g2 /g3 /g4] >>")],
    [
      "symbols of an own font",
      `<< /Subtype /TrueType /BaseFont /X /FontDescriptor << /Flags 4 /FontFile2 4 0 R >> >>`,
    ],
  ])("%s are not known", (_, dictionary) => {
    const page = onePage("BT /F 10 Tf 50 700 Td <01020304> Tj ET", { font: dictionary });
    expect(read(page).refusals).toEqual(["extract/pdf @ page 1"]);
  });
});
