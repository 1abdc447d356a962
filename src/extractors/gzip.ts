import type { Extraction } from "../core/extraction";
import { inside } from "../core/place";
import type { ExtractionContext, Extractor, Source } from "./extractor";
import { isGzip } from "./is-gzip";
import { u16, u32 } from "./little-endian";
import { damaged } from "./refused";
import { crc32 } from "./zip/crc32";
import { inflateUpTo } from "./zip/inflate";
import { decodeLabel } from "./zip/names";

/** Gzip files (RFC 1952): one file, perhaps in several pieces. */
const DEFLATED = 8;
const HEAD = 10;
const TRAILER = 8;
const FLAG_CHECK = 2;
const FLAG_EXTRA = 4;
const FLAG_NAME = 8;
const FLAG_COMMENT = 16;
const FIRST_ROOM = 4;

export const gzip: Extractor = {
  id: "gzip",
  accepts: (bytes) => isGzip(bytes),

  *extract(source: Source, context: ExtractionContext): Extraction {
    const { bytes } = source;
    const pieces: Uint8Array[] = [];
    let name = source.name.replace(/\.gz$/i, "").replace(/\.tgz$/i, ".tar");
    for (let at = 0; at < bytes.length;) {
      // Blocks of tapes are filled up with zeros.
      if (pieces.length > 0 && bytes.subarray(at).every((byte) => byte === 0)) break;
      context.budget.entry();
      const head = readHead(bytes, at);
      if (head.name !== "") name = head.name;
      const piece = unpack(bytes.subarray(head.end), context);
      pieces.push(piece.bytes);
      at = head.end + piece.taken + TRAILER;
    }
    const place = inside(source.place, "file", name);
    yield* context.nested({ name, bytes: joined(pieces), place, depth: source.depth + 1 });
  },
};

function readHead(
  bytes: Uint8Array,
  start: number,
): { readonly end: number; readonly name: string } {
  if (!isGzip(bytes, start) || bytes[start + 2] !== DEFLATED) {
    throw damaged();
  }
  const flags = bytes[start + 3] ?? 0;
  let end = start + HEAD;
  let name = "";
  if (flags & FLAG_EXTRA) end += 2 + u16(bytes, end);
  for (const flag of [FLAG_NAME, FLAG_COMMENT]) {
    if ((flags & flag) === 0) continue;
    const stop = bytes.indexOf(0, end);
    if (stop < 0) throw damaged();
    if (flag === FLAG_NAME) name = decodeLabel(bytes.subarray(end, stop));
    end = stop + 1;
  }
  return { end: flags & FLAG_CHECK ? end + 2 : end, name };
}

/** Nobody says beforehand how large it becomes: the room grows, and is paid for as it does. */
function unpack(
  packed: Uint8Array,
  { budget }: ExtractionContext,
): { readonly bytes: Uint8Array; readonly taken: number } {
  const last = u32(packed, packed.length - 4);
  const isLikely = last <= packed.length * 1032 && last >= packed.length / 2;
  let room = isLikely ? last : Math.max(packed.length * FIRST_ROOM, 1024);
  for (;;) {
    budget.time();
    budget.unpack(room);
    const out = new Uint8Array(room);
    const { size, taken } = inflateUpTo(packed, out);
    if (size <= room) {
      const bytes = out.subarray(0, size);
      const isRight = u32(packed, taken) === crc32(bytes) && u32(packed, taken + 4) === size;
      if (!isRight || taken + TRAILER > packed.length) throw damaged();
      return { bytes, taken };
    }
    room *= FIRST_ROOM;
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0] as Uint8Array;
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
