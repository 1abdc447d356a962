import { hash } from "@stablelib/sha256";
import { hexOfBytes } from "../approval/hex";
import type { History } from "../core/history";
import { SHORTEST_LINE } from "../judgement/baseline";
import { bodyLines } from "../judgement/body-lines";
import { encodeUtf8 } from "../text/utf8";
import type { Job } from "./inspection/job";

/** Lines with which the clients of Japan begin a quote. */
const BEGINS_QUOTE = [
  /^-{3,}\s*(original|forwarded|元の|転送|返信元)/i,
  /^_{10,}$/,
  /^on .{5,200} wrote:$/i,
  /^.{5,200}(さんは書きました|のメール)[:：]$/,
  /^\d{4}年.{5,200}[:：]$/,
];
const FROM = /^(from|差出人|送信者|発信者)\s*[:：]/i;
const BESIDE_FROM = /^(sent|date|to|subject|送信日時|日付|日時|宛先|件名)\s*[:：]/i;
/** Lines after "From:" in which the rest of a quote's header has to follow. */
const HEADER_LINES = 4;

/**
 * What the sender wrote: the body down to its first quote, without quoted lines and without the
 * lines that were there when composing began. Shown to the sender before anything is sent.
 */
export function ownText({ message, history }: Pick<Job, "message" | "history">): string {
  const lines = bodyLines(message.bodyHtml);
  const start = lines.findIndex((_, index) => beginsQuote(lines, index));
  const own = (start < 0 ? lines : lines.slice(0, start)).filter((line) => !line.startsWith(">"));
  const isOld = knownLines(history);
  const old = own.map(isOld);
  return own
    .filter((line, at) => old[at] === false && !(isShort(line) && isAmong(old, at)))
    .join("\n");
}

/** Too short to be kept in a baseline: as old as the lines around it. */
const isShort = (line: string): boolean => line.length < SHORTEST_LINE;
const isAmong = (old: readonly boolean[], at: number): boolean =>
  old.slice(0, at).includes(true) && old.slice(at).includes(true);

function beginsQuote(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? "";
  if (BEGINS_QUOTE.some((pattern) => pattern.test(line))) return true;
  const next = lines.slice(index + 1, index + 1 + HEADER_LINES);
  return FROM.test(line) && next.some((each) => BESIDE_FROM.test(each));
}

/** A baseline keeps the beginnings of its lines' digests. */
function knownLines(history: History): (line: string) => boolean {
  const digests = history.state === "known" ? history.baseline.lines : [];
  const digits = digests[0]?.length ?? 0;
  if (digits === 0) return () => false;
  const known = new Set(digests);
  return (line) => known.has(hexOfBytes(hash(encodeUtf8(line))).slice(0, digits));
}
