const { readFileSync, readdirSync } = require("node:fs");
const path = require("node:path");
const ts = require("typescript");

const SRC = path.join(__dirname, "../src");
/** What meets Office, JSON, the configuration or a person: a name there may come from outside. */
const OUTWARD = ["core", "entry", "judgement", "locales", "outlook", "policy"];
const INWARD = ["approval", "detectors", "extractors", "inspection", "text"];

/** What the language itself calls so: iterators, matches, property descriptors. */
const PROTOCOLS =
  "next return done value index input lastIndex get set writable enumerable configurable".split(
    " ",
  );

/** Everything there is made and read by our own code alone; nothing of it is written out or read in. */
const CLOSED = ["detectors", "extractors", "inspection", "text"];
/** Libraries of the send bundle, and what the compiler adds. */
const LIBRARIES = ["@stablelib", "@swc/helpers/esm"].map((name) =>
  path.join(__dirname, "../node_modules", name),
);

/**
 * Names that the send bundle may shorten: private members of classes, and every member that the
 * closed folders declare, unless the name is also a word of the outward folders, a quoted key, a key
 * of a table that is looked up by a text, or a name of the language or a library, where others call
 * something so.
 */
function privateNames() {
  const inward = INWARD.flatMap(textsIn);
  const closed = CLOSED.flatMap(textsIn).map(membersIn);
  const taken = new Set([
    ...PROTOCOLS,
    ...builtIns(),
    ...OUTWARD.flatMap(textsIn).flatMap(namesIn),
    ...inward.flatMap(textsOfCode),
  ]);
  const takenMembers = new Set([
    ...textsIn("approval").flatMap(namesIn),
    ...LIBRARIES.flatMap((folder) => textsUnder(folder)).flatMap(namesIn),
    ...closed.flatMap(({ keys }) => keys),
  ]);
  const members = closed.flatMap(({ names }) => names).filter((name) => !takenMembers.has(name));
  const own = inward.flatMap((text) => matches(text, /\bprivate (?:readonly )?\*?(\w+)/g));
  return [...new Set([...own, ...members])].filter((name) => !taken.has(name)).sort();
}

/** The members that a source declares, and the keys of its tables. */
function membersIn(text) {
  const names = [];
  const keys = [];
  const visit = (node, isTable) => {
    const name = node.name && ts.isIdentifier(node.name) ? node.name.text : null;
    if (name !== null && isMember(node)) names.push(name);
    if (name !== null && isTable && ts.isPropertyAssignment(node)) keys.push(name);
    const isOne = ts.isVariableDeclaration(node) && /Record</.test(node.type?.getText() ?? "");
    ts.forEachChild(node, (inner) => visit(inner, isTable || isOne));
  };
  visit(ts.createSourceFile("source.ts", text, ts.ScriptTarget.Latest, true), false);
  return { names, keys };
}

const isMember = (node) =>
  ts.isPropertySignature(node) ||
  ts.isMethodSignature(node) ||
  ts.isPropertyDeclaration(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isAccessor(node) ||
  (ts.isParameter(node) && (node.modifiers?.length ?? 0) > 0);

/** Every name in the code, comments apart, and every text that could be one. */
const namesIn = (text) =>
  nodesOf(text, (node) => ts.isIdentifier(node) || ts.isStringLiteralLike(node));
const textsOfCode = (text) => nodesOf(text, (node) => ts.isStringLiteralLike(node));

function nodesOf(text, isWanted) {
  const found = [];
  const visit = (node) => {
    if (isWanted(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("source.tsx", text, ts.ScriptTarget.Latest));
  return found;
}

function builtIns() {
  const homes = Reflect.ownKeys(globalThis)
    .map((name) => Object.getOwnPropertyDescriptor(globalThis, name).value)
    .flatMap((value) => [value, value?.prototype, Object.getPrototypeOf(value?.prototype ?? {})]);
  return homes.flatMap((home) => (Object(home) === home ? Object.getOwnPropertyNames(home) : []));
}

const matches = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);

const textsIn = (folder) => textsUnder(path.join(SRC, folder), /\.tsx?$/);

function textsUnder(folder, pattern = /\.m?js$/) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => pattern.test(file))
    .map((file) => readFileSync(path.join(folder, file), "utf8"));
}

module.exports = { privateNames };
