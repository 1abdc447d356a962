import { Refused } from "../refused";
import { isSpace, latin, Lexer } from "./lexer";
import { asNumber, type Dictionary, isArray, Keyword, Stream, type Value } from "./values";

/** Where an object is: at a place in the file, or the n-th of an object stream. */
export interface Entry {
  /** 0 for the file itself. */
  readonly stream: number;
  readonly at: number;
}

export interface CrossReferences {
  readonly entries: Map<number, Entry>;
  readonly trailer: Dictionary;
}

/** Unpacks a stream while nothing of the document is known yet. */
type Unpack = (stream: Stream) => Uint8Array;
type ReadObject = (at: number) => Value;

const MOST_SECTIONS = 1000;
const TAIL = 2048;

/**
 * The tables and streams of the file from the newest to the oldest (ISO 32000-2, 7.5.4 and 7.5.8); an
 * object that a newer one replaced or freed is not in the result. Null where they are damaged.
 */
export function readCrossReferences(
  bytes: Uint8Array,
  readObject: ReadObject,
  unpack: Unpack,
): CrossReferences | null {
  const entries = new Map<number, Entry>();
  let trailer: Dictionary | null = null;
  const seen = new Set<number>();
  const waiting = [startOf(bytes)];
  try {
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      if (at < 0 || seen.size > MOST_SECTIONS) return null;
      const section = readSection(bytes, at, entries, readObject, unpack);
      if (!section) return null;
      trailer ??= section;
      const [previous, hybrid] = [section.get("Prev"), section.get("XRefStm")];
      if (typeof previous === "number") waiting.push(previous);
      // Comes before the older ones, and says what this table left out.
      if (typeof hybrid === "number") waiting.push(hybrid);
    }
  } catch (error) {
    if (error instanceof Refused && error.code === "extract/damaged") return null;
    throw error;
  }
  return trailer && { entries, trailer };
}

function startOf(bytes: Uint8Array): number {
  const from = Math.max(0, bytes.length - TAIL);
  const tail = latin(bytes, from);
  const found = /startxref\s+(\d+)/.exec(tail.slice(tail.lastIndexOf("startxref")));
  return found ? Number(found[1]) : -1;
}

function readSection(
  bytes: Uint8Array,
  at: number,
  entries: Map<number, Entry>,
  readObject: ReadObject,
  unpack: Unpack,
): Dictionary | null {
  const lexer = new Lexer(bytes, at, bytes.length, true);
  const first = lexer.next();
  if (first instanceof Keyword && first.word === "xref") return readTable(lexer, entries);
  const value = typeof first === "number" ? readObject(at) : null;
  if (!(value instanceof Stream) || value.dictionary.get("Type") !== "XRef") return null;
  readStream(value.dictionary, unpack(value), entries);
  return value.dictionary;
}

function readTable(lexer: Lexer, entries: Map<number, Entry>): Dictionary | null {
  for (;;) {
    const first = lexer.next();
    if (first instanceof Keyword && first.word === "trailer") {
      const trailer = lexer.next();
      return trailer instanceof Map ? trailer : null;
    }
    const count = lexer.next();
    if (typeof first !== "number" || typeof count !== "number") return null;
    for (let i = 0; i < count; i++) {
      const at = lexer.next();
      lexer.next();
      const kind = lexer.next();
      if (typeof at !== "number" || !(kind instanceof Keyword)) return null;
      add(entries, first + i, { stream: 0, at: kind.word === "n" ? at : -1 });
    }
  }
}

function readStream(dictionary: Dictionary, bytes: Uint8Array, entries: Map<number, Entry>): void {
  const widths = dictionary.get("W");
  const index = dictionary.get("Index");
  if (!isArray(widths)) throw new Refused("extract/damaged");
  const [type = 0, second = 0, third = 0] = widths.map((width) => asNumber(width, 0));
  const size = type + second + third;
  const ranges = isArray(index) ? index : [0, asNumber(dictionary.get("Size"), 0)];
  let at = 0;
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const first = asNumber(ranges[range], 0);
    const count = asNumber(ranges[range + 1], 0);
    for (let i = 0; i < count && at + size <= bytes.length; i++, at += size) {
      const kind = type === 0 ? 1 : bigEndian(bytes, at, type);
      const place = bigEndian(bytes, at + type, second);
      if (kind === 1) add(entries, first + i, { stream: 0, at: place });
      else if (kind === 2) {
        const inner = bigEndian(bytes, at + type + second, third);
        add(entries, first + i, { stream: place, at: inner });
      } else add(entries, first + i, { stream: 0, at: -1 });
    }
  }
}

/** The newest section comes first, and stands. */
function add(entries: Map<number, Entry>, number: number, entry: Entry): void {
  if (!entries.has(number)) entries.set(number, entry);
}

function bigEndian(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let i = 0; i < size; i++) value = value * 256 + (bytes[at + i] as number);
  return value;
}

const [O, B, J] = [0x6f, 0x62, 0x6a];

/**
 * What the file's own tables should have said, by looking for every `7 0 obj` in it; of one that is
 * there several times the last one stands. The caller adds what object streams hold.
 */
export function searchObjects(bytes: Uint8Array): Map<number, Entry> {
  const entries = new Map<number, Entry>();
  for (let at = bytes.indexOf(O); at >= 0; at = bytes.indexOf(O, at + 1)) {
    if (bytes[at + 1] !== B || bytes[at + 2] !== J) continue;
    let from = at;
    const back = (accepts: (byte: number | undefined) => boolean): number => {
      const end = from;
      while (from > 0 && accepts(bytes[from - 1])) from -= 1;
      return end - from;
    };
    if (back(isSpace) === 0 || back(isDigit) === 0 || back(isSpace) === 0) continue;
    const end = from;
    if (back(isDigit) === 0) continue;
    entries.set(Number(latin(bytes, from, end)), { stream: 0, at: from });
  }
  return entries;
}

const isDigit = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** The last trailer that names the document's root. */
export function searchTrailer(bytes: Uint8Array): Dictionary | null {
  let found: Dictionary | null = null;
  for (let at = bytes.indexOf(0x74); at >= 0; at = bytes.indexOf(0x74, at + 1)) {
    if (latin(bytes, at, at + 7) !== "trailer") continue;
    const value = new Lexer(bytes, at + 7, bytes.length, true).next();
    if (value instanceof Map && value.has("Root")) found = value;
  }
  return found;
}
