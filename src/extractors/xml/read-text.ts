import type { FoldedText } from "../folded-text";
import { END, TEXT, type XmlScanner } from "./xml-scanner";
import { appendText } from "./xml-text";

/** The text of the element just started, all its pieces joined without a gap. */
export function readText(scanner: XmlScanner, text: FoldedText): void {
  const outside = scanner.depth - 1;
  for (;;) {
    const token = scanner.next();
    if (token === TEXT) appendText(scanner, text);
    else if (token === END && scanner.depth === outside) return;
  }
}
