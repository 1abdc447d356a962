import type { Message } from "../../core/message";
import type { TicketClaims } from "../../core/sign-off";
import type { Gap } from "./coverage";
import { CLOCK_SKEW } from "./token";

/** How asking the service for a release ended without one. */
export type ReleaseFailure =
  | { readonly type: "network" }
  | { readonly type: "timeout" }
  | { readonly type: "answered"; readonly status: number };

export interface OfflineLeaving {
  readonly failure: ReleaseFailure;
  /** The service has refused this ticket before: it stays refused when the line is cut. */
  readonly refusedBefore: boolean;
  readonly gaps: readonly Gap[];
  readonly message: Message;
  /** Seconds since the epoch, by the client's clock. */
  readonly now: number;
  /** Greatest time of the service seen so far, in seconds; 0 where none was. */
  readonly greatestServiceTime: number;
}

export type OfflineRefusal =
  "answered" | "not-covered" | "off" | "ended" | "clock" | "group-recipient";

/** Why a ticket alone is not enough; null where it is (docs/sign-off.md). */
export function offlineRefusal(
  ticket: TicketClaims,
  leaving: OfflineLeaving,
): OfflineRefusal | null {
  const { now } = leaving;
  if (leaving.refusedBefore || isAnswer(leaving.failure)) return "answered";
  if (leaving.gaps.length > 0) return "not-covered";
  if (leaving.message.recipients.some(({ group }) => group)) return "group-recipient";
  if (ticket.offlineUntil === 0) return "off";
  // A clock that was set back would make any ticket live again.
  if (!(now >= leaving.greatestServiceTime && now >= ticket.iat - CLOCK_SKEW)) return "clock";
  return now <= ticket.offlineUntil ? null : "ended";
}

const isAnswer = (failure: ReleaseFailure): boolean =>
  failure.type === "answered" && !(failure.status >= 500 && failure.status <= 599);
