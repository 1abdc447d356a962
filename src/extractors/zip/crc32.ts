/** CRC-32 of zip archives, sixteen bytes a step: a check must not cost more than reading does. */
let tables: Int32Array | null = null;

const POLYNOMIAL = 0xedb88320;

/** Sixteen tables one behind the other; table k moves a byte past k further bytes. */
function buildTables(): Int32Array {
  const built = new Int32Array(16 * 256);
  for (let i = 0; i < 256; i++) {
    let value = i;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
    built[i] = value;
  }
  for (let i = 256; i < built.length; i++) {
    const before = built[i - 256] as number;
    built[i] = (before >>> 8) ^ (built[before & 0xff] as number);
  }
  return built;
}

/** The checksum so far, continued over more bytes; begin with 0. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const table = (tables ??= buildTables());
  const whole = bytes.length - 15;
  let crc = ~before;
  let i = 0;
  for (; i < whole; i += 16) {
    const word =
      crc ^ (bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24));
    // What does not wait for the sum so far comes first.
    crc =
      table[0xb00 | bytes[i + 4]!]! ^
      table[0xa00 | bytes[i + 5]!]! ^
      table[0x900 | bytes[i + 6]!]! ^
      table[0x800 | bytes[i + 7]!]! ^
      table[0x700 | bytes[i + 8]!]! ^
      table[0x600 | bytes[i + 9]!]! ^
      table[0x500 | bytes[i + 10]!]! ^
      table[0x400 | bytes[i + 11]!]! ^
      table[0x300 | bytes[i + 12]!]! ^
      table[0x200 | bytes[i + 13]!]! ^
      table[0x100 | bytes[i + 14]!]! ^
      table[bytes[i + 15]!]! ^
      table[0xf00 | (word & 0xff)]! ^
      table[0xe00 | ((word >>> 8) & 0xff)]! ^
      table[0xd00 | ((word >>> 16) & 0xff)]! ^
      table[0xc00 | (word >>> 24)]!;
  }
  for (; i < bytes.length; i++) crc = table[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
