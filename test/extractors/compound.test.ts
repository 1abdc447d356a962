import { compoundFile } from "./fixtures/compound-file";
import { bookFile } from "./fixtures/office-file";
import { bytesOf, read } from "./reading";

const u32 = (value: number): Buffer => {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
};

describe("objects in documents", () => {
  test("a file in its envelope", () => {
    const body = Buffer.from("山田太郎");
    const wrapped = Buffer.concat([
      u32(0),
      Buffer.from([2, 0]),
      Buffer.from("名簿.txt\0C:\\a\0"),
      Buffer.from([0, 0, 3, 0]),
      u32(3),
      Buffer.from("ab\0"),
      u32(body.length),
      body,
    ]);
    const object = compoundFile({ "\u0001Ole10Native": new Uint8Array(wrapped) });
    expect(
      read(bookFile({ sheets: { a: "" }, parts: { "xl/embeddings/oleObject1.bin": object } })),
    ).toMatchObject({
      // prettier-ignore
      layouts: ["prose name", "prose file xl/embeddings/oleObject1.bin > file 名簿.txt"],
      cells: ["1=a", "1=山田太郎"],
      refusals: [],
    });
  });

  test.each(["Package", "CONTENTS"])("a whole file in %s", (name) => {
    expect(read(compoundFile({ [name]: bytesOf("佐藤花子") })).cells).toEqual(["1=佐藤花子"]);
  });

  test("program code holds nothing to read", () => {
    expect(read(compoundFile({ PROJECT: bytesOf("x"), VBA: { dir: bytesOf("y") } }))).toEqual({
      cells: [],
      layouts: [],
      refusals: [],
    });
  });
});

describe("what readers would understand differently is damaged", () => {
  const whole = compoundFile({ Package: bytesOf("佐藤花子".repeat(1000)) });
  const changed = (at: number, value: number): Uint8Array => {
    const copy = Buffer.from(whole);
    copy.writeUInt32LE(value, at);
    return new Uint8Array(copy);
  };
  const directory = 512 * (1 + Buffer.from(whole).readUInt32LE(48));

  test.each([
    ["cut off in its header", whole.slice(0, 300)],
    ["cut off in its table", whole.slice(0, -512)],
    ["a directory in a circle", changed(directory + 128 + 68, 1)],
    ["an entry beyond the directory", changed(directory + 76, 99)],
    ["a stream larger than the file", changed(directory + 128 + 120, 0x7fffffff)],
    ["a sector beyond the file", changed(directory + 128 + 116, 0x00ffffff)],
    ["sectors of another size", changed(30, 0x00060014)],
    ["no root", changed(directory + 64, 0x00020016)],
  ])("%s", (_, bytes) => {
    expect(read(bytes).refusals).toEqual(["extract/damaged @ "]);
  });

  test("a chain in a circle ends", () => {
    const bytes = changed(whole.length - 512, 0);
    expect(read(bytes).refusals.length + read(bytes).cells.length).toBeGreaterThan(0);
  });
});

test("many streams in one place are a bomb", () => {
  const folder: Record<string, Uint8Array> = { WordDocument: new Uint8Array(100) };
  for (let i = 0; i < 300; i++) folder[`s${String(i)}`] = new Uint8Array(5000).fill(0x41);
  const bytes = Buffer.from(compoundFile(folder));
  const { refusals } = read(new Uint8Array(bytes), "", { unpackedBytes: 1_000_000 });
  expect(refusals.slice(-1)).toEqual(["extract/too-large @ "]);
});
