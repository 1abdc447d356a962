import fc from "fast-check";
import { decodeBase64, decodeBase64Bytes } from "../../src/text/base64";

const cases: readonly (readonly [string, string | null])[] = [
  ["", ""],
  ["QQ==", "A"],
  ["QQ", "A"],
  ["QUI=", "AB"],
  ["QUJD", "ABC"],
  ["QU\r\nJD\r\n", "ABC"],
  ["QUJDRA = =\n", "ABCD"],
  ["Q", null],
  ["QUJDR", null],
  ["QQ=", null],
  ["QQ===", null],
  ["QUJD=", null],
  ["QQ==QQ==", null],
  ["QUJ-", null],
  ["QUJD!", null],
  ["QUJＤ", null],
];

test.each(cases)("%j", (text, expected) => {
  const wanted = expected === null ? null : Array.from(Buffer.from(expected));
  expect(decodeBase64(text) && Array.from(decodeBase64(text) ?? [])).toEqual(wanted);
  const codes = Buffer.from(text, "utf8");
  const bytes = decodeBase64Bytes(codes, 0, codes.length);
  expect(bytes && Array.from(bytes)).toEqual(wanted);
});

test("any bytes come back, over chunk borders and with line breaks", () => {
  const withBreaks = (text: string) => text.replace(/.{76}/g, "$&\r\n");
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
      const text = Buffer.from(bytes).toString("base64");
      expect(Array.from(decodeBase64(withBreaks(text)) ?? [])).toEqual(Array.from(bytes));
    }),
  );
  const long = Buffer.alloc(100_001, "0123456789");
  expect(Buffer.from(decodeBase64(long.toString("base64")) ?? []).equals(long)).toBe(true);
});
