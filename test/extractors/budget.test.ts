import { BATCH_LIMITS, type Limits } from "../../src/core/limits";
import { Budget } from "../../src/extractors/budget";
import { Refused } from "../../src/extractors/refused";

const MiB = 1024 * 1024;

const budgetOf = (limits: Partial<Limits> = {}, clock = (): number => 0): Budget =>
  new Budget({ ...BATCH_LIMITS, ...limits }, clock);

const answer = (work: () => void): string => {
  try {
    work();
    return "enough";
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.code;
  }
};

describe("one below the limit is enough, one above it is refused", () => {
  test.each<readonly [string, Partial<Limits>, (budget: Budget, more: number) => void, string]>([
    ["a file", { fileBytes: 10 }, (budget, more) => budget.file(10 + more), "extract/too-large"],
    ["all files", { mailBytes: 20 }, (budget, more) => [10, 10 + more].forEach((n) => budget.file(n)), "extract/too-large"], // prettier-ignore
    ["unpacked bytes", { unpackedBytes: 20 }, (budget, more) => [10, 10 + more].forEach((n) => budget.unpack(n)), "extract/too-large"], // prettier-ignore
    ["unpacked without a file, up to 1 MiB", {}, (budget, more) => budget.unpack(MiB + more), "extract/too-large"], // prettier-ignore
    ["growth", { ratio: 2 }, (budget, more) => { budget.file(MiB); budget.unpack(2 * MiB + more); }, "extract/too-large"], // prettier-ignore
    ["text", { textUnits: 20 }, (budget, more) => [10, 10 + more].forEach((n) => budget.text(n)), "extract/too-large"], // prettier-ignore
    ["depth", { depth: 3 }, (budget, more) => budget.depth(3 + more), "extract/too-deep"],
    ["members", { entries: 2 }, (budget, more) => { for (let i = 0; i < 2 + more; i++) budget.entry(); }, "extract/too-many-entries"], // prettier-ignore
  ])("%s", (_, limits, spend, code) => {
    expect(answer(() => spend(budgetOf(limits), 0))).toBe("enough");
    expect(answer(() => spend(budgetOf(limits), 1))).toBe(code);
  });

  test("time", () => {
    let now = 1000;
    const budget = budgetOf({ milliseconds: 50 }, () => now);
    now = 1050;
    expect(answer(() => budget.time())).toBe("enough");
    now = 1051;
    expect(answer(() => budget.time())).toBe("extract/too-slow");
  });
});

test("a budget that is spent stays spent", () => {
  const budget = budgetOf({ unpackedBytes: 20 });
  expect(answer(() => budget.unpack(21))).toBe("extract/too-large");
  expect(answer(() => budget.unpack(1))).toBe("extract/too-large");
});
