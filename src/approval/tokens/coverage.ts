import type { Judgement } from "../../core/judgement";
import type { Message } from "../../core/message";
import type { RefusalCode } from "../../core/refusal";
import type { TicketClaims } from "../../core/sign-off";
import type { RuleId, RuleResult } from "../../core/verdict";
import { CANONICAL_FIELDS, type CanonicalField } from "../canonical";
import { fieldDigests } from "../digest";
import { CLOCK_SKEW } from "./token";

/** Where a mail is not the one that was signed off. */
export type Gap =
  | { readonly type: "field"; readonly field: CanonicalField }
  /** A finding that was not before the approvers, or that no sign-off or a stronger one releases. */
  | { readonly type: "rule"; readonly rule: RuleId }
  | { readonly type: "sender" }
  | { readonly type: "item" }
  | { readonly type: "expired" }
  /** The mail has no digest, or one that no field explains. */
  | { readonly type: "digest"; readonly code: RefusalCode | null };

export interface Leaving {
  readonly message: Message;
  readonly judgement: Judgement;
  /** Hex SHA-256 of each attachment (`judgement/judge.ts` `attachmentDigests`). */
  readonly attachmentDigests: readonly string[];
  /** Normal address of the person who presses Send. */
  readonly sender: string;
  /** Nonce of the item. */
  readonly item: string;
  /** Seconds since the epoch. */
  readonly now: number;
}

/** What of a mail about to leave a ticket does not cover; an empty list is "covered". */
export function coverage(ticket: TicketClaims, leaving: Leaving): readonly Gap[] {
  const gaps: Gap[] = [...contentGaps(ticket, leaving)];
  for (const result of leaving.judgement.decision.results) {
    if (!isCovered(ticket, result)) gaps.push({ type: "rule", rule: result.rule });
  }
  if (leaving.sender !== ticket.sender) gaps.push({ type: "sender" });
  if (leaving.item !== ticket.item) gaps.push({ type: "item" });
  if (!isAlive(ticket, leaving.now)) gaps.push({ type: "expired" });
  return gaps;
}

const isAlive = ({ iat, exp }: TicketClaims, now: number): boolean =>
  iat - CLOCK_SKEW <= now && now < exp;

/** The digest of the whole decides; those of the fields only say where it comes from. */
function contentGaps(ticket: TicketClaims, leaving: Leaving): readonly Gap[] {
  const { message, judgement, attachmentDigests } = leaving;
  if (judgement.digest.state === "refused")
    return [{ type: "digest", code: judgement.digest.code }];
  if (judgement.digest.digest === ticket.digest) return [];
  const now = fieldDigests(message, ticket.tenant, attachmentDigests, ticket.jti);
  if (now.state === "refused") return [{ type: "digest", code: now.code }];
  const changed = CANONICAL_FIELDS.filter((field) => now.digests[field] !== ticket.fields[field]);
  if (changed.length === 0) return [{ type: "digest", code: null }];
  return changed.map((field): Gap => ({ type: "field", field }));
}

/** The service reads every format: what only Send cannot read was read, byte for byte, before the ticket. */
function isCovered(ticket: TicketClaims, { rule, verdict, approvers, facts }: RuleResult): boolean {
  if (verdict === "block" && rule !== "mass-data-to-consumer") return false;
  const wasSeen = ticket.covers.indexOf(rule) >= 0 || facts["elsewhere"] === 1;
  return wasSeen && ticket.approvers.length >= approvers;
}
