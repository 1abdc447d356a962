// Builds dist/ from src/: the send bundle, the pages, the command line and the demo server.
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { install } from "./install.mjs";
import { root } from "./root.mjs";

const require = createRequire(import.meta.url);
const dist = path.join(root, "dist");
const INPUTS = [
  "src",
  "assets",
  "manifest.xml",
  "webpack.config.js",
  "package-lock.json",
  "scripts/build.mjs",
  "scripts/packer.cjs",
  "scripts/private-names.cjs",
  "scripts/pack-texts-loader.cjs",
];

const filesIn = (relative) => {
  const entries = readdirSync(path.join(root, relative), { withFileTypes: true });
  return entries.flatMap((each) => {
    const inner = path.posix.join(relative, each.name);
    return each.isDirectory() ? filesIn(inner) : [inner];
  });
};

/** One digest over everything that the build reads. */
function fingerprint() {
  const hash = createHash("sha256");
  const files = INPUTS.flatMap((each) => (path.extname(each) ? [each] : filesIn(each)));
  for (const file of files.sort())
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(path.join(root, file)));
  return hash.digest("hex");
}

function bundle() {
  const webpack = require("webpack");
  const compiler = webpack(require("../webpack.config.js"));
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error) return reject(error);
      if (stats.hasErrors()) return reject(new Error(stats.toString({ all: false, errors: true })));
      compiler.close(() => resolve());
    });
  });
}

/** Does nothing when dist/ was built from exactly the present sources. */
export async function build() {
  install();
  const stamp = path.join(dist, ".built-from");
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("組み立てています / building");
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  await bundle();
  cpSync(path.join(root, "assets"), path.join(dist, "assets"), { recursive: true });
  cpSync(path.join(root, "manifest.xml"), path.join(dist, "manifest.xml"));
  writeFileSync(stamp, wanted);
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(root, "scripts/build.mjs")) {
  build().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
