// Measures what is found in files of people who do not exist, and whom it takes for people where
// nobody is (docs/accuracy.md): `npm run accuracy [seed] [-- --all]`. Fails below a threshold.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "./root.mjs";

const require = createRequire(import.meta.url);
const local = path.join(root, ".local");

/** The measuring programme, with the product's sources compiled as for the command line. */
function bundle() {
  const config = require("../webpack.config.js").find(({ name }) => name === "node");
  const compiler = require("webpack")({
    ...config,
    entry: { accuracy: path.join(root, "test/corpus/main.ts") },
    output: { path: local, filename: "[name].js" },
    externals: [
      ...config.externals,
      ({ request }, done) =>
        request === "encoding-japanese" ? done(null, `commonjs ${request}`) : done(),
    ],
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error) return reject(error);
      if (stats.hasErrors()) return reject(new Error(stats.toString({ all: false, errors: true })));
      compiler.close(() => resolve());
    });
  });
}

await bundle();
const { status } = spawnSync(
  process.execPath,
  [path.join(local, "accuracy.js"), ...process.argv.slice(2)],
  { cwd: root, stdio: "inherit" },
);
process.exit(status ?? 1);
