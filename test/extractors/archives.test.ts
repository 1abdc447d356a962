import { gzipSync } from "node:zlib";
import { zipFile } from "./fixtures/zip-file";
import { bytesOf, read } from "./reading";

interface Member {
  readonly name: string;
  readonly content?: string;
  readonly type?: string;
}

/** A tar archive of POSIX, head by head. */
function tarFile(members: readonly Member[], end = 1024): Uint8Array {
  const pieces = members.map(({ name, content = "", type = "0" }) => {
    const body = Buffer.from(content);
    const head = Buffer.alloc(512);
    head.write(name, 0, "utf8");
    head.write(body.length.toString(8).padStart(11, "0"), 124);
    head.write("        ", 148);
    head.write(type, 156);
    head.write("ustar\0" + "00", 257, "latin1");
    const sum = head.reduce((total, byte) => total + byte, 0);
    head.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    return Buffer.concat([head, body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
  });
  return new Uint8Array(Buffer.concat([...pieces, Buffer.alloc(end)]));
}

const gz = (content: string | Uint8Array): Uint8Array => new Uint8Array(gzipSync(content));
const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

describe("gzip", () => {
  test("gives the file inside, under its name without the ending", () => {
    expect(read(gz("山田太郎\n"), "名簿.csv.gz")).toEqual({
      cells: ["1=山田太郎"],
      layouts: ["prose file 名簿.csv"],
      refusals: [],
    });
  });

  test("in several pieces, and filled up with zeros", () => {
    const file = joined(gz("山田"), gz("太郎\n佐藤"), new Uint8Array(100));
    expect(read(file, "a.gz").cells).toEqual(["1=山田太郎", "2=佐藤"]);
  });

  test("within a zip, around a tar", () => {
    const tar = tarFile([{ name: "名簿/山田.txt", content: "佐藤花子" }]);
    const file = zipFile([{ name: "a.tgz", content: gz(tar) }]);
    const { layouts, cells } = read(file);
    expect(layouts).toContain("prose file a.tgz > file a.tar > file 名簿/山田.txt");
    expect(cells).toContain("1=佐藤花子");
  });

  test.each([
    ["cut off", (file: Uint8Array) => file.slice(0, -9)],
    ["of another sum", (file: Uint8Array) => file.map((byte, i) => (i === file.length - 8 ? byte ^ 1 : byte))], // prettier-ignore
    ["with something behind it", (file: Uint8Array) => joined(file, bytesOf("x"))],
    ["by another method", (file: Uint8Array) => file.map((byte, i) => (i === 2 ? 7 : byte))],
  ])("%s is damaged", (_, change) => {
    expect(read(change(gz("山田太郎".repeat(100)))).refusals).toEqual(["extract/damaged @ "]);
  });

  test("a bomb", () => {
    const bomb = gz(new Uint8Array(50_000_000));
    expect(read(bomb).refusals).toEqual(["extract/too-large @ "]);
    // One that says it were small.
    bomb.set([200, 0, 0, 0], bomb.length - 4);
    expect(read(bomb).refusals).toEqual(["extract/too-large @ "]);
  });
});

describe("tar", () => {
  test("names, files, folders and links", () => {
    const { cells, layouts, refusals } = read(
      tarFile([
        { name: "顧客/", type: "5" },
        { name: "顧客/一.txt", content: "山田太郎" },
        { name: "別名", type: "2" },
        { name: "x", type: "L", content: "長い名前.txt\0" },
        { name: "切れた名", content: "佐藤花子" },
        { name: "pax", type: "x", content: "21 path=別の名.txt\n" },
        { name: "y", content: "鈴木" },
      ]),
    );
    expect(cells).toEqual([
      ..."顧客/ 顧客/一.txt 別名 長い名前.txt 別の名.txt".split(" ").map((name, i) => `${String(i + 1)}=${name}`), // prettier-ignore
      ...["1=山田太郎", "1=佐藤花子", "1=鈴木"],
    ]);
    expect(layouts[1]).toBe("prose file 顧客/一.txt");
    expect(refusals).toEqual([]);
  });

  test("a type that is not known is named", () => {
    const file = tarFile([{ name: "a", content: "x", type: "S" }]);
    expect(read(file).refusals).toEqual(["extract/unsupported @ file a"]);
  });

  test("cut off: what is there is read, and the rest is missed", () => {
    const file = tarFile([{ name: "a", content: "山田" }], 0);
    expect(read(file)).toMatchObject({
      cells: ["1=a", "1=山田"],
      refusals: ["extract/damaged @ "],
    });
    expect(read(file.slice(0, 600)).refusals).toEqual(["extract/damaged @ "]);
  });

  test("too many members", () => {
    const file = tarFile(Array.from({ length: 2001 }, (_, i) => ({ name: String(i) })));
    expect(read(file).refusals).toEqual(["extract/too-many-entries @ "]);
  });
});
