import type { Me } from "../../api/people";
import type { Reason, RequestDetail } from "../../api/requests";
import type { SignInProblem } from "../../outlook/access-token";
import { askable } from "../../approval/deciding/requirement";
import type { SignedField } from "../../locales/alert";
import type { AskProblem, AskStep } from "../../locales/asking";
import type { ProblemWord } from "../../locales/problems";
import type { Checked } from "../review/state";
import type { OpenRequest } from "./open-list";

/** Whether the service can be asked anything, and as whom. */
export type Connection =
  | { readonly name: "off" }
  | { readonly name: "connecting" }
  | { readonly name: "signed-out"; readonly problem: SignInProblem | null }
  | { readonly name: "failed"; readonly code: ProblemWord }
  | { readonly name: "on"; readonly me: Me };

/** What the sender says when asking. */
export interface AskForm {
  readonly reason: Reason | null;
  readonly note: string;
  readonly urgent: boolean;
}

export type Work =
  | { readonly name: "asking"; readonly step: AskStep; readonly part: number | null }
  | { readonly name: "withdrawing"; readonly id: string }
  | { readonly name: "reopening"; readonly id: string }
  | { readonly name: "storing" };

export type Problem =
  | { readonly type: "service"; readonly code: ProblemWord }
  /** What is shown may be old; ends with the next reading that succeeds. */
  | { readonly type: "reading"; readonly code: ProblemWord }
  | { readonly type: "ask"; readonly problem: AskProblem; readonly names: readonly string[] };

/** The ticket of an approved request in this mail's session: what Send goes by without the service. */
export type TicketState = "none" | "stored" | "not-stored";

export interface SignOffState {
  readonly connection: Connection;
  /** What was judged last; null while the mail is being read or judged. */
  readonly checked: Checked | null;
  /** The newest request for this very item. */
  readonly request: RequestDetail | null;
  /** Fields that are no more what was asked for; empty while nobody knows which. */
  readonly changed: readonly SignedField[];
  readonly form: AskForm;
  /** The sender wants to ask (again) though something else is on the screen. */
  readonly wantsForm: boolean;
  readonly work: Work | null;
  readonly problem: Problem | null;
  readonly ticket: TicketState;
  /** When the ticket ends, milliseconds since the epoch. */
  readonly sendUntil: number | null;
  /** Own requests that wait, or are approved and not sent. */
  readonly open: readonly OpenRequest[];
  readonly isLive: boolean;
}

export const initialState: SignOffState = {
  connection: { name: "connecting" },
  checked: null,
  request: null,
  changed: [],
  form: { reason: null, note: "", urgent: false },
  wantsForm: false,
  work: null,
  problem: null,
  ticket: "none",
  sendUntil: null,
  open: [],
  isLive: false,
};

export type SignOffAction =
  | { readonly type: "connection"; readonly connection: Connection }
  | { readonly type: "checked"; readonly checked: Checked | null }
  | { readonly type: "request"; readonly request: RequestDetail | null }
  | { readonly type: "changed"; readonly fields: readonly SignedField[] }
  | { readonly type: "form"; readonly form: Partial<AskForm> }
  | { readonly type: "want-form" }
  | { readonly type: "work"; readonly work: Work | null }
  | { readonly type: "problem"; readonly problem: Problem | null }
  | { readonly type: "ticket"; readonly ticket: TicketState; readonly sendUntil: number | null }
  | { readonly type: "open"; readonly open: readonly OpenRequest[] }
  | { readonly type: "live"; readonly isLive: boolean };

export function reduce(state: SignOffState, action: SignOffAction): SignOffState {
  switch (action.type) {
    case "connection":
      return { ...state, connection: action.connection };
    case "checked":
      return { ...state, checked: action.checked, changed: [] };
    case "request":
      return withRequest(state, action.request);
    case "changed":
      return { ...state, changed: action.fields };
    case "form":
      return { ...state, form: { ...state.form, ...action.form } };
    case "want-form":
      return { ...state, wantsForm: true, problem: null };
    case "work":
      return { ...state, work: action.work, problem: action.work === null ? state.problem : null };
    case "problem":
      return { ...state, problem: action.problem, work: null };
    case "ticket":
      return { ...state, ticket: action.ticket, sendUntil: action.sendUntil };
    case "open":
      return { ...state, open: action.open };
    case "live":
      return { ...state, isLive: action.isLive };
  }
}

/** Another request, or another state of it: what was said of the earlier one no longer stands. */
function withRequest(state: SignOffState, request: RequestDetail | null): SignOffState {
  const isSame = state.request?.id === request?.id && state.request?.state === request?.state;
  if (isSame) return { ...state, request };
  return { ...state, request, changed: [], wantsForm: false, ticket: "none", sendUntil: null };
}

/** Whose turn it is; one screen each. */
export type Stage =
  /** No sign-off is needed, or none would help; nothing is open either. */
  | "nothing"
  | "no-service"
  | "connecting"
  | "signed-out"
  | "unavailable"
  | "cannot-ask"
  | "ask"
  | "handing-over"
  | "waiting"
  | "approved"
  | "rejected"
  /** Asked for or signed off, but the mail is another one by now. */
  | "changed"
  /** Expired, withdrawn, superseded or revoked: may be asked again. */
  | "over"
  | "released"
  /** A request lies there for a mail that needs none any more. */
  | "needless";

export function stageOf(state: SignOffState): Stage {
  const { checked, request, connection, work } = state;
  if (work?.name === "asking") return "handing-over";
  if (checked === null) return "nothing";
  const { state: standing } = askable(checked.judgement.decision, checked.judgement.digest);
  const isWanted = standing === "askable" || standing === "no-digest";
  if (connection.name === "off") return isWanted ? "no-service" : "nothing";
  if (!isWanted) return isOpen(request) ? "needless" : "nothing";
  if (connection.name === "connecting") return "connecting";
  if (connection.name === "signed-out") return "signed-out";
  if (connection.name === "failed") return "unavailable";
  if (standing === "no-digest") return "cannot-ask";
  return state.wantsForm || request === null ? "ask" : requestStage(request, checked);
}

const isOpen = (request: RequestDetail | null): boolean =>
  request?.state === "requested" || request?.state === "approved";

function requestStage(request: RequestDetail, checked: Checked): Stage {
  const isSame = request.digest === digestOf(checked);
  switch (request.state) {
    case "requested":
      return isSame ? "waiting" : "changed";
    case "approved":
      return isSame ? "approved" : "changed";
    case "rejected":
      return "rejected";
    case "released":
      return isSame ? "released" : "ask";
    case "withdrawn":
    case "superseded":
    case "expired":
    case "revoked":
      return "over";
  }
}

export const digestOf = ({ judgement: { digest } }: Checked): string | null =>
  digest.state === "computed" ? digest.digest : null;

/** From this number of other people on, a reason in words is wanted. */
export const NOTE_FROM = 10;

/** What still has to be filled in before it can be asked. */
export function missingIn({ form, checked }: SignOffState): "reason" | "note" | null {
  if (form.reason === null) return "reason";
  const others = checked?.judgement.report.others ?? 0;
  const needsNote = form.reason === "other" || others >= NOTE_FROM;
  return needsNote && form.note.trim() === "" ? "note" : null;
}
