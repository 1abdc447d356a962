/** Text editors put a mark or empty lines before it. */
const HEADER = /^(\xef\xbb\xbf)?\s*%PDF-/;
const LOOKED_AT = 64;

export const isPdf = (bytes: Uint8Array): boolean =>
  HEADER.test(String.fromCharCode(...bytes.subarray(0, LOOKED_AT)));
