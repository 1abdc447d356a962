import type { RefusalCode } from "../../core/refusal";
import { decodeBase64Bytes } from "../base64";
import { decodeQuotedPrintable } from "../quoted-printable";
import { type HeaderField, readHeader } from "./header-fields";
import { readParameters, type Structured } from "./parameters";
import { decodeUuencode } from "./uuencode";

/** One part of a mail (RFC 2045): its header, where its body stands, and the parts inside. */
export interface Entity {
  readonly fields: readonly HeaderField[];
  readonly type: Structured;
  readonly disposition: Structured;
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly parts: readonly Entity[];
}

/** What keeps a mail from being taken apart. */
export class MimeRefused extends Error {
  constructor(readonly code: RefusalCode) {
    super(code);
  }
}

export interface MimeLimits {
  readonly mimeDepth: number;
  readonly entries: number;
}

const DASH = 0x2d;
const LF = 0x0a;
const CR = 0x0d;

export const fieldValue = (fields: readonly HeaderField[], name: string): string =>
  fields.find((each) => each.name === name)?.value ?? "";

/** Takes a mail apart. Throws MimeRefused for too many levels or parts and for missing borders. */
export function readEntity(bytes: Uint8Array, limits: MimeLimits): Entity {
  let left = limits.entries;
  const read = (from: number, to: number, depth: number, fallback: string): Entity => {
    if (depth > limits.mimeDepth) throw new MimeRefused("extract/too-deep");
    if (left-- === 0) throw new MimeRefused("extract/too-many-entries");
    const { fields, bodyAt } = readHeader(bytes, from, to);
    const type = readParameters(fieldValue(fields, "content-type") || fallback);
    const disposition = readParameters(fieldValue(fields, "content-disposition"));
    const inner = type.value === "multipart/digest" ? "message/rfc822" : "text/plain";
    const parts = type.value.startsWith("multipart/")
      ? partRanges(bytes, bodyAt, to, type.parameters.get("boundary") ?? "").map((range) =>
          read(range.from, range.to, depth + 1, inner),
        )
      : [];
    return { fields, type, disposition, bytes, from: bodyAt, to, parts };
  };
  return read(0, bytes.length, 0, "text/plain");
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The parts between border lines; a mail without its closing border was cut off. */
function partRanges(bytes: Uint8Array, from: number, to: number, boundary: string): Range[] {
  if (boundary === "") throw new MimeRefused("extract/damaged");
  const ranges: Range[] = [];
  let start = -1;
  for (let at = from; at < to;) {
    const found = bytes.indexOf(LF, at);
    const next = found < 0 || found >= to ? to : found + 1;
    const border = borderAt(bytes, at, next, boundary);
    if (border !== NO_BORDER) {
      if (start >= 0) ranges.push({ from: start, to: Math.max(start, beforeBreak(bytes, at)) });
      if (border === LAST_BORDER) return ranges;
      start = next;
    }
    at = next;
  }
  throw new MimeRefused("extract/damaged");
}

const NO_BORDER = 0;
const BORDER = 1;
const LAST_BORDER = 2;

function borderAt(bytes: Uint8Array, at: number, next: number, boundary: string): number {
  if (bytes[at] !== DASH || bytes[at + 1] !== DASH) return NO_BORDER;
  const end = at + 2 + boundary.length;
  if (end > next) return NO_BORDER;
  for (let i = 0; i < boundary.length; i++) {
    if (bytes[at + 2 + i] !== boundary.charCodeAt(i)) return NO_BORDER;
  }
  const isLast = end + 2 <= next && bytes[end] === DASH && bytes[end + 1] === DASH;
  for (let i = isLast ? end + 2 : end; i < next; i++) {
    if ((bytes[i] as number) > 0x20) return NO_BORDER;
  }
  return isLast ? LAST_BORDER : BORDER;
}

/** The line break before a border belongs to the border. */
function beforeBreak(bytes: Uint8Array, at: number): number {
  const end = bytes[at - 1] === LF ? at - 1 : at;
  return bytes[end - 1] === CR ? end - 1 : end;
}

/** The body without its transfer encoding; null where it is damaged or the encoding unknown. */
export function bodyBytes({ fields, bytes, from, to }: Entity): Uint8Array | null {
  const encoding = fieldValue(fields, "content-transfer-encoding").toLowerCase();
  switch (encoding.replace(/\s*\([^)]*\)/g, "").replace(/[\s;]+$/, "")) {
    case "":
    case "7bit":
    case "8bit":
    case "binary":
      return bytes.subarray(from, to);
    case "base64":
      return decodeBase64Bytes(bytes, from, to);
    case "quoted-printable":
      return decodeQuotedPrintable(bytes, from, to);
    case "uuencode":
    case "x-uuencode":
    case "x-uue":
      return decodeUuencode(bytes, from, to);
    default:
      return null;
  }
}
