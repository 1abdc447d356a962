import type { Extraction } from "../core/extraction";
import type { BlockWriter } from "./block-writer";

/** Texts as lines of prose, numbered from 1; each may hold lines of its own. */
export function* textLines(writer: BlockWriter, texts: readonly string[]): Extraction {
  for (let i = 0; i < texts.length; i++) {
    for (const piece of (texts[i] as string).split(/[\r\n\v\f]+/)) {
      if (piece !== "") writer.line(piece, i + 1);
    }
    if (writer.full) yield { type: "block", block: writer.take() };
  }
  if (!writer.empty) yield { type: "block", block: writer.take() };
}
