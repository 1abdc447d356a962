import type { Extraction } from "../../core/extraction";
import { inside } from "../../core/place";
import { u16, u32 } from "../little-endian";
import { damaged } from "../refused";
import { decodeLabel } from "../zip/names";
import type { CompoundReader } from "./compound";

/** A file that was put into a document: by itself, or in an envelope with its name (MS-OLEDS 2.3.6). */
const WRAPPED = "\u0001Ole10Native";
const PLAIN = ["Package", "CONTENTS"];
const ENVELOPE = 2;
/** Program code of a document of Office. */
const PROGRAM = "PROJECT";

export const oleObject: CompoundReader = {
  accepts: (storage) => [WRAPPED, PROGRAM, ...PLAIN].some((name) => storage.has(name)),

  *read(storage, source, context): Extraction {
    const depth = source.depth + 1;
    if (storage.has(WRAPPED)) {
      const { name, bytes } = unwrap(storage.read(WRAPPED, context.budget));
      const place = inside(source.place, "file", name);
      yield* context.nested({ name, bytes, place, depth });
    }
    for (const name of PLAIN) {
      if (!storage.has(name)) continue;
      const bytes = storage.read(name, context.budget);
      yield* context.nested({ name: source.name, bytes, place: source.place, depth });
    }
  },
};

/** `head` is the length of what stands before the envelope. */
export function unwrap(
  bytes: Uint8Array,
  head = 4,
): { readonly name: string; readonly bytes: Uint8Array } {
  // Programs that draw themselves leave out the envelope.
  if (u16(bytes, head) !== ENVELOPE) return { name: "", bytes: bytes.subarray(head) };
  let at = head + 2;
  const text = (): string => {
    const end = bytes.indexOf(0, at);
    if (end < 0) throw damaged();
    const from = at;
    at = end + 1;
    return decodeLabel(bytes.subarray(from, end));
  };
  const name = text();
  text();
  at += 4;
  at += 4 + u32(bytes, at);
  const size = u32(bytes, at);
  at += 4;
  if (at + size > bytes.length) throw damaged();
  return { name, bytes: bytes.subarray(at, at + size) };
}
