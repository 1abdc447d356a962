import { charsetOf, decodeText } from "../charset";
import { encodeUtf8 } from "../utf8";
import { decodeWords, joined } from "./encoded-words";
import { unfolded } from "./header-fields";

/** A structured header value: `attachment; filename="a.csv"`. */
export interface Structured {
  /** What stands before the first semicolon, lower case. */
  readonly value: string;
  /** By lower-case name; null where a value cannot be decoded. */
  readonly parameters: ReadonlyMap<string, string | null>;
}

interface Segment {
  readonly index: number;
  readonly isExtended: boolean;
  readonly value: string;
}

const PARAMETER = /;\s*([^\s=;*"]+)(?:\*(\d{1,4}))?(\*)?\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/g;

/** Reads parameters as RFC 2045, RFC 2231 and the mailers that encode words in them write them. */
export function readParameters(header: string): Structured {
  const semicolon = header.indexOf(";");
  const value = (semicolon < 0 ? header : header.slice(0, semicolon)).trim().toLowerCase();
  const segments = new Map<string, Segment[]>();
  const pattern = new RegExp(PARAMETER.source, "g");
  for (let match = pattern.exec(header); match; match = pattern.exec(header)) {
    const [, name = "", index, star, quoted, token = ""] = match;
    const key = name.toLowerCase();
    const segment = {
      index: Number(index ?? -1),
      isExtended: star !== undefined,
      value: quoted === undefined ? token.trim() : quoted.replace(/\\(["\\])/g, "$1"),
    };
    segments.set(key, [...(segments.get(key) ?? []), segment].slice(-MOST_SEGMENTS));
  }
  const parameters = new Map<string, string | null>();
  segments.forEach((each, name) => parameters.set(name, assembled(each)));
  return { value, parameters };
}

const MOST_SEGMENTS = 200;

function assembled(segments: readonly Segment[]): string | null {
  const whole = segments.find(({ index, isExtended }) => index < 0 && isExtended);
  const parts = segments.filter(({ index }) => index >= 0).sort((a, b) => a.index - b.index);
  const plain = segments.find(({ index, isExtended }) => index < 0 && !isExtended);
  if (whole) return extended([whole]);
  if (parts.length > 0) return extended(parts);
  return plain ? decodeWords(plain.value) : null;
}

/** Bytes of all segments together, for a character may be cut by their border. */
function extended(segments: readonly Segment[]): string | null {
  const [first] = segments;
  if (!first || !segments.some(({ isExtended }) => isExtended)) {
    return decodeWords(segments.map(({ value }) => value).join(""));
  }
  const mark = /^([^']*)'[^']*'/.exec(first.isExtended ? first.value : "");
  const parts = segments.map(({ value, isExtended }, index) => {
    const text = index === 0 && mark ? value.slice(mark[0].length) : value;
    return isExtended ? percentBytes(text) : encodeUtf8(text);
  });
  const charset = charsetOf(mark?.[1] === undefined || mark[1] === "" ? "utf-8" : mark[1]);
  const text = charset && decodeText(joined(parts), charset);
  return text === null ? null : unfolded(text);
}

function percentBytes(text: string): Uint8Array {
  const codes = encodeUtf8(text);
  const out = new Uint8Array(codes.length);
  let length = 0;
  for (let i = 0; i < codes.length; i++) {
    const pair = codes[i] === 0x25 ? String.fromCharCode(codes[i + 1] ?? 0, codes[i + 2] ?? 0) : "";
    const isCode = /^[\da-f]{2}$/i.test(pair);
    out[length++] = isCode ? Number.parseInt(pair, 16) : (codes[i] as number);
    if (isCode) i += 2;
  }
  return out.subarray(0, length);
}
