import type { Extraction } from "../../core/extraction";
import type { BlockWriter } from "../block-writer";
import { isBlank } from "./is-blank";
import { nameKey } from "./name-key";
import { END, END_OF_XML, START, TEXT, type XmlScanner } from "./xml-scanner";
import { appendText } from "./xml-text";

/** Their ends do not end a line: runs of text within a paragraph. */
const INLINE = new Set(["r", "t", "rPr", "b", "i", "sz", "color"].map(nameKey));
/** Furigana repeat a name that stands beside them. */
const FURIGANA = new Set(["rPh"].map(nameKey));
/** In drawings these hold the numbers of where something stands. */
const GEOMETRY = new Set("from to Anchor Row Column".split(" ").map(nameKey));
/** Attributes that hold what people wrote: cached values, names, descriptions of pictures. */
const WRITTEN = new Set(["v", "displayName", "descr", "tooltip"].map(nameKey));
/** Values that are only numbers of other values (shared items of a pivot table). */
const INDEX = nameKey("x");

/** Every text in an XML part of whatever kind, a line for each element that is not inline. */
export function* xmlLines(scanner: XmlScanner, writer: BlockWriter, isDrawing = false): Extraction {
  const leftOut = isDrawing ? GEOMETRY : FURIGANA;
  const lines = new Lines(writer);
  for (let token = scanner.next(); token !== END_OF_XML; token = scanner.next()) {
    if (token === TEXT) lines.text(scanner);
    else if (token === END && !INLINE.has(scanner.name)) lines.end();
    else if (token === START) {
      if (leftOut.has(scanner.name)) scanner.skipElement();
      else lines.attributes(scanner);
    }
    if (writer.full) yield { type: "block", block: writer.take() };
  }
  lines.end();
  if (!writer.empty) yield { type: "block", block: writer.take() };
}

class Lines {
  private row = 1;
  private isOpen = false;

  constructor(private readonly writer: BlockWriter) {}

  text(scanner: XmlScanner): void {
    if (!this.isOpen && isBlank(scanner)) return;
    appendText(scanner, this.writer.text);
    this.isOpen = true;
  }

  attributes(scanner: XmlScanner): void {
    if (scanner.name === INDEX) return;
    while (scanner.nextAttribute()) {
      if (!WRITTEN.has(scanner.attribute) || isBlank(scanner)) continue;
      this.end();
      this.text(scanner);
      this.end();
    }
  }

  end(): void {
    if (!this.isOpen) return;
    this.writer.endCell(0);
    this.writer.endRow(this.row);
    this.row += 1;
    this.isOpen = false;
  }
}
