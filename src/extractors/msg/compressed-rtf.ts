import type { Budget } from "../budget";
import { u32 } from "../little-endian";
import { damaged } from "../refused";

/** Unpacks the rich text of a mail (MS-OXRTFCP): a window of 4 KiB that begins with common words. */
const COMPRESSED = 0x75465a4c;
const PLAIN = 0x414c454d;
const HEAD = 16;
const WINDOW = 4096;
/** The beginning of the window, by the specification. */
const DICTIONARY =
  "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern " +
  "\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0" +
  "\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

export function unpackRtf(bytes: Uint8Array, budget: Budget): Uint8Array {
  const size = u32(bytes, 4);
  const type = u32(bytes, 8);
  if (type === PLAIN) return bytes.subarray(HEAD, HEAD + size);
  if (type !== COMPRESSED) throw damaged();
  budget.unpack(size);
  // Eight references of 17 characters take 17 bytes.
  if (size > bytes.length * 9) throw damaged();
  return expand(bytes, size);
}

function expand(bytes: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  const window = new Uint8Array(WINDOW);
  let write = DICTIONARY.length;
  for (let i = 0; i < write; i++) window[i] = DICTIONARY.charCodeAt(i);
  let length = 0;
  const put = (byte: number): void => {
    if (length < size) out[length++] = byte;
    window[write] = byte;
    write = (write + 1) % WINDOW;
  };
  for (let at = HEAD; at < bytes.length && length < size;) {
    let control = bytes[at++] as number;
    for (let bit = 0; bit < 8 && at < bytes.length; bit++, control >>= 1) {
      if ((control & 1) === 0) {
        put(bytes[at++] as number);
        continue;
      }
      const reference = ((bytes[at] as number) << 8) | (bytes[at + 1] ?? 0);
      at += 2;
      const from = reference >> 4;
      if (from === write) return finished(out, length);
      for (let i = 0; i < (reference & 0x0f) + 2; i++) put(window[(from + i) % WINDOW] as number);
    }
  }
  return finished(out, length);
}

function finished(out: Uint8Array, length: number): Uint8Array {
  if (length < out.length) throw damaged();
  return out;
}
