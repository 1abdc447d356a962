// Changes, cuts and mixes files of every format and reads them: `npm run fuzz [runs a file]`.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { root } from "./root.mjs";

const [runs = "2000"] = process.argv.slice(2);
const jest = path.join(root, "node_modules/jest/bin/jest.js");
const { status } = spawnSync(
  process.execPath,
  [jest, "test/extractors/fuzz.test.ts", "--testTimeout=3600000"],
  { cwd: root, stdio: "inherit", env: { ...process.env, FUZZ_RUNS: runs } },
);
process.exit(status ?? 1);
