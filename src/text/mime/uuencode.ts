/** Decodes uuencoded lines between `begin` and `end` (POSIX); null where they are damaged. */
export function decodeUuencode(codes: Uint8Array, from: number, to: number): Uint8Array | null {
  const out = new Uint8Array(Math.ceil((to - from) * 0.75) + 3);
  let length = 0;
  let hasBegun = false;
  for (let at = from; at < to;) {
    const found = codes.indexOf(0x0a, at);
    const next = found < 0 || found >= to ? to : found + 1;
    const end = lineEnd(codes, at, next);
    const first = codes[at] as number;
    if (!hasBegun) hasBegun = startsWith(codes, at, "begin ");
    else if (startsWith(codes, at, "end")) return out.subarray(0, length);
    else if (end > at) {
      const count = (first - 0x20) & 0x3f;
      if (first < 0x20 || first > 0x60 || end - at - 1 < Math.ceil((count * 4) / 3)) return null;
      decodeLine(codes, at + 1, count, out, length);
      length += count;
    }
    at = next;
  }
  return null;
}

function lineEnd(codes: Uint8Array, at: number, next: number): number {
  let end = next;
  while (end > at && ((codes[end - 1] as number) === 0x0a || codes[end - 1] === 0x0d)) end -= 1;
  return end;
}

function startsWith(codes: Uint8Array, at: number, mark: string): boolean {
  for (let i = 0; i < mark.length; i++) if (codes[at + i] !== mark.charCodeAt(i)) return false;
  return true;
}

function decodeLine(
  codes: Uint8Array,
  from: number,
  count: number,
  out: Uint8Array,
  length: number,
): void {
  let bits = 0;
  let held = 0;
  let at = from;
  for (let i = 0; i < count; i++) {
    while (held < 8) {
      bits = ((bits << 6) | (((codes[at++] as number) - 0x20) & 0x3f)) & 0xffff;
      held += 6;
    }
    held -= 8;
    out[length + i] = bits >> held;
  }
}
