/** RC4, as old PDF files are encrypted with; one call does and undoes it. */
export function rc4(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const state = new Uint8Array(256).map((_, index) => index);
  const swap = (i: number, j: number): void => {
    const held = state[i] as number;
    state[i] = state[j] as number;
    state[j] = held;
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] as number) + (key[i % key.length] as number)) & 255;
    swap(i, j);
  }
  const out = new Uint8Array(bytes.length);
  for (let at = 0, i = 0, j = 0; at < bytes.length; at++) {
    i = (i + 1) & 255;
    j = (j + (state[i] as number)) & 255;
    swap(i, j);
    const key = state[((state[i] as number) + (state[j] as number)) & 255] as number;
    out[at] = (bytes[at] as number) ^ key;
  }
  return out;
}
