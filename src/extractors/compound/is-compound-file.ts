const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export const isCompoundFile = (bytes: Uint8Array): boolean =>
  MAGIC.every((byte, i) => bytes[i] === byte);
