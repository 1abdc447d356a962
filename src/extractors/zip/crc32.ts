/** CRC-32 of zip archives, eight bytes a step: a check must not cost more than reading does. */
let tables: Int32Array | null = null;

const POLYNOMIAL = 0xedb88320;

/** Eight tables one behind the other; table k moves a byte past k further bytes. */
function buildTables(): Int32Array {
  const built = new Int32Array(8 * 256);
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
  const whole = bytes.length - 7;
  let crc = ~before;
  let i = 0;
  for (; i < whole; i += 8) {
    const word =
      crc ^ (bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24));
    crc =
      table[1792 | (word & 0xff)]! ^
      table[1536 | ((word >>> 8) & 0xff)]! ^
      table[1280 | ((word >>> 16) & 0xff)]! ^
      table[1024 | (word >>> 24)]! ^
      table[768 | bytes[i + 4]!]! ^
      table[512 | bytes[i + 5]!]! ^
      table[256 | bytes[i + 6]!]! ^
      table[bytes[i + 7]!]!;
  }
  for (; i < bytes.length; i++) crc = table[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
