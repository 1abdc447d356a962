import { decodeCp932 } from "./cp932";
import { cursorOver, type Decode } from "./cursor";
import { decodeEucJp } from "./euc-jp";
import { decodeIso2022Jp } from "./iso-2022-jp";
import { unitsToString } from "./units";
import { decodeUtf16 } from "./utf16";
import { decodeUtf8 } from "./utf8";
import { decodeWindows1252 } from "./windows-1252";

/** Charsets that Sekisho reads by itself, because the send bundle may run without TextDecoder. */
export const CHARSETS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "cp932",
  "euc-jp",
  "iso-2022-jp",
  "windows-1252",
] as const;

export type Charset = (typeof CHARSETS)[number];

const DECODERS: Readonly<Record<Charset, Decode>> = {
  "utf-8": decodeUtf8,
  "utf-16le": decodeUtf16.le,
  "utf-16be": decodeUtf16.be,
  cp932: decodeCp932,
  "euc-jp": decodeEucJp,
  "iso-2022-jp": decodeIso2022Jp,
  "windows-1252": decodeWindows1252,
};

const LABELS: Readonly<Record<Charset, string>> = {
  "utf-8": "utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8",
  "utf-16le": "utf-16le utf-16 ucs-2 iso-10646-ucs-2 unicode",
  "utf-16be": "utf-16be unicodefffe",
  cp932: "shift_jis shift-jis sjis x-sjis ms_kanji csshiftjis windows-31j cp932 ms932 ms-932",
  "euc-jp": "euc-jp x-euc-jp cseucpkdfmtjapanese eucjp x-euc cp51932 eucjp-ms",
  "iso-2022-jp": "iso-2022-jp csiso2022jp iso-2022-jp-ms cp50220 cp50221 jis",
  "windows-1252":
    "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso_8859-1 iso88591 latin1 l1 " +
    "us-ascii ascii ansi_x3.4-1968 iso-ir-100 iso-ir-6",
};

const BY_LABEL = new Map<string, Charset>();
for (const charset of CHARSETS) {
  for (const label of LABELS[charset].split(" ")) BY_LABEL.set(label, charset);
}

/** The charset that a mail or a page means by a label; null where it is none of ours. */
export const charsetOf = (label: string): Charset | null =>
  BY_LABEL.get(label.trim().toLowerCase()) ?? null;

export const decoderOf = (charset: Charset): Decode => DECODERS[charset];

const CHUNK_UNITS = 1 << 14;

/** Bytes from..to as a string; null where they are not text of this charset. */
export function decodeText(
  bytes: Uint8Array,
  charset: Charset,
  from = 0,
  to = bytes.length,
): string | null {
  const cursor = cursorOver(bytes, from, to);
  const units = new Uint16Array(Math.min(CHUNK_UNITS, to - from + 2));
  const decode = DECODERS[charset];
  let text = "";
  while (cursor.position < to) {
    text += unitsToString(units, 0, decode(cursor, units));
    if (cursor.damaged) return null;
  }
  return text;
}
