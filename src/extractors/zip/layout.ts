import { u16, u32 } from "../little-endian";
import { damaged } from "../refused";
import type { ZipDirectory } from "./directory";

/**
 * Decides whether an archive means the same to every reader: members do not overlap (as in the
 * smallest bombs), and none stands between them that the directory does not list.
 */
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;

export function checkLayout(bytes: Uint8Array, directory: ZipDirectory): void {
  const { members, start, end } = directory;
  const sorted = [...members].sort((a, b) => a.offset - b.offset);
  let free = start;
  for (const { offset, packedSize } of sorted) {
    if (offset < free || hidesMember(bytes, free, offset)) throw damaged();
    const nameAndExtra = u16(bytes, offset + 26) + u16(bytes, offset + 28);
    free = offset + LOCAL_SIZE + nameAndExtra + packedSize;
  }
  if (free > end || hidesMember(bytes, free, end)) throw damaged();
}

function hidesMember(bytes: Uint8Array, from: number, to: number): boolean {
  for (
    let at = bytes.indexOf(0x50, from);
    at >= 0 && at + 4 <= to;
    at = bytes.indexOf(0x50, at + 1)
  ) {
    if (u32(bytes, at) === LOCAL_SIGNATURE) return true;
  }
  return false;
}
