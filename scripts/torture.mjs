// Kills the service while it decides, 1,000 times on each database: `npm run torture [kills]`.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { root } from "./root.mjs";

const [kills = "1000"] = process.argv.slice(2);
const jest = path.join(root, "node_modules/jest/bin/jest.js");
const { status } = spawnSync(process.execPath, [jest, "test/service/desk/killed.test.ts"], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, SEKISHO_KILLS: kills },
});
process.exit(status ?? 1);
