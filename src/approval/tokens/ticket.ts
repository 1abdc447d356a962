import type { TicketClaims, VerificationKey } from "../../core/sign-off";
import { RULE_IDS } from "../../core/verdict";
import { CANONICAL_FIELDS, type CanonicalField } from "../canonical";
import { count, exactly, listOf, oneOf, text, where, type Claim } from "./claims";
import { keysFor } from "./key-set";
import { CLOCK_SKEW, readToken, refusedToken, signToken, type Sign, type TokenRead } from "./token";

/** Seconds. */
export const LONGEST_TICKET = 24 * 3600;
const MOST_APPROVERS = 3;

const digest = text(/^[0-9a-f]{64}$/);

const fields = CANONICAL_FIELDS.reduce(
  (all, field) => ({ ...all, [field]: digest }),
  {} as Record<CanonicalField, Claim<string>>,
);

const ticketClaims = where(
  exactly<TicketClaims>({
    jti: text(/^[A-Za-z0-9_-]{22}$/),
    tenant: text(),
    digest,
    sender: text(),
    item: text(),
    approvers: listOf(text()),
    covers: listOf(oneOf(RULE_IDS)),
    policySerial: count,
    record: exactly({ sequence: count, head: digest }),
    fields: exactly(fields),
    iat: count,
    exp: count,
    offlineUntil: count,
  }),
  ({ approvers, iat, exp, offlineUntil }) =>
    approvers.length > 0 &&
    approvers.length <= MOST_APPROVERS &&
    new Set(approvers).size === approvers.length &&
    exp > iat &&
    exp <= iat + LONGEST_TICKET &&
    offlineUntil <= exp,
);

export interface TicketLimits {
  readonly keys: readonly VerificationKey[];
  readonly tenant: string;
  /** Seconds since the epoch. */
  readonly now: number;
}

/** A ticket that is genuine and lives; `coverage` says for which mail. */
export function readTicket(token: string, limits: TicketLimits): TokenRead<TicketClaims> {
  const read = readToken(token, "ticket", keysFor(limits.keys, "ticket"), ticketClaims);
  if (read.state === "refused") return read;
  const { tenant, iat, exp } = read.claims;
  if (tenant !== limits.tenant) return refusedToken("token/tenant");
  if (iat - CLOCK_SKEW > limits.now) return refusedToken("token/not-yet");
  return limits.now < exp ? read : refusedToken("token/expired");
}

export const signTicket = (claims: TicketClaims, kid: string, sign: Sign): string =>
  signToken("ticket", kid, ticketClaims, claims, sign);
