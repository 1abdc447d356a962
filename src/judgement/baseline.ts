import type { Baseline } from "../core/history";
import type { Message } from "../core/message";
import { sha256Hex } from "../inspection/digest";
import { normalAddress, splitAddress } from "../text/address";
import { within } from "../text/domain";
import { encodeUtf8 } from "../text/utf8";
import { bodyLines } from "./body-lines";

/** A new mail that begins with more text than this begins with more than a signature. */
const SIGNATURE_UNITS = 600;
/** A shorter line says too little to be recognised by. */
export const SHORTEST_LINE = 6;
const MOST_LINES = 32;
const LINE_DIGITS = 8;

/** What is present when composing begins; to be taken once, before the sender can change anything. */
export function baselineOf(
  message: Message,
  nonce: string,
  insideDomains: readonly string[],
): Baseline {
  const isInside = within(insideDomains);
  const outside: string[] = [];
  let hadInside = false;
  for (const { address } of message.recipients) {
    const normal = normalAddress(address);
    const split = normal === null ? null : splitAddress(normal);
    if (split !== null && isInside(split.domain)) hadInside = true;
    else if (normal !== null) outside.push(addressDigest(normal));
  }
  const lines = bodyLines(message.bodyHtml);
  return {
    nonce,
    attachments: message.attachments.map(({ content }) =>
      content.state === "read" ? sha256Hex(content.bytes) : "",
    ),
    outside,
    hadInside,
    hadText: beganWithText(message, lines),
    // Also of a short text that counts for nothing: it is not what the sender writes now.
    lines: longestLines(lines).map(lineDigest),
  };
}

/** Whether most of the text that composing began with still stands in the body. */
export function textStays(baseline: Baseline, bodyHtml: string): boolean {
  if (!baseline.hadText) return false;
  if (baseline.lines.length === 0) return true;
  const now = new Set(bodyLines(bodyHtml).filter(isLong).map(lineDigest));
  const staying = baseline.lines.filter((line) => now.has(line)).length;
  return staying * 2 > baseline.lines.length;
}

export const addressDigest = (normal: string): string => sha256Hex(encodeUtf8(normal));

function beganWithText(message: Message, lines: readonly string[]): boolean {
  const units = lines.reduce((sum, line) => sum + line.length, 0);
  return message.composeType === "new" ? units > SIGNATURE_UNITS : units > 0;
}

const isLong = (line: string): boolean => line.length >= SHORTEST_LINE;

const longestLines = (lines: readonly string[]): string[] =>
  Array.from(new Set(lines.filter(isLong)))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .slice(0, MOST_LINES);

const lineDigest = (line: string): string => sha256Hex(encodeUtf8(line)).slice(0, LINE_DIGITS);
