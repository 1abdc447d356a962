// Everything that has to hold before a change lands; ends with "N passed, N failed".
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { root } from "./root.mjs";

const results = path.join(root, ".local/jest.json");
rmSync(results, { force: true });

const run = (title, script, args = []) => {
  console.log(`\n== ${title}`);
  const { status } = spawnSync(process.execPath, [path.join(root, script), ...args], {
    cwd: root,
    stdio: "inherit",
  });
  return status === 0;
};

const tests = run("test", "scripts/test.mjs", ["--json", `--outputFile=${results}`, "--silent"]);
const checks = [
  run("types", "scripts/types.mjs"),
  run("lint", "node_modules/eslint/bin/eslint.js", ["."]),
  run("format", "node_modules/prettier/bin/prettier.cjs", ["--check", "."]),
];

const counted = existsSync(results) ? JSON.parse(readFileSync(results, "utf8")) : null;
const passed = (counted?.numPassedTests ?? 0) + checks.filter(Boolean).length;
const failedTests = (counted?.numFailedTests ?? 0) + (counted?.numRuntimeErrorTestSuites ?? 0);
// A run that broke without naming a failed test has failed all the same.
const failed = Math.max(failedTests, tests ? 0 : 1) + checks.filter((good) => !good).length;
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
