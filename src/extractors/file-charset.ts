import { detectCharset, type Detected } from "../text/detect-charset";

const answers = new WeakMap<Uint8Array, Detected | null>();

/** The charset of a file; the extractors of texts ask in turn, and its bytes stay what they are. */
export function fileCharset(bytes: Uint8Array): Detected | null {
  const known = answers.get(bytes);
  if (known !== undefined) return known;
  const detected = detectCharset(bytes);
  answers.set(bytes, detected);
  return detected;
}
