import {
  JAPANESE_HOURS,
  USUAL_PATIENCE,
  type BusinessHours,
  type Patience,
} from "../../approval/deciding/business-time";
import type { Settings } from "./settings";

export interface CompanySettings {
  readonly hours: BusinessHours;
  readonly patience: Patience;
  /** Seconds that a ticket is enough without an answer of the service; 0 is never. */
  readonly offlineSeconds: number;
  /** Whether an approval holds for the same mail with fewer outside recipients or files. */
  readonly carryOver: boolean;
  /** Bundles with a lower number stop outside mail. */
  readonly minBundle: number;
}

const OFFLINE_MINUTES = 60;
const DAY_MINUTES = 24 * 60;
const MOST_BUNDLE = 1_000_000;

/** When the company works, which says when others are asked in a manager's place. */
export function readCompany(settings: Settings): CompanySettings {
  const { opens, closes } = settings.optional(
    "SEKISHO_OPENING_HOURS",
    openingHours,
    "not-hours",
    JAPANESE_HOURS,
  );
  const days = settings.optional("SEKISHO_BUSINESS_DAYS", daysOf, "not-hours", JAPANESE_HOURS.days);
  const holidays = settings.each("SEKISHO_HOLIDAYS", dayOf, "not-hours");
  const minutes = settings.optional(
    "SEKISHO_OFFLINE_MINUTES",
    upTo(DAY_MINUTES),
    "not-number",
    OFFLINE_MINUTES,
  );
  const minBundle = settings.optional("SEKISHO_MIN_BUNDLE", upTo(MOST_BUNDLE), "not-number", 0);
  const carryOver = settings.optional("SEKISHO_CARRY_OVER", upTo(1), "not-number", 1) === 1;
  const hours = { ...JAPANESE_HOURS, opens, closes, days, holidays };
  return { hours, patience: USUAL_PATIENCE, offlineSeconds: minutes * 60, carryOver, minBundle };
}

function openingHours(text: string): { opens: number; closes: number } | null {
  const parts = /^(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)$/.exec(text)?.slice(1).map(Number);
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = parts ?? [];
  const opens = fromHour * 60 + fromMinute;
  const closes = toHour * 60 + toMinute;
  const isDay = fromMinute < 60 && toMinute < 60 && opens < closes && closes <= DAY_MINUTES;
  return isDay ? { opens, closes } : null;
}

/** "1-5" or "0,2-6"; 0 is Sunday. */
function daysOf(text: string): readonly number[] | null {
  const parts = text.split(/[\s,]+/).map((part) => /^([0-6])(?:-([0-6]))?$/.exec(part));
  const days = parts.flatMap((part) => {
    const first = Number(part?.[1] ?? NaN);
    const last = Number(part?.[2] ?? first);
    return first <= last ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : [];
  });
  return parts.every((part) => part !== null) && days.length > 0 ? days : null;
}

const dayOf = (text: string): string | null =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;

const upTo =
  (most: number) =>
  (text: string): number | null =>
    /^\d{1,7}$/.test(text) && Number(text) <= most ? Number(text) : null;
