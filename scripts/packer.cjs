// Packs tables and texts for the send bundle; src/text/unpack.ts is the other direction.
const { deflateRawSync } = require("node:zlib");

const SIGNS = 91;
const BITS = 13;

/** Bytes as ASCII without space, double quote and backslash. */
function pack(bytes) {
  const plain = Uint8Array.from(bytes);
  const pairs = [
    ...pairsOf(plain.length),
    ...pairsOf(sumOf(plain)),
    ...pairsOfBytes(deflated(plain)),
  ];
  return pairs.map((pair) => sign(Math.floor(pair / SIGNS)) + sign(pair % SIGNS)).join("");
}

const pairsOf = (number) => [number >> BITS, number & (2 ** BITS - 1)];

/** Texts this short shrink by different amounts, depending on how much zlib looks at in one block. */
function deflated(bytes) {
  const all = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((memLevel) =>
    [0, 1, 4].map((strategy) => deflateRawSync(bytes, { level: 9, memLevel, strategy })),
  );
  return all.reduce((best, each) => (each.length < best.length ? each : best));
}

function pairsOfBytes(bytes) {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const pairs = [];
  for (let at = 0; at < bits.length; at += BITS) {
    pairs.push(parseInt(bits.slice(at, at + BITS).padEnd(BITS, "0"), 2));
  }
  return pairs;
}

/** As src/text/unpack.ts computes it. */
function sumOf(bytes) {
  let sum = 1;
  for (const byte of bytes) sum = (Math.imul(sum, 31) + byte) & 0x3ffffff;
  return sum;
}

function sign(digit) {
  const text = String.fromCharCode(0x23 + digit);
  return text === "\\" ? "!" : text;
}

module.exports = { pack };
