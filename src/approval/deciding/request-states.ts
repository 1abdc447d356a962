import type { RecordKind } from "../../core/record";
import type { RequestState } from "../../core/sign-off";

/** What may befall a request. */
export const REQUEST_EVENTS = [
  "agree", // one of two has agreed
  "approve", // enough have agreed
  "reject",
  "withdraw",
  "supersede",
  "expire",
  "revoke",
  "release",
  "release-offline", // told afterwards
  "reopen",
] as const;
export type RequestEvent = (typeof REQUEST_EVENTS)[number];

/**
 * Event by state; what is not listed is refused. A mail that left on its ticket alone is told of
 * whatever became of the request meanwhile: it is recorded, and what was decided stays decided.
 */
const NEXT: Readonly<Record<RequestEvent, Partial<Record<RequestState, RequestState>>>> = {
  agree: { requested: "requested" },
  approve: { requested: "approved" },
  reject: { requested: "rejected" },
  withdraw: { requested: "withdrawn" },
  supersede: { requested: "superseded", approved: "superseded" },
  expire: { requested: "expired", approved: "expired" },
  revoke: { approved: "revoked" },
  release: { approved: "released" },
  "release-offline": {
    approved: "released",
    released: "released",
    superseded: "superseded",
    expired: "expired",
    revoked: "revoked",
  },
  reopen: { released: "approved" },
};

/** The row of the record that each event leaves. */
export const RECORDED_AS: Readonly<Record<RequestEvent, RecordKind>> = {
  agree: "request-decided",
  approve: "request-decided",
  reject: "request-decided",
  withdraw: "request-withdrawn",
  supersede: "request-superseded",
  expire: "request-expired",
  revoke: "request-revoked",
  release: "released",
  "release-offline": "released-offline",
  reopen: "reopened",
};

export type Transition =
  | { readonly state: RequestState; readonly recorded: RecordKind }
  | { readonly code: "approval/state"; readonly state: RequestState };

export interface Occurrence {
  readonly event: RequestEvent;
  /** `now < exp` of the ticket; what needs one is refused without. */
  readonly ticketLives: boolean;
}

const NEEDS_TICKET: readonly RequestEvent[] = ["release", "reopen"];

/** The state that follows, or the present one with the reason why there is none. */
export function transition(state: RequestState, { event, ticketLives }: Occurrence): Transition {
  const next = NEXT[event][state];
  if (next === undefined || (NEEDS_TICKET.indexOf(event) >= 0 && !ticketLives)) {
    return { code: "approval/state", state };
  }
  return { state: next, recorded: RECORDED_AS[event] };
}
