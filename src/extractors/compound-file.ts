import { u16 } from "./little-endian";

/** Compound files (MS-CFB): what Office wrote before 2007, and still writes around encryption. */
const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Directory entries stand at multiples of their size, whatever the size of a sector. */
const ENTRY_SIZE = 128;
const NAME_LENGTH_AT = 64;
/** Stream that holds an encrypted document (MS-OFFCRYPTO 2.3.4.4). */
const ENCRYPTED_PACKAGE = "EncryptedPackage";

export const isCompoundFile = (bytes: Uint8Array): boolean =>
  MAGIC.every((byte, i) => bytes[i] === byte);

export function isEncryptedPackage(bytes: Uint8Array): boolean {
  const nameLength = 2 * (ENCRYPTED_PACKAGE.length + 1);
  for (let at = ENTRY_SIZE; at + ENTRY_SIZE <= bytes.length; at += ENTRY_SIZE) {
    if (u16(bytes, at + NAME_LENGTH_AT) === nameLength && hasName(bytes, at)) return true;
  }
  return false;
}

function hasName(bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < ENCRYPTED_PACKAGE.length; i++) {
    if (u16(bytes, at + 2 * i) !== ENCRYPTED_PACKAGE.charCodeAt(i)) return false;
  }
  return true;
}
