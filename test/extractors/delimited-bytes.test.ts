import fc from "fast-check";
import { BATCH_LIMITS } from "../../src/core/limits";
import type { Extraction } from "../../src/core/extraction";
import { BlockWriter } from "../../src/extractors/block-writer";
import { Budget } from "../../src/extractors/budget";
import { DelimitedReader } from "../../src/extractors/delimited";
import { DelimitedBytes } from "../../src/extractors/delimited-bytes";
import { foldedCp932 } from "../../src/extractors/folded-pairs";
import { Refused } from "../../src/extractors/refused";
import { decodeText } from "../../src/text/charset";
import { collect } from "./reading";

const COMMA = 0x2c;

/** Characters of CP932 that mean something to a list, or to folding, and some that do not. */
const SIGNS: readonly (readonly number[])[] = [
  ...[...'a1 ,"=\n\r\x01-@'].map((sign) => [sign.charCodeAt(0)]),
  [0xb6], // ｶ
  [0xde], // the voicing mark of half-width kana
  [0xdf],
  [0x8e, 0x52], // 山
  [0x83, 0x4a], // カ
  [0x81, 0x4a], // ゛
  [0x81, 0x43], // a wide comma, which divides nothing
  [0x87, 0x40], // ①
  [0x83, 0x5c], // ソ, whose second byte is a backslash
];

const newWriter = () => new BlockWriter({ steps: [] }, "table", new Budget(BATCH_LIMITS, () => 0));

function* fromBytes(bytes: Uint8Array): Extraction {
  const writer = newWriter();
  const reader = new DelimitedBytes(COMMA, writer, foldedCp932());
  for (let at = 0; at < bytes.length;) {
    at = reader.feed(bytes, at);
    if (writer.full) yield { type: "block", block: writer.take() };
  }
  reader.end();
  if (!writer.empty) yield { type: "block", block: writer.take() };
}

function* fromUnits(bytes: Uint8Array): Extraction {
  const text = decodeText(bytes, "cp932") ?? "";
  const units = Uint16Array.from(text.split(""), (unit) => unit.charCodeAt(0));
  const writer = newWriter();
  const reader = new DelimitedReader(COMMA, writer);
  for (let at = 0; at < units.length;) {
    at = reader.feed(units, at, units.length);
    if (writer.full) yield { type: "block", block: writer.take() };
  }
  reader.end();
  if (!writer.empty) yield { type: "block", block: writer.take() };
}

const same = (bytes: Uint8Array): void =>
  expect(collect(fromBytes(bytes))).toEqual(collect(fromUnits(bytes)));

const texts = fc.array(fc.constantFrom(...SIGNS), { maxLength: 60 });

test("one pass over the bytes reads the same cells as decoding first", () => {
  fc.assert(
    fc.property(texts, (signs) => {
      same(Uint8Array.from(signs.flat()));
    }),
    { numRuns: 3000 },
  );
});

test("wherever a chunk or a block ends", () => {
  fc.assert(
    fc.property(texts, fc.nat(16_400), (signs, before) => {
      const filler = Array.from({ length: before }, (_, i) => (i % 40 === 39 ? 0x0a : 0x61));
      const line = [0x8e, 0x52, COMMA, 0xb6, 0xde, COMMA, ...signs.flat(), 0x0d, 0x0a];
      const lines = Array.from({ length: 900 }, () => line).flat();
      same(Uint8Array.from([...filler, ...lines]));
    }),
    { numRuns: 20 },
  );
});

test.each([
  ["half a character at the end", [0x61, COMMA, 0x8e]],
  ["no character", [0x61, COMMA, 0x85, 0x7f, 0x62]],
  ["no character within quotes", [0x61, COMMA, 0x22, 0x85, 0x7f, 0x62]],
])("%s is damage", (_, bytes) => {
  expect(() => collect(fromBytes(Uint8Array.from(bytes)))).toThrow(Refused);
});
