import { es2016Realm } from "./es2016-realm";

const realm = es2016Realm({ console, Office: {} });
const missing = (expression: string): unknown => realm.run(`typeof ${expression}`, "probe.js");

test.each([
  "BigInt",
  "TextDecoder",
  "TextEncoder",
  "crypto",
  "Intl",
  "atob",
  "btoa",
  "Blob",
  "URL",
  "URLSearchParams",
  "globalThis",
  "SharedArrayBuffer",
  "Atomics",
  "WebAssembly",
  "WeakRef",
  "structuredClone",
  "queueMicrotask",
  "setImmediate",
  "setInterval",
  "window",
  "document",
  "localStorage",
  "XMLHttpRequest",
  "process",
  "Buffer",
  "''.normalize",
  "''.padStart",
  "''.padEnd",
  "''.trimStart",
  "''.trimEnd",
  "''.matchAll",
  "''.replaceAll",
  "''.at",
  "''.localeCompare",
  "Object.values",
  "Object.entries",
  "Object.fromEntries",
  "Object.getOwnPropertyDescriptors",
  "Object.hasOwn",
  "[].flat",
  "[].flatMap",
  "[].at",
  "[].findLast",
  "new Uint8Array(1).at",
  "Promise.allSettled",
  "Promise.any",
  "Promise.prototype.finally",
  "Symbol.asyncIterator",
  "Symbol.matchAll",
  "/a/.dotAll",
])("%s is missing", (expression) => {
  expect(missing(expression)).toBe("undefined");
});

test.each(["Promise", "Uint8Array", "[].includes", "''.includes", "Map", "Reflect.ownKeys"])(
  "%s is there",
  (expression) => {
    expect(missing(expression)).not.toBe("undefined");
  },
);

test.each(["new RegExp('a', 's')", "RegExp('(?<n>a)')", "new RegExp('\\\\p{L}', 'u')"])(
  "%s throws",
  (expression) => {
    expect(() => realm.run(expression, "probe.js")).toThrow("newer than ES2016");
  },
);
