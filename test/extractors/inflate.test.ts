import { deflateRawSync, constants } from "node:zlib";
import fc from "fast-check";
import { Refused } from "../../src/extractors/refused";
import { inflate } from "../../src/extractors/zip/inflate";
import { bytesOf } from "./reading";

const packs = (content: Uint8Array, options = {}): Uint8Array =>
  new Uint8Array(deflateRawSync(content, options));

function unpacks(packed: Uint8Array, size: number): Uint8Array | null {
  const out = new Uint8Array(size);
  return inflate(packed, out) === size ? out : null;
}

const random = (length: number, values: number): Uint8Array => {
  let seed = 1;
  return new Uint8Array(length).map(() => (seed = (seed * 48271) % 2147483647) % values);
};

describe("what another writer packed", () => {
  const contents: readonly (readonly [string, Uint8Array])[] = [
    ["nothing", new Uint8Array(0)],
    ["one byte", Uint8Array.of(7)],
    ["one byte many times", new Uint8Array(300_000)],
    ["text", bytesOf("山田 太郎 090-1234-5678\n".repeat(3000))],
    ["noise", random(200_000, 256)],
    ["noise of few values", random(200_000, 5)],
    ["values of very different frequency", random(200_000, 65536).map((_, i) => Math.clz32(i * 2654435761))], // prettier-ignore
  ];
  const options: readonly (readonly [string, object])[] = [
    ["usual", {}],
    ["quick", { level: 1 }],
    ["stored", { level: 0 }],
    ["fixed codes", { strategy: constants.Z_FIXED }],
    ["codes only", { strategy: constants.Z_HUFFMAN_ONLY }],
    ["many small blocks", { memLevel: 1, level: 9 }],
  ];

  describe.each(contents)("%s", (_, content) => {
    test.each(options)("%s", (_name, option) => {
      const unpacked = unpacks(packs(content, option), content.length);
      expect(Buffer.compare(unpacked as Uint8Array, content)).toBe(0);
    });
  });

  test("anything", () => {
    const bytes = fc.uint8Array({ maxLength: 400, max: 20 });
    fc.assert(
      fc.property(bytes, fc.constantFrom(0, 1, 6, 9), (content, level) => {
        expect(unpacks(packs(content, { level }), content.length)).toEqual(content);
      }),
    );
  });
});

test("more than fits is said, and nothing is written beyond", () => {
  for (const option of [{}, { level: 0 }, { strategy: constants.Z_HUFFMAN_ONLY }]) {
    expect(inflate(packs(random(1000, 9), option), new Uint8Array(999))).toBe(1000);
  }
});

describe("damage", () => {
  const packed = packs(bytesOf("山田 太郎 090-1234-5678\n佐藤".repeat(20)), { level: 9 });
  const size = bytesOf("山田 太郎 090-1234-5678\n佐藤".repeat(20)).length;
  const answer = (bytes: Uint8Array): number | string => {
    try {
      return inflate(bytes, new Uint8Array(size));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return error.code;
    }
  };

  test("cut off anywhere", () => {
    for (let length = 0; length < packed.length; length++) {
      expect(answer(packed.slice(0, length))).not.toBe(size);
    }
  });

  test("any bytes end with an answer", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(["number", "string"]).toContain(typeof answer(bytes));
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ["no such type of block", [0x07]],
    ["length of a stored block", [0x01, 0x01, 0x00, 0x00, 0x00, 0x41]],
    ["distance before the beginning", [0x03, 0x02, 0x00]],
  ])("%s", (_, bytes) => {
    expect(answer(Uint8Array.from(bytes))).toBe("extract/damaged");
  });
});
