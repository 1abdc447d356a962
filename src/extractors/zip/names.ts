import { decodeText } from "../../text/charset";
import { u16, u32 } from "../little-endian";
import { crc32 } from "./crc32";

/**
 * Decides how a member's name is spelled. Japanese archivers write CP932 without saying so, those
 * of macOS UTF-8 without saying so; the flag and the Unicode path field (APPNOTE 4.6.9) go first.
 */
const FLAG_UTF8 = 0x0800;
const UNICODE_PATH = 0x7075;
const UNICODE_PATH_HEAD = 5;

export function memberName(raw: Uint8Array, extra: Uint8Array, flags: number): string {
  const field = flags & FLAG_UTF8 ? null : findField(extra, UNICODE_PATH);
  if (field && field.length > UNICODE_PATH_HEAD && u32(field, 1) === crc32(raw)) {
    const name = decodeText(field, "utf-8", UNICODE_PATH_HEAD);
    if (name !== null) return name;
  }
  return decodeLabel(raw);
}

/** Text without a charset of its own: names and comments. */
export const decodeLabel = (raw: Uint8Array): string =>
  decodeText(raw, "utf-8") ??
  decodeText(raw, "cp932") ??
  Array.from(raw, (byte) => String.fromCharCode(byte)).join("");

/** The content of one extra field, null where there is none or it is cut off. */
export function findField(extra: Uint8Array, id: number): Uint8Array | null {
  for (let at = 0; at + 4 <= extra.length; at += 4 + u16(extra, at + 2)) {
    const end = at + 4 + u16(extra, at + 2);
    if (u16(extra, at) === id && end <= extra.length) return extra.subarray(at + 4, end);
  }
  return null;
}
