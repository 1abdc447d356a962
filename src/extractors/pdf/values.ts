/**
 * Objects of a PDF file (ISO 32000-2, 7.3): a name is a string, a string of the file its bytes.
 */
export type Value =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | Reference
  | Stream
  | Dictionary
  | readonly Value[];

export type Dictionary = Map<string, Value>;

export class Reference {
  constructor(
    readonly number: number,
    readonly generation: number,
  ) {}
}

export class Stream {
  constructor(
    readonly dictionary: Dictionary,
    /** As they stand in the file, decrypted but still packed. */
    readonly bytes: Uint8Array,
  ) {}
}

/** A word that is no object: an operator of a page, `obj`, `endobj`, `R`. */
export class Keyword {
  constructor(readonly word: string) {}
}

export const isArray = (value: Value | undefined): value is readonly Value[] =>
  Array.isArray(value);

export const asNumber = (value: Value | undefined, otherwise: number): number =>
  typeof value === "number" ? value : otherwise;

export const asName = (value: Value | undefined): string =>
  typeof value === "string" ? value : "";
