import type { Facts } from "../core/verdict";

/** Names from the mail as they may stand in an alert: one short line that shows what it says. */
const LONGEST = 40;

/** Line ends, other controls, and the signs that turn writing round or hide characters. */
const UNSEEN: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xfeff, 0xfeff],
];

const isUnseen = (unit: number): boolean =>
  UNSEEN.some(([first, last]) => unit >= first && unit <= last);

function oneLine(text: string): string {
  let line = "";
  for (let i = 0; i < text.length; i++) line += isUnseen(text.charCodeAt(i)) ? " " : text.charAt(i);
  return line.replace(/ {2,}/g, " ");
}

const MARKS = /[\\`*_[\]()<>#~|!]/g;

/** A long name keeps its beginning and its end, where the file's type stands. */
function shortName(text: string): string {
  const line = oneLine(text);
  if (line.length <= LONGEST) return line;
  const half = (LONGEST - 2) / 2;
  const start = line.slice(0, half).replace(/[\ud800-\udbff]$/, "");
  return `${start}…${line.slice(-half).replace(/^[\udc00-\udfff]/, "")}`;
}

export const escapeMarkdown = (text: string): string => text.replace(MARKS, "\\$&");

/** The facts of a finding with every text in them made safe for where it will be shown. */
export function shownFacts(facts: Facts, style: "plain" | "markdown"): Facts {
  const show = (text: string): string =>
    style === "plain" ? shortName(text) : escapeMarkdown(shortName(text));
  const shown: Record<string, Facts[string]> = {};
  for (const key of Object.keys(facts)) {
    const value = facts[key];
    if (value === undefined) continue;
    if (typeof value === "number") shown[key] = value;
    else shown[key] = typeof value === "string" ? show(value) : value.map(show);
  }
  return shown;
}
