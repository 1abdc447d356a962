import { cursorOver, type Cursor } from "./cursor";

const UNITS = 4096;

/** Decodes UTF-8 as RFC 3629 defines it: overlong forms, surrogates and cut-off ends are damage. */
export function decodeUtf8(cursor: Cursor, out: Uint16Array): number {
  const { bytes, end } = cursor;
  const room = out.length - 1;
  let at = cursor.position;
  let written = 0;
  while (at < end && written < room) {
    const first = bytes[at] as number;
    if (first < 0x80) {
      out[written++] = first;
      at += 1;
      continue;
    }
    const size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    const point = at + size <= end ? pointAt(bytes, at, first) : -1;
    if (point < 0) {
      cursor.damaged = true;
      break;
    }
    at += size;
    if (point < 0x10000) out[written++] = point;
    else {
      out[written++] = 0xd7c0 + (point >> 10);
      out[written++] = 0xdc00 | (point & 0x3ff);
    }
  }
  cursor.position = at;
  return written;
}

/** The whole text, null where the bytes are not UTF-8. */
export function textOfUtf8(bytes: Uint8Array): string | null {
  const cursor = cursorOver(bytes);
  const units = new Uint16Array(UNITS);
  const parts: string[] = [];
  while (cursor.position < bytes.length) {
    const count = decodeUtf8(cursor, units);
    if (cursor.damaged) return null;
    parts.push(String.fromCharCode.apply(null, units.subarray(0, count) as unknown as number[]));
  }
  return parts.join("");
}

/** The code point of the sequence that starts with `first`, -1 where it is none. */
function pointAt(bytes: Uint8Array, at: number, first: number): number {
  const second = (bytes[at + 1] as number) ^ 0x80;
  if (first < 0xc2 || second > 0x3f) return -1;
  if (first < 0xe0) return ((first & 0x1f) << 6) | second;
  const third = (bytes[at + 2] as number) ^ 0x80;
  if (third > 0x3f) return -1;
  if (first < 0xf0) {
    const point = ((first & 0x0f) << 12) | (second << 6) | third;
    return point < 0x800 || (point >= 0xd800 && point <= 0xdfff) ? -1 : point;
  }
  const fourth = (bytes[at + 3] as number) ^ 0x80;
  if (first > 0xf4 || fourth > 0x3f) return -1;
  const point = ((first & 0x07) << 18) | (second << 12) | (third << 6) | fourth;
  return point < 0x10000 || point > 0x10ffff ? -1 : point;
}

/** UTF-8 of a text; a surrogate without its partner becomes U+FFFD, as in every encoder. */
export function encodeUtf8(text: string): Uint8Array {
  const out = new Uint8Array(text.length * 3);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) as number;
    if (point < 0x80) {
      out[length++] = point;
      continue;
    }
    if (point > 0xffff) i += 1;
    length = putPoint(out, length, point >= 0xd800 && point <= 0xdfff ? 0xfffd : point);
  }
  return out.slice(0, length);
}

function putPoint(out: Uint8Array, at: number, point: number): number {
  let length = at;
  if (point < 0x800) out[length++] = 0xc0 | (point >> 6);
  else if (point < 0x10000) {
    out[length++] = 0xe0 | (point >> 12);
    out[length++] = 0x80 | ((point >> 6) & 0x3f);
  } else {
    out[length++] = 0xf0 | (point >> 18);
    out[length++] = 0x80 | ((point >> 12) & 0x3f);
    out[length++] = 0x80 | ((point >> 6) & 0x3f);
  }
  out[length++] = 0x80 | (point & 0x3f);
  return length;
}
