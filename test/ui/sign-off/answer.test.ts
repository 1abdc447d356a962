import { Value } from "typebox/value";
import { Decision } from "../../../src/api/requests";
import {
  countOf,
  decisionOf,
  emptyAnswer,
  isComplete,
  missingOf,
} from "../../../src/ui/sign-off/answer";
import { accident, digestOf, request } from "./requests";

test.each<[string, number | null]>([
  ["2940", 2940],
  ["2,940", 2940],
  ["２９４０", 2940],
  ["２，９４０人", 2940],
  [" 2 940 ", 2940],
  ["0", 0],
  ["", null],
  ["人", null],
  ["2940.5", null],
  ["-2940", null],
  ["2.9e3", null],
  ["0x10", null],
  ["9999999999", null],
  ["二千", null],
])("typed %j is %j", (typed, expected) => {
  expect(countOf(typed)).toBe(expected);
});

const LIST = accident(1);
const complete = { ticks: LIST.ticks, number: "2940", comment: "" };

test("nothing ticked: everything is missing", () => {
  expect(missingOf(LIST, emptyAnswer)).toEqual({ ticks: LIST.ticks, number: "missing" });
});

test.each(LIST.ticks)("without %s it is not complete", (tick) => {
  const ticks = LIST.ticks.filter((each) => each !== tick);
  const missing = missingOf(LIST, { ...complete, ticks });
  expect(missing).toEqual({ ticks: [tick], number: "none" });
  expect(isComplete(missing)).toBe(false);
});

test.each(["2939", "2941", "29400", "x"])("%s is the wrong number", (number) => {
  expect(missingOf(LIST, { ...complete, number }).number).toBe("wrong");
});

test("all of it: complete; a number nobody asked for is no matter", () => {
  expect(isComplete(missingOf(LIST, complete))).toBe(true);
  const routine = request(2);
  expect(isComplete(missingOf(routine, { ...complete, ticks: routine.ticks, number: "7" }))).toBe(
    true,
  );
});

test("an approval carries exactly the ticks of the request", () => {
  const ticks = [...LIST.ticks, "elsewhere.example"];
  const decision = decisionOf("approve", LIST, { ...complete, ticks, comment: " はい " });
  expect(decision).toEqual({
    decision: "approve",
    digest: digestOf(1),
    ticks: LIST.ticks,
    comment: "はい",
    number: 2940,
  });
  expect(Value.Check(Decision, decision)).toBe(true);
});

test("what was not ticked is never claimed", () => {
  const ticks = LIST.ticks.slice(1);
  expect(decisionOf("approve", LIST, { ...complete, ticks }).ticks).toEqual(ticks);
});

test("a rejection carries no ticks and no number", () => {
  expect(decisionOf("reject", LIST, complete)).toMatchObject({ ticks: [], number: null });
});
