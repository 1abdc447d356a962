import type { Place } from "./place";

/** Why something could not be looked into. A refusal is the third outcome: never clean. */
export const REFUSAL_CODES = [
  "extract/encrypted",
  "extract/damaged",
  "extract/too-large",
  "extract/too-deep",
  "extract/too-many-entries",
  "extract/too-slow",
  "extract/image",
  "extract/pdf",
  "extract/unknown",
  "extract/unsupported",
  "extract/elsewhere",
  "extract/active-content",
  "attachment/cloud",
  "attachment/item",
  "attachment/unreadable",
  "recipient/group",
  "recipient/blank",
  "recipient/capped",
  "recipient/address",
  "message/unreadable",
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refusal {
  readonly code: RefusalCode;
  readonly place: Place;
}
