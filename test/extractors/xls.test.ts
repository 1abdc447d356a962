import { compoundFile, type Folder } from "./fixtures/compound-file";
import { read, type Reading } from "./reading";

const le16 = (...values: number[]): Buffer => {
  const buffer = Buffer.alloc(2 * values.length);
  values.forEach((value, i) => buffer.writeUInt16LE(value & 0xffff, 2 * i));
  return buffer;
};
const le32 = (value: number): Buffer => {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value >>> 0);
  return buffer;
};
const double = (value: number): Buffer => {
  const buffer = Buffer.alloc(8);
  buffer.writeDoubleLE(value);
  return buffer;
};
const record = (type: number, ...data: Buffer[]): Buffer => {
  const body = Buffer.concat(data);
  return Buffer.concat([le16(type, body.length), body]);
};
const wide = (text: string): Buffer => Buffer.concat([Buffer.from([1]), Buffer.from(text, "utf16le")]); // prettier-ignore
/** Length, width, characters. */
const text16 = (text: string): Buffer => Buffer.concat([le16(text.length), wide(text)]);
const text8 = (text: string): Buffer => Buffer.concat([Buffer.from([text.length]), wide(text)]);

const BIFF8 = 0x600;
const BIFF5 = 0x500;
const EOF = record(0x0a);
const begin = (version: number, kind: number): Buffer => record(0x809, le16(version, kind, 0, 0));

/** A stream of one sheet. */
function stream(globals: Buffer, cells: Buffer, version = BIFF8, name = text8("顧客")): Buffer {
  const head = begin(version, 5);
  const sheet = (at: number): Buffer => record(0x85, le32(at), le16(0), name);
  const at = head.length + globals.length + sheet(0).length + EOF.length;
  return Buffer.concat([head, globals, sheet(at), EOF, begin(version, 0x10), cells, EOF]);
}
const book = (globals: Buffer, cells: Buffer, rest: Folder = {}): Reading =>
  read(compoundFile({ Workbook: new Uint8Array(stream(globals, cells)), ...rest }));
const NONE = Buffer.alloc(0);

describe("cells", () => {
  test.each<readonly [string, Buffer, readonly string[]]>([
    ["texts", record(0x204, le16(1, 2, 0), text16("山田")), ["2:2=山田"]],
    ["texts with formats", record(0xd6, le16(0, 0, 0), text16("山田"), le16(0)), ["1:0=山田"]],
    ["numbers", record(0x203, le16(0, 1, 0), double(9012345678)), ["1:1=9012345678"]],
    ["packed whole numbers", record(0x27e, le16(0, 0, 0), le32((1234 << 2) | 2)), ["1:0=1234"]],
    ["packed hundredths", record(0x27e, le16(0, 0, 0), le32((1234 << 2) | 3)), ["1:0=12.34"]],
    ["negative ones", record(0x27e, le16(0, 0, 0), le32((-5 << 2) | 2)), ["1:0=-5"]],
    ["many packed ones", record(0xbd, le16(3, 1), le16(0), le32(6), le16(0), le32(10), le16(2)), ["4:1=1", "4:2=2"]], // prettier-ignore
    [
      "results of formulas",
      record(0x06, le16(0, 0, 0), double(1.5), le16(0), le32(0)),
      ["1:0=1.5"],
    ],
    ["results that are texts", Buffer.concat([record(0x06, le16(0, 4, 0), Buffer.from([0, 0, 0, 0, 0, 0, 255, 255]), le16(0)), record(0x4bc, le16(0)), record(0x207, text16("山田様"))]), ["1:4=山田様"]], // prettier-ignore
    ["truth and errors", Buffer.concat([record(0x205, le16(0, 0, 0), Buffer.from([1, 0])), record(0x205, le16(0, 1, 0), Buffer.from([42, 1]))]), ["1:0=TRUE"]], // prettier-ignore
  ])("%s", (_, cells, expected) => {
    expect(book(NONE, cells)).toMatchObject({ cells: ["1=顧客", ...expected], refusals: [] });
  });

  test("dates by the format of their style", () => {
    const globals = Buffer.concat([
      record(0x41e, le16(164), text16('yyyy"年"m"月"d"日"')),
      record(0xe0, le16(0, 0)),
      record(0xe0, le16(0, 164)),
      record(0xe0, le16(0, 14)),
    ]);
    const cells = [0, 1, 2].map((style) => record(0x203, le16(0, style, style), double(29222)));
    expect(book(globals, Buffer.concat(cells)).cells.slice(1)).toEqual(["1:0=29222", "1:1=1980/01/02", "1:2=1980/01/02"]); // prettier-ignore
  });
});

describe("shared strings", () => {
  const shared = (index: number, column: number): Buffer => record(0xfd, le16(0, column, 0), le32(index)); // prettier-ignore

  test("continued within a text, where the width changes", () => {
    const table = Buffer.concat([
      record(0xfc, le32(3), le32(3), le16(6), Buffer.from([0]), Buffer.from("090")),
      record(0x3c, Buffer.from([1]), Buffer.from("山田様", "utf16le"), le16(2), Buffer.from([0x0c]), le16(1), le32(4)), // prettier-ignore
      record(0x3c, Buffer.from([1]), Buffer.from("佐", "utf16le")),
      record(0x3c, Buffer.from([1]), Buffer.from("藤", "utf16le"), le16(0, 0), Buffer.from("ｻﾄ", "utf16le")), // prettier-ignore
      record(0x3c, le16(1), Buffer.from([0]), Buffer.from("x")),
    ]);
    expect(book(table, Buffer.concat([shared(0, 0), shared(1, 1)])).cells).toEqual([
      "1=顧客",
      "1:0=090山田様",
      "1:1=佐藤",
      "3=x",
    ]);
  });

  test("that do not exist are damage", () => {
    expect(book(NONE, shared(5, 0)).refusals).toEqual(["extract/damaged @ sheet 顧客"]);
  });
});

test("beside the cells", () => {
  const globals = record(0x18, le16(0), Buffer.from([0, 4]), le16(0, 0, 0), le32(0), wide("名簿範囲")); // prettier-ignore
  const cells = Buffer.concat([
    record(0x14, text16("&L見出し&R右")),
    record(0x1c, le16(0, 0, 0, 1), text16("書いた人")),
    record(0x1b6, le16(0, 0, 0, 0, 0, 3, 0, 0, 0)),
    record(0x3c, wide("箱の中")),
    record(0x1be, le32(0), text16("題"), text16("\0"), text16("ここに氏名"), text16("\0"), le16(9, 0), Buffer.from([0x17]), text8("甲\0乙")), // prettier-ignore
    record(0x1b8, Buffer.alloc(8), le32(7), Buffer.from("山田@x.jp\0", "utf16le")),
    begin(BIFF8, 0x20),
    record(0x100d, le16(0), text8("系列")),
    record(0x203, le16(0, 0, 0), double(7)),
    EOF,
  ]);
  const { cells: found, layouts } = book(globals, cells);
  for (const part of [
    "名簿範囲",
    "見出し",
    "右",
    "書いた人",
    "箱の中",
    "ここに氏名",
    "甲",
    "乙",
    "系列",
    "題",
  ]) {
    expect(found.map((cell) => cell.replace(/^\d+=/, ""))).toContain(part);
  }
  expect(found).not.toContain("1:0=7");
  expect(layouts).toContain("prose sheet 顧客 > comment");
});

test("copies of data behind pivot tables", () => {
  const cache = Buffer.concat([record(0xcd, text16("退会者")), record(0xc9, double(9012345678))]);
  const { cells, layouts } = book(NONE, NONE, { _SX_DB_CUR: { "0001": new Uint8Array(cache) } });
  expect(cells.slice(1)).toEqual(["1=退会者", "2=9012345678"]);
  expect(layouts).toContain("prose property");
});

test("Excel 95: texts are bytes of a code page", () => {
  const yamada = Buffer.from([0x8e, 0x52, 0x93, 0x63]);
  const cells = Buffer.concat([
    record(0x204, le16(0, 0, 0), le16(4), yamada),
    record(0x1c, le16(0, 0, 4), yamada),
    record(0x1c, le16(0xffff, 0, 4), Buffer.from("more")),
  ]);
  const name = Buffer.concat([Buffer.from([4]), yamada]);
  const bytes = stream(record(0x42, le16(932)), cells, BIFF5, name);
  expect(read(compoundFile({ Book: new Uint8Array(bytes) })).cells).toEqual([
    "1=山田",
    "1:0=山田",
    "1=山田more",
  ]);
});

test("large pictures could show something", () => {
  const picture = (size: number): Buffer =>
    Buffer.concat([
      record(0xeb, Buffer.alloc(8000)),
      ...Array.from({ length: size / 8000 }, () => record(0x3c, Buffer.alloc(8000))),
    ]);
  expect(book(picture(16_000), NONE).refusals).toEqual([]);
  expect(book(picture(160_000), NONE).refusals).toEqual(["extract/image @ "]);
  expect(book(NONE, record(0x7f, le16(9, 1), le32(200_000))).refusals).toEqual([
    "extract/image @ ",
  ]);
});

describe("refusals", () => {
  test("a password", () => {
    expect(book(record(0x2f, le16(1, 1, 1)), NONE).refusals).toEqual(["extract/encrypted @ "]);
  });

  test.each([
    ["no workbook", { Workbook: new Uint8Array(0) }, "extract/damaged @ "],
    ["Excel 4", { Book: new Uint8Array(begin(0x400, 5)) }, "extract/unsupported @ "],
    ["a sheet that is not there", { Workbook: new Uint8Array(stream(NONE, NONE).subarray(0, -10)) }, "extract/damaged @ sheet 顧客"], // prettier-ignore
  ])("%s", (_, folder, code) => {
    expect(read(compoundFile(folder)).refusals).toEqual([code]);
  });
});
