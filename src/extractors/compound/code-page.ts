import { type Charset, decodeText } from "../../text/charset";
import { unitsToString } from "../../text/units";
import { u16 } from "../little-endian";
import { damaged, Refused } from "../refused";

/** Code pages by the numbers of Windows; the others are those of languages that are not read here. */
const CHARSETS: Readonly<Record<number, Charset>> = {
  932: "cp932",
  1200: "utf-16le",
  1201: "utf-16be",
  1252: "windows-1252",
  10000: "windows-1252",
  10001: "cp932",
  20127: "windows-1252",
  20932: "euc-jp",
  28591: "windows-1252",
  50220: "iso-2022-jp",
  50221: "iso-2022-jp",
  50222: "iso-2022-jp",
  51932: "euc-jp",
  65001: "utf-8",
};

/** Text in a code page; whatever the page, ASCII is ASCII. */
export function codePageText(bytes: Uint8Array, codePage: number): string {
  const isAscii = bytes.every((byte) => byte < 0x80);
  const charset = CHARSETS[codePage] ?? (isAscii ? "utf-8" : null);
  if (!charset) throw new Refused("extract/unsupported");
  const text = decodeText(bytes, charset);
  if (text === null) throw damaged();
  return text;
}

/** UTF-16 from..to, a surrogate without its partner included: Office does not mind one. */
export function wideText(bytes: Uint8Array, from = 0, to = bytes.length): string {
  const units = new Uint16Array(Math.max(0, to - from) >> 1).map((_, i) =>
    u16(bytes, from + 2 * i),
  );
  return unitsToString(units, 0, units.length);
}

/** A text ends at its first NUL. */
export const upToNul = (text: string): string => {
  const end = text.indexOf("\0");
  return end < 0 ? text : text.slice(0, end);
};
