// Packs tables and texts for the send bundle; src/text/unpack.ts is the other direction.
const { deflate, deflateAsync } = require("@gfx/zopfli");

const SIGNS = 91;
const BITS = 13;

/** To be awaited once before `pack`: the compressor has to be loaded. */
const ready = deflateAsync(Uint8Array.of(0), { numiterations: 1 });

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

/** As small as deflate gets; it is made once and sent to every machine. */
function deflated(bytes) {
  let packed = null;
  deflate(bytes, { numiterations: 30 }, (_, result) => (packed = result));
  if (packed === null) throw new Error("pack was called before the compressor was ready");
  return packed;
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

module.exports = { pack, ready };
