import fc from "fast-check";
import { encodeUtf8 } from "../../src/text/utf8";

test("any text is encoded as every other encoder does, lone surrogates included", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      expect(Buffer.from(encodeUtf8(text)).equals(Buffer.from(text, "utf8"))).toBe(true);
    }),
    { numRuns: 2000 },
  );
  const lone = "a\ud842b\udfb7\ud842\udfb7";
  expect(Buffer.from(encodeUtf8(lone)).equals(Buffer.from(lone, "utf8"))).toBe(true);
});
