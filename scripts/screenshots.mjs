// Takes the README's pictures anew from the running demo (docs/images).
import { spawnSync } from "node:child_process";
import path from "node:path";
import { build } from "./build.mjs";
import { root } from "./root.mjs";

await build();
const jest = path.join(root, "node_modules/jest/bin/jest.js");
const args = ["--testMatch", "**/test/screenshots/*.shots.ts", "--runInBand"];
const run = spawnSync(process.execPath, [jest, ...args], { cwd: root, stdio: "inherit" });
process.exit(run.status ?? 1);
