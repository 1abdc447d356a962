import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { UNICODE_VERSION } from "../../src/text/data/nfc";
import { nfc } from "../../src/text/nfc";

const KNOWN = Number(process.versions.unicode) <= UNICODE_VERSION;

/** Characters that the table or this Node does not know yet: Node's answer proves nothing. */
const isUnknown = (text: string): boolean => /\p{Cn}/u.test(text) || (!KNOWN && nfc(text) === text);

const allPoints = Array.from({ length: 0x110000 }, (_, point) => point);

test("every code point alone and behind a letter", () => {
  const wrong = allPoints.filter((point) => {
    const texts = [String.fromCodePoint(point), "か" + String.fromCodePoint(point)];
    return texts.some((text) => !isUnknown(text) && nfc(text) !== text.normalize("NFC"));
  });
  expect(wrong).toEqual([]);
});

test("every code point, taken apart, comes together again", () => {
  const wrong = allPoints.filter((point) => {
    const text = String.fromCodePoint(point).normalize("NFD") + "\u0323";
    return !isUnknown(text) && nfc(text) !== text.normalize("NFC");
  });
  expect(wrong).toEqual([]);
});

const INTERESTING = [
  ..."aoeがかハは神Åﬁ\u1100\u1161\u11a8\uac00가각",
  ..."\u0301\u0302\u0323\u0327\u0334\u0345\u3099\u309a\u0338\u0344\u0958\u0dd9\u0dca\u0dcf\ud800\udc00",
  ..."\ufa19\u{2f800}\u{1d160}\u{11099}\u{110ba}\u0b47\u0b56\u0041\u0308\u{1f600}",
];
const strings = fc.string({
  unit: fc.oneof(fc.constantFrom(...INTERESTING), fc.string({ unit: "binary", maxLength: 1 })),
  maxLength: 40,
});

test("random strings", () => {
  fc.assert(
    fc.property(strings, (text) => isUnknown(text) || nfc(text) === text.normalize("NFC")),
    { numRuns: 20_000 },
  );
});

test.each([
  ["plain text is returned as it is", "第1章 Über カタカナ", "第1章 Über カタカナ"],
  ["kana typed on a Mac", "ハ\u309aト\u3099", "パド"],
  ["a name in compatibility ideographs", "\ufa19谷", "神谷"],
  ["nothing compatible is folded", "㈱①ｶﾞ", "㈱①ｶﾞ"],
  ["empty", "", ""],
])("%s", (_, text, expected) => expect(nfc(text)).toBe(expected));

test("a hundred thousand marks on one letter are put in order", () => {
  const text = "a" + "\u0301\u0323".repeat(50_000);
  expect(nfc(text)).toBe("ạ" + "\u0323".repeat(49_999) + "\u0301".repeat(50_000));
});

test("the table is ASCII and small enough for the send bundle", () => {
  const source = readFileSync(path.join(__dirname, "../../src/text/data/nfc.ts"), "latin1");
  expect(source.length).toBeLessThan(15_000);
  expect([...source].every((sign) => sign <= "~")).toBe(true);
});
