import { nfcTables, pairKey, type NfcTables } from "./nfc-tables";

const HANGUL = { syllables: 0xac00, leads: 0x1100, vowels: 0x1161, trails: 0x11a7 };
const LEADS = 19;
const VOWELS = 21;
const TRAILS = 28;
const SYLLABLES = LEADS * VOWELS * TRAILS;

/**
 * Unicode normalisation form C, for engines that lack String.prototype.normalize. Latin, kana and
 * kanji without separate marks pass untouched; only the runs around other characters are worked on.
 */
export function nfc(text: string): string {
  const done: string[] = [];
  let copied = 0;
  let at = 0;
  for (;;) {
    while (at < text.length && isSettled(text.charCodeAt(at))) at += 1;
    if (at === text.length) break;
    // A mark may belong to the settled character before it.
    const start = at > copied ? at - 1 : at;
    while (at < text.length && !isSettled(text.charCodeAt(at))) at += 1;
    done.push(text.slice(copied, start), normalRun(text.slice(start, at)));
    copied = at;
  }
  return copied === 0 ? text : done.join("") + text.slice(copied);
}

/** Characters that never change and never join the one before them. */
const isSettled = (unit: number): boolean =>
  unit < 0x300 ||
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0x3041 && unit <= 0x3096) ||
  (unit >= 0x309d && unit <= 0x30ff) ||
  (unit >= 0x3000 && unit <= 0x3029) ||
  (unit >= 0xff01 && unit <= 0xff9f) ||
  (unit >= 0x2010 && unit <= 0x2027);

function normalRun(text: string): string {
  const tables = nfcTables();
  const points: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) as number;
    if (point > 0xffff) i += 1;
    takeApart(point, tables, points);
  }
  sortMarks(points, tables);
  return textOf(compose(points, tables));
}

function takeApart(point: number, tables: NfcTables, out: number[]): void {
  const syllable = point - HANGUL.syllables;
  if (syllable >= 0 && syllable < SYLLABLES) {
    out.push(HANGUL.leads + Math.floor(syllable / (VOWELS * TRAILS)));
    out.push(HANGUL.vowels + Math.floor((syllable % (VOWELS * TRAILS)) / TRAILS));
    if (syllable % TRAILS > 0) out.push(HANGUL.trails + (syllable % TRAILS));
    return;
  }
  const parts = tables.parts.get(point);
  if (parts === undefined) out.push(point);
  else for (const part of parts) takeApart(part, tables, out);
}

/** Puts each run of marks in the order of their classes, marks of one class as they came. */
function sortMarks(points: number[], { marks }: NfcTables): void {
  for (let start = 0; start < points.length; start++) {
    let end = start;
    while (end < points.length && marks.has(points[end] as number)) end += 1;
    if (end - start > 1) sortRun(points, start, end, marks);
    start = end;
  }
}

function sortRun(
  points: number[],
  start: number,
  end: number,
  marks: ReadonlyMap<number, number>,
): void {
  const buckets = new Map<number, number[]>();
  for (let i = start; i < end; i++) {
    const point = points[i] as number;
    const rank = marks.get(point) as number;
    const bucket = buckets.get(rank);
    if (bucket) bucket.push(point);
    else buckets.set(rank, [point]);
  }
  let at = start;
  for (const rank of Array.from(buckets.keys()).sort((a, b) => a - b)) {
    for (const point of buckets.get(rank) as number[]) points[at++] = point;
  }
}

/** Joins each character to the last starter, unless another mark of its class stands between. */
function compose(points: readonly number[], tables: NfcTables): number[] {
  const out: number[] = [];
  let starter = -1;
  let lastRank = 0;
  for (const point of points) {
    const rank = tables.marks.get(point) || 0;
    const isAdjacent = starter === out.length - 1;
    const isBlocked = !isAdjacent && (lastRank === 0 || lastRank >= rank);
    const joined = starter < 0 || isBlocked ? 0 : join(out[starter] as number, point, tables);
    if (joined > 0) {
      out[starter] = joined;
      continue;
    }
    if (rank === 0) starter = out.length;
    lastRank = rank;
    out.push(point);
  }
  return out;
}

/** The composition of two characters, 0 where there is none. */
function join(first: number, second: number, { composed }: NfcTables): number {
  const lead = first - HANGUL.leads;
  const vowel = second - HANGUL.vowels;
  if (lead >= 0 && lead < LEADS && vowel >= 0 && vowel < VOWELS) {
    return HANGUL.syllables + (lead * VOWELS + vowel) * TRAILS;
  }
  const syllable = first - HANGUL.syllables;
  const trail = second - HANGUL.trails;
  const isOpen = syllable >= 0 && syllable < SYLLABLES && syllable % TRAILS === 0;
  if (isOpen && trail > 0 && trail < TRAILS) return first + trail;
  return composed.get(pairKey(first, second)) || 0;
}

/** Lone surrogates come out as they went in. */
const textOf = (points: readonly number[]): string =>
  points
    .map((point) =>
      point < 0x10000
        ? String.fromCharCode(point)
        : String.fromCharCode(0xd7c0 + (point >> 10), 0xdc00 | (point & 0x3ff)),
    )
    .join("");
