// Load on a service that it starts by itself, on this machine only: whole sign-offs at an even rate,
// then one person beyond the limit. --rate=100 calls a second, --seconds=60, --people=1200.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "./build.mjs";
import { root } from "./root.mjs";

const require = createRequire(import.meta.url);
const local = path.join(root, ".local");

function bundle() {
  const node = require("../webpack.config.js").find(({ name }) => name === "node");
  const compiler = require("webpack")({
    ...node,
    entry: { load: path.join(root, "test/load/main.ts") },
    output: { path: local, filename: "[name].js" },
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error) return reject(error);
      if (stats.hasErrors()) return reject(new Error(stats.toString({ all: false, errors: true })));
      compiler.close(() => resolve());
    });
  });
}

await build();
await bundle();
const { status } = spawnSync(
  process.execPath,
  [
    path.join(local, "load.js"),
    "generate",
    path.join(root, "dist"),
    // Bounded: more than this is no load of one company.
    ...process.argv.slice(2).filter((each) => /^--(rate|seconds|people)=\d{1,4}$/.test(each)),
  ],
  { cwd: root, stdio: "inherit" },
);
process.exit(status ?? 1);
