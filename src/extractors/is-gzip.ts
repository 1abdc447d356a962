import { u16 } from "./little-endian";

const MAGIC = 0x8b1f;

export const isGzip = (bytes: Uint8Array, at = 0): boolean => u16(bytes, at) === MAGIC;
