import type { Answered } from "../../api/client";
import type { Live, LiveOptions } from "../../api/live";
import type { Me } from "../../api/people";
import type { Ask, RequestDetail } from "../../api/requests";
import type { AskProblem, AskStep } from "../../locales/asking";
import type { SignedField } from "../../locales/alert";
import type { ProblemWord } from "../../locales/problems";
import type { SignInProblem } from "../../outlook/access-token";
import type { Job } from "../inspection/job";
import type { Checked } from "../review/state";
import type { OpenRequest } from "./open-list";

export type Connected =
  | {
      readonly state: "on";
      readonly me: Me;
      /** The signed policy is another one now: what was judged was judged by the old one. */
      readonly isPolicyNew: boolean;
    }
  | { readonly state: "signed-out"; readonly problem: SignInProblem | null }
  | { readonly state: "failed"; readonly code: ProblemWord };

/** The mail as it was read twice and is handed over: nothing else is signed off. */
export interface Ready {
  readonly job: Job;
  readonly digest: string;
  readonly item: string;
}

export type Prepared =
  | { readonly ok: true; readonly ready: Ready }
  | { readonly ok: false; readonly problem: AskProblem; readonly names: readonly string[] };

export interface Handing {
  /** `part`: how much of the step is done, 0 to 1; null where nobody can say. */
  readonly onStep: (step: AskStep, part: number | null) => void;
  readonly isCancelled: () => boolean;
}

export type HandedOver =
  | { readonly state: "asked"; readonly request: RequestDetail }
  | { readonly state: "cancelled" }
  | { readonly state: "refused"; readonly code: ProblemWord }
  /** The service computed another digest: its ticket would never fit this mail. */
  | { readonly state: "differs" };

export type TicketTaken =
  | { readonly state: "stored"; readonly sendUntil: number }
  | { readonly state: "not-stored" }
  | { readonly state: "refused"; readonly code: ProblemWord };

/** What asking for a sign-off needs of its surroundings; none of these rejects. */
export interface SignOffPorts {
  /** `mayAsk`: the person clicked, so a sign-in may be shown. Brings the signed policy with it. */
  connect(mayAsk: boolean): Promise<Connected>;
  /** The newest request for this very item; null where there is none. */
  newest(checked: Checked): Promise<Answered<RequestDetail | null>>;
  /** All own requests that wait, or are approved and not sent. */
  open(): Promise<Answered<readonly OpenRequest[]>>;
  /** Stores the draft and reads it twice; only a mail that is at rest can be asked for. */
  prepare(checked: Checked, handing: Handing): Promise<Prepared>;
  handOver(ready: Ready, ask: Ask, handing: Handing): Promise<HandedOver>;
  withdraw(id: string): Promise<Answered<RequestDetail>>;
  /** The mail that was released did not leave: it may be sent from this window. */
  reopen(id: string): Promise<Answered<unknown>>;
  /** Puts the ticket of an approved request where Send finds it, and looks whether it is there. */
  takeTicket(request: RequestDetail): Promise<TicketTaken>;
  /** Fields in which the mail differs from what was asked for; empty where nobody can say. */
  changedSince(request: RequestDetail, checked: Checked): Promise<readonly SignedField[]>;
  live(listener: Pick<LiveOptions, "changed" | "opened" | "state">): Live;
}
