import type { Baseline } from "../core/history";

/** Custom properties of an item hold 2,500 characters, all add-in data and its JSON together. */
export const LONGEST_BASELINE = 2000;

const VERSION = 1;
const DIGITS = 16;
const LINE_DIGITS = 8;
const MOST_ATTACHMENTS = 60;
const MOST_OUTSIDE = 30;
/** Bytes that could not be read or kept. */
const UNKNOWN = "0".repeat(DIGITS);

/**
 * A baseline as it is stored on an item. Digests are cut to 64 bits; what does not fit is left out on
 * the strict side: a recipient left out counts as added later, an attachment as "may be any".
 */
export function serialiseBaseline(baseline: Baseline): string {
  const tooMany = baseline.attachments.length > MOST_ATTACHMENTS;
  const attachments = tooMany ? [""] : baseline.attachments;
  return JSON.stringify([
    VERSION,
    baseline.nonce,
    (baseline.hadInside ? 1 : 0) + (baseline.hadText ? 2 : 0),
    attachments.map((each) => each.slice(0, DIGITS) || UNKNOWN).join(""),
    baseline.outside
      .slice(0, MOST_OUTSIDE)
      .map((each) => each.slice(0, DIGITS))
      .join(""),
    baseline.lines.join(""),
  ]);
}

/** Null for anything that `serialiseBaseline` did not write: then nobody knows the beginning. */
export function parseBaseline(text: string): Baseline | null {
  if (text.length > LONGEST_BASELINE) return null;
  const row = parseRow(text);
  if (row === null) return null;
  const [version, nonce, flags, attachments, outside, lines] = row;
  if (version !== VERSION || typeof nonce !== "string" || !/^[\w-]{1,64}$/.test(nonce)) return null;
  if (flags !== 0 && flags !== 1 && flags !== 2 && flags !== 3) return null;
  const digests = [
    digestsIn(attachments, DIGITS),
    digestsIn(outside, DIGITS),
    digestsIn(lines, LINE_DIGITS),
  ];
  if (digests.some((each) => each === null)) return null;
  const [attached = [], known = [], long = []] = digests as string[][];
  return {
    nonce,
    attachments: attached.map((each) => (each === UNKNOWN ? "" : each)),
    outside: known,
    hadInside: (flags & 1) > 0,
    hadText: (flags & 2) > 0,
    lines: long,
  };
}

function parseRow(text: string): readonly unknown[] | null {
  try {
    const row: unknown = JSON.parse(text);
    return Array.isArray(row) && row.length === 6 ? row : null;
  } catch {
    return null;
  }
}

function digestsIn(joined: unknown, digits: number): string[] | null {
  if (typeof joined !== "string" || joined.length % digits > 0 || !/^[0-9a-f]*$/.test(joined)) {
    return null;
  }
  const digests: string[] = [];
  for (let at = 0; at < joined.length; at += digits) digests.push(joined.slice(at, at + digits));
  return digests;
}
