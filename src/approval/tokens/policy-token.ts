import type { Policy } from "../../core/policy";
import type { PolicyClaims, VerificationKey } from "../../core/sign-off";
import { decodeBase64url } from "../../text/base64url";
import { count, exactly, oneOf, text, where, type Claim } from "./claims";
import { keysFor } from "./key-set";
import { CLOCK_SKEW, readToken, refusedToken, signToken, type Sign, type TokenRead } from "./token";

/** Seconds: after seven days without the service the strict default stands again. */
export const LONGEST_POLICY = 7 * 24 * 3600;
const LOOKUP_KEY_BYTES = 32;

/** `policy/schema.ts` `parsePolicy`: checks and normalises policy data. */
export type ParsePolicy = (
  json: unknown,
) => { readonly policy: Policy } | { readonly error: unknown };

export interface PolicyLimits {
  readonly keys: readonly VerificationKey[];
  readonly tenant: string;
  /** Normal address of the mailbox that the mail comes from. */
  readonly mailbox: string;
  /** Greatest policy serial seen so far; 0 where none was. */
  readonly serial: number;
  /** Number of the running bundle. */
  readonly bundle: number;
  readonly now: number;
  readonly parsePolicy: ParsePolicy;
}

export function readPolicyToken(token: string, limits: PolicyLimits): TokenRead<PolicyClaims> {
  const shape = policyClaims(limits.parsePolicy);
  const read = readToken(token, "policy", keysFor(limits.keys, "policy"), shape);
  if (read.state === "refused") return read;
  const { tenant, mailbox, policy, iat, notAfter, minBundle } = read.claims;
  if (tenant !== limits.tenant) return refusedToken("token/tenant");
  if (mailbox !== limits.mailbox) return refusedToken("token/mailbox");
  if (policy.serial < limits.serial) return refusedToken("token/serial");
  if (iat - CLOCK_SKEW > limits.now) return refusedToken("token/not-yet");
  if (!(limits.now < notAfter)) return refusedToken("token/expired");
  return limits.bundle < minBundle ? refusedToken("token/bundle") : read;
}

export const signPolicy = (
  claims: PolicyClaims,
  kid: string,
  sign: Sign,
  parsePolicy: ParsePolicy,
): string => signToken("policy", kid, policyClaims(parsePolicy), claims, sign);

const policyClaims = (parsePolicy: ParsePolicy): Claim<PolicyClaims> =>
  where(
    exactly<PolicyClaims>({
      tenant: text(),
      person: text(),
      mailbox: text(),
      unit: text(),
      role: oneOf(["staff", "manager"] as const),
      policy: parsed(parsePolicy),
      lookupKey: where(text(), isLookupKey),
      iat: count,
      notAfter: count,
      minBundle: count,
    }),
    ({ iat, notAfter }) => notAfter > iat && notAfter <= iat + LONGEST_POLICY,
  );

const parsed =
  (parsePolicy: ParsePolicy): Claim<Policy> =>
  (json) => {
    const read = parsePolicy(json);
    return "policy" in read ? { value: read.policy } : null;
  };

function isLookupKey(key: string): boolean {
  const bytes = decodeBase64url(key);
  return bytes !== null && bytes.length === LOOKUP_KEY_BYTES;
}
