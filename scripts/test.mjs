// The one test command: installs, builds, runs every test. Arguments go to jest.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { build } from "./build.mjs";
import { root } from "./root.mjs";

await build();
const jest = path.join(root, "node_modules/jest/bin/jest.js");
const run = spawnSync(process.execPath, [jest, ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
process.exit(run.status ?? 1);
