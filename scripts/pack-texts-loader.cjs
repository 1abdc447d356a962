const path = require("node:path");
const { parse } = require("acorn");
const { pack, ready } = require("./packer.cjs");

const UNPACK = path.join(__dirname, "../src/text/unpack-texts.ts");
const SEPARATOR = "\0";
/** A shorter text of ASCII alone is not worth its reference. */
const SHORTEST = 12;
/** What the finished bundle needs for a reference, and for unpacking a module's texts. */
const REFERENCE = 5;
const LEAST_GAIN = 30;

/**
 * Packs the long and the Japanese texts of a module for the send bundle, where ASCII spells every
 * Japanese sign in six bytes; the source stays as people read it. Runs behind the compiler and
 * leaves modules alone that would hardly shrink.
 */
function packTexts(source) {
  const places = placesIn(parse(source, { ecmaVersion: "latest", sourceType: "module" }));
  const texts = [...new Set(places.map((place) => place.text))];
  const packed = pack(Buffer.from(texts.join(SEPARATOR)));
  const plain = places.reduce((sum, { text }) => sum + escapedLength(text) - REFERENCE, 0);
  if (plain - packed.length < LEAST_GAIN) return source;
  const head = [
    `import { unpackTexts } from ${JSON.stringify(UNPACK)};`,
    `const PACKED = /*#__PURE__*/ unpackTexts(${JSON.stringify(packed)});`,
  ];
  let code = "";
  let copied = 0;
  for (const { start, end, text, role } of places) {
    let reference = `PACKED[${texts.indexOf(text)}]`;
    if (role === "pattern") {
      const name = `PATTERN_${head.length}`;
      head.push(`const ${name} = /*#__PURE__*/ new RegExp(${reference});`);
      reference = name;
    }
    code += source.slice(copied, start) + AROUND[role](reference);
    copied = end;
  }
  return [...head, code + source.slice(copied)].join("\n");
}

module.exports = function packTextsLoader(source) {
  const done = this.async();
  ready.then(() => done(null, packTexts(source))).catch(done);
};
module.exports.packTexts = packTexts;

const AROUND = {
  text: (reference) => ` ${reference}`,
  pattern: (reference) => ` ${reference}`,
  key: (reference) => `[${reference}]`,
  template: (reference) => `\${${reference}}`,
};

/** Where texts stand, in the order of the source. */
function placesIn(node, isKey = false) {
  if (Array.isArray(node)) return node.flatMap((each) => placesIn(each));
  if (typeof node?.type !== "string" || IGNORED.has(node.type)) return [];
  const [role, text] = textOf(node, isKey);
  if (role) {
    const { start, end } = node;
    return isWorthwhile(text, role) ? [{ start, end, text, role }] : [];
  }
  const hasKey = node.type === "Property" && !node.computed && !node.shorthand;
  return Object.entries(node)
    .flatMap(([name, inner]) => placesIn(inner, hasKey && name === "key"))
    .sort((a, b) => a.start - b.start);
}

const IGNORED = new Set(["ImportDeclaration", "TaggedTemplateExpression"]);

/** A pattern with flags may remember where it is: it cannot be made once for all. */
function textOf({ type, name, value, regex }, isKey) {
  if (isKey) return ["key", String(name ?? value)];
  if (type === "TemplateElement") return ["template", value.cooked];
  if (regex) return regex.flags ? [] : ["pattern", regex.pattern];
  return typeof value === "string" && type === "Literal" ? ["text", value] : [];
}

function isWorthwhile(text, role) {
  if (text.includes(SEPARATOR)) return false;
  const isLong = text.length >= SHORTEST && (role === "text" || role === "template");
  return isLong || isForeign(text);
}

const isForeign = (text) => /[^\0-\x7f]/.test(text);
const escapedLength = (text) => text.replace(/[^\0-\x7f]/g, "\\uXXXX").length;
