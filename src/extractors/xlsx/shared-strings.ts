import type { StringTable } from "../sheets/string-table";
import { nameKey } from "../xml/name-key";
import { isBlank } from "../xml/is-blank";
import { readText } from "../xml/read-text";
import { END, END_OF_XML, START, TEXT, type XmlScanner } from "../xml/xml-scanner";
import { appendText } from "../xml/xml-text";

const ITEM = nameKey("si");
const TEXT_ELEMENT = nameKey("t");
const PHONETIC = nameKey("rPh");

/** Reads a part of shared strings into the table; readings of names (furigana) are left out. */
export function readSharedStrings(scanner: XmlScanner, table: StringTable): void {
  for (let token = scanner.next(); token !== END_OF_XML; token = scanner.next()) {
    if (token === START && scanner.name === TEXT_ELEMENT) readText(scanner, table.text);
    else if (token === START && scanner.name === PHONETIC) scanner.skipElement();
    else if (token === TEXT && !isBlank(scanner)) appendText(scanner, table.text);
    else if (token === END && scanner.name === ITEM) table.push();
  }
  table.close();
}
