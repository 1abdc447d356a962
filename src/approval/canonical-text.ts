import { nfc } from "../text/nfc";

/** What mail programs exchange for each other: blanks, line ends and no-break spaces. */
const WHITE_SPACE = /[\t\n\v\f\r \u00a0]+/g;

/** One spelling of a text: NFC, each run of white space one space, none at the ends. */
export const canonicalText = (text: string): string =>
  nfc(text.replace(WHITE_SPACE, " ").replace(/^ | $/g, ""));

/** Half a character: encoders replace it in different ways, so that it could stand for anything. */
export function hasLoneSurrogate(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const next = text.charCodeAt(i + 1);
    if (unit > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return true;
    i += 1;
  }
  return false;
}
