import { progressBar } from "../../src/cli/progress-bar";

test.each([
  [0, 4, `[${"·".repeat(24)}] 0/4 a.csv`],
  [1, 4, `[${"#".repeat(6)}${"·".repeat(18)}] 1/4 a.csv`],
  [4, 4, `[${"#".repeat(24)}] 4/4 a.csv`],
])("%i of %i", (done, total, line) => {
  expect(progressBar(done, total, "a.csv")).toBe(line);
});

test("a long name does not break the line", () => {
  expect(progressBar(1, 2, "x".repeat(500))).toHaveLength(78);
});
