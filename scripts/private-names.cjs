const { readFileSync, readdirSync } = require("node:fs");
const path = require("node:path");

const SRC = path.join(__dirname, "../src");
/** What meets Office, JSON, the configuration or a person: a name there may come from outside. */
const OUTWARD = ["core", "entry", "judgement", "locales", "outlook", "policy"];
const INWARD = ["approval", "detectors", "extractors", "inspection", "text"];

/** What the language itself calls so: iterators, matches, property descriptors. */
const PROTOCOLS =
  "next return done value index input lastIndex get set writable enumerable configurable".split(
    " ",
  );

/**
 * Names that the send bundle may shorten: private members of classes, unless the name is also a word
 * of the outward folders, a quoted key or a name of the language, where others call something so.
 */
function privateNames() {
  const inward = INWARD.flatMap(textsIn);
  const outward = OUTWARD.flatMap(textsIn);
  const taken = new Set([
    ...PROTOCOLS,
    ...builtIns(),
    ...outward.flatMap((text) => text.match(/[\w$]+/g) ?? []),
    ...inward.flatMap((text) => matches(text, /["'`]([\w$]+)["'`]/g)),
  ]);
  const names = inward.flatMap((text) => matches(text, /\bprivate (?:readonly )?\*?(\w+)/g));
  return [...new Set(names)].filter((name) => !taken.has(name)).sort();
}

function builtIns() {
  const homes = Reflect.ownKeys(globalThis)
    .map((name) => Object.getOwnPropertyDescriptor(globalThis, name).value)
    .flatMap((value) => [value, value?.prototype, Object.getPrototypeOf(value?.prototype ?? {})]);
  return homes.flatMap((home) => (Object(home) === home ? Object.getOwnPropertyNames(home) : []));
}

const matches = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);

function textsIn(folder) {
  return readdirSync(path.join(SRC, folder), { recursive: true })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(SRC, folder, file), "utf8"));
}

module.exports = { privateNames };
