// Measures speed, memory and size (docs/performance.md). --short: a few runs, no shares of the
// bundle; --json FILE: the figures once more; --no-build: dist/ as it is.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "./build.mjs";
import { root } from "./root.mjs";

const require = createRequire(import.meta.url);
const local = path.join(root, ".local");
const mapped = path.join(local, "mapped");
const args = process.argv.slice(2);

function run(config) {
  const compiler = require("webpack")(config);
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error) return reject(error);
      if (stats.hasErrors()) return reject(new Error(stats.toString({ all: false, errors: true })));
      compiler.close(() => resolve());
    });
  });
}

const configOf = (wanted) => require("../webpack.config.js").find(({ name }) => name === wanted);

/** The measuring programme, with the product's sources compiled as for the command line. */
function bundle() {
  const packages =
    /^(playwright-core|encoding-japanese|exceljs|mammoth|postal-mime|read-excel-file)(\/|$)/;
  const config = configOf("node");
  return run({
    ...config,
    entry: { bench: path.join(root, "test/bench/main.ts") },
    output: { path: local, filename: "[name].js" },
    externals: [
      ...config.externals,
      ({ request }, done) => (packages.test(request) ? done(null, `commonjs ${request}`) : done()),
    ],
  });
}

/** The send bundle once more, byte for byte, with a map of where each byte comes from. */
async function bundleWithMap() {
  const same = (folder) => path.join(folder, "launchevent.js");
  const isThere =
    existsSync(same(mapped)) &&
    readFileSync(same(mapped), "utf8") === readFileSync(same(path.join(root, "dist")), "utf8");
  if (isThere) return;
  const config = configOf("launchevent");
  await run({
    ...config,
    devtool: "hidden-source-map",
    output: { ...config.output, path: mapped },
    // The page needs no building; which formats there are is the plugin's doing.
    plugins: config.plugins.filter(({ constructor }) => constructor.name !== "HtmlWebpackPlugin"),
  });
}

if (!args.includes("--no-build")) await build();
await bundle();
if (!args.includes("--short")) await bundleWithMap();
const { status } = spawnSync(
  process.execPath,
  ["--expose-gc", path.join(local, "bench.js"), ...args],
  { cwd: root, stdio: "inherit" },
);
process.exit(status ?? 1);
