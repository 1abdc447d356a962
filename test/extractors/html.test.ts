import * as Encoding from "encoding-japanese";
import { BATCH_LIMITS } from "../../src/core/limits";
import { Budget } from "../../src/extractors/budget";
import { htmlBlocks } from "../../src/extractors/html-reader";
import { read } from "./reading";

const page = (body: string): string => `<!DOCTYPE html><html><body>${body}</body></html>`;

/** Without the numbers of the lines. */
const cells = (body: string): string[] =>
  read(page(body)).cells.map((each) => each.replace(/^\d+=/, ""));

const lines: readonly (readonly [string, string, readonly string[]])[] = [
  ["a line for each block", "<p>山田</p><div>佐藤<br>鈴木</div>", ["山田", "佐藤", "鈴木"]],
  ["inline elements do not part a value", "<p><b>090</b>-<span>12</span>34</p>", ["090-1234"]],
  ["white space is one space", "<p> 山田 \n\t 太郎 <b> x</b></p>", ["山田 太郎 x"]],
  ["entities", "<p>&#23665;&#x7530;&nbsp;090&ndash;1234</p>", ["山田 090-1234"]],
  ["hidden text", '<p style="display:none">山田</p><p hidden>佐藤</p>', ["山田", "佐藤"]],
  ["image text stands in the line", '<p>090<img alt="-" src=x>1234</p>', ["090-1234"]],
  ["titles and values", '<p title="山田">a</p><input value="佐藤">', ["山田", "a", "佐藤"]],
  ["what stands in a table's own tag", "<table title='山田'></table>b", ["山田", "b"]],
  ["a quote that swallows the page", "<p class='x><b>山田</b>' id=y>b", ["x><b>山田</b>", "b"]],
  [
    "data beside the text",
    "<p data-n='山田' data-m='a@x.jp' data-c='1'>b",
    ["山田", "a@x.jp", "b"],
  ],
  ["mail links", '<a href="mailto:taro%40example.jp">mail</a>', ["taro@example.jp", "mail"]],
  ["broken percent code", '<a href="tel:%E5%1-090">x</a>', ["%E5%1-090", "x"]],
  ["an address in angle brackets", "<p>山田 <taro@example.jp></p>", ["山田", "taro@example.jp"]],
  [
    "looks are no text",
    '<style>@font-face{font-family:"ＭＳ 明朝"} p{color:red}</style><p>a</p>',
    ["a"],
  ],
  [
    "what a style sheet inserts is text",
    "<style>p{content:'山田'}</style><p>a",
    ["content:'山田'", "a"],
  ],
  ["so are its remarks", "<style>/* 山田 090 */</style><p>a", ["/* 山田 090 */", "a"]],
  ["an empty style sheet hides nothing", "<style/><p>山田</p>", ["山田"]],
  ["scripts may hold data", "<script>var a='山田';\nb()</script>", ["var a='山田';", "b()"]],
  ["comments travel along", "<p>a</p><!-- 山田 -->", ["a", " 山田 "]],
  ["comments for Outlook are markup", "<!--[if mso]><p>山<b>田</b></p><![endif]-->", ["山田"]],
  ["lines of preformatted text", "<pre>山田 1\n佐藤<b>2</b>\n</pre>", ["山田 1", "佐藤2"]],
  ["text area", "<textarea>山田\r\n佐藤</textarea>", ["山田", "佐藤"]],
  ["lists", "<ul><li>a<li>b</ul>", ["a", "b"]],
  ["a page cut off", "<p>a</p><p title='山田", ["a", "<p title='山田</body></html>"]],
];

test.each(lines)("%s", (_, body, expected) => {
  expect(cells(body)).toEqual(expected);
});

const tables: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "rows and cells",
    "<table><tr><th>名前<th>電話<tr><td><p>山田</p><p>太郎</p><td>090</table>",
    ["1:0=名前", "1:1=電話", "2:0=山田 太郎", "2:1=090"],
  ],
  [
    "spans",
    "<tr><td colspan=2>a<td>b<tr><td rowspan=2>c<td>d<td>e<tr><td>f<td>g",
    ["1:0=a", "1:2=b", "2:0=c", "2:1=d", "2:2=e", "3:1=f", "3:2=g"],
  ],
  ["empty cells", "<tr><td></td><td> </td><td>x</td></tr>", ["1:2=x"]],
  ["parts of a table", "<thead><tr><td>a<td>b<tbody><tr><td>c<td>d", ["1:0=a", "1:1=b", "2:0=c", "2:1=d"]], // prettier-ignore
];

test.each(tables)("table: %s", (_, body, expected) => {
  const html = page(body.startsWith("<table") ? body : `<table>${body}</table>`);
  const { cells: found, layouts } = read(html);
  expect(found).toEqual(expected);
  expect(layouts).toEqual(["table"]);
});

test("a table that lays out the page is text, the one inside it is a table", () => {
  const inner = "<table><tr><td>1<td>2</table>";
  const html = page(`<table><tr><td>山田<td>様</tr><tr><td>${inner}</td></tr></table>b`);
  expect(read(html).cells).toEqual(["1=山田", "2=様", "1:0=1", "1:1=2", "3=b"]);
});

test("a column of text beside nothing is text", () => {
  expect(read(page("<table><tr><td>a<tr><td>b</table>")).layouts).toEqual(["prose"]);
});

test("every table is a place of its own", () => {
  const table = "<table><tr><td>a<td>b</table>";
  const budget = new Budget(BATCH_LIMITS, () => 0);
  const places = new Set();
  for (const event of htmlBlocks(table + table, { steps: [] }, budget)) {
    if (event.type === "block") places.add(event.block.place);
  }
  expect(places.size).toBe(2);
});

test("blocks end between rows and lines, never within", () => {
  const row = "<tr><td>1<td>2<td>" + "x".repeat(100);
  const table = read(page(`<table>${row.repeat(9_000)}</table>`)).cells;
  expect(table.length).toBe(27_000);
  expect(table.filter((each) => each.endsWith(":2=" + "x".repeat(100))).length).toBe(9_000);
  const line = "<p>" + "<b>090</b>-<i>1234</i>".repeat(50);
  const expected = "090-1234".repeat(50);
  expect(new Set(cells(line.repeat(1000)))).toEqual(new Set([expected]));
  expect(cells(line.repeat(1000)).length).toBe(1000);
});

test("a line of megabytes is cut between words", () => {
  const found = cells("090-1234 ".repeat(20_000));
  expect(found.length).toBeGreaterThan(10);
  expect(found.join(" ")).toBe("090-1234 ".repeat(20_000).trim());
});

test("large pages come in blocks and lose nothing", () => {
  const rows = Array.from({ length: 30_000 }, (_, i) => `<tr><td>${String(i)}<td>山田`);
  const { cells: found } = read(page(`<table>${rows.join("")}</table>` + "<p>x".repeat(10_000)));
  expect(found.length).toBe(60_000 + 10_000);
  expect(found[59_999]).toBe("30000:1=山田");
  const notes = "<i title=山田></i>".repeat(20_000) + "<pre>" + "a\n".repeat(20_000);
  expect(cells(notes).length).toBe(40_000);
});

describe("charset", () => {
  const text = page("<p>髙橋 花子</p>");
  const sjis = Encoding.convert(Encoding.stringToCode(text), { to: "SJIS", from: "UNICODE" });
  const euc = Encoding.convert(Encoding.stringToCode('<meta charset="euc-jp"><p>竢囈</p>'), {
    to: "EUCJP",
    from: "UNICODE",
  });

  test.each([
    ["UTF-8", Buffer.from(text), "髙橋 花子"],
    ["UTF-16", Buffer.from("\ufeff" + text, "utf16le"), "髙橋 花子"],
    ["CP932 without a word", Buffer.from(sjis), "髙橋 花子"],
    ["declared where the bytes leave it open", Buffer.from(euc), "竢囈"],
    ["declared wrongly", Buffer.from('<meta charset="shift_jis"><p>山田</p>'), "山田"],
    ["declared as something unknown", Buffer.from('<meta charset="x-foo"><p>山田</p>'), "山田"],
  ])("%s", (_, bytes, line) => {
    const found = read(new Uint8Array(bytes)).cells.slice(-1)[0];
    expect(found?.replace(/^\d+=/, "")).toBe(line);
  });

  test("damaged", () => {
    const bytes = Buffer.concat([Buffer.from(page("a".repeat(70_000))), Buffer.of(0x81, 0x20)]);
    expect(read(new Uint8Array(bytes)).refusals).toEqual(["extract/unknown @ "]);
    const late = Buffer.concat([Buffer.from(page("あ".repeat(70_000))), Buffer.of(0x81, 0x20)]);
    expect(read(new Uint8Array(late)).refusals).toEqual(["extract/damaged @ "]);
  });
});

test("a spreadsheet saved as XML is a table", () => {
  const row = (name: string, phone: string): string =>
    `<Row><Cell><Data ss:Type="String">${name}</Data></Cell><Cell ss:Index="3"><Data>${phone}</Data></Cell></Row>\n`;
  const xml = `<?xml version="1.0"?>\n<Workbook><Worksheet><Table>${row("名前", "電話")}${row("山田", "090")}</Table></Worksheet></Workbook>`;
  expect(read(xml).cells).toEqual(["1:0=名前", "1:2=電話", "2:0=山田", "2:2=090"]);
});

test("elements of other XML are lines", () => {
  const xml = '<?xml version="1.0"?><list><name>山田</name><tel>090</tel></list>';
  expect(read(xml).cells).toEqual(["1=山田", "2=090"]);
});

test("an empty style of a spreadsheet saved as XML hides nothing", () => {
  const xml = '<?xml version="1.0"?><Workbook><Style ID="a"/><Style>山田</Style>佐藤</Workbook>';
  expect(read(xml).cells).toEqual(["1=山田", "2=佐藤"]);
});

test("attributes of other XML are lines, numbers among them", () => {
  const xml = '<?xml version="1.0"?><list><row n="山田" t="090-1234-5678" s="62"/></list>';
  expect(read(xml).cells).toEqual(["1=山田", "2=090-1234-5678"]);
});

describe("a file within the page", () => {
  const small = "data:image/png;base64,iVBORw0KGgo=";
  const large = small + "A".repeat(140_000);

  test.each([
    ["a logo", `<img src="${small}">`, []],
    ["a photograph", `<img src="${large}">`, ["extract/image @ "]],
    [
      "a photograph behind the text",
      `<p style="background:url('${large}')">`,
      ["extract/image @ "],
    ],
    ["a page", '<a href=" data:text/html;base64,PGI+">a</a>', ["extract/unsupported @ "]],
    ["text", '<a href="data:,a">a</a>', ["extract/unsupported @ "]],
    ["words", '<p title="data: a, b">a', []],
  ])("%s", (_, body, refusals) => {
    expect(read(page(body)).refusals).toEqual(refusals);
  });
});

test("a text of addresses in angle brackets is no page", () => {
  expect(read("<taro@example.jp>\n<hana@example.jp>\n").cells).toEqual([
    "1=<taro@example.jp>",
    "2=<hana@example.jp>",
  ]);
});
