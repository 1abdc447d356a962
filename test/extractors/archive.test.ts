import { zipSync } from "fflate";
import * as Encoding from "encoding-japanese";
import { crc32 } from "../../src/extractors/zip/crc32";
import { type Entry, zipFile } from "./fixtures/zip-file";
import { bytesOf, read } from "./reading";

const sjis = (text: string): Uint8Array =>
  Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { to: "SJIS", from: "UNICODE" }));

const A: Entry = { name: "a.txt", content: "山田" };
const B: Entry = { name: "b.txt", content: "佐藤" };
const READ = ["1=a.txt", "2=b.txt", "1=山田", "1=佐藤"];

const unicodePath = (raw: string, name: string): Uint8Array => {
  const head = Buffer.alloc(9);
  head.writeUInt16LE(0x7075, 0);
  head.writeUInt16LE(5 + Buffer.byteLength(name), 2);
  head.writeUInt8(1, 4);
  head.writeUInt32LE(crc32(bytesOf(raw)), 5);
  return new Uint8Array(Buffer.concat([head, Buffer.from(name)]));
};

describe("members are read whatever the archive's style", () => {
  test.each([
    ["deflated", zipFile([A, B])],
    ["stored", zipFile([{ ...A, method: 0 }, B])],
    ["with data descriptors", zipFile([{ ...A, descriptor: true }, B])],
    ["Zip64 sizes", zipFile([{ ...A, wide: true }, B])],
    ["Zip64 end record", zipFile([A, B], { wide: true })],
    ["by another writer", zipSync({ "a.txt": bytesOf("山田"), "b.txt": bytesOf("佐藤") })],
    ["zeros behind the end", zipFile([A, B], { tail: new Uint8Array(512) })],
    ["a folder's own entry", zipFile([A, B, { name: "folder/", content: "", method: 0 }]), [...READ.slice(0, 2), "3=folder/", ...READ.slice(2)]], // prettier-ignore
    ["a comment", zipFile([A, B], { comment: "顧客" }), [...READ.slice(0, 2), "3=顧客", ...READ.slice(2)]], // prettier-ignore
    ["a text before it", zipFile([A, B], { prefix: bytesOf("鈴木\n") }), ["1=鈴木", ...READ]],
    ["a text behind it", zipFile([A, B], { tail: bytesOf("鈴木\n") }), ["1=鈴木", ...READ]],
  ])("%s", (_, zip, cells: readonly string[] = READ) => {
    expect(read(zip)).toMatchObject({ cells: [...cells], refusals: [] });
  });

  test("an archive without members is read, and nothing is in it", () => {
    expect(read(zipFile([]))).toEqual({ cells: [], layouts: [], refusals: [] });
  });
});

describe("names", () => {
  test.each([
    ["UTF-8 by its flag", { name: "髙橋.txt", flags: 0x0800 }],
    ["UTF-8 without its flag", { name: "髙橋.txt" }],
    ["CP932", { name: sjis("髙橋.txt") }],
    ["Unicode path field", { name: "x.txt", extra: unicodePath("x.txt", "髙橋.txt") }],
  ])("%s", (_, entry) => {
    expect(read(zipFile([{ content: "x", ...entry }])).layouts).toEqual([
      "prose name",
      "prose file 髙橋.txt",
    ]);
  });

  test("a Unicode path of another name does not count", () => {
    const extra = unicodePath("y.txt", "髙橋.txt");
    expect(read(zipFile([{ name: "x.txt", content: "x", extra }])).cells).toEqual([
      "1=x.txt",
      "1=x",
    ]);
  });

  test.each(["../../etc/passwd", "/root/.ssh/id", "C:\\Windows\\x", "a\0b", "__proto__"])(
    "%j is only a label",
    (name) => {
      const { cells, refusals } = read(zipFile([{ name, content: "山田" }]));
      expect(cells).toHaveLength(2);
      expect(refusals).toEqual([]);
    },
  );

  test("two members of one name are both read", () => {
    expect(read(zipFile([A, { ...B, name: "a.txt" }])).cells).toEqual([
      "1=a.txt",
      "2=a.txt",
      "1=山田",
      "1=佐藤",
    ]);
  });
});

describe("a member that cannot be read is named, and the others are read", () => {
  test.each<readonly [string, Partial<Entry>, string]>([
    ["encrypted", { flags: 1 }, "extract/encrypted"],
    ["strongly encrypted", { flags: 0x41 }, "extract/encrypted"],
    ["AES", { method: 99, flags: 1 }, "extract/encrypted"],
    ["unknown method", { method: 14 }, "extract/unsupported"],
    ["wrong checksum", { crc: 1 }, "extract/damaged"],
    ["size too small", { size: 2 }, "extract/damaged"],
    ["size too large", { size: 7 }, "extract/damaged"],
    ["size that cannot be", { size: 900_000 }, "extract/damaged"],
    ["stored size too large", { method: 0, size: 7 }, "extract/damaged"],
    ["another name in its own header", { localName: "x.txt" }, "extract/damaged"],
    ["another method in its own header", { localMethod: 0 }, "extract/damaged"],
    ["a broken stream", { method: 8, content: "山".repeat(50) }, "extract/damaged"],
  ])("%s", (name, lie, code) => {
    const zip = zipFile([{ ...A, ...lie }, B]);
    if (name === "a broken stream") zip.fill(0xff, 35, 38);
    expect(read(zip)).toMatchObject({
      cells: ["1=a.txt", "2=b.txt", "1=佐藤"],
      refusals: [`${code} @ file a.txt`],
    });
  });
});

describe("an archive that readers would understand differently is damaged", () => {
  const zip = zipFile([A, B]);
  const end = zip.length - 22;
  const changed = (at: number, value: number): Uint8Array => {
    const copy = zip.slice();
    copy[at] = value;
    return copy;
  };

  test.each([
    ["a member that is not listed", zipFile([A, { ...B, hidden: true }])],
    ["more members counted", changed(end + 10, 3)],
    ["fewer members counted", changed(end + 10, 1)],
    ["directory elsewhere", changed(end + 16, 0)],
    ["directory of another size", changed(end + 12, 1)],
    ["no end", zip.slice(0, end)],
  ])("%s", (_, bytes) => {
    expect(read(bytes).refusals).toEqual(["extract/damaged @ "]);
  });

  const spliced = (content: Uint8Array, times: number, size: number): Uint8Array => {
    const one = zipFile([A]);
    const start = one.length - 22 - 51;
    const copy = Buffer.concat([one.slice(0, -22), content, one.slice(-22)]);
    copy.writeUInt16LE(times, copy.length - 12);
    copy.writeUInt32LE(size, copy.length - 10);
    expect(copy.readUInt32LE(start)).toBe(0x02014b50);
    return new Uint8Array(copy);
  };

  test("two members in one place", () => {
    const record = zipFile([A]).slice(-22 - 51, -22);
    expect(read(spliced(record, 2, 2 * 51)).refusals).toEqual(["extract/damaged @ "]);
  });

  test("something behind the last record of the directory", () => {
    const bytes = spliced(Uint8Array.of(1, 2, 3, 4), 1, 51 + 4);
    expect(read(bytes).refusals).toEqual(["extract/damaged @ "]);
  });

  test("a volume of a split archive is unsupported", () => {
    expect(read(changed(end + 4, 1)).refusals).toEqual(["extract/unsupported @ "]);
  });
});

describe("limits", () => {
  const nest = (levels: number): Uint8Array => {
    let bytes = bytesOf("山田");
    for (let i = 0; i < levels; i++) {
      bytes = zipFile([{ name: `${String(i)}`, content: bytes }]);
    }
    return bytes;
  };

  test("archives in archives, to the tenth", () => {
    expect(read(nest(10)).cells.slice(-1)).toEqual(["1=山田"]);
    expect(read(nest(10)).refusals).toEqual([]);
    const { cells, refusals } = read(nest(11));
    expect(cells).not.toContain("1=山田");
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toMatch(/^extract\/too-deep/);
  });

  test("too many members", () => {
    const many = zipFile(Array.from({ length: 2001 }, (_, i) => ({ ...A, name: String(i) })));
    expect(read(many).refusals).toEqual(["extract/too-many-entries @ "]);
  });

  const bomb = { name: "bomb", content: new Uint8Array(12_000_000) };

  test("a bomb", () => {
    expect(read(zipFile([bomb, B])).refusals[0]).toMatch(/^extract\/too-large/);
  });

  test("a bomb that lies about its size unfolds no further than that", () => {
    expect(read(zipFile([{ ...bomb, size: 10 }, B]))).toMatchObject({
      cells: ["1=bomb", "2=b.txt", "1=佐藤"],
      refusals: ["extract/damaged @ file bomb"],
    });
  });

  test("many small bombs are one large bomb", () => {
    const content = new Uint8Array(2_000_000);
    const bombs = Array.from({ length: 20 }, (_, i) => ({ name: String(i), content }));
    const { refusals } = read(zipFile(bombs));
    expect(refusals[refusals.length - 1]).toBe("extract/too-large @ ");
  });
});
