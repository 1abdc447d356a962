import type { Extraction } from "../core/extraction";
import type { BlockWriter } from "./block-writer";

const TAB = 0x09;
const LAST_BREAK = 0x0d;

/** Texts as lines of prose, numbered from 1; each may hold lines of its own. */
export function* textLines(writer: BlockWriter, texts: readonly string[]): Extraction {
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i] as string;
    let from = 0;
    for (let at = 0; at <= text.length; at++) {
      const unit = text.charCodeAt(at);
      // LF, VT, FF or CR; NaN at the end.
      if (unit > LAST_BREAK || unit <= TAB) continue;
      if (at > from) writer.line(text.slice(from, at), i + 1);
      from = at + 1;
      if (writer.full) yield { type: "block", block: writer.take() };
    }
  }
  if (!writer.empty) yield { type: "block", block: writer.take() };
}
