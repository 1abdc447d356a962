import fc from "fast-check";
import { pack, ready } from "../../scripts/packer.cjs";
import { unpack } from "../../src/text/unpack";

beforeAll(() => ready);

const random = (length: number) => {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48271) % 0x7fffffff;
    return state & 0xff;
  });
};

const CASES: readonly (readonly [string, readonly number[]])[] = [
  ["nothing", []],
  ["a zero", [0]],
  ["the highest byte", [255]],
  ["zeros", new Array<number>(5000).fill(0)],
  ["alternating ends", Array.from({ length: 999 }, (_, i) => (i % 2) * 255)],
  ["what cannot be guessed", random(20_000)],
  ["Japanese", [...Buffer.from("宛先に社外の方が29人います。本当に送りますか。".repeat(9))]],
];

test.each(CASES)("%s comes out as it went in", (_, bytes) => {
  expect([...unpack(pack(bytes))]).toEqual(bytes);
});

test("any bytes come out as they went in", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect([...unpack(pack(bytes))]).toEqual([...bytes]);
    }),
  );
});

test("packed text needs no escape in a string of JavaScript", () => {
  expect(pack(random(20_000))).toMatch(/^[!#-[\]-}]+$/);
});

test("repetition costs next to nothing, noise a quarter more than itself", () => {
  expect(pack(new Array(5000).fill(65)).length).toBeLessThan(60);
  expect(pack(random(20_000)).length).toBeLessThan(20_000 * 1.26);
});

test("what was changed on the way is refused, not half unpacked", () => {
  const packed = pack(Buffer.from("佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村".repeat(20)));
  for (let at = 8; at < packed.length - 2; at += 7) {
    const changed = packed.slice(0, at) + (packed[at] === "#" ? "$" : "#") + packed.slice(at + 1);
    expect(() => unpack(changed)).toThrow("damaged");
  }
});
