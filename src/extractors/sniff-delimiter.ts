/**
 * Decides whether a text is a table, and by which sign its cells are divided: the one that stands
 * equally often in most of the first lines. Signs inside quoted cells (RFC 4180) do not count.
 */
export const NO_DELIMITER = 0;

const TAB = 0x09;
const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const CANDIDATES = [TAB, COMMA, SEMICOLON] as const;

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;

const LINES = 60;
/** A line with one sign is found in prose, too; so many of them are a table. */
const ENOUGH_PAIRS = 3;
const LIKELY_SHARE = 0.7;
const HINTED_SHARE = 0.4;

/**
 * `units` 0..count are the beginning of the text, `isWhole` says that they are all of it, and
 * `hinted` that the file's name ends like a table's.
 */
export function sniffDelimiter(
  units: Uint16Array,
  count: number,
  isWhole: boolean,
  hinted: boolean,
): number {
  let best = NO_DELIMITER;
  let bestScore = 0;
  for (const candidate of CANDIDATES) {
    const counts =
      signsByLine(units, count, candidate, true) ?? signsByLine(units, count, candidate, false);
    if (!counts) continue;
    if (!isWhole && counts.length > 1) counts.pop();
    const score = stability(counts, candidate, hinted);
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** How often the sign stands in each line that is not blank; null where a quote is never closed. */
function signsByLine(
  units: Uint16Array,
  count: number,
  sign: number,
  withQuotes: boolean,
): number[] | null {
  const counts: number[] = [];
  let signs = 0;
  let isBlank = true;
  let isCellStart = true;
  for (let i = 0; i < count && counts.length < LINES; i++) {
    const unit = units[i] as number;
    if (unit === QUOTE && isCellStart && withQuotes) {
      i = closingQuote(units, i + 1, count);
      if (i === count) return null;
      isBlank = false;
      isCellStart = false;
    } else if (unit === LF || unit === CR) {
      if (!isBlank) counts.push(signs);
      signs = 0;
      isBlank = true;
      isCellStart = true;
    } else {
      isCellStart = unit === sign;
      if (isCellStart) signs += 1;
      isBlank = false;
    }
  }
  if (!isBlank) counts.push(signs);
  return counts;
}

function closingQuote(units: Uint16Array, from: number, count: number): number {
  for (let i = from; i < count; i++) {
    if (units[i] !== QUOTE) continue;
    if (units[i + 1] !== QUOTE) return i;
    i += 1;
  }
  return count;
}

/** 0 for prose, else the number of lines that agree, more cells counting more. */
function stability(counts: readonly number[], sign: number, hinted: boolean): number {
  const usual = mode(counts.filter((each) => each > 0));
  if (usual === 0) return 0;
  const agreeing = counts.filter((each) => each === usual).length;
  const share = agreeing / counts.length;
  if (hinted) return share >= HINTED_SHARE ? agreeing + share * usual : 0;
  const isPair = usual === 1 && sign !== TAB;
  if (share < LIKELY_SHARE || (isPair && agreeing < ENOUGH_PAIRS)) return 0;
  return agreeing + share * usual;
}

function mode(counts: readonly number[]): number {
  const seen = new Map<number, number>();
  let usual = 0;
  for (const each of counts) {
    const times = (seen.get(each) ?? 0) + 1;
    seen.set(each, times);
    if (times > (seen.get(usual) ?? 0)) usual = each;
  }
  return usual;
}
