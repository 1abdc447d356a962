import { madeFile } from "./fixtures/files";
import { zipFile } from "./fixtures/zip-file";
import { read } from "./reading";

/** The file with some bytes set, counted from where these bytes stand. */
function patched(
  name: string,
  mark: readonly number[],
  offset: number,
  ...bytes: number[]
): Uint8Array {
  const copy = Buffer.from(madeFile(name));
  const at = copy.indexOf(Buffer.from(mark));
  expect(at).toBeGreaterThan(0);
  copy.set(bytes, at + offset);
  return new Uint8Array(copy);
}

const WORD = [0xec, 0xa5];
const CURRENT_USER = [0x5f, 0xc0, 0x91, 0xe3];

describe("a password", () => {
  test.each([
    ["Word", patched("paper.doc", WORD, 11, 0x01)],
    ["PowerPoint", patched("slides.ppt.gz", CURRENT_USER, 0, 0xdf, 0xc4, 0xd1, 0xf3)],
  ])("%s", (_, bytes) => {
    expect(read(bytes).refusals).toEqual(["extract/encrypted @ "]);
  });

  test("OpenDocument", () => {
    const manifest =
      '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    const file = zipFile([
      { name: "mimetype", content: "application/vnd.oasis.opendocument.text", method: 0 },
      { name: "META-INF/manifest.xml", content: manifest },
      { name: "content.xml", content: "x" },
    ]);
    expect(read(file).refusals).toEqual(["extract/encrypted @ "]);
  });
});

describe("what cannot be read is named", () => {
  test("Word 95", () => {
    expect(read(patched("paper.doc", WORD, 2, 0x68, 0)).refusals).toEqual(["extract/unsupported @ "]); // prettier-ignore
  });

  test("a text that would be longer than its file", () => {
    const bytes = Buffer.from(madeFile("paper.doc"));
    const header = bytes.indexOf(Buffer.from(WORD));
    const size = bytes.readUInt32LE(header + 0x1a2 + 4);
    // The list of pieces begins with its mark and its size; its first numbers are characters.
    const mark = Buffer.from([2, 0, 0, 0, 0, 0, 0, 0, 0]);
    mark.writeUInt32LE(size - 5, 1);
    const pieces = bytes.indexOf(mark);
    expect(pieces).toBeGreaterThan(0);
    bytes.writeUInt32LE(0x7fffffff, pieces + 9);
    expect(read(new Uint8Array(bytes)).refusals).toContain("extract/damaged @ ");
  });

  test("slides that nobody can find", () => {
    const bytes = patched("slides.ppt.gz", CURRENT_USER, 4, 3, 0, 0, 0);
    expect(read(bytes).refusals).toContain("extract/damaged @ ");
  });
});
