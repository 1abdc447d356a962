import { canonicalTable, classTable, LATIN } from "./characters";
import { NO, SURE, type Certainty, type TextDetector } from "./detector";
import { mix, SEED_HIGH, SEED_LOW, stepHigh, stepLow, type Reading } from "./hash";
import { maskEmail } from "./mask";
import { WordFinder } from "./word-finder";

const AT = 0x40;
const DOT = 0x2e;
const HYPHEN = 0x2d;
const LONGEST = 254;
const LONGEST_LOCAL = 64;

/** Local parts of desks and of templates: they reach no person. */
const DESKS =
  "info support sales contact admin webmaster postmaster office help helpdesk inquiry otoiawase " +
  "toiawase recruit saiyo soumu eigyo news newsletter magazine mail marketing press privacy " +
  "security service shop store order orders billing abuse noreply no-reply no_reply donotreply " +
  "do-not-reply mailer-daemon customer cs pr hr example sample yourname your-name your.name " +
  "username user xxx xxxx xxxxx aaa";
const LONGEST_DESK = 16;
const desks = new WordFinder(DESKS.split(" "));
const lowered = new Uint16Array(LONGEST_DESK);

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

/** In one pass over a cell; what stands around an address in running text is for `find`. */
function read(
  units: Uint16Array,
  from: number,
  to: number,
  _labelled: boolean,
  reading: Reading,
): Certainty {
  const canonical = canonicalTable();
  let high = SEED_HIGH;
  let low = SEED_LOW;
  let part = LOCAL_PART;
  let at = -1;
  for (let i = from; i < to; i++) {
    const unit = units[i] as number;
    if (unit === AT && at < 0) {
      at = i;
      part = DOMAIN_PART;
    } else if (((PARTS[unit] as number) & part) === 0) return NO;
    const spelled = canonical[unit] as number;
    high = stepHigh(high, spelled);
    low = stepLow(low, spelled);
  }
  if (at <= from || at - from > LONGEST_LOCAL || to - at > LONGEST) return NO;
  if (!isPart(units[to - 1] as number, LETTER_OR_DIGIT)) return NO;
  if (!hasTopLevel(units, at + 1, to, classTable()) || isDesk(units, from, at)) return NO;
  reading.at(from, to);
  reading.high = mix(high);
  reading.low = mix(low);
  return SURE;
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
  while (
    start > from &&
    at - start < LONGEST_LOCAL &&
    isPart(units[start - 1] as number, LOCAL_PART)
  )
    start -= 1;
  let end = at + 1;
  while (end < to && end - at < LONGEST && isPart(units[end] as number, DOMAIN_PART)) end += 1;
  const next = end < to ? units[end] : 0;
  while (end > at + 1 && !isPart(units[end - 1] as number, LETTER_OR_DIGIT)) end -= 1;
  if (start === at || next === AT || next === 0x3a || units[start - 1] === AT) return NO;
  if (!hasTopLevel(units, at + 1, end, classes) || isDesk(units, start, at)) return NO;
  reading.at(start, end);
  reading.hash(units, start, end, canonicalTable());
  return SURE;
}

/** Bits of `PARTS`: RFC 5322 atext without the signs that frame addresses in lists; DNS names. */
const LOCAL_PART = 1;
const DOMAIN_PART = 2;
const LETTER_OR_DIGIT = 4;
const PARTS = new Uint8Array(0x10000);
for (const sign of "._-+!#$%&*/=?^`{|}~'") PARTS[sign.charCodeAt(0)] = LOCAL_PART;
for (let unit = 0x30; unit <= 0x7a; unit++) {
  if (/[0-9A-Za-z]/.test(String.fromCharCode(unit))) PARTS[unit] = 7;
}
PARTS[DOT] = LOCAL_PART | DOMAIN_PART;
PARTS[HYPHEN] = LOCAL_PART | DOMAIN_PART;

const isPart = (unit: number, part: number): boolean => ((PARTS[unit] as number) & part) !== 0;

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
  if (to - from > LONGEST_DESK) return false;
  const canonical = canonicalTable();
  for (let i = from; i < to; i++) lowered[i - from] = canonical[units[i] as number] as number;
  return desks.is(lowered, 0, to - from);
}
