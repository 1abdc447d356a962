import * as Encoding from "encoding-japanese";
import fc from "fast-check";
import { type Charset, charsetOf, CHARSETS, decodeText } from "../../src/text/charset";

const ORACLE: Readonly<Record<Charset, string>> = {
  "utf-8": "utf-8",
  "utf-16le": "utf-16le",
  "utf-16be": "utf-16be",
  cp932: "shift_jis",
  "euc-jp": "euc-jp",
  "iso-2022-jp": "iso-2022-jp",
  "windows-1252": "windows-1252",
};

function oracle(charset: Charset, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(ORACLE[charset], { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function pairs(leads: readonly [number, number], trails: readonly [number, number]): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let a = leads[0]; a <= leads[1]; a++) {
    for (let b = trails[0]; b <= trails[1]; b++) found.push(Uint8Array.of(a, b));
  }
  return found;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

function differing(charset: Charset, samples: readonly Uint8Array[]): string[] {
  return samples
    .filter((each) => decodeText(each, charset) !== oracle(charset, each))
    .map((each) => hex(each));
}

test("CP932: every pair of bytes as Windows reads it", () => {
  // The oracle reads 1A, 1C and 7F as DOS did.
  const samples = pairs([0x81, 0xff], [0x20, 0xff]).filter((each) => each[1] !== 0x7f);
  expect(differing("cp932", samples)).toEqual([]);
  expect(decodeText(Uint8Array.of(0x82, 0x7f), "cp932")).toBeNull();
  for (const single of [0x80, 0xa0, 0xfd, 0xfe, 0xff, 0x82]) {
    expect(decodeText(Uint8Array.of(single), "cp932")).toBeNull();
  }
  const ascii = Uint8Array.from({ length: 0x80 }, (_, byte) => byte);
  expect(decodeText(ascii, "cp932")).toBe(Buffer.from(ascii).toString("latin1"));
});

test("EUC-JP: every character; everything else is refused", () => {
  expect(differing("euc-jp", pairs([0xa1, 0xfe], [0xa1, 0xfe]))).toEqual([]);
  expect(differing("euc-jp", pairs([0x8e, 0x8e], [0xa1, 0xdf]))).toEqual([]);
  const wrong = [
    ...pairs([0x80, 0x8d], [0xa1, 0xa1]),
    ...pairs([0x8f, 0xa0], [0xa1, 0xa1]),
    ...pairs([0xa4, 0xa4], [0x00, 0xa0]),
    ...pairs([0x8e, 0x8e], [0xe0, 0xff]),
    Uint8Array.of(0x8f, 0xb0, 0xa1),
    Uint8Array.of(0xa4),
    Uint8Array.of(0xff, 0xa1),
  ];
  expect(wrong.filter((each) => decodeText(each, "euc-jp") !== null).map(hex)).toEqual([]);
});

test("ISO-2022-JP: every kanji and half-width kana", () => {
  const samples: Uint8Array[] = [];
  for (let a = 0x21; a <= 0x7e; a++) {
    samples.push(Uint8Array.of(0x1b, 0x28, 0x49, a, 0x1b, 0x28, 0x42));
    for (let b = 0x21; b <= 0x7e; b++) {
      samples.push(Uint8Array.of(0x1b, 0x24, 0x42, a, b, 0x1b, 0x28, 0x42));
    }
  }
  expect(differing("iso-2022-jp", samples)).toEqual([]);
});

const jis: readonly (readonly [string, readonly number[], string | null])[] = [
  ["eighth bit", [0xd4, 0xcf, 0xc0, 0xde], "ﾔﾏﾀﾞ"],
  ["shift out", [0x0e, 0x54, 0x4f, 0x0f, 0x41], "ﾔﾏA"],
  ["old JIS", [0x1b, 0x24, 0x40, 0x3b, 0x33, 0x1b, 0x28, 0x4a, 0x41], "山A"],
  ["line end without escape", [0x1b, 0x24, 0x42, 0x3b, 0x33, 0x0a, 0x41], "山\nA"],
  ["NEC row 13", [0x1b, 0x24, 0x42, 0x2d, 0x21], "①"],
  ["1990 edition", [0x1b, 0x26, 0x40, 0x1b, 0x24, 0x42, 0x3b, 0x33], "山"],
  ["JIS X 0212", [0x1b, 0x24, 0x28, 0x44, 0x30, 0x21], null],
  ["cut off in a kanji", [0x1b, 0x24, 0x42, 0x3b], null],
  ["cut off in an escape", [0x41, 0x1b, 0x24], null],
];

test.each(jis)("ISO-2022-JP as mailers write it: %s", (_, bytes, text) => {
  expect(decodeText(Uint8Array.from(bytes), "iso-2022-jp")).toBe(text);
});

test("windows-1252: every byte that is a character", () => {
  const upper = Uint8Array.from({ length: 0x20 }, (_, i) => 0x80 + i);
  const unassigned = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
  const assigned = upper.filter((byte) => !unassigned.includes(byte));
  expect(decodeText(assigned, "windows-1252")).toBe("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ");
  for (const byte of unassigned) {
    expect(decodeText(Uint8Array.of(byte), "windows-1252")).toBeNull();
  }
  const latin = Uint8Array.from({ length: 0xe0 }, (_, i) => (i < 0x80 ? i : i + 0x20));
  expect(decodeText(latin, "windows-1252")).toBe(Buffer.from(latin).toString("latin1"));
});

test("UTF-8 and UTF-16: every code point", () => {
  let text = "";
  for (let point = 0; point <= 0x10ffff; point += point < 0xffff ? 1 : 17) {
    if (point < 0xd800 || point > 0xdfff) text += String.fromCodePoint(point);
  }
  expect(decodeText(Buffer.from(text, "utf8"), "utf-8") === text).toBe(true);
  const little = Buffer.from(text, "utf16le");
  expect(decodeText(little, "utf-16le") === text).toBe(true);
  expect(decodeText(Buffer.from(little).swap16(), "utf-16be") === text).toBe(true);
});

test("any bytes: the same text or the same refusal as TextDecoder", () => {
  const nearUtf8 = fc.array(
    fc.constantFrom(0x41, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5), // prettier-ignore
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(nearUtf8, (bytes) => {
      expect(differing("utf-8", [Uint8Array.from(bytes)])).toEqual([]);
    }),
    { numRuns: 3000 },
  );
  const nearUtf16 = fc.array(fc.constantFrom(0, 0x41, 0xd8, 0xdb, 0xdc, 0xdf), { maxLength: 7 });
  fc.assert(
    fc.property(nearUtf16, (bytes) => {
      const sample = Uint8Array.from(bytes);
      expect([...differing("utf-16le", [sample]), ...differing("utf-16be", [sample])]).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test("long texts cross every chunk border", () => {
  const text = "山田太郎,ﾔﾏﾀﾞ,①髙﨑,abc\r\n".repeat(5000);
  for (const [charset, name] of [
    ["cp932", "SJIS"],
    ["euc-jp", "EUCJP"],
    ["iso-2022-jp", "JIS"],
  ] as const) {
    const plain = charset === "cp932" ? text : text.replace(/[ﾔﾏﾀﾞ髙﨑①]/g, "");
    const codes = Encoding.convert(Encoding.stringToCode(plain), { to: name, from: "UNICODE" });
    expect(decodeText(Uint8Array.from(codes), charset) === plain).toBe(true);
  }
  const astral = "a" + "𠮷".repeat(40_000);
  expect(decodeText(Buffer.from(astral, "utf8"), "utf-8") === astral).toBe(true);
  expect(decodeText(Buffer.from(astral, "utf16le"), "utf-16le") === astral).toBe(true);
});

test("a part of some bytes is read alone", () => {
  expect(decodeText(Buffer.from("山田太郎"), "utf-8", 3, 9)).toBe("田太");
  expect(decodeText(Buffer.from("山田太郎"), "utf-8", 3, 8)).toBeNull();
  expect(decodeText(new Uint8Array(), "utf-8")).toBe("");
});

test("labels are known as mails write them, and every charset by its own name", () => {
  for (const charset of CHARSETS) expect(charsetOf(charset)).toBe(charset);
  expect(charsetOf(" Shift_JIS ")).toBe("cp932");
  expect(charsetOf("US-ASCII")).toBe("windows-1252");
  expect(charsetOf("gb2312")).toBeNull();
  expect(charsetOf("")).toBeNull();
});
