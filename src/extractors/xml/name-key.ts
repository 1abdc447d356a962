/**
 * A number for an element's or attribute's local name, so that names are compared in one step and
 * never become strings. The scanner computes the same number while it reads.
 */
export const NAME_KEY_FACTOR = 0x01000193;

export function nameKey(name: string): number {
  let key = 0;
  for (let i = 0; i < name.length; i++) {
    key = Math.imul(key, NAME_KEY_FACTOR) ^ name.charCodeAt(i);
  }
  return key;
}
