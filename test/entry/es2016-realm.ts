import vm from "node:vm";

/**
 * Everything that ES2016 gives a script, less what nobody could say of classic Outlook's runtime:
 * `String.prototype.normalize` and whatever depends on a locale. What is not listed is taken away,
 * so that inventions of later years are missing too.
 */
const TYPED = "BYTES_PER_ELEMENT constructor";
const ERROR = "constructor name message toString";

const ALLOWED: Readonly<Record<string, string>> = {
  Object:
    "assign create defineProperties defineProperty freeze getOwnPropertyDescriptor getOwnPropertyNames getOwnPropertySymbols getPrototypeOf is isExtensible isFrozen isSealed keys preventExtensions seal setPrototypeOf",
  "Object.prototype":
    "constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toString valueOf __proto__ __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__",
  Function: "",
  "Function.prototype": "apply bind call constructor toString length name arguments caller",
  Array: "from isArray of",
  "Array.prototype":
    "concat constructor copyWithin entries every fill filter find findIndex forEach includes indexOf join keys lastIndexOf length map pop push reduce reduceRight reverse shift slice some sort splice toString unshift values",
  String: "fromCharCode fromCodePoint raw",
  "String.prototype":
    "charAt charCodeAt codePointAt concat constructor endsWith includes indexOf lastIndexOf length match repeat replace search slice split startsWith substr substring toLowerCase toString toUpperCase trim valueOf",
  Number:
    "EPSILON MAX_SAFE_INTEGER MAX_VALUE MIN_SAFE_INTEGER MIN_VALUE NaN NEGATIVE_INFINITY POSITIVE_INFINITY isFinite isInteger isNaN isSafeInteger parseFloat parseInt",
  "Number.prototype": "constructor toExponential toFixed toPrecision toString valueOf",
  Boolean: "",
  "Boolean.prototype": "constructor toString valueOf",
  Symbol:
    "for hasInstance isConcatSpreadable iterator keyFor match replace search species split toPrimitive toStringTag unscopables",
  "Symbol.prototype": "constructor toString valueOf",
  Math: "E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2 abs acos acosh asin asinh atan atan2 atanh cbrt ceil clz32 cos cosh exp expm1 floor fround hypot imul log log10 log1p log2 max min pow random round sign sin sinh sqrt tan tanh trunc",
  JSON: "parse stringify",
  Reflect:
    "apply construct defineProperty deleteProperty get getOwnPropertyDescriptor getPrototypeOf has isExtensible ownKeys preventExtensions set setPrototypeOf",
  Proxy: "revocable",
  Promise: "all race reject resolve",
  "Promise.prototype": "catch constructor then",
  Date: "UTC now parse",
  "Date.prototype":
    "constructor getDate getDay getFullYear getHours getMilliseconds getMinutes getMonth getSeconds getTime getTimezoneOffset getUTCDate getUTCDay getUTCFullYear getUTCHours getUTCMilliseconds getUTCMinutes getUTCMonth getUTCSeconds getYear setDate setFullYear setHours setMilliseconds setMinutes setMonth setSeconds setTime setUTCDate setUTCFullYear setUTCHours setUTCMilliseconds setUTCMinutes setUTCMonth setUTCSeconds setYear toDateString toGMTString toISOString toJSON toString toTimeString toUTCString valueOf",
  RegExp:
    "$1 $2 $3 $4 $5 $6 $7 $8 $9 $& $+ $` $' $_ input lastMatch lastParen leftContext rightContext",
  "RegExp.prototype":
    "compile constructor exec flags global ignoreCase multiline source sticky test toString unicode",
  Map: "",
  "Map.prototype": "clear constructor delete entries forEach get has keys set size values",
  Set: "",
  "Set.prototype": "add clear constructor delete entries forEach has keys size values",
  WeakMap: "",
  "WeakMap.prototype": "constructor delete get has set",
  WeakSet: "",
  "WeakSet.prototype": "add constructor delete has",
  ArrayBuffer: "isView",
  "ArrayBuffer.prototype": "byteLength constructor slice",
  DataView: "",
  "DataView.prototype":
    "buffer byteLength byteOffset constructor getFloat32 getFloat64 getInt16 getInt32 getInt8 getUint16 getUint32 getUint8 setFloat32 setFloat64 setInt16 setInt32 setInt8 setUint16 setUint32 setUint8",
  TypedArray: "from of",
  "TypedArray.prototype":
    "buffer byteLength byteOffset constructor copyWithin entries every fill filter find findIndex forEach includes indexOf join keys lastIndexOf length map reduce reduceRight reverse set slice some sort subarray toString values",
  Error: "captureStackTrace stackTraceLimit",
  "Error.prototype": ERROR,
};

for (const name of ["Eval", "Range", "Reference", "Syntax", "Type", "URI"])
  Object.assign(ALLOWED, { [`${name}Error`]: "", [`${name}Error.prototype`]: ERROR });
for (const name of "Int8 Uint8 Uint8Clamped Int16 Uint16 Int32 Uint32 Float32 Float64".split(" "))
  Object.assign(ALLOWED, { [`${name}Array`]: TYPED, [`${name}Array.prototype`]: TYPED });

const FUNCTIONS =
  "Infinity NaN undefined eval isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape";

/** What classic Outlook is known to add. */
const HOST = "Office console setTimeout clearTimeout fetch";

/** Runs inside the realm, as everything that it touches lives there. */
const STRIP = `(function (allowed, globals) {
  "use strict";
  var TypedArray = Object.getPrototypeOf(Uint8Array);
  var removed = [];
  function strip(name, owner) {
    var keep = allowed[name].split(" ").concat("prototype", "length", "name");
    Reflect.ownKeys(owner).forEach(function (key) {
      var known = typeof key === "symbol" ? SYMBOLS.indexOf(key) >= 0 : keep.indexOf(key) >= 0;
      if (known || name === "Symbol") return;
      if (!Reflect.deleteProperty(owner, key)) throw new Error(name + "." + String(key) + " stays");
      removed.push(name + "." + String(key));
    });
  }
  var SYMBOLS = [Symbol.hasInstance, Symbol.isConcatSpreadable, Symbol.iterator, Symbol.match,
    Symbol.replace, Symbol.search, Symbol.species, Symbol.split, Symbol.toPrimitive,
    Symbol.toStringTag, Symbol.unscopables];
  var realm = this;
  var Original = RegExp;
  var AnySymbol = Symbol;
  Object.keys(allowed).forEach(function (name) {
    var path = name.split(".");
    var owner = path[0] === "TypedArray" ? TypedArray : realm[path[0]];
    strip(name, path[1] ? owner.prototype : owner);
  });
  // The members of Symbol cannot be deleted: another function stands in for it.
  realm.Symbol = function (description) { return AnySymbol(description); };
  allowed.Symbol.split(" ").forEach(function (key) { realm.Symbol[key] = AnySymbol[key]; });
  realm.Symbol.prototype = AnySymbol.prototype;
  var checked = function (pattern, flags) {
    if (/[^gimuy]/.test(flags || "") || /\\(\\?<|\\\\p\\{/i.test(String(pattern)))
      throw new SyntaxError("Regular expression newer than ES2016: " + String(pattern));
  };
  realm.RegExp = new Proxy(Original, {
    construct: function (target, given) { checked(given[0], given[1]); return new target(given[0], given[1]); },
    apply: function (target, self, given) { checked(given[0], given[1]); return target(given[0], given[1]); }
  });
  Reflect.ownKeys(realm).forEach(function (key) {
    if (globals.indexOf(key) >= 0) return;
    if (!Reflect.deleteProperty(realm, key)) throw new Error(String(key) + " stays");
    removed.push(String(key));
  });
  return removed;
})`;

export interface Realm {
  readonly context: vm.Context;
  /** What was taken away. */
  readonly removed: readonly string[];
  run(source: string, filename: string): unknown;
}

/** A fresh engine of 2016 with nothing but `host` beside the language. */
export function es2016Realm(host: Readonly<Record<string, unknown>>): Realm {
  const context = vm.createContext({ ...host });
  const names = Object.keys(ALLOWED).filter((name) => !name.includes(".") && name !== "TypedArray");
  const globals = [...names, ...FUNCTIONS.split(" "), ...HOST.split(" ")];
  const strip = vm.runInContext(STRIP, context) as (...given: unknown[]) => string[];
  const removed = strip.call(vm.runInContext("this", context), ALLOWED, globals);
  return {
    context,
    removed: Array.from(removed),
    run: (source, filename) => vm.runInContext(source, context, { filename }) as unknown,
  };
}
