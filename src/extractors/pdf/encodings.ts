import { decodeText } from "../../text/charset";

/** Characters by their codes; "" where none stands. */
export type Encoding = readonly string[];

const ascii = Array.from({ length: 256 }, (_, code) =>
  code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : "",
);

/** One glyph, two letters of a word. */
const LIGATURES: Readonly<Record<string, string>> = { ﬁ: "fi", ﬂ: "fl" };

/** Puts characters into places from `first` on; a space leaves a place as it is. */
function withHigh(base: Encoding, first: number, characters: string): Encoding {
  const encoding = [...base];
  for (let i = 0; i < characters.length; i++) {
    const character = characters.charAt(i);
    if (character !== " ") encoding[first + i] = LIGATURES[character] ?? character;
  }
  return encoding;
}

const MAC_HIGH =
  "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
const STANDARD_HIGH =
  "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß";
const DOCUMENT_LOW = "˘ˇˆ˙˝˛˚˜";
const DOCUMENT_HIGH = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž €";

const windows = Array.from(
  { length: 256 },
  (_, code) => decodeText(Uint8Array.of(code), "windows-1252", 0, 1) ?? "",
);

/** The encodings of ISO 32000-2, annex D. */
export const ENCODINGS: Readonly<Record<string, Encoding>> = {
  WinAnsiEncoding: windows,
  MacRomanEncoding: withHigh(ascii, 0x80, MAC_HIGH),
  StandardEncoding: withHigh(withHigh(withHigh(ascii, 0xa1, STANDARD_HIGH), 0x27, "’"), 0x60, "‘"),
};

const document = withHigh(withHigh(windows, 0x18, DOCUMENT_LOW), 0x80, DOCUMENT_HIGH);

/** A string for people (7.9.2.2): UTF-16 or UTF-8 where a mark says so, else PDFDocEncoding. */
export function textString(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeText(bytes, "utf-16be", 2) ?? "";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeText(bytes, "utf-16le", 2) ?? "";
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return decodeText(bytes, "utf-8", 3) ?? "";
  }
  let text = "";
  for (let i = 0; i < bytes.length; i++) text += document[bytes[i] as number] as string;
  return text;
}
