// Type-checks the whole tree, then the pure folders and the send bundle with nothing but ES2016.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { root } from "./root.mjs";

const PROJECTS = ["tsconfig.json", "src/tsconfig.pure.json", "src/tsconfig.send.json"];
const tsc = path.join(root, "node_modules/typescript/bin/tsc");

let failed = false;
for (const project of PROJECTS) {
  const { status } = spawnSync(process.execPath, [tsc, "-p", project], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) failed = true;
}
process.exit(failed ? 1 : 0);
