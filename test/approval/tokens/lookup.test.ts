import fc from "fast-check";
import { createHmac } from "node:crypto";
import { hmacSha256 } from "../../../src/approval/tokens/hmac";
import { lookupId } from "../../../src/approval/tokens/lookup";
import { decodeBase64url, encodeBase64url } from "../../../src/text/base64url";
import { textOfUtf8 } from "../../../src/text/utf8";
import { hexOf } from "./keys";

const hexed = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

test("HMAC-SHA-256 is that of Node, short keys and long", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.uint8Array({ maxLength: 200 }),
      (key, text) => {
        return (
          hexed(hmacSha256(key, text)) === createHmac("sha256", key).update(text).digest("hex")
        );
      },
    ),
    { numRuns: 300 },
  );
});

test("test case 2 of RFC 4231", () => {
  const text = Buffer.from("what do ya want for nothing?");
  expect(hexed(hmacSha256(Buffer.from("Jefe"), text))).toBe(
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  );
});

const KEY = Buffer.alloc(32, 7).toString("base64url");
const sized = (text: string): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(text));
  return Buffer.concat([length, Buffer.from(text)]);
};

test("a lookup id is the HMAC over three texts, each after its length", () => {
  const digest = hexOf("mail");
  const message = Buffer.concat([sized("sekisho/v1/lookup"), sized(digest), sized("項目-1")]);
  expect(lookupId(KEY, digest, "項目-1")).toBe(
    createHmac("sha256", Buffer.alloc(32, 7)).update(message).digest("hex"),
  );
});

test("another key, mail or item has another one", () => {
  const ids = [
    lookupId(KEY, hexOf("a"), "1"),
    lookupId(KEY, hexOf("b"), "1"),
    lookupId(KEY, hexOf("a"), "2"),
    lookupId(Buffer.alloc(32, 8).toString("base64url"), hexOf("a"), "1"),
  ];
  expect(new Set(ids).size).toBe(4);
  expect(() => lookupId("not base64url", hexOf("a"), "1")).toThrow();
});

test("base64url is that of Node, and each text has one spelling", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const text = encodeBase64url(bytes);
      const back = decodeBase64url(text);
      return text === Buffer.from(bytes).toString("base64url") && hexed(back!) === hexed(bytes);
    }),
  );
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."AQgw_-b9=+/ \n"), maxLength: 12 }),
      (text) => {
        const bytes = decodeBase64url(text);
        return bytes === null || encodeBase64url(bytes) === text;
      },
    ),
    { numRuns: 2000 },
  );
});

test.each(["A", "AB=", "AA==", "AB", "AAB", "A A", "A\n", "+/+/", "ＡＡ", "AAAAA"])(
  "%j is no base64url",
  (text) => expect(decodeBase64url(text)).toBeNull(),
);

test("UTF-8 is read whole or not at all", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 50 }), (text) => {
      const bytes = new Uint8Array(Buffer.from(text.repeat(3)));
      return textOfUtf8(bytes) === Buffer.from(bytes).toString();
    }),
  );
  const long = "漢字𠮷".repeat(5000);
  expect(textOfUtf8(new Uint8Array(Buffer.from(long)))).toBe(long);
  for (const wrong of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe6, 0xbc], [0x41, 0x80]])
    expect(textOfUtf8(new Uint8Array(wrong))).toBeNull();
});
