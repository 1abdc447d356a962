import fc from "fast-check";
import {
  afterBusinessMinutes,
  deadlinesOf,
  endOfBusinessDay,
  isOpen,
  JAPANESE_HOURS,
  USUAL_PATIENCE,
  type BusinessHours,
} from "../../../src/approval/deciding/business-time";

/** 2026-11-23 is a Monday and, here, a day off (Labour Thanksgiving Day). */
const hours: BusinessHours = { ...JAPANESE_HOURS, holidays: ["2026-11-23"] };
const at = (japanese: string): number => Date.parse(`${japanese}+09:00`);
const shown = (moment: number): string =>
  new Date(moment + 9 * 3_600_000).toISOString().slice(0, 16);

test.each([
  ["2026-11-24T08:59:59.999", false],
  ["2026-11-24T09:00", true],
  ["2026-11-24T17:59:59.999", true],
  ["2026-11-24T18:00", false],
  ["2026-11-21T12:00", false],
  ["2026-11-22T12:00", false],
  ["2026-11-23T12:00", false],
  ["2026-11-25T00:30", false],
])("open at %s: %s", (moment, expected) => expect(isOpen(at(moment), hours)).toBe(expected));

test.each([
  [
    "2026-11-24T10:00",
    "2026-11-24T10:15",
    "2026-11-24T10:30",
    "2026-11-24T11:00",
    "2026-11-27T18:00",
  ],
  [
    "2026-11-24T17:50",
    "2026-11-25T09:05",
    "2026-11-24T18:00",
    "2026-11-24T18:00",
    "2026-11-27T18:00",
  ],
  [
    "2026-11-24T20:00",
    "2026-11-25T09:15",
    "2026-11-24T20:00",
    "2026-11-24T20:00",
    "2026-11-27T18:00",
  ],
  [
    "2026-11-20T17:30",
    "2026-11-20T17:45",
    "2026-11-20T18:00",
    "2026-11-20T18:00",
    "2026-11-26T18:00",
  ],
  [
    "2026-11-21T12:00",
    "2026-11-24T09:15",
    "2026-11-21T12:00",
    "2026-11-21T12:00",
    "2026-11-26T18:00",
  ],
  [
    "2026-11-24T00:10",
    "2026-11-24T09:15",
    "2026-11-24T00:10",
    "2026-11-24T00:10",
    "2026-11-27T18:00",
  ],
])("asked at %s: reminder %s, deputy %s, pool %s, over %s", (asked, remind, deputy, pool, over) => {
  const { remindAt, deputyAt, poolFrom, expiresAt } = deadlinesOf(at(asked), hours, USUAL_PATIENCE);
  expect([remindAt, deputyAt, poolFrom, expiresAt].map(shown)).toEqual([
    remind,
    deputy,
    pool,
    over,
  ]);
});

test("all of it is a parameter: a shop in UTC that opens on Sundays", () => {
  const shop: BusinessHours = {
    offsetMinutes: 0,
    days: [0],
    opens: 600,
    closes: 660,
    holidays: [],
  };
  const sunday = Date.UTC(2026, 10, 22);
  expect(afterBusinessMinutes(sunday, 90, shop)).toBe(Date.UTC(2026, 10, 29, 10, 30));
  expect(endOfBusinessDay(sunday, 2, shop)).toBe(Date.UTC(2026, 11, 6, 11));
});

test("a company that never opens is told so, instead of waiting for ever", () => {
  const never = { ...hours, days: [] };
  expect(() => afterBusinessMinutes(0, 1, never)).toThrow(RangeError);
  expect(() => endOfBusinessDay(0, 1, never)).toThrow(RangeError);
});

test("business minutes are open minutes, counted one by one", () => {
  const moments = fc.integer({ min: at("2026-11-19T00:00"), max: at("2026-11-25T00:00") });
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 1200 }), (from, minutes) => {
      const start = Math.ceil(from / 60_000) * 60_000;
      const end = afterBusinessMinutes(start, minutes, hours);
      let open = 0;
      for (let each = start; each < end; each += 60_000) if (isOpen(each, hours)) open += 1;
      return open === minutes;
    }),
    { numRuns: 60 },
  );
});
