import { driveTelling } from "../../src/cli/drive-telling";
import type { Terminal } from "../../src/cli/terminal";
import type { Progress } from "../../src/core/judgement";
import { BATCH_LIMITS } from "../../src/core/limits";
import { inspectFile } from "../../src/inspection/inspect-file";
import { customerWorkbook } from "../../src/simulator/seed/customer-workbook";
import { customers } from "../../src/simulator/seed/customers";

/** A terminal whose clock the work moves. */
function terminal() {
  let now = 0;
  const drawn: string[] = [];
  const wait = (milliseconds: number) => void (now += milliseconds);
  const none = () => undefined;
  const read = () => new Uint8Array();
  const progress = (line: string) => void drawn.push(line);
  const each: Terminal = { out: none, err: none, read, clock: () => now, progress };
  return { each, drawn, wait };
}

function* work(steps: number, wait: () => void): Generator<Progress, string, void> {
  for (let done = 0; done < steps; done += 1) {
    wait();
    yield { done, total: steps };
  }
  return "end";
}

test("nothing is drawn within a second", () => {
  const { each, drawn, wait } = terminal();
  expect(
    driveTelling(
      work(9, () => wait(100)),
      each,
      "a.xlsx",
    ),
  ).toBe("end");
  expect(drawn).toEqual([]);
});

test("then five times a second, with the part that is done", () => {
  const { each, drawn, wait } = terminal();
  driveTelling(
    work(20, () => wait(100)),
    each,
    "a.xlsx",
  );
  expect(drawn).toHaveLength(6);
  expect(drawn[0]).toMatch(/^\[#{10}·{14}\] 45% a\.xlsx$/);
});

test("one large file has steps to tell of", () => {
  const { each, drawn, wait } = terminal();
  const inspecting = inspectFile("a.xlsx", customerWorkbook(customers(3000)), {
    insideDomains: [],
    limits: BATCH_LIMITS,
    clock: () => 0,
  });
  const slow = (function* () {
    for (;;) {
      const next = inspecting.next();
      if (next.done) return next.value;
      wait(250);
      yield next.value;
    }
  })();
  expect(driveTelling(slow, each, "a.xlsx").persons).toBe(3000);
  expect(drawn.length).toBeGreaterThan(2);
});
