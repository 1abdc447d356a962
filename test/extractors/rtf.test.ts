import { bytesOf, read, type Reading } from "./reading";

const rich = (content: string, head = "\\ansi\\ansicpg932 "): Reading =>
  read(bytesOf(`{\\rtf1${head}${content}}`));

describe("text", () => {
  test.each<readonly [string, string, readonly string[]]>([
    ["bytes of the code page", "\\'8e\\'52\\'93\\'63", ["1=山田"]],
    ["a second byte that stands as itself", "\\'83A\\'83\\'43", ["1=アイ"]],
    ["Unicode with its substitute", "\\uc1\\u23665?\\u30000?", ["1=山田"]],
    ["Unicode of negative numbers, two substitutes", "\\uc2\\u-25912\\'3f\\'3f", ["1=髈"]],
    ["a font of another code page", "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset128 B;}}\\f0 A\\f1 \\'8e\\'52", ["1=A山"]], // prettier-ignore
    ["paragraphs and line breaks", "a\\par b\\line c\\par", ["1=a", "2=b", "2=c"]],
    ["a value over several runs", "090-{\\b 1234}-5678", ["1=090-1234-5678"]],
    ["hyphens and spaces that do not break", "090\\_1234\\~5678", ["1=090-1234 5678"]],
    ["hidden and deleted text", "{\\v a}{\\deleted b}", ["1=ab"]],
    ["escapes", "\\{a\\}\\\\", ["1={a}\\"]],
    [
      "what programs keep for themselves",
      "{\\*\\datastore 0105000002}{\\colortbl;\\red0;}a",
      ["1=a"],
    ],
    [
      "what nobody shows",
      "{\\*\\unknown x}{\\stylesheet{\\s0 Normal;}}a",
      ["1=x", "1=Normal;", "1=a"],
    ],
    ["links", '{\\field{\\*\\fldinst HYPERLINK "mailto:a@example.jp"}{\\fldrslt b}}', ["1=b", '1=HYPERLINK "mailto:a@example.jp"']], // prettier-ignore
    ["a table", "\\trowd\\pard\\intbl a\\cell b\\cell\\row\\pard\\intbl c\\par d\\cell\\cell\\row\\pard e", ["1:0=a", "1:1=b", "2:0=c d", "1=e"]], // prettier-ignore
  ])("%s", (_, content, cells) => {
    expect(rich(content)).toMatchObject({ cells: [...cells], refusals: [] });
  });

  test("beside the body", () => {
    const { layouts, cells } = rich(
      "{\\info{\\title T}{\\author A}}{\\header H\\par}{\\footer F}a{\\footnote N}{\\*\\annotation C}{\\shp{\\*\\shpinst{\\sp{\\sn wzDescription}{\\sv alt}}{\\sp{\\sn posx}{\\sv 1200}}{\\shptxt box\\par}}}", // prettier-ignore
    );
    for (const step of ["property", "header", "footer", "note", "comment"]) {
      expect(layouts).toContain(`prose ${step}`);
    }
    expect(cells.map((cell) => cell.replace(/^\d+=/, "")).sort()).toEqual(
      ["A", "C", "F", "H", "N", "T", "abox", "alt"].sort(),
    );
  });
});

test("a page that was wrapped up in rich text", () => {
  const { cells } = rich(
    "\\fromhtml1 {\\*\\htmltag64 <table><tr><td>}\\htmlrtf {\\b \\htmlrtf0 \\'8e\\'52\\'93\\'63{\\*\\htmltag72 </td><td>}090{\\*\\htmltag84 &nbsp;}\\htmlrtf \\'a0\\htmlrtf0 1{\\*\\htmltag72 </td></tr></table>}\\htmlrtf }\\htmlrtf0", // prettier-ignore
  );
  expect(cells).toEqual(["1:0=山田", "1:1=090 1"]);
});

describe("files inside", () => {
  const u32 = (value: number): Buffer => {
    const buffer = Buffer.alloc(4);
    buffer.writeUInt32LE(value);
    return buffer;
  };
  const named = (text: string): Buffer => Buffer.concat([u32(text.length + 1), Buffer.from(`${text}\0`)]); // prettier-ignore
  const wrapped = (content: string): Buffer => {
    const body = Buffer.from(content);
    return Buffer.concat([
      Buffer.from([2, 0]),
      Buffer.from("list.txt\0C:\\list.txt\0"),
      Buffer.from([0, 0, 3, 0]),
      u32(4),
      Buffer.from("x:\\\0"),
      u32(body.length),
      body,
    ]);
  };
  const object = (data: Buffer): string =>
    Buffer.concat([u32(0x501), u32(2), named("Package"), u32(0), u32(0), u32(data.length), data]).toString("hex"); // prettier-ignore

  test("are read under their names", () => {
    const { cells, layouts } = rich(`{\\object{\\*\\objdata ${object(wrapped("山田太郎"))}}}`);
    expect(layouts).toEqual(["prose file list.txt"]);
    expect(cells).toEqual(["1=山田太郎"]);
  });

  test("cut off are damaged", () => {
    const data = object(wrapped("山田太郎")).slice(0, -20);
    expect(rich(`a{\\object{\\*\\objdata ${data}}}`).refusals).toEqual(["extract/damaged @ file "]);
  });

  test("a large picture could show something", () => {
    expect(rich(`{\\pict ${"ff".repeat(1000)}}`).refusals).toEqual([]);
    expect(rich(`{\\pict ${"ff".repeat(200_000)}}`).refusals).toEqual(["extract/image @ "]);
    expect(rich(`{\\pict\\bin200000 ${"}".repeat(200_000)}}`).refusals).toEqual(["extract/image @ "]); // prettier-ignore
  });
});

describe("damage", () => {
  test.each([
    ["cut off", "{\\rtf1 a{\\b b}"],
    ["something behind it", "{\\rtf1 a}b"],
    ["binary beyond the end", "{\\rtf1{\\pict\\bin999 a}}"],
    ["no number", "{\\rtf1 \\u a}"],
  ])("%s", (_, text) => {
    expect(read(text).refusals).toEqual(["extract/damaged @ "]);
  });

  test("too deep", () => {
    const text = `{\\rtf1 ${"{".repeat(1001)}${"}".repeat(1001)}}`;
    expect(read(text).refusals).toEqual(["extract/too-deep @ "]);
  });

  test("a code page that is not read", () => {
    expect(rich("\\'c4", "\\ansi\\ansicpg1251 ").refusals).toEqual(["extract/unsupported @ "]);
  });
});
