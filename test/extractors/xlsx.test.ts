import ExcelJS from "exceljs";
import { bookFile, relations } from "./fixtures/office-file";
import { zipFile } from "./fixtures/zip-file";
import { read } from "./reading";

/** Cells of a workbook's sheets only. */
const cellsOf = (bytes: Uint8Array): string[] =>
  read(bytes).cells.filter((cell) => /^\d+:/.test(cell));

const sheet = (cells: string, rest = {}): Uint8Array =>
  bookFile({ sheets: { 顧客: `<row r="1">${cells}</row>` }, ...rest });

const STRINGS =
  "<si><t>山田</t></si><si><r><t>090-</t></r><r><rPr><b/></rPr><t>1234</t></r></si>" +
  "<si><t>佐藤</t><rPh sb='0' eb='2'><t>サトウ</t></rPh><phoneticPr fontId='1'/></si>";

describe("cells", () => {
  test.each<readonly [string, string, readonly string[]]>([
    ["shared", '<c r="A1" t="s"><v>0</v></c>', ["1:0=山田"]],
    ["shared, in runs", '<c r="A1" t="s"><v>1</v></c>', ["1:0=090-1234"]],
    ["shared, with furigana", '<c r="A1" t="s"><v>2</v></c>', ["1:0=佐藤"]],
    ["result of a formula", '<c r="A1" t="str"><f>B1</f><v>山田</v></c>', ["1:0=山田"]],
    ["formula that nobody computed", '<c r="A1"><f>"山"&amp;B1</f></c>', ['1:0="山"&B1']],
    ["inline", '<c r="A1" t="inlineStr"><is><t>山田</t></is></c>', ["1:0=山田"]],
    ["inline, in runs", '<c r="A1" t="inlineStr"><is><r><t>山</t></r><r><t>田</t></r><rPh><t>ヤ</t></rPh></is></c>', ["1:0=山田"]], // prettier-ignore
    ["number", '<c r="A1"><v>9021736090</v></c>', ["1:0=9021736090"]],
    ["number with exponent", '<c r="A1" t="n"><v>9.021736090E9</v></c>', ["1:0=9021736090"]],
    ["fraction", '<c r="A1"><v>-12.5</v></c>', ["1:0=-12.5"]],
    ["small number", '<c r="A1"><v>1E-7</v></c>', ["1:0=1E-7"]],
    ["boolean", '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>', ["1:0=TRUE", "1:1=FALSE"]], // prettier-ignore
    ["error", '<c r="A1" t="e"><v>#N/A</v></c>', ["1:0=#N/A"]],
    ["date in words", '<c r="A1" t="d"><v>1990-01-02</v></c>', ["1:0=1990-01-02"]],
    ["empty", '<c r="A1" s="0"/><c r="B1"><v></v></c><c r="C1"><v>1</v></c>', ["1:2=1"]],
    ["far columns", '<c r="Z1"><v>1</v></c><c r="AA1"><v>2</v></c><c r="XFD1"><v>3</v></c>', ["1:25=1", "1:26=2", "1:16383=3"]], // prettier-ignore
    ["no references", "<c><v>1</v></c><c/><c><v>3</v></c>", ["1:0=1", "1:2=3"]],
    ["prefixed names", '<x:c xmlns:x="r" r="B1"><x:v>1</x:v></x:c>', ["1:1=1"]],
    ["references and CDATA", '<c r="A1" t="str"><v>&lt;&#23665;&#x7530;<![CDATA[&<]]></v></c>', ["1:0=<山田&<"]], // prettier-ignore
    ["folded", '<c r="A1" t="str"><v>０９０－１　ﾔﾏﾀﾞ葛\u{e0100}</v></c>', ["1:0=090-1 ヤマダ葛"]],
    ["beyond the first plane", '<c r="A1" t="str"><v>𠮷野&#x20BB7;</v></c>', ["1:0=𠮷野𠮷"]],
  ])("%s", (_, cells, expected) => {
    const bytes = sheet(cells, { strings: STRINGS });
    expect(read(bytes).refusals).toEqual([]);
    expect(cellsOf(bytes)).toEqual(expected);
  });

  test("rows keep the sheet's own numbers", () => {
    const rows = '<row r="3"><c r="A3"><v>1</v></c></row><row/><row><c><v>2</v></c></row>';
    expect(cellsOf(bookFile({ sheets: { a: rows } }))).toEqual(["3:0=1", "5:0=2"]);
  });
});

describe("dates", () => {
  const date = (serial: string, code: string, is1904 = false): string =>
    cellsOf(sheet(`<c r="A1" s="1"><v>${serial}</v></c>`, { formats: [code], is1904 }))
      .join()
      .slice(4);

  test.each([
    ["1", "1900/01/01"],
    ["59", "1900/02/28"],
    ["61", "1900/03/01"],
    ["25569", "1970/01/01"],
    ["29221", "1980/01/01"],
    ["36585", "2000/02/29"],
    ["36586", "2000/03/01"],
    ["44197.75", "2021/01/01"],
    ["2958465", "9999/12/31"],
    ["0.5", "0.5"],
    ["2958466", "2958466"],
    ["-3", "-3"],
    ["x", "x"],
  ])("day %s is %s", (serial, expected) => {
    expect(date(serial, "yyyy/mm/dd")).toBe(expected);
  });

  test("the 1904 system", () => {
    expect(date("0", "d", true)).toBe("1904/01/01");
    expect(date("24107", "d", true)).toBe("1970/01/01");
  });

  test.each([
    ["yyyy/m/d", true],
    ["YYYY-MM-DD", true],
    ['[$-411]ggge"年"m"月"d"日";@', true],
    ['yyyy"年"', true],
    ["m/d", true],
    ["mmm", true],
    ["[$-F800]dddd, mmmm dd, yyyy", true],
    ["General", false],
    ["0.00E+00", false],
    ["#,##0;[Red]-#,##0", false],
    ['0"days"', false],
    ["0\\d", false],
    ["h:mm:ss", false],
    ["mm:ss", false],
    ["@", false],
  ])("format %s shows a date: %s", (code, isDate) => {
    expect(date("25569", code)).toBe(isDate ? "1970/01/01" : "25569");
  });

  test.each([14, 22, 27, 36, 50, 58])("built-in format %d is a date", (id) => {
    const styles = `<styleSheet><cellXfs><xf numFmtId="${String(id)}"/></cellXfs></styleSheet>`;
    const bytes = sheet("<c><v>25569</v></c>", { parts: { "xl/styles.xml": styles } });
    expect(cellsOf(bytes)).toEqual(["1:0=1970/01/01"]);
  });
});

describe("what leaves with a workbook beside its cells", () => {
  const whole = bookFile({
    sheets: { 顧客: "", 隠し: "" },
    strings: "<si><t>消した行</t></si>",
    names: '<definedName name="担当">"山田"</definedName>',
    behind:
      '<dataValidations><dataValidation><formula1>"佐藤,鈴木"</formula1></dataValidation></dataValidations>' +
      '<headerFooter><oddHeader>&amp;L&amp;"MS,標準"&amp;12名簿&amp;R&amp;K01+000社外秘&amp;&amp;</oddHeader></headerFooter>',
    parts: {
      "xl/worksheets/_rels/sheet1.xml.rels": relations(
        ["comments", "../comments1.xml"],
        ["drawing", "../drawings/drawing1.xml"],
        ["hyperlink", "mailto:taro@example.jp"],
      ),
      "xl/comments1.xml": "<comments><commentList><comment><text><r><t>田中様</t></r><r><t>より</t></r></text></comment></commentList></comments>", // prettier-ignore
      "xl/drawings/drawing1.xml": '<xdr:wsDr><xdr:from><xdr:col>1</xdr:col></xdr:from><xdr:cNvPr descr="写真の説明"/><a:p><a:r><a:t>図の</a:t></a:r><a:r><a:t>文字</a:t></a:r></a:p></xdr:wsDr>', // prettier-ignore
      "customXml/item1.xml": "<mail><from>差出人</from></mail>",
      "docProps/core.xml": "<cp:coreProperties><dc:creator>作成者</dc:creator></cp:coreProperties>",
      "xl/pivotCache/pivotCacheRecords1.xml": '<pivotCacheRecords><r><s v="集計元"/><x v="3"/></r></pivotCacheRecords>', // prettier-ignore
      "xl/embeddings/list.txt": "埋め込み",
      "xl/vbaProject.bin": Uint8Array.of(0, 1, 2),
    },
  });
  const { cells, layouts, refusals } = read(whole);

  test.each([
    ["name", "1=顧客"],
    ["name", "2=隠し"],
    ["name", "3=担当"],
    ["name", '4="山田"'],
    ["sheet 顧客 > name", '1="佐藤,鈴木"'],
    ["sheet 顧客 > header", "1=名簿"],
    ["sheet 顧客 > header", "1=社外秘&"],
    ["sheet 顧客 > comment", "1=田中様より"],
    ["sheet 顧客 > textbox", "1=写真の説明"],
    ["sheet 顧客 > textbox", "2=図の文字"],
    ["property", "1=消した行"],
    ["property item1.xml", "1=差出人"],
    ["property", "1=作成者"],
    ["property pivotCacheRecords1.xml", "1=集計元"],
    ["file xl/embeddings/list.txt", "1=埋め込み"],
    ["property", "1=mailto:taro@example.jp"],
  ])("%s: %s", (place, cell) => {
    expect(layouts).toContain(`prose ${place}`);
    expect(cells).toContain(cell);
  });

  test("nothing is refused, counted twice or made up", () => {
    expect(refusals).toEqual([]);
    expect(cells).toHaveLength(16);
  });
});

describe("pictures", () => {
  const picture = (bytes: number): Uint8Array => {
    const png = new Uint8Array(bytes).map((_, i) => (i * i * 31) & 0xff);
    png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    return bookFile({ sheets: { a: "" }, parts: { "xl/media/image1.png": png } });
  };

  test("a logo is let by, a larger one is something to look at", () => {
    expect(read(picture(100 * 1024)).refusals).toEqual([]);
    expect(read(picture(100 * 1024 + 1)).refusals).toEqual(["extract/image @ file xl/media/image1.png"]); // prettier-ignore
  });
});

describe("other writers and types", () => {
  async function written(useSharedStrings: boolean): Promise<Uint8Array> {
    const chunks: Buffer[] = [];
    const { PassThrough } = await import("node:stream");
    const stream = new PassThrough().on("data", (chunk: Buffer) => chunks.push(chunk));
    const writer = new ExcelJS.stream.xlsx.WorkbookWriter({
      stream,
      useSharedStrings,
      useStyles: true,
    });
    const customers = writer.addWorksheet("顧客");
    customers.addRow(["氏名", "携帯", "生年月日"]).commit();
    for (let i = 1; i <= 2940; i++) {
      const phone = `090-${String(1000 + i)}-${String(9999 - i)}`;
      customers.addRow([`山田 ${String(i)}`, phone, new Date(Date.UTC(1970, 0, i))]).commit();
    }
    customers.commit();
    await writer.commit();
    return new Uint8Array(Buffer.concat(chunks));
  }

  test.each([
    ["shared strings", true],
    ['t="str"', false],
  ])("2,940 customers with %s are 2,940 rows and a header", async (_, shared) => {
    const bytes = await written(shared);
    const { refusals } = read(bytes);
    const cells = cellsOf(bytes);
    expect(refusals).toEqual([]);
    expect(new Set(cells.map((cell) => cell.split(":")[0])).size).toBe(2941);
    expect(cells).toHaveLength(2941 * 3);
    expect(cells.slice(-3)).toEqual(["2941:0=山田 2940", "2941:1=090-3940-7059", "2941:2=1978/01/18"]); // prettier-ignore
  });

  test("UTF-16 parts", () => {
    const xml = '<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row r="1"><c t="str"><v>山田</v></c></row></sheetData></worksheet>'; // prettier-ignore
    const part = new Uint8Array(Buffer.from(`\ufeff${xml}`, "utf16le"));
    const bytes = bookFile({ sheets: { a: "" }, parts: { "xl/worksheets/sheet1.xml": part } });
    expect(cellsOf(bytes)).toEqual(["1:0=山田"]);
  });

  test.each([
    ["application/vnd.ms-excel.sheet.macroEnabled.main+xml", []],
    ["application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", []],
    ["application/vnd.ms-excel.sheet.binary.macroEnabled.main", ["extract/damaged @ "]],
    ["application/vnd.openxmlformats-officedocument.drawing.main+xml", ["extract/unsupported @ "]], // prettier-ignore
  ])("%s", (type, refusals) => {
    expect(read(bookFile({ sheets: { a: "" }, type })).refusals).toEqual(refusals);
  });
});

describe("damage is reported, and what can be read is", () => {
  const good = '<row r="1"><c t="str"><v>山田</v></c></row>';

  test("one sheet of two", () => {
    const bytes = bookFile({ sheets: { a: "<row><c>", b: good } });
    expect(cellsOf(bytes)).toEqual(["1:0=山田"]);
    expect(read(bytes).refusals).toEqual(["extract/damaged @ sheet a"]);
  });

  test("rows before the damage", () => {
    const bytes = bookFile({ sheets: { a: `${good}<row>` } });
    expect(cellsOf(bytes)).toEqual(["1:0=山田"]);
    expect(read(bytes).refusals).toEqual(["extract/damaged @ sheet a"]);
  });

  test.each([
    ["a sheet without its part", { "xl/_rels/workbook.xml.rels": relations() }, "extract/damaged @ sheet a"], // prettier-ignore
    ["a string that does not exist", { "xl/worksheets/sheet1.xml": '<a><row><c t="s"><v>0</v></c></row></a>' }, "extract/damaged @ sheet a"], // prettier-ignore
    ["a document type", { "xl/worksheets/sheet1.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }, "extract/active-content @ sheet a"], // prettier-ignore
    [
      "an unknown entity",
      { "xl/worksheets/sheet1.xml": "<a>&b;</a>" },
      "extract/damaged @ sheet a",
    ],
    ["too deep", { "xl/worksheets/sheet1.xml": "<a>".repeat(300) }, "extract/too-deep @ sheet a"],
    ["styles", { "xl/styles.xml": "<a" }, "extract/damaged @ "],
    ["an encrypted file inside", { "xl/embeddings/a.zip": zipFile([{ name: "a", content: "", flags: 1 }]) }, "extract/encrypted @ file xl/embeddings/a.zip > file a"], // prettier-ignore
    ["an old document inside", { "xl/embeddings/a.bin": Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1) }, "extract/damaged @ file xl/embeddings/a.bin"], // prettier-ignore
  ])("%s", (_, parts, refusal) => {
    expect(read(bookFile({ sheets: { a: good }, parts })).refusals).toEqual([refusal]);
  });

  test("no workbook where there should be one", () => {
    const zip = zipFile([{ name: "[Content_Types].xml", content: "<Types/>" }]);
    expect(read(zip).refusals).toEqual(["extract/unsupported @ "]);
  });

  test("two parts of one name", () => {
    const zip = zipFile(
      ["[Content_Types].xml", "xl/a.xml", "XL/A.xml"].map((name) => ({ name, content: "<a/>" })),
    );
    expect(read(zip).refusals).toEqual(["extract/damaged @ "]);
  });
});
