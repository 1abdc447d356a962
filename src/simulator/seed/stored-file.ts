import type { StoredFile } from "../model";

const CHUNK = 0x8000;

/** One character a byte. */
export function binaryText(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += CHUNK)
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + CHUNK)));
  return pieces.join("");
}

export const storedFile = (name: string, bytes: Uint8Array): StoredFile => ({
  name,
  contentBase64: btoa(binaryText(bytes)),
  inline: false,
  contentId: "",
});
