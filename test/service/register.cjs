// Lets a child process of a test run the sources as they are: `node -r register.cjs file.ts`.
const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const Module = require("node:module");
const { tmpdir } = require("node:os");
const path = require("node:path");
const { transformSync } = require("@swc/core");

const options = {
  jsc: { target: "es2022", parser: { syntax: "typescript", tsx: true } },
  module: { type: "commonjs" },
};
const cache = path.join(tmpdir(), "sekisho-compiled");
mkdirSync(cache, { recursive: true });

/** Compiled once; a test starts the same program many times. */
function compiled(filename) {
  const source = readFileSync(filename, "utf8");
  const name = createHash("sha256").update(filename).update(source).digest("hex");
  const file = path.join(cache, `${name}.js`);
  try {
    return readFileSync(file, "utf8");
  } catch {
    const { code } = transformSync(source, { ...options, filename });
    writeFileSync(`${file}.${process.pid}`, code);
    renameSync(`${file}.${process.pid}`, file);
    return code;
  }
}
const compile = (module, filename) => module._compile(compiled(filename), filename);

Module._extensions[".ts"] = compile;
const plain = Module._extensions[".js"];
// Published as ES modules only.
Module._extensions[".js"] = (module, filename) =>
  /node_modules\/@stablelib\//.test(filename) ? compile(module, filename) : plain(module, filename);
