/**
 * MD5 (RFC 1321), for keys of PDF files only (ISO 32000-2, 7.6.3): no secret of ours hangs on it,
 * and what hashes well is not what these files were written with.
 */
export function md5(message: Uint8Array): Uint8Array {
  const blocks = padded(message);
  const words = new Int32Array(16);
  let [a, b, c, d] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  for (let at = 0; at < blocks.length; at += 64) {
    for (let i = 0; i < 16; i++) words[i] = littleEndian(blocks, at + i * 4);
    const [a0, b0, c0, d0] = [a, b, c, d];
    for (let i = 0; i < 64; i++) {
      const round = i >> 4;
      const [mix, word] = step(round, i, b, c, d);
      const sum = (a + mix + (SINES[i] as number) + (words[word & 15] as number)) | 0;
      const shift = SHIFTS[(round << 2) | (i & 3)] as number;
      [a, d, c, b] = [d, c, b, (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0];
    }
    [a, b, c, d] = [(a + a0) | 0, (b + b0) | 0, (c + c0) | 0, (d + d0) | 0];
  }
  const digest = new Uint8Array(16);
  [a, b, c, d].forEach((word, index) => {
    for (let i = 0; i < 4; i++) digest[index * 4 + i] = word >>> (8 * i);
  });
  return digest;
}

const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const SINES = new Int32Array(64);
for (let i = 0; i < 64; i++) SINES[i] = Math.floor(Math.abs(Math.sin(i + 1)) * 0x100000000);

/** How a round mixes three words, and which word of the block comes next. */
function step(round: number, i: number, b: number, c: number, d: number): [number, number] {
  if (round === 0) return [(b & c) | (~b & d), i];
  if (round === 1) return [(d & b) | (~d & c), 5 * i + 1];
  if (round === 2) return [b ^ c ^ d, 3 * i + 5];
  return [c ^ (b | ~d), 7 * i];
}

function padded(message: Uint8Array): Uint8Array {
  const blocks = new Uint8Array(((message.length + 72) >> 6) << 6);
  blocks.set(message);
  blocks[message.length] = 0x80;
  const bits = message.length * 8;
  for (let i = 0; i < 5; i++) blocks[blocks.length - 8 + i] = Math.floor(bits / Math.pow(256, i));
  return blocks;
}

const littleEndian = (bytes: Uint8Array, at: number): number =>
  (bytes[at] as number) |
  ((bytes[at + 1] as number) << 8) |
  ((bytes[at + 2] as number) << 16) |
  ((bytes[at + 3] as number) << 24);
