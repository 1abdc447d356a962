import { canonicalTable, classTable, DIGIT, LATIN } from "./characters";
import { NO, SURE, type Certainty, type TextDetector } from "./detector";
import type { Reading } from "./hash";
import { maskEmail } from "./mask";
import { unitsToString } from "../text/units";

const AT = 0x40;
const DOT = 0x2e;
const HYPHEN = 0x2d;
const LONGEST = 254;

/** Local parts of desks and of templates: they reach no person. */
const DESKS =
  /^(info|support|sales|contact|admin|webmaster|postmaster|office|help|helpdesk|inquiry|otoiawase|toiawase|recruit|saiyo|soumu|eigyo|news|newsletter|magazine|mail|marketing|press|privacy|security|service|shop|store|order|orders|billing|abuse|noreply|no-reply|no_reply|donotreply|do-not-reply|mailer-daemon|customer|cs|pr|hr|example|sample|yourname|your-name|your\.name|username|user|xxx+|aaa+|\*+)$/;

/**
 * Mail addresses in the form that people and carriers use: a local part of ASCII, dots anywhere in
 * it (foo..bar.@docomo.ne.jp is real), a domain with a dot. Desks (info@) are no persons.
 */
export const email: TextDetector = {
  id: "email",
  form: "text",
  labels: ["メール", "mail", "email", "e-mail", "eメール", "メアド"],
  heeds: ["email"],
  agreement: { values: 3, share: 0.8 },
  standsAlone: false,
  triggers: "@",
  read,
  find,
  mask: maskEmail,
  examples: {
    hit: ["taro.yamada@example.com", "foo..bar.@docomo.ne.jp", "山田 <taro@example.co.jp>"],
    miss: ["info@example.com", "taro@localhost", "@taro", "git@github.com:a/b", "a@b@c.com"],
  },
};

function read(
  units: Uint16Array,
  from: number,
  to: number,
  _labelled: boolean,
  reading: Reading,
): Certainty {
  let at = from;
  while (at < to && units[at] !== AT) at += 1;
  if (at === to || find(units, at, from, to, reading) === NO) return NO;
  return reading.start === from && reading.end === to ? SURE : NO;
}

function find(
  units: Uint16Array,
  at: number,
  from: number,
  to: number,
  reading: Reading,
): Certainty {
  const classes = classTable();
  let start = at;
  while (start > from && at - start < 64 && isLocal(units[start - 1] as number, classes))
    start -= 1;
  let end = at + 1;
  while (end < to && end - at < LONGEST && isDomain(units[end] as number, classes)) end += 1;
  const next = end < to ? units[end] : 0;
  while (end > at + 1 && !isLetterOrDigit(units[end - 1] as number, classes)) end -= 1;
  if (start === at || next === AT || next === 0x3a || units[start - 1] === AT) return NO;
  if (!hasTopLevel(units, at + 1, end, classes) || isDesk(units, start, at)) return NO;
  reading.at(start, end);
  reading.hash(units, start, end, canonicalTable());
  return SURE;
}

function isLetterOrDigit(unit: number, classes: Uint8Array): boolean {
  return unit < 0x80 && (classes[unit] === LATIN || classes[unit] === DIGIT);
}

/** RFC 5322 atext without the signs that frame addresses in lists. */
function isLocal(unit: number, classes: Uint8Array): boolean {
  if (isLetterOrDigit(unit, classes)) return true;
  return "._-+!#$%&*/=?^`{|}~'".indexOf(String.fromCharCode(unit)) >= 0;
}

function isDomain(unit: number, classes: Uint8Array): boolean {
  return isLetterOrDigit(unit, classes) || unit === DOT || unit === HYPHEN;
}

/** A dot, and at least two letters behind the last one. */
function hasTopLevel(units: Uint16Array, from: number, to: number, classes: Uint8Array): boolean {
  let letters = 0;
  for (let i = to - 1; i > from; i--) {
    if (units[i] === DOT) return letters >= 2 && units[i - 1] !== DOT && units[from] !== DOT;
    if (classes[units[i] as number] === LATIN) letters += 1;
    else if (letters < 2) return false;
  }
  return false;
}

function isDesk(units: Uint16Array, from: number, to: number): boolean {
  return to - from <= 16 && DESKS.test(unitsToString(units, from, to).toLowerCase());
}
