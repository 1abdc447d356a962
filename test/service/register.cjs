// Lets a child process of a test run the sources as they are: `node -r register.cjs file.ts`.
const { readFileSync } = require("node:fs");
const Module = require("node:module");
const { transformSync } = require("@swc/core");

const options = {
  jsc: { target: "es2022", parser: { syntax: "typescript", tsx: true } },
  module: { type: "commonjs" },
};
const compile = (module, filename) =>
  module._compile(
    transformSync(readFileSync(filename, "utf8"), { ...options, filename }).code,
    filename,
  );

Module._extensions[".ts"] = compile;
const plain = Module._extensions[".js"];
// Published as ES modules only.
Module._extensions[".js"] = (module, filename) =>
  /node_modules\/@stablelib\//.test(filename) ? compile(module, filename) : plain(module, filename);
