/** Decodes quoted-printable (RFC 2045 section 6.7); what is no code stays as it is. */

const EQUALS = 0x3d;
const LF = 0x0a;
const CR = 0x0d;

const hexValue = (code: number | undefined): number => {
  if (code === undefined) return -1;
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
};

const isBlank = (code: number | undefined): boolean => code === 0x20 || code === 0x09;

export function decodeQuotedPrintable(codes: Uint8Array, from: number, to: number): Uint8Array {
  const out = new Uint8Array(to - from);
  let length = 0;
  /** Length without the blanks at the end, which mail transport may have added to a line. */
  let solid = 0;
  for (let i = from; i < to; i++) {
    const code = codes[i] as number;
    if (code === EQUALS) {
      const next = afterSoftBreak(codes, i + 1, to);
      const byte = i + 2 < to ? hexValue(codes[i + 1]) * 16 + hexValue(codes[i + 2]) : -1;
      if (next > 0) i = next - 1;
      else if (byte >= 0 && hexValue(codes[i + 2]) >= 0) {
        out[length++] = byte;
        i += 2;
      } else out[length++] = code;
      solid = length;
      continue;
    }
    if (code === LF || code === CR) length = solid;
    out[length++] = code;
    if (!isBlank(code)) solid = length;
  }
  return out.subarray(0, length);
}

/** The position after a soft line break that starts at `at`, 0 where there is none. */
function afterSoftBreak(codes: Uint8Array, at: number, to: number): number {
  let i = at;
  while (i < to && isBlank(codes[i])) i++;
  if (i === to) return to;
  if (codes[i] === LF) return i + 1;
  if (codes[i] === CR) return codes[i + 1] === LF && i + 1 < to ? i + 2 : i + 1;
  return 0;
}
