import type { Kind, KindCounts } from "./kind";
import type { Place } from "./place";
import type { Refusal } from "./refusal";

/** One value of one kind, masked: enough to recognise, too little to leak. */
export interface Finding {
  readonly kind: Kind;
  readonly place: Place;
  readonly sample: string;
}

/** Clean, found, could not look: three outcomes everywhere, never two. */
export type InspectionStatus = "clean" | "found" | "uninspectable";

export type PartSource =
  | { readonly type: "subject" }
  | { readonly type: "body" }
  | { readonly type: "attachment"; readonly index: number };

export interface PartReport {
  readonly source: PartSource;
  readonly status: InspectionStatus;
  readonly persons: number;
  readonly others: number;
  readonly kinds: KindCounts;
  /** At most FINDINGS_PER_PART, those that say most first. */
  readonly findings: readonly Finding[];
  readonly refusals: readonly Refusal[];
  /** Hex SHA-256 of an attachment's bytes; empty where they could not be read, and for the body. */
  readonly sha256: string;
  readonly bytes: number;
}

export const FINDINGS_PER_PART = 20;

/** Names of single persons, for "addressed to Yamada, file of Sato". In memory only, never stored. */
export interface NamedPersons {
  /** Family or full name in the greeting of the sender's own text, honorific removed. */
  readonly addressee: string | null;
  /** Attachments that name exactly one person who is not a sender or colleague. */
  readonly files: readonly { readonly index: number; readonly name: string }[];
}

export interface Report {
  readonly status: InspectionStatus;
  /** Distinct persons over the whole message. */
  readonly persons: number;
  /** Those among them that are neither sender nor colleague nor the outside recipient himself. */
  readonly others: number;
  readonly kinds: KindCounts;
  readonly parts: readonly PartReport[];
  readonly named: NamedPersons;
  /** The body quotes a mail written inside: the header of a quote names an inside sender. */
  readonly quotesInside: boolean;
}
