import { decodeQuotedPrintable } from "../../src/text/quoted-printable";

const cases: readonly (readonly [string, string])[] = [
  ["plain", "plain"],
  ["=E5=B1=B1", "山"],
  ["=e5=b1=b1", "山"],
  ["soft=\r\nbreak", "softbreak"],
  ["soft=\nbreak", "softbreak"],
  ["soft= \t\r\nbreak", "softbreak"],
  ["end=", "end"],
  ["blanks  \t\r\nbefore", "blanks\r\nbefore"],
  ["kept=20\r\nblank", "kept \r\nblank"],
  ["1=2", "1=2"],
  ["a=GGb=4", "a=GGb=4"],
  ["=3D=3D", "=="],
  ["trailing   ", "trailing   "],
];

test.each(cases)("%j", (text, expected) => {
  const codes = Buffer.from(text);
  expect(Buffer.from(decodeQuotedPrintable(codes, 0, codes.length)).toString()).toBe(expected);
});

test("only the given part is read", () => {
  const codes = Buffer.from("ab=4142=43");
  expect(Buffer.from(decodeQuotedPrintable(codes, 2, 6)).toString()).toBe("A4");
});
