import type { Answered, ApiFailure } from "../../api/client";
import type { RequestDetail } from "../../api/requests";
import { isComplete, missingOf, type Answer } from "./answer";
import type { DoneKind, Part, TextShown, Verb } from "./desk-state";
import { mayGoTogether } from "./together";

/** What the service said to the decision about one of them. */
export type BatchAnswer =
  | { readonly state: "sending" }
  | { readonly state: "done"; readonly kind: DoneKind }
  | { readonly state: "refused"; readonly failure: ApiFailure };

/** One request among those that are decided together. */
export interface BatchEntry {
  readonly id: string;
  readonly sender: string;
  /** "alone": read again, it is no longer one that may be decided with others. */
  readonly phase: "loading" | "shown" | "alone" | "failed";
  readonly failure: ApiFailure | null;
  readonly detail: RequestDetail | null;
  readonly ticks: readonly string[];
  readonly isLeftOut: boolean;
  readonly answer: BatchAnswer | null;
  readonly texts: Readonly<Partial<Record<Part, TextShown>>>;
}

export interface Batch {
  readonly together: string;
  readonly entries: readonly BatchEntry[];
  /** When the last of them came up, milliseconds since the epoch. */
  readonly shownAt: number;
  readonly comment: string;
  readonly isCommentMissing: boolean;
  readonly sending: Verb | null;
  /** Every decision has its answer. */
  readonly isDone: boolean;
}

export type BatchAction =
  | {
      readonly type: "begin";
      readonly together: string;
      readonly requests: readonly { readonly id: string; readonly sender: { name: string } }[];
      readonly at: number;
    }
  | {
      readonly type: "read";
      readonly id: string;
      readonly answered: Answered<RequestDetail>;
      readonly at: number;
    }
  | { readonly type: "tick"; readonly id: string; readonly tick: string; readonly on: boolean }
  | { readonly type: "leave-out"; readonly id: string; readonly on: boolean }
  | { readonly type: "text"; readonly id: string; readonly part: Part; readonly text: TextShown }
  | { readonly type: "comment"; readonly comment: string }
  | { readonly type: "comment-missing" }
  | { readonly type: "deciding"; readonly verb: Verb }
  | { readonly type: "asked"; readonly id: string }
  | {
      readonly type: "answered";
      readonly id: string;
      readonly answer: BatchAnswer;
    }
  | { readonly type: "done" };

const begun = (id: string, sender: string): BatchEntry => ({
  id,
  sender,
  phase: "loading",
  failure: null,
  detail: null,
  ticks: [],
  isLeftOut: false,
  answer: null,
  texts: {},
});

export function reduceBatch(batch: Batch | null, action: BatchAction): Batch | null {
  if (action.type === "begin")
    return {
      together: action.together,
      entries: action.requests.map(({ id, sender }) => begun(id, sender.name)),
      shownAt: action.at,
      comment: "",
      isCommentMissing: false,
      sending: null,
      isDone: false,
    };
  if (batch === null) return null;
  switch (action.type) {
    case "read": {
      const read = readEntry(batch.together, action.answered);
      return { ...withEntry(batch, action.id, read), shownAt: action.at };
    }
    case "tick":
      return withEntry(batch, action.id, ({ ticks }) => {
        const others = ticks.filter((each) => each !== action.tick);
        return { ticks: action.on ? [...others, action.tick] : others };
      });
    case "leave-out":
      return withEntry(batch, action.id, () => ({ isLeftOut: action.on }));
    case "text":
      return withEntry(batch, action.id, ({ texts }) => ({
        texts: { ...texts, [action.part]: action.text },
      }));
    case "comment":
      return { ...batch, comment: action.comment, isCommentMissing: false };
    case "comment-missing":
      return { ...batch, isCommentMissing: true };
    case "deciding":
      return { ...batch, sending: action.verb, isCommentMissing: false };
    case "asked":
      return withEntry(batch, action.id, () => ({ answer: { state: "sending" } }));
    case "answered":
      return withEntry(batch, action.id, () => ({ answer: action.answer }));
    case "done":
      return { ...batch, sending: null, isDone: true };
  }
}

function withEntry(
  batch: Batch,
  id: string,
  change: (entry: BatchEntry) => Partial<BatchEntry>,
): Batch {
  const entries = batch.entries.map((each) =>
    each.id === id ? { ...each, ...change(each) } : each,
  );
  return { ...batch, entries };
}

/** Judged by what was read now: the list may be older. */
const readEntry =
  (together: string, answered: Answered<RequestDetail>) => (): Partial<BatchEntry> => {
    if (!answered.ok) return { phase: "failed", failure: answered };
    const detail = answered.value;
    const isOne = !detail.erased && detail.together === together && mayGoTogether(detail);
    return { phase: isOne ? "shown" : "alone", detail, failure: null };
  };

/** Those that the next press decides. */
export const chosen = ({ entries }: Batch): readonly (BatchEntry & { detail: RequestDetail })[] =>
  entries.filter(
    (each): each is BatchEntry & { detail: RequestDetail } =>
      each.phase === "shown" && each.detail !== null && !each.isLeftOut,
  );

export const answerOf = (batch: Batch, { ticks }: BatchEntry): Answer => ({
  ticks,
  number: "",
  comment: batch.comment,
});

/** How many ticks are still missing among those that are chosen. */
export const missingTicks = (batch: Batch): number =>
  chosen(batch).reduce(
    (sum, each) => sum + missingOf(each.detail, answerOf(batch, each)).ticks.length,
    0,
  );

export const mayApprove = (batch: Batch): boolean =>
  batch.sending === null &&
  !batch.isDone &&
  batch.entries.every(({ phase }) => phase !== "loading") &&
  chosen(batch).length > 0 &&
  chosen(batch).every((each) => isComplete(missingOf(each.detail, answerOf(batch, each))));
