import { createHash, createPrivateKey, createPublicKey, sign as signWith } from "node:crypto";
import type {
  KeySetClaims,
  KeyUse,
  PolicyClaims,
  TicketClaims,
  VerificationKey,
} from "../../../src/core/sign-off";
import { CANONICAL_FIELDS } from "../../../src/approval/canonical";
import type { Sign } from "../../../src/approval/tokens/token";
import { strictPolicy } from "../../../src/policy/default";

/** As in RFC 8410: the frame of a PKCS #8 Ed25519 key before its 32 bytes. */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

export interface KeyPair {
  readonly kid: string;
  readonly x: string;
  readonly sign: Sign;
}

/** Always the same key for the same name. */
export function keyPair(kid: string): KeyPair {
  const seed = createHash("sha256").update(kid).digest();
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: "der", type: "pkcs8" });
  const { x = "" } = createPublicKey(key).export({ format: "jwk" });
  return { kid, x, sign: (input) => new Uint8Array(signWith(null, input, key)) };
}

export const verifying = ({ kid, x }: KeyPair, use: KeyUse): VerificationKey => ({ kid, use, x });

export const NOW = 1_800_000_000;
export const TENANT = "11111111-2222-3333-4444-555555555555";
export const root = keyPair("root");
export const ticketKey = keyPair("ticket-1");
export const policyKey = keyPair("policy-1");
export const keys = [verifying(ticketKey, "ticket"), verifying(policyKey, "policy")];

export const hexOf = (text: string): string => createHash("sha256").update(text).digest("hex");

export const ticketClaims = (over: Partial<TicketClaims> = {}): TicketClaims => ({
  jti: "AAAAAAAAAAAAAAAAAAAAAA",
  tenant: TENANT,
  digest: hexOf("mail"),
  sender: "sales1@example.co.jp",
  item: "item-1",
  approvers: ["p-manager"],
  covers: ["others-to-outside", "attachment-to-outside"],
  policySerial: 7,
  record: { sequence: 12, head: hexOf("head") },
  fields: Object.fromEntries(CANONICAL_FIELDS.map((field) => [field, hexOf(field)])),
  iat: NOW - 10,
  exp: NOW + 3600,
  offlineUntil: NOW + 600,
  ...over,
});

export const policyClaims = (over: Partial<PolicyClaims> = {}): PolicyClaims => ({
  tenant: TENANT,
  person: "p-1",
  mailbox: "sales1@example.co.jp",
  unit: "store-1",
  role: "staff",
  policy: { ...strictPolicy, serial: 7 },
  lookupKey: Buffer.alloc(32, 7).toString("base64url"),
  iat: NOW - 10,
  notAfter: NOW + 3600,
  minBundle: 3,
  ...over,
});

export const keySetClaims = (over: Partial<KeySetClaims> = {}): KeySetClaims => ({
  serial: 5,
  keys,
  iat: NOW - 10,
  exp: NOW + 3600,
  ...over,
});
