import type { Policy } from "./policy";
import type { Role, RuleId } from "./verdict";

/** What becomes of a request for sign-off. */
export const REQUEST_STATES = [
  "requested",
  "approved",
  "rejected",
  "withdrawn",
  "superseded",
  "expired",
  "revoked",
  "released",
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** Who has to agree before a ticket is issued. */
export interface Requirement {
  /** Distinct persons with the right to decide. */
  readonly managers: 1 | 2;
  /** One of two has to come from outside the sender's unit. */
  readonly outsideUnit: boolean;
  /** The privacy officer has to be among those who agree. */
  readonly privacyOfficer: boolean;
}

/** Claims of a ticket: the recorded decision, and what it lets leave. Times in seconds (RFC 7519). */
export interface TicketClaims {
  readonly jti: string;
  readonly tenant: string;
  /** Hex SHA-256 of the canonical form (docs/canonical-form.md). */
  readonly digest: string;
  /** Normal address of the person who may send. */
  readonly sender: string;
  /** Nonce of the item that it was asked for: never inherited by reply, forward or resend. */
  readonly item: string;
  readonly approvers: readonly string[];
  /** Findings that were before the approvers; a mail with any other one is not covered. */
  readonly covers: readonly RuleId[];
  readonly policySerial: number;
  /** Where the decision stands in the record. */
  readonly record: { readonly sequence: number; readonly head: string };
  /** Digest of each field of the canonical form, salted with `jti`: names what was changed. */
  readonly fields: Readonly<Record<string, string>>;
  readonly iat: number;
  readonly exp: number;
  /** Until when it is enough without an answer of the service; 0 where it never is. */
  readonly offlineUntil: number;
}

/** Claims of a signed policy: for one person and one mailbox. Times in seconds. */
export interface PolicyClaims {
  readonly tenant: string;
  readonly person: string;
  /** Normal address of the mailbox that it is for. */
  readonly mailbox: string;
  readonly unit: string;
  readonly role: Role;
  readonly policy: Policy;
  /** Base64url of 32 bytes: HMAC key of lookup ids. */
  readonly lookupKey: string;
  readonly iat: number;
  readonly notAfter: number;
  /** Bundles with a lower number stop outside mail and say that they are too old. */
  readonly minBundle: number;
}

export const KEY_USES = ["ticket", "policy", "receipt"] as const;
export type KeyUse = (typeof KEY_USES)[number];

export interface VerificationKey {
  readonly kid: string;
  readonly use: KeyUse;
  /** Base64url of the 32 bytes of an Ed25519 public key (RFC 8037). */
  readonly x: string;
}

/** Claims of a key set, signed by the offline root. A lower serial never replaces a higher one. */
export interface KeySetClaims {
  readonly serial: number;
  readonly keys: readonly VerificationKey[];
  readonly iat: number;
  readonly exp: number;
}

/** `typ` of the compact JWS (RFC 7515) that carries each; one never passes for another. */
export const TOKEN_TYPES = {
  ticket: "sekisho-ticket",
  policy: "sekisho-policy",
  keys: "sekisho-keys",
  receipt: "sekisho-receipt",
} as const;

/** Why a token is worth nothing here. */
export const TOKEN_CODES = [
  "token/malformed",
  "token/type",
  "token/algorithm",
  "token/key",
  "token/signature",
  "token/expired",
  "token/not-yet",
  "token/tenant",
  "token/serial",
  "token/mailbox",
  "token/bundle",
] as const;
export type TokenCode = (typeof TOKEN_CODES)[number];

/** HMAC-SHA-256 (key: `lookupKey`) over "sekisho/v1/lookup", digest and item nonce, each length-prefixed; hex. */
export type LookupId = string;
