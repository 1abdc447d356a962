import type { Extraction } from "../core/extraction";
import { inside } from "../core/place";
import type { ExtractionContext, Extractor, Source } from "./extractor";
import { isFromLine, isMbox } from "./is-mbox";

/** Mailboxes in one file (RFC 4155): each mail begins with a line `From `. */
const LF = 0x0a;
const CR = 0x0d;

export const mbox: Extractor = {
  id: "mbox",
  accepts: isMbox,

  *extract({ bytes, place, depth }: Source, context: ExtractionContext): Extraction {
    let start = 0;
    for (let number = 1; start < bytes.length; number++) {
      context.budget.entry();
      const end = nextMail(bytes, lineEnd(bytes, start));
      const mail = bytes.subarray(lineEnd(bytes, start), end);
      const name = `${String(number)}.eml`;
      yield* context.nested({
        name,
        bytes: mail,
        place: inside(place, "file", name),
        depth: depth + 1,
      });
      start = end;
    }
  },
};

/** The mark of a mail stands behind a blank line, or it is a word in a text. */
function nextMail(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(LF, from - 1); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    const isBlankBefore = bytes[at - 1] === LF || (bytes[at - 1] === CR && bytes[at - 2] === LF);
    if (isBlankBefore && isFromLine(bytes, at + 1)) return at + 1;
  }
  return bytes.length;
}

function lineEnd(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(LF, from);
  return end < 0 ? bytes.length : end + 1;
}
