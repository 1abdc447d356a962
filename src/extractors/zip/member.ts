import { Inflate } from "fflate";
import type { Budget } from "../budget";
import { u16, u32 } from "../little-endian";
import { Refused } from "../refused";
import { crc32 } from "./crc32";
import type { ZipMember } from "./directory";

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const FLAG_DESCRIPTOR = 0x0008;
const FLAG_ENCRYPTED = 0x0001;
const WIDE = 0xffffffff;

const STORED = 0;
const DEFLATED = 8;
/** No deflated stream grows more than this (zlib's technical notes), a few empty blocks apart. */
const MAX_GROWTH = 1032;
const EMPTY_STREAM = 64;

/** So many packed bytes a step: what they can become at most still fits into memory. */
const STEP = 1 << 15;
const PEEK_STEP = 512;

/** Where a member's packed bytes begin. Its local header has to say what the directory says. */
export function dataStart(bytes: Uint8Array, member: ZipMember): number {
  const { offset, rawName } = member;
  const flags = u16(bytes, offset + 6);
  const nameStart = offset + LOCAL_SIZE;
  const start = nameStart + u16(bytes, offset + 26) + u16(bytes, offset + 28);
  const agrees =
    start + member.packedSize <= bytes.length &&
    u32(bytes, offset) === LOCAL_SIGNATURE &&
    u16(bytes, offset + 8) === member.method &&
    (flags & FLAG_ENCRYPTED) === 0 &&
    u16(bytes, offset + 26) === rawName.length &&
    rawName.every((byte, i) => bytes[nameStart + i] === byte) &&
    ((flags & FLAG_DESCRIPTOR) !== 0 || localSizesAgree(bytes, member));
  if (!agrees) throw new Refused("extract/damaged");
  return start;
}

function localSizesAgree(bytes: Uint8Array, { offset, packedSize, size, crc }: ZipMember): boolean {
  const packedHere = u32(bytes, offset + 18);
  const sizeHere = u32(bytes, offset + 22);
  return (
    u32(bytes, offset + 14) === crc &&
    (packedHere === packedSize || packedHere === WIDE) &&
    (sizeHere === size || sizeHere === WIDE)
  );
}

/**
 * Unpacks one member. Its declared size is believed only as far as its packed bytes can grow, is
 * paid for before memory is taken, and has to be the real one.
 */
export function readMember(bytes: Uint8Array, member: ZipMember, budget: Budget): Uint8Array {
  refuseUnreadable(member);
  const start = dataStart(bytes, member);
  const packed = bytes.subarray(start, start + member.packedSize);
  const unpacked = member.method === STORED ? packed : inflate(packed, member.size, budget);
  if (member.method === STORED) budget.unpack(packed.length);
  if (unpacked.length !== member.size || crc32(unpacked) !== member.crc) {
    throw new Refused("extract/damaged");
  }
  return unpacked;
}

/** The first bytes of a member, enough to recognise its type; nothing is paid for. */
export function peekMember(bytes: Uint8Array, member: ZipMember): Uint8Array {
  refuseUnreadable(member);
  const start = dataStart(bytes, member);
  const packed = bytes.subarray(start, start + Math.min(member.packedSize, PEEK_STEP));
  if (member.method === STORED) return packed;
  let head = packed.subarray(0, 0);
  guarded(() => {
    const stream = new Inflate((chunk) => (head = chunk));
    stream.push(packed);
  });
  return head;
}

function refuseUnreadable({ encrypted, method }: ZipMember): void {
  if (encrypted) throw new Refused("extract/encrypted");
  if (method !== STORED && method !== DEFLATED) throw new Refused("extract/unsupported");
}

function inflate(packed: Uint8Array, size: number, budget: Budget): Uint8Array {
  budget.unpack(size);
  if (size > packed.length * MAX_GROWTH + EMPTY_STREAM) throw new Refused("extract/damaged");
  const out = new Uint8Array(size);
  let written = 0;
  const stream = new Inflate((chunk) => {
    if (written + chunk.length > size) throw overrun(budget, written + chunk.length - size);
    out.set(chunk, written);
    written += chunk.length;
  });
  for (let at = 0; at < packed.length; at += STEP) {
    budget.time();
    guarded(() => stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length));
  }
  return out.subarray(0, written);
}

/** More than declared: the surplus is counted, so that bombs that lie are called bombs. */
function overrun(budget: Budget, surplus: number): Refused {
  budget.unpack(surplus);
  return new Refused("extract/damaged");
}

/** fflate throws errors of its own where the stream is broken. */
function guarded(work: () => void): void {
  try {
    work();
  } catch (error) {
    throw error instanceof Refused ? error : new Refused("extract/damaged");
  }
}
