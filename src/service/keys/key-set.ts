import { signKeySet } from "../../approval/tokens/key-set";
import type { KeyUse, VerificationKey } from "../../core/sign-off";
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
