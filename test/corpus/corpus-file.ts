import type { Kind } from "../../src/core/kind";

/** One value of one person that a reader has to find. */
export interface GoldValue {
  readonly kind: Kind;
  /** Without notation: digits of numbers, names without spaces, addresses as written. */
  readonly text: string;
}

export type Group = "list" | "paper" | "negative";

/** A file with what is in it. */
export interface CorpusFile {
  readonly name: string;
  readonly group: Group;
  readonly bytes: Uint8Array;
  readonly persons: number;
  readonly values: readonly GoldValue[];
}
