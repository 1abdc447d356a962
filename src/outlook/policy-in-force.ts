import { readKeySet } from "../approval/tokens/key-set";
import { readPolicyToken } from "../approval/tokens/policy-token";
import { BUNDLE } from "../core/bundle";
import type { Configuration } from "../core/configuration";
import type { Policy } from "../core/policy";
import type { KeySetClaims, PolicyClaims, TokenCode, VerificationKey } from "../core/sign-off";
import type { Role } from "../core/verdict";
import { strictPolicy } from "../policy/default";
import { parsePolicy } from "../policy/schema";
import { normalAddress } from "../text/address";
import type { Call } from "./call";
import { readSeen, type Seen } from "./seen";
import { readRoamingPolicy, readSessionPolicy, type HeldPolicy } from "./signed-policy";
import { hasService, surroundings } from "./surroundings";
import { keyIdOf } from "./token-header";

/** Why the strict default stands in the place of the company's policy. */
export type PolicyProblem = "no-service" | "no-policy" | "policy-ended" | "too-old";

/** What the person may do from this mailbox, and by whose word. */
export interface PolicyInForce {
  readonly role: Role;
  readonly policy: Policy;
  /** Null where the strict default stands: then no sign-off can be asked about. */
  readonly claims: PolicyClaims | null;
  readonly keys: readonly VerificationKey[];
  readonly keysSerial: number;
  readonly seen: Seen;
  readonly problem: PolicyProblem | null;
}

const NOTHING_SEEN: Seen = { now: 0, policySerial: 0, keysSerial: 0 };

const strict = (problem: PolicyProblem, seen = NOTHING_SEEN): PolicyInForce => ({
  role: "staff",
  policy: strictPolicy,
  claims: null,
  keys: [],
  keysSerial: 0,
  seen,
  problem,
});

/** Never weaker than any policy that can be published: what it allows needs no other one. */
export const STRICT: PolicyInForce = strict("no-service");

/** The signed policy for a mailbox, as far as it holds now (milliseconds); else the strict default. */
export async function readPolicyInForce(
  call: Call,
  item: Office.MessageCompose,
  from: string,
  now: number,
): Promise<PolicyInForce> {
  const configured = surroundings();
  const mailbox = normalAddress(from);
  if (!hasService(configured)) return STRICT;
  const seen = await readSeen(call, item);
  if (mailbox === null) return strict("no-policy", seen);
  const limits = { configured, mailbox, seen, now: Math.floor(now / 1000) };
  const first = policyBy(await readSessionPolicy(call, item), limits);
  if (first.claims !== null) return first;
  const second = policyBy(readRoamingPolicy(mailbox), limits);
  return second.claims !== null || first.problem === "no-policy" ? second : first;
}

export interface PolicyLimits {
  readonly configured: Configuration;
  /** In normal form. */
  readonly mailbox: string;
  readonly seen: Seen;
  /** Seconds. */
  readonly now: number;
}

/** Root, key set, policy: each signed by the one before. */
export function policyBy(held: HeldPolicy | null, limits: PolicyLimits): PolicyInForce {
  const { seen, now, mailbox, configured } = limits;
  const keySet = held === null ? null : newestKeys([held.keys, configured.keys], limits);
  if (held === null || keySet === null) return strict("no-policy", seen);
  const read = readPolicyToken(held.policy, {
    keys: keySet.keys,
    tenant: configured.tenant,
    mailbox,
    serial: seen.policySerial,
    bundle: BUNDLE,
    now,
    parsePolicy,
  });
  if (read.state === "refused") return strict(PROBLEMS[read.code] ?? "no-policy", seen);
  const { role, policy } = read.claims;
  const { keys, serial } = keySet;
  return { role, policy, claims: read.claims, keys, keysSerial: serial, seen, problem: null };
}

const PROBLEMS: { readonly [C in TokenCode]?: PolicyProblem } = {
  "token/expired": "policy-ended",
  "token/bundle": "too-old",
};

/** The newer one stands: what it leaves out is revoked. */
function newestKeys(
  tokens: readonly string[],
  { configured, seen, now }: PolicyLimits,
): KeySetClaims | null {
  let newest: KeySetClaims | null = null;
  for (const token of Array.from(new Set(tokens))) {
    const roots = [{ kid: keyIdOf(token), x: configured.rootKey }];
    const read = readKeySet(token, { roots, serial: seen.keysSerial, now });
    if (read.state === "valid" && (newest === null || read.claims.serial > newest.serial))
      newest = read.claims;
  }
  return newest;
}

const TWO_DAYS = 2 * 24 * 3600;

/** Whether it is time to open the pane, which brings the next policy. `now` in milliseconds. */
export function endsSoon({ claims, problem }: PolicyInForce, now: number): boolean {
  if (claims === null) return problem === "policy-ended";
  return claims.notAfter - now / 1000 < TWO_DAYS;
}
