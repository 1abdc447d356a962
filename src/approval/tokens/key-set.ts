import {
  KEY_USES,
  type KeySetClaims,
  type KeyUse,
  type VerificationKey,
} from "../../core/sign-off";
import { decodeBase64url } from "../../text/base64url";
import { count, exactly, listOf, oneOf, text, where } from "./claims";
import { KEY_BYTES } from "./ed25519";
import { CLOCK_SKEW, readToken, refusedToken, signToken, type FindKey, type Sign } from "./token";
import type { TokenRead } from "./token";

/** The offline root's public key, part of the bundle. */
export type RootKey = Pick<VerificationKey, "kid" | "x">;

const key = where(
  exactly<VerificationKey>({ kid: text(), use: oneOf(KEY_USES), x: text() }),
  ({ x }) => keyBytes(x) !== null,
);

const keySetClaims = where(
  exactly<KeySetClaims>({ serial: count, keys: listOf(key), iat: count, exp: count }),
  ({ keys, iat, exp }) => exp > iat && new Set(keys.map(({ kid }) => kid)).size === keys.length,
);

export interface KeySetLimits {
  readonly roots: readonly RootKey[];
  /** Greatest serial seen so far; 0 where none was. */
  readonly serial: number;
  /** Seconds since the epoch. */
  readonly now: number;
}

/** A key that is not in the set is not known: revoking is leaving out, under a higher serial. */
export function readKeySet(token: string, limits: KeySetLimits): TokenRead<KeySetClaims> {
  const read = readToken(token, "keys", findIn(limits.roots), keySetClaims);
  if (read.state === "refused") return read;
  const { serial, iat, exp } = read.claims;
  if (serial < limits.serial) return refusedToken("token/serial");
  if (iat - CLOCK_SKEW > limits.now) return refusedToken("token/not-yet");
  return limits.now < exp ? read : refusedToken("token/expired");
}

/** With the offline root's key: for the keys command and for tests. */
export const signKeySet = (claims: KeySetClaims, kid: string, sign: Sign): string =>
  signToken("keys", kid, keySetClaims, claims, sign);

/** The keys of one use; a ticket's key never verifies a policy. */
export const keysFor = (keys: readonly VerificationKey[], use: KeyUse): FindKey =>
  findIn(keys.filter((each) => each.use === use));

const findIn =
  (keys: readonly RootKey[]): FindKey =>
  (kid) => {
    const found = keys.filter((each) => each.kid === kid)[0];
    return found === undefined ? null : keyBytes(found.x);
  };

function keyBytes(x: string): Uint8Array | null {
  const bytes = decodeBase64url(x);
  return bytes !== null && bytes.length === KEY_BYTES ? bytes : null;
}
