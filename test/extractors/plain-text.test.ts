import * as Encoding from "encoding-japanese";
import { read } from "./reading";

const sjis = (text: string): Uint8Array =>
  Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { to: "SJIS", from: "UNICODE" }));

const ROWS = "名前,電話\n山田,090\n佐藤,080\n";
const READ = ["1:0=名前", "1:1=電話", "2:0=山田", "2:1=090", "3:0=佐藤", "3:1=080"];

describe("tables", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["LF", ROWS, READ],
    ["CR LF", ROWS.replace(/\n/g, "\r\n"), READ],
    ["CR", ROWS.replace(/\n/g, "\r"), READ],
    ["no line end at the end", ROWS.slice(0, -1), READ],
    ["semicolons", ROWS.replace(/,/g, ";"), READ],
    ["tabs", ROWS.replace(/,/g, "\t"), READ],
    ["quotes everywhere", ROWS.replace(/[^,\n]+/g, '"$&"'), READ],
    [
      "blank lines count",
      "a,b\n\nc,d\n\r\n\ne,f",
      "1:0=a 1:1=b 3:0=c 3:1=d 6:0=e 6:1=f".split(" "),
    ],
    ["empty cells", "a,,c\n,,\n,b,\n", "1:0=a 1:2=c 3:1=b".split(" ")],
    ["ragged rows", "a,b,c\nd\ne,f,g\nh,i,j\n", "1:0=a 1:1=b 1:2=c 2:0=d 3:0=e 3:1=f 3:2=g 4:0=h 4:1=i 4:2=j".split(" ")], // prettier-ignore
    ["quoted delimiter, quote and line break", 'a,b,c\n"x, y","p""q","1\r\n2"\nd,e,f\n', ["1:0=a", "1:1=b", "1:2=c", "2:0=x, y", '2:1=p"q', "2:2=1  2", "3:0=d", "3:1=e", "3:2=f"]], // prettier-ignore
    ["text behind a closing quote", 'a,b,c\n"x"y,2,3\n', "1:0=a 1:1=b 1:2=c 2:0=xy 2:1=2 2:2=3".split(" ")], // prettier-ignore
    ["a quote inside a cell", 'a,b,c\n5" x,2,3\n', ["1:0=a", "1:1=b", "1:2=c", '2:0=5" x', "2:1=2", "2:2=3"]], // prettier-ignore
    ["numbers kept from Excel", '=1,"b",c\n="090",="",x\n', "1:0==1 1:1=b 1:2=c 2:0=090 2:2=x".split(" ")], // prettier-ignore
    ["one row, by its two tabs", "山田\t090\t東京", ["1:0=山田", "1:1=090", "1:2=東京"]],
    ["title above the table", "顧客一覧\n\n" + "a,b,c\n".repeat(4), ["1:0=顧客一覧", ...[3, 4, 5, 6].flatMap((row) => [`${String(row)}:0=a`, `${String(row)}:1=b`, `${String(row)}:2=c`])]], // prettier-ignore
  ];

  test.each(cases)("%s", (_, text, cells) => {
    expect(read(text)).toEqual({ cells: [...cells], layouts: ["table"], refusals: [] });
  });

  test("a name that ends like a table's decides where the text alone does not", () => {
    expect(read("山田,090\n").layouts).toEqual(["prose"]);
    expect(read("山田,090\n", "list.CSV").cells).toEqual(["1:0=山田", "1:1=090"]);
  });

  test("no cell is lost where a block ends within the text read so far", () => {
    const rows = Array.from({ length: 90 }, (_, i) => ["氏".repeat(5000 + i), `${i}`, "x"]);
    const cells = rows.flatMap((row, i) => row.map((text, column) => `${i + 1}:${column}=${text}`));
    expect(read(sjis(rows.map((row) => row.join(",")).join("\n"))).cells).toEqual(cells);
  });

  test("a quote that is never closed spoils no more than one cell", () => {
    const text = "a,b,c\n" + '1,"open,3\n' + "4,5,6\n".repeat(20_000);
    const { cells, refusals } = read(text);
    expect(refusals).toEqual([]);
    expect(cells.slice(-1)[0]).toMatch(/:2=6$/);
    expect(cells.length).toBeGreaterThan(40_000);
  });
});

describe("prose", () => {
  test("no line is cut where a block ends within the text read so far", () => {
    const lines = Array.from({ length: 90 }, (_, i) => `${"山".repeat(5000 + i)}${i}`);
    expect(read(sjis(lines.join("\n"))).cells).toEqual(lines.map((text, i) => `${i + 1}=${text}`));
  });

  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      "lines",
      "拝啓、山田様\r\n\r\n090-1234-5678 まで。",
      ["1=拝啓、山田様", "3=090-1234-5678 まで。"],
    ],
    ["commas here and there", "Dear all,\nthe list, as asked, is here\nbest regards\n", ["1=Dear all,", "2=the list, as asked, is here", "3=best regards"]], // prettier-ignore
    ["folded on the way", "ＴＥＬ：０９０－１　ﾔﾏﾀﾞ", ["1=TEL:090-1 ヤマダ"]],
    ["a lone surrogate half is no text", "\ufeff", []],
  ];

  test.each(cases)("%s", (_, text, cells) => {
    const { cells: found, refusals } = read(text);
    expect({ found, refusals }).toEqual({ found: [...cells], refusals: [] });
  });

  test("a line of megabytes is cut between words, not within", () => {
    const { cells } = read("090-1234-5678 ".repeat(10_000));
    expect(cells.length).toBeGreaterThan(10);
    expect(cells.every((each) => /^1=(090-1234-5678 )+$/.test(each))).toBe(true);
    expect(read("a".repeat(100_000)).cells.map((each) => each.length - 2)).toEqual([
      16384, 16384, 16384, 16384, 16384, 16384, 1696,
    ]);
  });
});

describe("large texts come in bounded blocks and lose nothing", () => {
  const lines = Array.from({ length: 60_000 }, (_, i) => `${String(i)},髙橋 ${String(i)},ﾔﾏﾀﾞ`);

  test("table", () => {
    const { cells, layouts } = read(sjis(lines.join("\r\n")));
    expect(layouts).toEqual(["table"]);
    expect(cells.length).toBe(180_000);
    expect(cells[179_998]).toBe("60000:1=髙橋 59999");
    expect(cells[179_999]).toBe("60000:2=ヤマダ");
  });

  test("prose", () => {
    const { cells } = read(sjis(lines.join("\r\n").replace(/,/g, "、")));
    expect(cells.length).toBe(60_000);
    expect(cells[59_999]).toBe("60000=59999、髙橋 59999、ヤマダ");
  });
});

describe("charsets", () => {
  const text = "番号,氏名,電話\r\n1,高橋,090\r\n";
  const cells = "1:0=番号 1:1=氏名 1:2=電話 2:0=1 2:1=高橋 2:2=090".split(" ");
  const convert = (to: "EUCJP" | "JIS"): Uint8Array =>
    Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { to, from: "UNICODE" }));

  test.each([
    ["UTF-8 with mark", Buffer.from("\ufeff" + text)],
    ["UTF-16", Buffer.from("\ufeff" + text, "utf16le")],
    ["UTF-16 without mark", Buffer.from(text, "utf16le")],
    ["CP932", sjis(text)],
    ["EUC-JP", convert("EUCJP")],
    ["ISO-2022-JP", convert("JIS")],
  ])("%s", (_, bytes) => {
    expect(read(new Uint8Array(bytes)).cells).toEqual(cells);
  });
});

describe("never clean without having looked", () => {
  const late = (tail: number[]): Uint8Array =>
    Uint8Array.from([...sjis("山田,090\n".repeat(20_000)), ...tail]);

  test.each([
    ["binary", Uint8Array.of(0, 1, 2, 3, 4), "extract/unknown"],
    ["no charset", Uint8Array.of(0x41, 0xff, 0xff, 0xff, 0xff), "extract/unknown"],
    ["a wrong byte late in the text", late([0x41, 0xff]), "extract/damaged"],
    ["cut off within a character", late([0x82]), "extract/damaged"],
    ["odd UTF-16", Uint8Array.of(0xff, 0xfe, 0x41), "extract/damaged"],
    ["PGP", Buffer.from("-----BEGIN PGP MESSAGE-----\n\nhQEMA\n"), "extract/encrypted"],
  ])("%s", (_, bytes, code) => {
    expect(read(new Uint8Array(bytes)).refusals).toEqual([`${code} @ `]);
  });

  test("too much text", () => {
    expect(read("a b c d\n".repeat(1000), "", { textUnits: 5000 }).refusals).toEqual([
      "extract/too-large @ ",
    ]);
  });

  test("an empty file is read, and nothing is in it", () => {
    expect(read("")).toEqual({ cells: [], layouts: [], refusals: [] });
  });
});

describe("JSON in ASCII", () => {
  test.each([
    ["names", '{"name":"\\u5c71\\u7530"}', '1={"name":"山田"}'],
    ["in capitals, indented", '\n  [\n"\\u5C71"]', '3="山"]'],
    [
      "halves of a character stay as they are",
      '["\\ud842\\udfb7\\u91ce"]',
      '1=["\\ud842\\udfb7野"]',
    ],
    ["signs that end a text stay as they are", '["\\u0000\\u001b山"]', '1=["\\u0000\\u001b山"]'],
    ["other texts stay as they are", "C:\\u5c71", "1=C:\\u5c71"],
  ])("%s", (_, text, cell) => {
    expect(read(text).cells).toContain(cell);
  });
});
