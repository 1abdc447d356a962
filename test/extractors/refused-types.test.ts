import { compoundFile } from "./fixtures/compound-file";
import { zipFile } from "./fixtures/zip-file";
import { read } from "./reading";

const at = (offset: number, magic: string, length = 64): Uint8Array => {
  const bytes = Buffer.alloc(Math.max(length, offset + magic.length));
  bytes.write(magic, offset, "latin1");
  return new Uint8Array(bytes);
};

const EMPTY = new Uint8Array(0);

describe("types that are named, and not read", () => {
  test.each<readonly [string, Uint8Array, string]>([
    ["JPEG", at(0, "\xff\xd8\xff\xe0"), "extract/image"],
    ["PNG", at(0, "\x89PNG\r\n\x1a\n"), "extract/image"],
    ["GIF", at(0, "GIF89a"), "extract/image"],
    ["BMP", at(0, "BM\x46\x01\0\0\0\0\0\0"), "extract/image"],
    ["TIFF", at(0, "II*\0"), "extract/image"],
    ["TIFF of the other order", at(0, "MM\0*"), "extract/image"],
    ["WebP", at(0, "RIFF\0\0\0\0WEBP"), "extract/image"],
    ["HEIC", at(0, "\0\0\0\x18ftypheic"), "extract/image"],
    ["video", at(0, "\0\0\0\x18ftypisom"), "extract/image"],
    ["EMF", at(40, " EMF").map((byte, i) => (i === 0 ? 1 : byte)), "extract/image"],
    ["7z", at(0, "7z\xbc\xaf\x27\x1c"), "extract/unsupported @ format 7z"],
    ["RAR", at(0, "Rar!\x1a\x07\x01\0"), "extract/unsupported @ format RAR"],
    ["LZH", at(0, "\x20\x10-lh5-"), "extract/unsupported @ format LZH"],
    ["cabinet", at(0, "MSCF"), "extract/unsupported @ format CAB"],
    ["program", at(0, "MZ\x90\0"), "extract/unsupported @ format EXE"],
    ["Ichitaro", compoundFile({ DocumentText: EMPTY }), "extract/unsupported"],
    ["encrypted Office document", compoundFile({ EncryptionInfo: EMPTY, EncryptedPackage: EMPTY }), "extract/encrypted"], // prettier-ignore
    [
      "a name that only begins so",
      compoundFile({ EncryptedPackages: EMPTY }),
      "extract/unsupported",
    ],
    ["OpenDocument", zipFile([{ name: "mimetype", content: "application/vnd.oasis.opendocument.text", method: 0 }]), "extract/unsupported"], // prettier-ignore
    ["XPS", zipFile([{ name: "[Content_Types].xml", content: "<Types/>" }, { name: "_rels/.rels", content: "<a/>" }]), "extract/unsupported"], // prettier-ignore
  ])("%s", (_, bytes, code) => {
    expect(read(bytes)).toEqual({
      cells: [],
      layouts: [],
      refusals: [code.indexOf("@") > 0 ? code : `${code} @ `],
    });
  });
});

test.each(["BMWに乗る山田", "MMとII", "7zの話", "GIF画像", "ID3なし", "MZ番号", "a ftyp"])(
  "%s is a text",
  (text) => {
    expect(read(text).cells).toEqual([`1=${text}`]);
  },
);
