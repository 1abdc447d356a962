import { readElsewhere } from "../elsewhere";
import type { Extractor } from "../extractor";
import { u16 } from "../little-endian";
import { Refused } from "../refused";
import { isCompoundFile } from "./is-compound-file";

/** Directory entries stand at multiples of their size, whatever the size of a sector. */
const ENTRY_SIZE = 128;
const NAME_LENGTH_AT = 64;
const ENCRYPTED = "EncryptedPackage";
/** Streams by which the pane knows what it reads (kinds.ts, ole-object.ts). */
const KNOWN = [
  "Workbook",
  "Book",
  "WordDocument",
  "PowerPoint Document",
  "__properties_version1.0",
  "\u0001Ole10Native",
  "Package",
  "CONTENTS",
];

/** Compound files where there is no room for their reader: only the names inside are looked at. */
export const compoundElsewhere: Extractor = {
  id: "compound",
  accepts: isCompoundFile,
  *extract({ bytes }) {
    const names = streamNames(bytes);
    if (names.indexOf(ENCRYPTED) >= 0) throw new Refused("extract/encrypted");
    if (!KNOWN.some((name) => names.indexOf(name) >= 0)) throw new Refused("extract/unsupported");
    yield* readElsewhere();
  },
};

function streamNames(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  for (let at = ENTRY_SIZE; at + ENTRY_SIZE <= bytes.length; at += ENTRY_SIZE) {
    const length = u16(bytes, at + NAME_LENGTH_AT) / 2 - 1;
    if (length < 1 || length > 31) continue;
    let name = "";
    for (let i = 0; i < length; i++) name += String.fromCharCode(u16(bytes, at + 2 * i));
    names.push(name);
  }
  return names;
}
