import { Type, type Static } from "typebox";
import {
  Count,
  Digest,
  Id,
  KindShape,
  Line,
  oneOf,
  RuleIdShape,
  strict,
  VerdictShape,
} from "./shapes";

/**
 * Spends a ticket at Send. No token: the lookup id (HMAC of digest and item) is what only the
 * sender's own client can know. The same nonce is the same release.
 */
export const ReleaseAsk = strict({
  tenant: Line,
  lookup: Digest,
  nonce: Type.String({ minLength: 16, maxLength: 100 }),
  jti: Type.Union([Id, Type.Null()]),
});
export type ReleaseAsk = Static<typeof ReleaseAsk>;

/** `now`: the service's clock in seconds, the greatest seen of which guards offline tickets. */
export const Released = strict({ ticket: Type.String(), now: Count });
export type Released = Static<typeof Released>;

/** A ticket that was let go without an answer of the service, told afterwards. */
export const OfflineRelease = strict({ ticket: Type.String(), at: Count });
export type OfflineRelease = Static<typeof OfflineRelease>;

/** What happened at Send, in counts only; best effort. */
export const SendEvent = strict({
  tenant: Line,
  client: strict({ platform: Line, bundle: Count }),
  verdict: VerdictShape,
  rules: Type.Array(RuleIdShape, { maxItems: 30 }),
  kinds: Type.Array(KindShape, { maxItems: 30 }),
  persons: Count,
  others: Count,
  outside: Count,
  milliseconds: Count,
  outcome: oneOf(["allowed", "stopped", "released", "released-offline"]),
});
export type SendEvent = Static<typeof SendEvent>;

/** Signed policy and key set for one mailbox of the signed-in person (compact JWS each). */
export const SignedPolicy = strict({ policy: Type.String(), keys: Type.String(), now: Count });
export type SignedPolicy = Static<typeof SignedPolicy>;

export const KeySet = strict({ keys: Type.String(), now: Count });
export type KeySet = Static<typeof KeySet>;
