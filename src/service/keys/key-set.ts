import { readKeySet, signKeySet, type RootKey } from "../../approval/tokens/key-set";
import type { KeySetClaims, KeyUse, VerificationKey } from "../../core/sign-off";
import { signerOf, type Signer } from "./signer";

const DAY = 24 * 3600;
/** Seconds; long enough that the offline root is taken out of its safe a few times a year. */
export const KEY_SET_LIFE = 180 * DAY;

export const publicKey = ({ kid, x }: Signer, use: KeyUse): VerificationKey => ({ kid, use, x });

/**
 * The set that the bundles believe, signed by the offline root. To rotate: publish the new key in
 * the set 14 days before it signs, keep the old one until its last ticket has ended, leave it out
 * under a higher serial.
 */
export function makeKeySet(
  rootKey: string,
  keys: readonly VerificationKey[],
  serial: number,
  now: number,
): string {
  const root = signerOf(rootKey);
  const claims = { serial, keys, iat: now, exp: now + KEY_SET_LIFE };
  return signKeySet(claims, root.kid, root.sign);
}

/** What a set says, also one that has ended; null where this root did not sign it. */
export function readAnySet(keySet: string, root: RootKey): KeySetClaims | null {
  const now = issuedAt(keySet);
  if (now === null) return null;
  const read = readKeySet(keySet, { roots: [root], serial: 0, now });
  return read.state === "refused" ? null : read.claims;
}

function issuedAt(keySet: string): number | null {
  try {
    const payload = Buffer.from(keySet.split(".")[1] ?? "", "base64url").toString("utf8");
    const { iat } = JSON.parse(payload) as { readonly iat?: unknown };
    return typeof iat === "number" ? iat : null;
  } catch {
    return null;
  }
}
