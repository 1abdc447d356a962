/** When a company works. A shift does not cross midnight. */
export interface BusinessHours {
  /** East of UTC. */
  readonly offsetMinutes: number;
  /** 0 is Sunday. */
  readonly days: readonly number[];
  /** Minutes since midnight; the second not included. */
  readonly opens: number;
  readonly closes: number;
  /** Days off, as `2026-01-01` in local time. */
  readonly holidays: readonly string[];
}

/** Japan keeps one time all the year round. */
export const JAPANESE_HOURS: BusinessHours = {
  offsetMinutes: 9 * 60,
  days: [1, 2, 3, 4, 5],
  opens: 9 * 60,
  closes: 18 * 60,
  holidays: [],
};

export interface Patience {
  /** Business days that a request stays open. */
  readonly openDays: number;
  /** Minutes of business time. */
  readonly reminder: number;
  readonly deputy: number;
  readonly pool: number;
}

export const USUAL_PATIENCE: Patience = { openDays: 3, reminder: 15, deputy: 30, pool: 60 };

/** Moments in milliseconds since the epoch. */
export interface Deadlines {
  readonly remindAt: number;
  readonly deputyAt: number;
  readonly poolFrom: number;
  readonly expiresAt: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Longer than any row of days off. */
const MOST_DAYS = 400;

/** Who is told when, and when it is over. Telling never approves. */
export function deadlinesOf(askedAt: number, hours: BusinessHours, patience: Patience): Deadlines {
  return {
    remindAt: afterBusinessMinutes(askedAt, patience.reminder, hours),
    deputyAt: earlier(afterBusinessMinutes(askedAt, patience.deputy, hours), askedAt, hours),
    poolFrom: earlier(afterBusinessMinutes(askedAt, patience.pool, hours), askedAt, hours),
    expiresAt: endOfBusinessDay(askedAt, patience.openDays, hours),
  };
}

/** Nobody waits for people who have gone home: outside business time the others are asked at once. */
const earlier = (at: number, askedAt: number, hours: BusinessHours): number =>
  isOpen(askedAt, hours) ? Math.min(at, closingOf(askedAt, hours)) : askedAt;

export function isOpen(at: number, hours: BusinessHours): boolean {
  const minute = (at - midnightOf(at, hours)) / MINUTE;
  return isBusinessDay(at, hours) && minute >= hours.opens && minute < hours.closes;
}

/** `minutes` of opening time later. */
export function afterBusinessMinutes(at: number, minutes: number, hours: BusinessHours): number {
  let rest = minutes * MINUTE;
  for (let day = 0; day < MOST_DAYS; day++) {
    const midnight = midnightOf(at, hours) + day * DAY;
    if (!isBusinessDay(midnight, hours)) continue;
    const from = Math.max(at, midnight + hours.opens * MINUTE);
    const closes = midnight + hours.closes * MINUTE;
    if (from >= closes) continue;
    if (from + rest <= closes) return from + rest;
    rest -= closes - from;
  }
  throw new RangeError("No business hours within a year.");
}

/** The close of the nth business day after today. */
export function endOfBusinessDay(at: number, days: number, hours: BusinessHours): number {
  let rest = days;
  for (let day = 1; day < MOST_DAYS; day++) {
    const midnight = midnightOf(at, hours) + day * DAY;
    if (isBusinessDay(midnight, hours)) rest -= 1;
    if (rest <= 0) return midnight + hours.closes * MINUTE;
  }
  throw new RangeError("No business days within a year.");
}

const closingOf = (at: number, hours: BusinessHours): number =>
  midnightOf(at, hours) + hours.closes * MINUTE;

function midnightOf(at: number, { offsetMinutes }: BusinessHours): number {
  const local = at + offsetMinutes * MINUTE;
  return Math.floor(local / DAY) * DAY - offsetMinutes * MINUTE;
}

function isBusinessDay(at: number, { offsetMinutes, days, holidays }: BusinessHours): boolean {
  const local = new Date(at + offsetMinutes * MINUTE);
  return (
    days.indexOf(local.getUTCDay()) >= 0 && holidays.indexOf(local.toISOString().slice(0, 10)) < 0
  );
}
