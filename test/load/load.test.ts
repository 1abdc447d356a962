import { execFileSync } from "node:child_process";
import path from "node:path";
import type { LoadReport } from "./run";

const root = path.join(__dirname, "../..");

/** The short form: that nothing is lost. How fast it is, `npm run load` says on a quiet machine. */
test("whole sign-offs at an even rate: none lost, and only the flooder is told to wait", () => {
  const out = execFileSync(
    process.execPath,
    [path.join(root, "scripts/load.mjs"), "--seconds=3", "--rate=18", "--people=20"],
    { cwd: root, encoding: "utf8" },
  );
  const report = JSON.parse(out.trim().split("\n").pop() ?? "") as LoadReport;
  expect(report).toMatchObject({ lost: 0, failed: 0, flood: { calls: 700, refused: 100 } });
  expect(report.byCall["release"]?.calls).toBe(9);
  expect(report.all.calls).toBe(9 * 6);
}, 180_000);
