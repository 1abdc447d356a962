import * as Encoding from "encoding-japanese";
import { detectCharset } from "../../src/text/detect-charset";

const LINE = "顧客番号,氏名,フリガナ,住所\r\n1,髙橋 花子,タカハシ ハナコ,東京都港区赤坂1-2-3\r\n";
const KANJI = "山田太郎\n佐藤花子\n";

const japanese = (text: string, to: "SJIS" | "EUCJP" | "JIS"): Uint8Array =>
  Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { to, from: "UNICODE" }));
const wide = (text: string): Buffer => Buffer.from(text, "utf16le");

const plain = LINE.replace("髙", "高");

const cases: readonly (readonly [string, Uint8Array, string | undefined])[] = [
  ["nothing", new Uint8Array(), "utf-8"],
  ["ASCII", Buffer.from("a,b\r\n1,2\r\n"), "utf-8"],
  ["UTF-8", Buffer.from(LINE), "utf-8"],
  ["UTF-8 with mark", Buffer.from("\ufeff" + LINE), "utf-8"],
  ["UTF-16 with mark", wide("\ufeff" + LINE), "utf-16le"],
  ["UTF-16 big-endian with mark", wide("\ufeff" + LINE).swap16(), "utf-16be"],
  ["UTF-16", wide(LINE), "utf-16le"],
  ["UTF-16 big-endian", wide(LINE).swap16(), "utf-16be"],
  ["CP932", japanese(LINE, "SJIS"), "cp932"],
  ["CP932, many lines", japanese(LINE.repeat(2000), "SJIS"), "cp932"],
  ["CP932 late", Buffer.concat([Buffer.alloc(1 << 17, "a,b\n"), japanese(LINE, "SJIS")]), "cp932"],
  ["CP932, kanji alone", japanese(KANJI, "SJIS"), "cp932"],
  ["CP932, half-width kana of even length", japanese("ﾔﾏﾀﾞ", "SJIS"), "cp932"],
  ["CP932, half-width kana", japanese("ﾔﾏﾀﾞ ﾀﾛｳ,ｻﾄｳ ﾊﾅｺ\n", "SJIS"), "cp932"],
  ["EUC-JP", japanese(plain, "EUCJP"), "euc-jp"],
  ["EUC-JP, many lines", japanese(plain.repeat(2000), "EUCJP"), "euc-jp"],
  ["EUC-JP, kanji alone", japanese(KANJI, "EUCJP"), "euc-jp"],
  ["EUC-JP, kana alone", japanese("です", "EUCJP"), "euc-jp"],
  ["ISO-2022-JP", japanese(plain, "JIS"), "iso-2022-jp"],
  [
    "Western",
    Buffer.from("name;city\nMüller;Köln\nJosé;Málaga, España\n", "latin1"),
    "windows-1252",
  ],
  ["a log with colours", Buffer.from("\x1b[31mfailed\x1b[0m\n"), "utf-8"],
  ["binary", Uint8Array.of(1, 2, 3, 4, 5, 6), undefined],
  ["NULs on both sides", Uint8Array.of(0x41, 0, 0, 0x41, 0, 0, 0x41, 0), undefined],
  ["one NUL in a text", Buffer.from("abcdefg,\n".repeat(40) + "a\0"), undefined],
  ["NULs without text", new Uint8Array(64), undefined],
  ["numbers of 16 bits", Uint8Array.of(1, 0, 2, 0, 3, 0, 4, 0), undefined],
  ["high bytes that are no text", new Uint8Array(64).fill(0xff, 2), undefined],
  ["text and a control byte", Buffer.from("abc\x01def"), undefined],
];

test.each(cases)("%s", (_, bytes, charset) => {
  expect(detectCharset(bytes)?.charset).toBe(charset);
});

test("the byte order mark is skipped", () => {
  expect(detectCharset(Buffer.from("\ufeffa"))).toEqual({ charset: "utf-8", skip: 3 });
  expect(detectCharset(wide("\ufeffa"))).toEqual({ charset: "utf-16le", skip: 2 });
});
