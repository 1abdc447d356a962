import { looksLikeMail } from "../text/mime/read-mail";

const FROM = "From ";

export const isFromLine = (bytes: Uint8Array, at: number): boolean =>
  Array.from(FROM).every((sign, i) => bytes[at + i] === sign.charCodeAt(0));

export const isMbox = (bytes: Uint8Array): boolean => isFromLine(bytes, 0) && looksLikeMail(bytes);
