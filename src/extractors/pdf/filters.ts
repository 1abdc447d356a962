import type { Budget } from "../budget";
import { Refused } from "../refused";
import { unzlib } from "./flate";
import { hexDigit, isSpace } from "./lexer";
import { lzw } from "./lzw";
import { unpredict } from "./predictor";
import type { Stream } from "./values";
import { asName, type Dictionary, isArray, type Value } from "./values";

type Resolve = (value: Value | undefined) => Value;
type Filter = (
  bytes: Uint8Array,
  parameters: Dictionary,
  resolve: Resolve,
  budget: Budget,
) => Uint8Array;

const number = (
  parameters: Dictionary,
  key: string,
  otherwise: number,
  resolve: Resolve,
): number => {
  const value = resolve(parameters.get(key));
  return typeof value === "number" ? value : otherwise;
};

const predicted = (bytes: Uint8Array, parameters: Dictionary, resolve: Resolve): Uint8Array => {
  const get = (key: string, otherwise: number) => number(parameters, key, otherwise, resolve);
  const colours = get("Colors", 1);
  const bits = get("BitsPerComponent", 8);
  return unpredict(bytes, get("Predictor", 1), colours, bits, get("Columns", 1));
};

/** Filters of ISO 32000-2, 7.4, by both of their names; those of pictures are not among them. */
const FILTERS: Readonly<Record<string, Filter>> = {
  FlateDecode: (bytes, parameters, resolve, budget) =>
    predicted(unzlib(bytes, budget), parameters, resolve),
  LZWDecode: (bytes, parameters, resolve, budget) =>
    predicted(
      lzw(bytes, number(parameters, "EarlyChange", 1, resolve), budget),
      parameters,
      resolve,
    ),
  ASCIIHexDecode: (bytes) => hex(bytes),
  ASCII85Decode: (bytes) => ascii85(bytes),
  RunLengthDecode: (bytes, _parameters, _resolve, budget) => runLength(bytes, budget),
  Crypt: (bytes) => bytes,
};

const NONE: Dictionary = new Map();

const SHORT: Readonly<Record<string, string>> = {
  Fl: "FlateDecode",
  LZW: "LZWDecode",
  AHx: "ASCIIHexDecode",
  A85: "ASCII85Decode",
  RL: "RunLengthDecode",
};

/** What a stream holds once all of its filters are undone. */
export function decode(
  { dictionary, bytes }: Stream,
  resolve: Resolve,
  budget: Budget,
): Uint8Array {
  const filters = listed(resolve(dictionary.get("Filter") ?? dictionary.get("F")));
  const parameters = listed(resolve(dictionary.get("DecodeParms") ?? dictionary.get("DP")));
  let decoded = bytes;
  filters.forEach((each, index) => {
    const name = asName(resolve(each));
    const filter = FILTERS[SHORT[name] ?? name];
    if (!filter) throw new Refused("extract/pdf");
    budget.time();
    const given = resolve(parameters[index]);
    decoded = filter(decoded, given instanceof Map ? given : NONE, resolve, budget);
  });
  return decoded;
}

const listed = (value: Value): readonly Value[] =>
  isArray(value) ? value : value === null ? [] : [value];

function hex(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array((bytes.length + 1) >> 1);
  let digits = 0;
  for (let i = 0; i < bytes.length && bytes[i] !== 0x3e; i++) {
    const digit = hexDigit(bytes[i] as number);
    if (digit < 0) continue;
    out[digits >> 1]! |= (digits & 1) === 0 ? digit << 4 : digit;
    digits += 1;
  }
  return out.subarray(0, (digits + 1) >> 1);
}

const FIRST_SIGN = 0x21;
const LAST_SIGN = 0x75;
const ZERO_GROUP = 0x7a;
const TILDE = 0x7e;

function ascii85(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length * 4);
  let length = 0;
  let group = 0;
  let signs = 0;
  const put = (count: number): void => {
    for (let i = 0; i < count; i++) out[length++] = Math.floor(group / Math.pow(256, 3 - i)) & 0xff;
    group = 0;
    signs = 0;
  };
  for (let i = 0; i < bytes.length && bytes[i] !== TILDE; i++) {
    const sign = bytes[i] as number;
    if (isSpace(sign)) continue;
    if (sign === ZERO_GROUP && signs === 0) {
      put(4);
      continue;
    }
    if (sign < FIRST_SIGN || sign > LAST_SIGN) throw new Refused("extract/damaged");
    group = group * 85 + sign - FIRST_SIGN;
    signs += 1;
    if (signs === 5) put(4);
  }
  if (signs > 1) {
    const count = signs - 1;
    for (; signs < 5; signs++) group = group * 85 + 84;
    put(count);
  }
  return out.subarray(0, length);
}

function runLength(bytes: Uint8Array, budget: Budget): Uint8Array {
  let size = 0;
  const runs = (each: (at: number, count: number, step: number) => void): void => {
    for (let at = 0; at < bytes.length;) {
      const code = bytes[at++] as number;
      if (code === 128) return;
      const isCopy = code < 128;
      each(at, isCopy ? code + 1 : 257 - code, isCopy ? 1 : 0);
      at += isCopy ? code + 1 : 1;
    }
  };
  runs((_, count) => (size += count));
  budget.unpack(size);
  const out = new Uint8Array(size);
  let length = 0;
  runs((at, count, step) => {
    for (let i = 0; i < count; i++) out[length++] = bytes[at + i * step] ?? 0;
  });
  return out;
}
