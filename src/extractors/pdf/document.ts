import type { Budget } from "../budget";
import { damaged, Refused } from "../refused";
import {
  type CrossReferences,
  type Entry,
  readCrossReferences,
  searchObjects,
  searchTrailer,
} from "./cross-references";
import { type Decryption, decryptionOf } from "./decryption";
import { decode } from "./filters";
import { latin, Lexer } from "./lexer";
import { type Dictionary, isArray, Keyword, Reference, Stream, type Value } from "./values";

/** A chain of references that is longer leads in a circle. */
const LONGEST_CHAIN = 32;

interface ObjectStream {
  readonly bytes: Uint8Array;
  /** Of each object in it: its number, and where it begins. */
  readonly index: readonly (readonly [number, number])[];
}

/** A file's objects by their numbers, decrypted where the file opens for everybody. */
export class Document {
  private entries = new Map<number, Entry>();
  private trailer: Dictionary = new Map();
  private decryption: Decryption | null = null;
  private readonly objects = new Map<number, Value>();
  private readonly streams = new Map<number, ObjectStream>();

  constructor(
    private readonly bytes: Uint8Array,
    private readonly budget: Budget,
  ) {
    const found = readCrossReferences(
      bytes,
      (at) => this.objectAt(at, null),
      (stream) => this.unpack(stream),
    );
    if (!found || !this.use(found)) this.search();
  }

  /** The document's catalog. */
  get catalog(): Dictionary {
    return this.dictionary(this.trailer.get("Root"));
  }

  /** Title, author and the like. */
  get information(): Dictionary {
    return this.dictionary(this.trailer.get("Info"));
  }

  /** What a reference leads to; everything else is itself. Missing objects are null. */
  readonly resolve = (value: Value | undefined): Value => {
    let resolved = value;
    for (let i = 0; resolved instanceof Reference; i++) {
      if (i === LONGEST_CHAIN) throw new Refused("extract/damaged");
      resolved = this.object(resolved.number);
    }
    return resolved ?? null;
  };

  dictionary(value: Value | undefined): Dictionary {
    const resolved = this.resolve(value);
    if (resolved instanceof Map) return resolved;
    return resolved instanceof Stream ? resolved.dictionary : new Map<string, Value>();
  }

  array(value: Value | undefined): readonly Value[] {
    const resolved = this.resolve(value);
    return isArray(resolved) ? resolved : [];
  }

  /** What a stream holds; throws Refused where it cannot be unpacked. */
  unpack(stream: Stream): Uint8Array {
    return decode(stream, this.resolve, this.budget);
  }

  private use({ entries, trailer }: CrossReferences): boolean {
    this.objects.clear();
    this.streams.clear();
    this.entries = entries;
    this.trailer = trailer;
    this.decryption = null;
    const encrypt = trailer.get("Encrypt");
    if (encrypt !== undefined && encrypt !== null) {
      const dictionary = this.dictionary(encrypt);
      const parts = new Map([...dictionary].map(([key, value]) => [key, this.resolve(value)]));
      this.decryption = decryptionOf(parts, this.resolve(trailer.get("ID")));
      this.objects.clear();
    }
    return this.dictionary(this.catalog.get("Pages")).has("Kids");
  }

  /** For a file whose own tables lead nowhere. */
  private search(): void {
    const entries = searchObjects(this.bytes);
    let trailer = searchTrailer(this.bytes);
    for (const [number, { at }] of [...entries]) {
      this.budget.time();
      const value = this.objectOrNull(at);
      if (!(value instanceof Stream)) {
        if (!trailer && value instanceof Map && value.get("Type") === "Catalog") {
          trailer = new Map([["Root", new Reference(number, 0)]]);
        }
        continue;
      }
      const { dictionary } = value;
      if (dictionary.get("Type") === "XRef" && dictionary.has("Root")) trailer ??= dictionary;
      if (dictionary.get("Type") !== "ObjStm") continue;
      // What is in it cannot be known before the key is, nor left out.
      if (trailer?.has("Encrypt") === true) throw damaged();
      this.objectStream(value).index.forEach(([inner], at) => {
        if (!entries.has(inner)) entries.set(inner, { stream: number, at });
      });
    }
    if (!trailer || !this.use({ entries, trailer })) throw new Refused("extract/damaged");
  }

  private objectOrNull(at: number): Value {
    try {
      return this.objectAt(at, null);
    } catch (error) {
      if (error instanceof Refused && error.code === "extract/damaged") return null;
      throw error;
    }
  }

  private object(number: number): Value {
    const known = this.objects.get(number);
    if (known !== undefined) return known;
    const entry = this.entries.get(number);
    if (!entry || entry.at < 0) return null;
    // An object that needs itself to be read is null to itself.
    this.objects.set(number, null);
    const value =
      entry.stream === 0 ? this.objectAt(entry.at, number) : this.streamed(entry, number);
    this.objects.set(number, value);
    return value;
  }

  private streamed({ stream, at }: Entry, number: number): Value {
    let found = this.streams.get(stream);
    if (!found) {
      const value = this.object(stream);
      if (!(value instanceof Stream)) throw new Refused("extract/damaged");
      found = this.objectStream(value);
      this.streams.set(stream, found);
    }
    const { index, bytes } = found;
    const place = index[at]?.[0] === number ? index[at] : index.find(([each]) => each === number);
    if (!place) return null;
    const value = new Lexer(bytes, place[1], bytes.length, true).next();
    return value instanceof Keyword ? null : value;
  }

  private objectStream(stream: Stream): ObjectStream {
    const count = this.resolve(stream.dictionary.get("N"));
    const first = this.resolve(stream.dictionary.get("First"));
    if (typeof count !== "number" || typeof first !== "number")
      throw new Refused("extract/damaged");
    const bytes = this.unpack(stream);
    const lexer = new Lexer(bytes);
    const index: (readonly [number, number])[] = [];
    for (let i = 0; i < count; i++) {
      const [number, at] = [lexer.next(), lexer.next()];
      if (typeof number !== "number" || typeof at !== "number") throw damaged();
      index.push([number, first + at]);
    }
    return { bytes, index };
  }

  /** Reads `7 0 obj …`; null as `wanted` takes any number. */
  private objectAt(at: number, wanted: number | null): Value {
    const { bytes } = this;
    const lexer = new Lexer(bytes, at, bytes.length, true);
    const [number, generation, word] = [lexer.next(), lexer.next(), lexer.next()];
    const isObject =
      typeof number === "number" &&
      typeof generation === "number" &&
      word instanceof Keyword &&
      word.word === "obj" &&
      (wanted === null || wanted === number);
    if (!isObject) throw new Refused("extract/damaged");
    const value = lexer.next();
    if (value instanceof Keyword) return null;
    if (!(value instanceof Map)) return this.decrypted(value, number, generation);
    const from = streamStart(bytes, lexer);
    if (from < 0) return this.decrypted(value, number, generation);
    const length = this.streamLength(value, from);
    const packed = bytes.subarray(from, from + length);
    const dictionary = this.decrypted(value, number, generation) as Dictionary;
    return new Stream(dictionary, this.decryptedStream(dictionary, packed, number, generation));
  }

  /** As it is declared where that is true, else up to the word that ends it. */
  private streamLength(dictionary: Dictionary, from: number): number {
    const declared = this.resolve(dictionary.get("Length"));
    if (typeof declared === "number" && declared >= 0) {
      const lexer = new Lexer(this.bytes, from + declared);
      if (from + declared <= this.bytes.length && isEndOfStream(lexer)) return declared;
    }
    const { bytes } = this;
    for (let at = bytes.indexOf(0x65, from); at >= 0; at = bytes.indexOf(0x65, at + 1)) {
      if (bytes[at + 1] === 0x6e && latin(bytes, at, at + 9) === "endstream") return at - from;
    }
    return bytes.length - from;
  }

  private decryptedStream(
    dictionary: Dictionary,
    packed: Uint8Array,
    number: number,
    generation: number,
  ): Uint8Array {
    if (!this.decryption || isPlainStream(dictionary)) return packed;
    const { streams, metadata } = this.decryption;
    const cipher = dictionary.get("Type") === "Metadata" ? metadata : streams;
    return cipher(packed, number, generation);
  }

  private decrypted(value: Value, number: number, generation: number): Value {
    if (!this.decryption) return value;
    if (value instanceof Uint8Array) return this.decryption.strings(value, number, generation);
    const again = (each: Value): Value => this.decrypted(each, number, generation);
    if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, again(each)]));
    return isArray(value) ? value.map(again) : value;
  }
}

/** Cross-references are never encrypted, nor what says so itself. */
function isPlainStream(dictionary: Dictionary): boolean {
  const filter = dictionary.get("Filter");
  const first = isArray(filter) ? filter[0] : filter;
  return dictionary.get("Type") === "XRef" || first === "Crypt";
}

const isEndOfStream = (lexer: Lexer): boolean => {
  lexer.skipSpace();
  return latin(lexer.bytes, lexer.at, lexer.at + 9) === "endstream";
};

/** Where a stream's bytes begin behind its dictionary, -1 where there is none. */
function streamStart(bytes: Uint8Array, lexer: Lexer): number {
  lexer.skipSpace();
  const { at } = lexer;
  if (latin(bytes, at, at + 6) !== "stream") return -1;
  const end = at + 6;
  if (bytes[end] === 0x0d) return bytes[end + 1] === 0x0a ? end + 2 : end + 1;
  return bytes[end] === 0x0a ? end + 1 : end;
}
