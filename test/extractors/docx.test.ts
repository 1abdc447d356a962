import { paperFile } from "./fixtures/office-file";
import { zipFile } from "./fixtures/zip-file";
import { read, type Reading } from "./reading";

const body = (content: string, rest = {}): Reading => read(paperFile({ body: content, ...rest }));
const p = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const tc = (content: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const tr = (...cells: string[]): string => `<w:tr>${cells.join("")}</w:tr>`;
const tbl = (...rows: string[]): string => `<w:tbl><w:tblPr/>${rows.join("")}</w:tbl>`;

describe("paragraphs", () => {
  test.each<readonly [string, string, readonly string[]]>([
    ["runs are joined", "<w:p><w:r><w:t>090-</w:t></w:r><w:r><w:t>1234</w:t></w:r></w:p>", ["1=090-1234"]], // prettier-ignore
    ["empty ones count", `${p("a")}<w:p/>${p("b")}`, ["1=a", "3=b"]],
    ["tabs", "<w:p><w:pPr><w:tabs><w:tab w:pos='1'/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>", ["1=a b"]], // prettier-ignore
    ["line breaks", "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/></w:r></w:p>", ["1=a", "1=b"]],
    ["hyphens that do not break", "<w:p><w:r><w:t>090</w:t><w:noBreakHyphen/><w:t>1234</w:t></w:r></w:p>", ["1=090-1234"]], // prettier-ignore
    ["hidden text", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隠し</w:t></w:r></w:p>", ["1=隠し"]],
    ["inserted text", "<w:p><w:ins><w:r><w:t>追加</w:t></w:r></w:ins></w:p>", ["1=追加"]],
    ["deleted text apart", "<w:p><w:r><w:t>新</w:t></w:r><w:del><w:r><w:delText>旧1</w:delText></w:r><w:r><w:delText>旧2</w:delText></w:r></w:del></w:p>", ["1=新", "1=旧1旧2"]], // prettier-ignore
    ["fields apart from their result", '<w:p><w:r><w:instrText>HYPERLINK "mailto:</w:instrText></w:r><w:r><w:instrText>a@example.jp"</w:instrText></w:r><w:r><w:t>連絡先</w:t></w:r></w:p>', ["1=連絡先", '1=HYPERLINK "mailto:a@example.jp"']], // prettier-ignore
    ["simple fields", '<w:p><w:fldSimple w:instr="AUTHOR"><w:r><w:t>山田</w:t></w:r></w:fldSimple></w:p>', ["1=山田", "1=AUTHOR"]], // prettier-ignore
    ["furigana apart", "<w:p><w:r><w:ruby><w:rt><w:r><w:t>やまだ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>山田</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>", ["1=山田", "1=やまだ"]], // prettier-ignore
    ["descriptions of pictures", '<w:p><w:r><w:drawing><wp:docPr descr="集合写真"/></w:drawing></w:r></w:p>', ["1=集合写真"]], // prettier-ignore
    ["where drawings stand is no text", "<w:p><wp:positionH><wp:posOffset>1905000</wp:posOffset></wp:positionH></w:p>", []], // prettier-ignore
    ["text where none should be", "<w:p><w:r>山<w:q>田</w:q></w:r></w:p>", ["1=山田"]],
    ["content controls", `<w:sdt><w:sdtContent>${p("a")}</w:sdtContent></w:sdt>`, ["1=a"]],
  ])("%s", (_, content, cells) => {
    expect(body(content)).toMatchObject({ cells: [...cells], refusals: [] });
  });
});

describe("tables", () => {
  test("cells, their columns, paragraphs in one cell, prose around", () => {
    const table = tbl(
      tr(tc(p("氏名")), tc(p("電話"))),
      tr(tc(p("山田") + p("太郎")), tc("<w:p/>"), tc(p("090"))),
      tr(tc(p("計"), '<w:gridSpan w:val="2"/>'), tc(p("1"))),
    );
    expect(body(p("前") + table + p("後"))).toEqual({
      cells: [
        "1=前",
        "1:0=氏名",
        "1:1=電話",
        "2:0=山田 太郎",
        "2:2=090",
        "3:0=計",
        "3:2=1",
        "2=後",
      ],
      layouts: ["prose", "table", "prose"],
      refusals: [],
    });
  });

  test("two tables are two", () => {
    const one = tbl(tr(tc(p("a"))));
    expect(body(one + one).cells).toEqual(["1:0=a", "1:0=a"]);
  });

  test("a table within a cell becomes lines", () => {
    const inner = tbl(tr(tc(p("山田")), tc(p("090"))), tr(tc(p("佐藤")), tc(p("080"))));
    const { cells } = body(tbl(tr(tc(p("外") + inner), tc(p("右")))));
    expect(cells).toEqual(["1:0=外", "1:1=右", "1=山田 090", "2=佐藤 080"]);
  });
});

describe("text boxes", () => {
  const box = `<w:txbxContent>${p("箱の中")}</w:txbxContent>`;
  const line = (content: string): string =>
    `<w:p><w:r><w:t>前</w:t></w:r><w:r>${content}</w:r><w:r><w:t>後</w:t></w:r></w:p>`;

  test("do not tear the line where they are anchored", () => {
    expect(body(line(box))).toMatchObject({
      cells: ["1=前後", "1=箱の中"],
      layouts: ["prose", "prose textbox"],
    });
  });

  test("are read once where they stand twice", () => {
    const twice = `<mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`;
    expect(body(line(twice)).cells).toEqual(["1=前後", "1=箱の中"]);
  });

  test("are read where they stand in the fallback only", () => {
    const only = `<mc:AlternateContent><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`;
    expect(body(line(only + only)).cells).toEqual(["1=前後", "1=箱の中", "2=箱の中"]);
  });

  test("in a table, with a table", () => {
    const inBox = `<w:txbxContent>${tbl(tr(tc(p("a")), tc(p("b"))))}</w:txbxContent>`;
    expect(body(tbl(tr(tc(line(inBox))))).cells).toEqual(["1:0=前後", "1=a b"]);
  });
});

test("everything beside the body", () => {
  const story = (root: string, text: string): string => `<w:${root}>${p(text)}</w:${root}>`;
  const names = ["header", "footer", "footnotes", "endnotes", "comments", "glossaryDocument"];
  const parts: Record<string, string> = {
    "docProps/core.xml": "<a><dc:creator>作成者</dc:creator></a>",
    "word/embeddings/list.txt": "埋め込み",
    "word/settings.xml": "<w:settings/>",
  };
  for (const name of names) parts[`word/${name}1.xml`] = story(name, `${name}の文`);
  const list = names.map((name) => [name, `${name}1.xml`] as const);
  const reading = body(p("本文"), { relations: [...list, ["hyperlink", "https://x.jp/"]], parts });
  expect(reading.refusals).toEqual([]);
  expect(reading.layouts).toEqual([
    "prose",
    "prose header",
    "prose footer",
    "prose note",
    "prose comment",
    "prose property",
    "prose file word/embeddings/list.txt",
    "prose property",
  ]);
  expect(reading.cells).toEqual([
    "1=本文",
    ...names.map((name) => `1=${name}の文`),
    "1=作成者",
    "1=埋め込み",
    "1=https://x.jp/",
  ]);
});

describe("damage is reported, and what can be read is", () => {
  test.each([
    ["the body is cut off", { "word/document.xml": `<w:document>${p("山田")}<w:p>` }, ["1=山田"], ["extract/damaged @ "]], // prettier-ignore
    ["a header is missing", {}, ["1=本文"], []],
    ["a header is damaged", { "word/header1.xml": "<w:hdr><w:p>" }, ["1=本文"], ["extract/damaged @ header"]], // prettier-ignore
    ["a document type", { "word/header1.xml": "<!DOCTYPE x><x/>" }, ["1=本文"], ["extract/active-content @ header"]], // prettier-ignore
    ["a wrong byte", { "word/header1.xml": new Uint8Array([...Buffer.from("<a><w:t>"), 0xff, ...Buffer.from("</w:t></a>")]) }, ["1=本文"], ["extract/damaged @ header"]], // prettier-ignore
  ])("%s", (_, parts, cells, refusals) => {
    const reading = body(p("本文"), { relations: [["header", "header1.xml"]], parts });
    expect(reading).toMatchObject({ cells, refusals });
  });

  test("an encrypted part", () => {
    const zip = zipFile([
      { name: "[Content_Types].xml", content: "<Types/>", flags: 1 },
      { name: "_rels/.rels", content: "<a/>", flags: 1 },
    ]);
    expect(read(zip).refusals).toEqual(["extract/encrypted @ "]);
  });
});
