const MAGIC = "{\\rtf";

export const isRtf = (bytes: Uint8Array): boolean =>
  Array.from(MAGIC).every((sign, i) => bytes[i] === sign.charCodeAt(0));
