import type { RequestDetail } from "../../api/requests";
import type { Tone } from "../../ui/tone";
import { seen } from "../../ui/foreign";
import { stageOf, type SignOffState, type Stage } from "./state";
import type { AskingWords } from "./words";

export type PanelAction =
  "sign-in" | "connect" | "want-form" | "cancel" | "withdraw" | "reopen" | "store";

export interface PanelProgress {
  /** What is under way: read out when it changes. */
  readonly label: string;
  /** How far it is, in words; empty where nobody can say. */
  readonly percent: string;
  readonly part: number | null;
}

export interface PanelView {
  /** What stands at the top of the pane in the place of the verdict's words; null keeps those. */
  readonly banner: { readonly tone: Tone; readonly title: string; readonly text: string } | null;
  readonly lines: readonly string[];
  /** Words of a manager, shown as they were written; null where there are none. */
  readonly comment: string | null;
  readonly actions: readonly { readonly id: PanelAction; readonly label: string }[];
  /** The form is shown: its heading and what it says. */
  readonly form: { readonly title: string; readonly text: string } | null;
  /** Part of the work that is done; null where nobody can say. */
  readonly progress: PanelProgress | null;
  /** What the last press could not do. */
  readonly problem: { readonly title: string; readonly text: string } | null;
}

type Part = Partial<Omit<PanelView, "problem">>;

const NOTHING: Omit<PanelView, "problem"> = {
  banner: null,
  lines: [],
  comment: null,
  actions: [],
  form: null,
  progress: null,
};

/** The sender's screen in words; null where there is nothing to say about a sign-off. */
export function panelView(state: SignOffState, words: AskingWords): PanelView | null {
  const stage = stageOf(state);
  if (stage === "nothing") return null;
  return { ...NOTHING, ...partOf(stage, state, words), problem: problemView(state, words) };
}

function partOf(stage: Exclude<Stage, "nothing">, state: SignOffState, words: AskingWords): Part {
  const { texts } = words;
  const { request } = state;
  switch (stage) {
    case "no-service":
      return { lines: [texts.noService.title, texts.noService.text] };
    case "connecting":
      return { progress: { label: texts.connecting, percent: "", part: null } };
    case "signed-out":
      return signedOut(state, words);
    case "unavailable":
      return unavailable(state, words);
    case "cannot-ask":
      return { lines: [texts.cannotAsk.title, texts.cannotAsk.text] };
    case "ask":
      return { form: request === null ? texts.ask : texts.askAgain };
    case "handing-over":
      return handingOver(state, words);
    case "needless":
      return needless(state, words);
    case "waiting":
    case "approved":
    case "rejected":
    case "changed":
    case "over":
    case "released":
      return request === null ? {} : requestPart(stage, request, state, words);
  }
}

function signedOut({ connection }: SignOffState, { texts }: AskingWords): Part {
  const problem = connection.name === "signed-out" ? connection.problem : null;
  const { title, text } = texts.signedOut;
  return {
    lines: problem === null ? [title, text] : [texts.signInProblems[problem]],
    actions: [{ id: "sign-in", label: texts.signIn }],
  };
}

function unavailable({ connection }: SignOffState, words: AskingWords): Part {
  const { title, text } = words.problem(connection.name === "failed" ? connection.code : "network");
  return { lines: [title, text], actions: [{ id: "connect", label: words.texts.again }] };
}

function handingOver({ work }: SignOffState, { texts }: AskingWords): Part {
  if (work?.name !== "asking") return {};
  const { step, part } = work;
  const percent = part === null ? "" : texts.progress(Math.floor(part * 100));
  return {
    progress: { label: texts.steps[step], percent, part },
    actions: [{ id: "cancel", label: texts.cancel }],
  };
}

function needless(state: SignOffState, { texts }: AskingWords): Part {
  const { title, text } = texts.needless;
  return { lines: [title, text], actions: withdrawal(state, texts) };
}

const withdrawal = (
  { request, work }: SignOffState,
  texts: AskingWords["texts"],
): PanelView["actions"] =>
  request?.state !== "requested"
    ? []
    : [
        {
          id: "withdraw",
          label:
            work?.name === "withdrawing" && work.id === request.id
              ? texts.withdrawing
              : texts.withdraw,
        },
      ];

type RequestStage = "waiting" | "approved" | "rejected" | "changed" | "over" | "released";

function requestPart(
  stage: RequestStage,
  request: RequestDetail,
  state: SignOffState,
  words: AskingWords,
): Part {
  const { texts } = words;
  const again = { id: "want-form", label: texts.askAgainButton } as const;
  switch (stage) {
    case "waiting":
      return waiting(request, state, words);
    case "approved":
      return approved(request, state, words);
    case "rejected": {
      const by = request.decisions.filter(({ decision }) => decision === "reject").pop();
      return {
        banner: { tone: "failed", title: texts.rejected(seen(by?.by.name ?? "")), text: "" },
        lines: [texts.changeAndAsk],
        comment: by === undefined || by.comment === "" ? null : by.comment,
        actions: [again],
      };
    }
    case "changed": {
      const names = state.changed.map((field) => texts.fields[field] ?? "");
      const asked = request.state === "approved" ? "approved" : "requested";
      return {
        banner: {
          tone: "confirm",
          title: texts.changed(names.join(texts.betweenFields)),
          text: texts.changedText[asked],
        },
        actions: [{ id: "want-form", label: texts.askDifference }, ...withdrawal(state, texts)],
      };
    }
    case "over": {
      const known = texts.over[request.state as keyof typeof texts.over];
      return { lines: [known.title, known.text], actions: [again] };
    }
    case "released": {
      const label = state.work?.name === "reopening" ? texts.reopening : texts.reopen;
      const { title, text } = texts.released;
      return {
        banner: { tone: "allow", title, text },
        actions: [{ id: "reopen", label }],
      };
    }
  }
}

function waiting(request: RequestDetail, state: SignOffState, words: AskingWords): Part {
  const { texts, day } = words;
  const { required, decisions } = request;
  const agreed = decisions.filter(({ decision }) => decision === "approve").length;
  const who = request.waitsFor?.map(({ name }) => seen(name)) ?? [];
  const lines = [
    texts.waitingFor(who.length > 0 ? who.join(texts.betweenFields) : seen(request.unit.name)),
    texts.askedAt(day(request.askedAt)),
    required.managers === 2 ? texts.twoManagers(agreed) : "",
    required.outsideUnit ? texts.outsideUnit : "",
    required.privacyOfficer ? texts.privacyOfficer : "",
    ...(request.reminders ?? []).map(({ at, to }) => texts.reminder(to, day(at))),
    texts.expiresAt(day(request.expiresAt)),
    texts.whileWaiting,
    state.isLive ? "" : texts.notLive,
  ];
  return {
    banner: { tone: "busy", title: texts.waiting, text: "" },
    lines: lines.filter((line) => line !== ""),
    actions: withdrawal(state, texts),
  };
}

function approved(request: RequestDetail, state: SignOffState, words: AskingWords): Part {
  const { texts, day } = words;
  const isStoring = state.work?.name === "storing";
  const by = request.decisions.filter(({ decision }) => decision === "approve");
  const lines = [
    ...by.map((each) => texts.approvedBy(seen(each.by.name), day(each.at))),
    texts.sendUntil(day(state.sendUntil ?? request.expiresAt)),
    texts.dontChange,
    state.ticket === "not-stored" ? texts.notStored : "",
  ];
  return {
    banner: { tone: "allow", title: texts.approved, text: "" },
    lines: lines.filter((line) => line !== ""),
    progress: isStoring ? { label: texts.storing, percent: "", part: null } : null,
    actions:
      state.ticket === "not-stored" && !isStoring ? [{ id: "store", label: texts.storeAgain }] : [],
  };
}

function problemView(
  { problem }: SignOffState,
  words: AskingWords,
): { readonly title: string; readonly text: string } | null {
  if (problem === null) return null;
  if (problem.type !== "ask") return words.problem(problem.code);
  const { texts } = words;
  const names = problem.names.map((name) => texts.fields[name] ?? seen(name));
  return { title: "", text: texts.problems[problem.problem](names.join(texts.betweenFields)) };
}
