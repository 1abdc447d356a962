import { u16, u32, u64 } from "../little-endian";
import { damaged, Refused } from "../refused";
import { findField, memberName } from "./names";

/** What the central directory (PKWARE's APPNOTE, 4.3.12) says about one member. */
export interface ZipMember {
  /** A label for people only; nothing is ever written under it. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  /** As declared; the real size is counted while unpacking. */
  readonly size: number;
  /** Of the local header, from the beginning of the file. */
  readonly offset: number;
  readonly rawName: Uint8Array;
}

export interface ZipDirectory {
  readonly members: readonly ZipMember[];
  readonly comment: Uint8Array;
  /** Where the archive begins: behind the program, in a self-extracting one. */
  readonly start: number;
  /** Where the central directory begins and the members end. */
  readonly end: number;
  /** Where the whole archive ends, its comment included. */
  readonly tail: number;
}

const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const LOCATOR_SIGNATURE = 0x07064b50;
const LOCATOR_SIZE = 20;
const WIDE_END_SIGNATURE = 0x06064b50;
const WIDE_END_SIZE = 56;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_SIZE = 46;

const FLAG_ENCRYPTED = 0x0001;
const FLAG_STRONG = 0x0040;
const FLAG_MASKED = 0x2000;
const METHOD_AES = 99;
const WIDE_FIELD = 0x0001;
const WIDE = 0xffffffff;
const FIRST_OF_SIGNATURE = 0x50;

/** Where the end record stands, -1 where there is none: the file is no zip, or cut off. */
export function findEnd(bytes: Uint8Array): number {
  const last = bytes.length - END_SIZE;
  const first = Math.max(0, last - LONGEST_COMMENT);
  const place = bytes.subarray(first, Math.max(first, last + 1));
  // A search of the engine's own passes over texts much faster than a loop.
  for (let i = place.length; i > 0;) {
    i = place.lastIndexOf(FIRST_OF_SIGNATURE, i - 1);
    if (i < 0) break;
    const at = first + i;
    const isEnd = u32(bytes, at) === END_SIGNATURE;
    if (isEnd && at + END_SIZE + u16(bytes, at + 20) <= bytes.length) return at;
  }
  return -1;
}

/** Reads the central directory; `eachEntry` is called per member, to count them. */
export function readDirectory(bytes: Uint8Array, eachEntry: () => void): ZipDirectory {
  const at = findEnd(bytes);
  if (at < 0) throw damaged();
  const { count, size, offset, endsAt } = endRecord(bytes, at);
  const end = endsAt - size;
  const start = end - offset;
  if (end < 0 || start < 0) throw damaged();
  const members: ZipMember[] = [];
  let next = end;
  for (let left = count; left > 0; left--) {
    if (next + ENTRY_SIZE > endsAt || u32(bytes, next) !== ENTRY_SIGNATURE) {
      throw damaged();
    }
    eachEntry();
    members.push(readEntry(bytes, next, start));
    next += ENTRY_SIZE + u16(bytes, next + 28) + u16(bytes, next + 30) + u16(bytes, next + 32);
  }
  if (next !== endsAt) throw damaged();
  const tail = at + END_SIZE + u16(bytes, at + 20);
  return { members, comment: bytes.subarray(at + END_SIZE, tail), start, end, tail };
}

interface EndRecord {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
  /** Where the central directory ends and its end records begin. */
  readonly endsAt: number;
}

function endRecord(bytes: Uint8Array, at: number): EndRecord {
  const locator = at - LOCATOR_SIZE;
  if (locator >= 0 && u32(bytes, locator) === LOCATOR_SIGNATURE) {
    return wideEndRecord(bytes, locator);
  }
  // Volumes of a split archive hold only a part of the members.
  if (u16(bytes, at + 4) !== 0) throw new Refused("extract/unsupported");
  const record = { count: u16(bytes, at + 10), size: u32(bytes, at + 12) };
  return { ...record, offset: u32(bytes, at + 16), endsAt: at };
}

/** Zip64. The record stands right before its locator; a declared offset would ignore a prefix. */
function wideEndRecord(bytes: Uint8Array, locator: number): EndRecord {
  let at = locator - WIDE_END_SIZE;
  const declared = u64(bytes, locator + 8);
  if (at < 0 || u32(bytes, at) !== WIDE_END_SIGNATURE) at = declared;
  if (at + WIDE_END_SIZE > locator || u32(bytes, at) !== WIDE_END_SIGNATURE) {
    throw damaged();
  }
  if (u32(bytes, at + 16) !== 0) throw new Refused("extract/unsupported");
  const record = { count: u64(bytes, at + 32), size: u64(bytes, at + 40) };
  return { ...record, offset: u64(bytes, at + 48), endsAt: at };
}

function readEntry(bytes: Uint8Array, at: number, start: number): ZipMember {
  const flags = u16(bytes, at + 8);
  const method = u16(bytes, at + 10);
  const nameEnd = at + ENTRY_SIZE + u16(bytes, at + 28);
  const rawName = bytes.subarray(at + ENTRY_SIZE, nameEnd);
  const extra = bytes.subarray(nameEnd, nameEnd + u16(bytes, at + 30));
  const [size, packedSize, offset] = wideNumbers(extra, [
    u32(bytes, at + 24),
    u32(bytes, at + 20),
    u32(bytes, at + 42),
  ]);
  return {
    name: memberName(rawName, extra, flags),
    method,
    encrypted:
      (flags & (FLAG_ENCRYPTED | FLAG_STRONG | FLAG_MASKED)) !== 0 || method === METHOD_AES,
    crc: u32(bytes, at + 16),
    packedSize,
    size,
    offset: start + offset,
    rawName,
  };
}

/** Zip64 keeps, in this order, those numbers that do not fit into 32 bits. */
function wideNumbers(
  extra: Uint8Array,
  numbers: readonly [number, number, number],
): [number, number, number] {
  const field = findField(extra, WIDE_FIELD);
  let at = 0;
  const widen = (number: number): number => {
    if (number !== WIDE || !field || at + 8 > field.length) return number;
    at += 8;
    return u64(field, at - 8);
  };
  return [widen(numbers[0]), widen(numbers[1]), widen(numbers[2])];
}
