import { decisionOf } from "./answer";
import { answerOf, chosen, mayApprove, type Batch, type BatchAction } from "./batch-state";
import { createContent, type Content, type TextOptions } from "./content";
import type { DeskPorts } from "./desk";
import { doneKind, type Verb } from "./desk-state";
import { companions } from "./together";
import type { RequestSummary } from "../../api/requests";

/** Several ordinary requests with the same files, decided with one press. */
export interface Together {
  /** The request that is open, and those of its kind. */
  readonly begin: () => void;
  readonly tick: (id: string, tick: string, on: boolean) => void;
  readonly leaveOut: (id: string, on: boolean) => void;
  readonly text: (id: string, options: TextOptions) => void;
  readonly comment: (comment: string) => void;
  readonly decide: (verb: Verb) => void;
  /** Back to the one that is open, or, once all is answered, on to the next. */
  readonly end: () => void;
}

export interface TogetherOptions {
  readonly ports: Pick<DeskPorts, "api" | "openWindow" | "now">;
  /** Milliseconds in which a press does not count: it is meant for what was there before. */
  readonly slip: number;
  readonly batch: () => Batch | null;
  readonly opened: () => RequestSummary | null;
  readonly listed: () => readonly RequestSummary[];
  readonly dispatch: (action: BatchAction) => void;
  /** A decision is on record. */
  readonly settled: (id: string) => void;
  readonly end: () => void;
}

export function createTogether(options: TogetherOptions): Together {
  const { ports, batch, dispatch } = options;
  const { api, now } = ports;
  const contents = new Map<string, Content>();

  const begin = (): void => {
    const first = options.opened();
    if (first?.together === undefined || batch() !== null) return;
    const requests = companions(first, options.listed());
    if (requests.length < 2) return;
    contents.clear();
    dispatch({ type: "begin", together: first.together, requests, at: now() });
    for (const { id } of requests) void read(id);
  };

  const read = async (id: string): Promise<void> => {
    const answered = await api.call("request", { params: { id } });
    dispatch({ type: "read", id, answered, at: now() });
  };

  const contentOf = (id: string): Content => {
    const entry = () => batch()?.entries.find((each) => each.id === id) ?? null;
    const content =
      contents.get(id) ??
      createContent(ports, entry, (action) => {
        if (action.type === "text") dispatch(action);
      });
    contents.set(id, content);
    return content;
  };

  /** One call each, one after the other; what one of them is refused, the others are not. */
  const decide = async (verb: Verb): Promise<void> => {
    const before = batch();
    if (before === null || before.sending !== null || before.isDone) return;
    if (now() - before.shownAt < options.slip || chosen(before).length === 0) return;
    if (verb === "approve" && !mayApprove(before)) return;
    if (verb === "reject" && before.comment.trim() === "")
      return dispatch({ type: "comment-missing" });
    dispatch({ type: "deciding", verb });
    for (const each of chosen(before)) {
      const { id, detail } = each;
      dispatch({ type: "asked", id });
      const body = decisionOf(verb, detail, answerOf(before, each));
      const answered = await api.call("decide", { params: { id }, body });
      const answer = answered.ok
        ? ({ state: "done", kind: doneKind(verb, answered.value) } as const)
        : ({ state: "refused", failure: answered } as const);
      dispatch({ type: "answered", id, answer });
      if (answered.ok) options.settled(id);
    }
    dispatch({ type: "done" });
  };

  return {
    begin,
    tick: (id, tick, on) => dispatch({ type: "tick", id, tick, on }),
    leaveOut: (id, on) => dispatch({ type: "leave-out", id, on }),
    text: (id, text) => contentOf(id).text("body", text),
    comment: (comment) => dispatch({ type: "comment", comment }),
    decide: (verb) => void decide(verb),
    end: () => {
      if (batch()?.sending === null) options.end();
    },
  };
}
