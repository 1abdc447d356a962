import { drive } from "../../src/core/drive";

test("runs every step and answers the result", () => {
  const seen: number[] = [];
  function* work(): Generator<number, string, void> {
    for (let step = 0; step < 3; step++) {
      seen.push(step);
      yield step;
    }
    return "done";
  }
  expect(drive(work())).toBe("done");
  expect(seen).toEqual([0, 1, 2]);
});

test("an exception inside comes out", () => {
  // eslint-disable-next-line require-yield -- fails before its first step
  function* work(): Generator<number, string, void> {
    throw new RangeError("broken");
  }
  expect(() => drive(work())).toThrow(RangeError);
});
