// Packs tables and texts for the send bundle; src/text/unpack.ts is the other direction.
const path = require("node:path");
const { transformFileSync } = require("@swc/core");

const { predict, sumOf } = loadSource("src/text/predict.ts");
const SIGNS = 91;
const BITS = 13;
const HIGHEST = 0x3fffffff;
const TOP_BIT = 0x20000000;

/** A source file without imports: both directions have to predict the same. */
function loadSource(file) {
  const { code } = transformFileSync(path.join(__dirname, "..", file), {
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "commonjs" },
  });
  const exports = {};
  new Function("exports", code)(exports);
  return exports;
}

/** Bytes as ASCII without space, double quote and backslash. */
function pack(bytes) {
  const bits = arithmeticCode(Uint8Array.from(bytes));
  const pairs = [...pairsOf(bytes.length), ...pairsOf(sumOf(bytes))];
  for (let at = 0; at < bits.length; at += BITS) {
    pairs.push(
      parseInt(
        bits
          .slice(at, at + BITS)
          .join("")
          .padEnd(BITS, "0"),
        2,
      ),
    );
  }
  return pairs.map((pair) => sign(Math.floor(pair / SIGNS)) + sign(pair % SIGNS)).join("");
}

const pairsOf = (number) => [number >> BITS, number & (2 ** BITS - 1)];

function arithmeticCode(bytes) {
  const bits = [];
  let low = 0;
  let high = HIGHEST;
  let seen = 0;
  const bit = (chance) => {
    const bit = (bytes[seen >> 3] >> (7 - (seen & 7))) & 1;
    seen += 1;
    const middle = low + Math.floor(((high - low) * chance) / 0x10000);
    if (bit) high = middle;
    else low = middle + 1;
    while ((low ^ high) < TOP_BIT) {
      bits.push(high < TOP_BIT ? 0 : 1);
      low = (low << 1) & HIGHEST;
      high = ((high << 1) & HIGHEST) | 1;
    }
    return bit;
  };
  predict(new Uint8Array(bytes.length), { bit });
  // Behind the end stand zeros: a 1 lies between both ends, unless the low one is 0 itself.
  return low > 0 ? [...bits, 1] : bits;
}

function sign(digit) {
  const text = String.fromCharCode(0x23 + digit);
  return text === "\\" ? "!" : text;
}

module.exports = { pack };
