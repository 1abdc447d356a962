import type { ApiFailure } from "../../api/client";
import type { LiveState } from "../../api/live";
import type { RequestDetail, RequestList, RequestSummary, TextPage } from "../../api/requests";
import { emptyAnswer, type Answer } from "./answer";
import { reduceBatch, type Batch, type BatchAction } from "./batch-state";
import { inOrder } from "./order";
import { companions } from "./together";

export type Box = "to-decide" | "decided";

export interface Listed {
  readonly phase: "loading" | "loaded" | "failed";
  readonly requests: readonly RequestSummary[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
  readonly failure: ApiFailure | null;
}

/** The body, or the attachment with this index. */
export type Part = "body" | number;

export interface TextShown {
  readonly phase: "loading" | "shown" | "failed";
  readonly lines: TextPage["lines"];
  readonly next: number | null;
  readonly revealed: boolean;
  readonly failure: ApiFailure | null;
}

export interface LinkShown {
  readonly phase: "loading" | "opened" | "ready" | "failed";
  /** Only where no window could be opened: for a press by hand. */
  readonly url: string | null;
  readonly failure: ApiFailure | null;
}

export type Verb = "approve" | "reject";

/** One request on the screen, and the decision that is being made about it. */
export interface Opened {
  readonly id: string;
  readonly phase: "loading" | "shown" | "failed";
  readonly failure: ApiFailure | null;
  readonly detail: RequestDetail | null;
  readonly shownAt: number;
  readonly answer: Answer;
  readonly isCommentMissing: boolean;
  readonly sending: Verb | "revoke" | null;
  /** What the service answered to the decision, where that was no. */
  readonly refused: ApiFailure | null;
  readonly changedMeanwhile: boolean;
  readonly texts: Readonly<Partial<Record<Part, TextShown>>>;
  readonly links: Readonly<Partial<Record<number, LinkShown>>>;
}

export type DoneKind = "approved" | "counted" | "rejected";

/** The last decision of this person, for the words above the next request. */
export interface Done {
  readonly id: string;
  readonly kind: DoneKind | "revoked";
  readonly sender: string;
}

export interface DeskState {
  readonly now: number;
  readonly live: LiveState;
  readonly box: Box;
  readonly lists: Readonly<Record<Box, Listed>>;
  readonly opened: Opened | null;
  /** Several that are decided together, in the place of the one that is open. */
  readonly batch: Batch | null;
  readonly done: Done | null;
}

export type DeskAction =
  | { readonly type: "now"; readonly at: number }
  | { readonly type: "live"; readonly state: LiveState }
  | { readonly type: "box"; readonly box: Box }
  | { readonly type: "list-loading"; readonly box: Box }
  | {
      readonly type: "listed";
      readonly box: Box;
      readonly list: RequestList;
      readonly more: boolean;
    }
  | { readonly type: "list-failed"; readonly box: Box; readonly failure: ApiFailure }
  | { readonly type: "opening"; readonly id: string }
  | { readonly type: "opened"; readonly detail: RequestDetail; readonly at: number }
  | { readonly type: "open-failed"; readonly id: string; readonly failure: ApiFailure }
  | { readonly type: "closed" }
  | { readonly type: "answered"; readonly answer: Partial<Answer> }
  | { readonly type: "comment-missing" }
  | { readonly type: "deciding"; readonly verb: Verb | "revoke" }
  | { readonly type: "decided"; readonly detail: RequestDetail; readonly verb: Verb }
  | { readonly type: "revoked"; readonly detail: RequestDetail }
  | { readonly type: "batch"; readonly action: BatchAction }
  | { readonly type: "settled"; readonly id: string }
  | { readonly type: "batch-closed" }
  | { readonly type: "refused"; readonly id: string; readonly failure: ApiFailure }
  | { readonly type: "signed-in" }
  | { readonly type: "text"; readonly id: string; readonly part: Part; readonly text: TextShown }
  | {
      readonly type: "link";
      readonly id: string;
      readonly index: number;
      readonly link: LinkShown;
    };

const EMPTY: Listed = { phase: "loading", requests: [], next: null, failure: null };

export const initialDesk = (now: number): DeskState => ({
  now,
  live: "connecting",
  box: "to-decide",
  lists: { "to-decide": EMPTY, decided: EMPTY },
  opened: null,
  batch: null,
  done: null,
});

const opening = (id: string): Opened => ({
  id,
  phase: "loading",
  failure: null,
  detail: null,
  shownAt: 0,
  answer: emptyAnswer,
  isCommentMissing: false,
  sending: null,
  refused: null,
  changedMeanwhile: false,
  texts: {},
  links: {},
});

export function reduce(state: DeskState, action: DeskAction): DeskState {
  switch (action.type) {
    case "now":
      return { ...state, now: action.at };
    case "live":
      return { ...state, live: action.state };
    case "box":
      return { ...state, box: action.box, opened: null, batch: null, done: null };
    case "list-loading":
      return withList(state, action.box, { phase: "loading", failure: null });
    case "listed":
      return listed(state, action.box, action.list, action.more);
    case "list-failed":
      return withList(state, action.box, { phase: "failed", failure: action.failure });
    case "decided":
      return decided(state, action.detail, action.verb);
    case "opening":
      return { ...state, opened: opening(action.id), batch: null };
    case "closed":
      return { ...state, opened: null, batch: null, done: null };
    case "revoked":
      return revoked(state, action.detail);
    case "batch":
      return { ...state, batch: reduceBatch(state.batch, action.action) };
    case "settled":
      return without(state, action.id);
    case "batch-closed":
      return { ...state, batch: null, opened: state.batch?.isDone ? null : state.opened };
    default:
      return { ...state, opened: state.opened && reduceOpened(state.opened, action) };
  }
}

type OpenedAction = Exclude<
  DeskAction,
  {
    readonly type:
      | "now"
      | "live"
      | "box"
      | "list-loading"
      | "listed"
      | "list-failed"
      | "decided"
      | "opening"
      | "closed"
      | "revoked"
      | "batch"
      | "settled"
      | "batch-closed";
  }
>;

/** Answers about a request that is no longer open are dropped. */
function reduceOpened(opened: Opened, action: OpenedAction): Opened {
  if ("id" in action && action.id !== opened.id) return opened;
  switch (action.type) {
    case "opened":
      return action.detail.id === opened.id ? shown(opened, action.detail, action.at) : opened;
    case "open-failed":
      return { ...opening(opened.id), phase: "failed", failure: action.failure };
    case "answered":
      return {
        ...opened,
        answer: { ...opened.answer, ...action.answer },
        isCommentMissing: opened.isCommentMissing && action.answer.comment === undefined,
      };
    case "comment-missing":
      return { ...opened, isCommentMissing: true };
    case "deciding":
      return { ...opened, sending: action.verb, refused: null, isCommentMissing: false };
    case "refused":
      return { ...opened, sending: null, refused: action.failure };
    case "signed-in":
      return { ...opened, refused: null };
    case "text":
      return { ...opened, texts: { ...opened.texts, [action.part]: action.text } };
    case "link":
      return { ...opened, links: { ...opened.links, [action.index]: action.link } };
  }
}

/** Read again, the ticks stay only where they are about the very same mail. */
function shown(opened: Opened, detail: RequestDetail, at: number): Opened {
  const before = opened.detail;
  if (before === null) return { ...opened, phase: "shown", failure: null, detail, shownAt: at };
  const isSameMail = before.digest === detail.digest;
  const isSameState =
    before.state === detail.state && before.decisions.length === detail.decisions.length;
  return {
    ...opened,
    phase: "shown",
    failure: null,
    detail,
    answer: isSameMail ? opened.answer : { ...emptyAnswer, comment: opened.answer.comment },
    shownAt: isSameMail ? opened.shownAt : at,
    texts: isSameMail ? opened.texts : {},
    links: isSameMail ? opened.links : {},
    changedMeanwhile: opened.changedMeanwhile || !isSameState,
  };
}

function decided(state: DeskState, detail: RequestDetail, verb: Verb): DeskState {
  return {
    ...without(state, detail.id),
    opened: null,
    done: { id: detail.id, kind: doneKind(verb, detail), sender: detail.sender.name },
  };
}

/** What a decision came to: where two have to agree, one yes is counted. */
export function doneKind(verb: Verb, { state }: Pick<RequestDetail, "state">): DoneKind {
  if (verb === "reject") return "rejected";
  return state === "requested" ? "counted" : "approved";
}

function without(state: DeskState, id: string): DeskState {
  const { requests } = state.lists["to-decide"];
  return withList(state, "to-decide", { requests: requests.filter((each) => each.id !== id) });
}

/** It stays on the screen, as what it is now. */
function revoked(state: DeskState, detail: RequestDetail): DeskState {
  const { opened } = state;
  if (opened?.id !== detail.id) return state;
  return {
    ...state,
    opened: { ...opened, detail, sending: null, refused: null },
    done: { id: detail.id, kind: "revoked", sender: detail.sender.name },
  };
}

function withList(state: DeskState, box: Box, change: Partial<Listed>): DeskState {
  return { ...state, lists: { ...state.lists, [box]: { ...state.lists[box], ...change } } };
}

/** A page that is read again may overlap the one before: each request once, as it is now. */
function listed(state: DeskState, box: Box, list: RequestList, more: boolean): DeskState {
  const before = more ? state.lists[box].requests : [];
  const fresh = new Set(list.requests.map(({ id }) => id));
  const all = [...before.filter(({ id }) => !fresh.has(id)), ...list.requests];
  return withList(state, box, {
    phase: "loaded",
    requests: box === "to-decide" ? inOrder(all) : all,
    next: list.next,
    failure: null,
  });
}

/** What opens by itself after a decision; null where nothing is left for this person. */
export const nextToDecide = ({ lists }: DeskState): string | null =>
  lists["to-decide"].requests.find(({ mayDecide }) => mayDecide)?.id ?? null;

/** How many could be decided with the one that is open, itself among them. */
export const togetherWith = ({ opened, lists }: DeskState): number =>
  opened?.detail == null ? 0 : companions(opened.detail, lists["to-decide"].requests).length;

/** Whoever decided it may; of others the service says so. */
export const mayRevoke = ({ opened, lists }: DeskState): boolean =>
  opened?.detail?.mayRevoke ?? lists.decided.requests.some(({ id }) => id === opened?.id);

/** The request that took the place of the one that is open, where it waits for this person. */
export const newerThan = ({ opened, lists }: DeskState): string | null =>
  lists["to-decide"].requests.find(({ supersedes }) => supersedes === opened?.id)?.id ?? null;
