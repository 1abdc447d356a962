import type { Budget } from "../budget";
import { u16, u32 } from "../little-endian";
import { damaged, Refused } from "../refused";
import { crc32 } from "./crc32";
import type { ZipMember } from "./directory";
import { inflate } from "./inflate";

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

/** As much of a member tells its type. */
const PEEKED = 512;

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
  if (!agrees) throw damaged();
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
  const { size, method, crc } = member;
  const packed = packedBytes(bytes, member);
  budget.time();
  budget.unpack(size);
  const most = method === STORED ? packed.length : packed.length * MAX_GROWTH + EMPTY_STREAM;
  if (size > most) throw damaged();
  const unpacked = method === STORED ? packed : new Uint8Array(size);
  const realSize = method === STORED ? packed.length : inflate(packed, unpacked);
  if (realSize !== size || crc32(unpacked) !== crc) throw damaged();
  return unpacked;
}

/** The first bytes of a member, enough to recognise its type; nothing is paid for. */
export function peekMember(bytes: Uint8Array, member: ZipMember): Uint8Array {
  const packed = packedBytes(bytes, member);
  if (member.method === STORED) return packed.subarray(0, PEEKED);
  const head = new Uint8Array(PEEKED);
  return head.subarray(0, inflate(packed, head));
}

function packedBytes(bytes: Uint8Array, member: ZipMember): Uint8Array {
  const { encrypted, method, packedSize } = member;
  if (encrypted) throw new Refused("extract/encrypted");
  if (method !== STORED && method !== DEFLATED) throw new Refused("extract/unsupported");
  const start = dataStart(bytes, member);
  return bytes.subarray(start, start + packedSize);
}
