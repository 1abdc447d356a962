import type { XmlScanner } from "./xml-scanner";

const SPACE = 0x20;

/** The scanner's current text or value is white space, as between the tags of a printed tree. */
export function isBlank({ bytes, from, to }: XmlScanner): boolean {
  for (let i = from; i < to; i++) if ((bytes[i] as number) > SPACE) return false;
  return true;
}
