import type { RequestDetail } from "../../api/requests";
import { seen } from "../foreign";
import { chosen, mayApprove, missingTicks, type Batch, type BatchEntry } from "./batch-state";
import { headlineOf } from "./card-view";
import { needsSignIn } from "./decision-view";
import { statusOf } from "./files-view";
import type { SignOffWords } from "./words";

export interface BatchView {
  readonly title: string;
  /** Files that all of them carry, with what came of looking into each. */
  readonly files: readonly { readonly name: string; readonly status: string }[];
  readonly hint: string;
  readonly approve: string;
  readonly reject: string;
  readonly canApprove: boolean;
  readonly canReject: boolean;
  /** Empty, or why the comment is needed now. */
  readonly commentError: string;
  /** What became of each; null until the last answer is there. */
  readonly results: readonly ResultView[] | null;
  /** One of them failed for want of a sign-in. */
  readonly needsSignIn: boolean;
}

export interface ResultView {
  readonly id: string;
  readonly isRefused: boolean;
  readonly line: string;
  /** What to do about it; empty where it went well. */
  readonly text: string;
}

export function batchView(batch: Batch, words: SignOffWords): BatchView {
  const { together: texts } = words.texts;
  const count = chosen(batch).length;
  const isFree = batch.sending === null && !batch.isDone;
  return {
    title: batch.isDone ? texts.results : texts.title(batch.entries.length),
    files: filesOf(batch, words),
    hint: hintOf(batch, words),
    approve: texts.approve(count),
    reject: texts.reject(count),
    canApprove: mayApprove(batch),
    canReject: isFree && count > 0,
    commentError: batch.isCommentMissing ? words.texts.missing.comment : "",
    results: batch.isDone ? resultsOf(batch, words) : null,
    needsSignIn: batch.entries.some(
      ({ answer }) => answer?.state === "refused" && needsSignIn(answer.failure.code),
    ),
  };
}

function filesOf({ entries }: Batch, words: SignOffWords): BatchView["files"] {
  const first = entries.find(({ phase }) => phase === "shown")?.detail;
  return (first?.attachments ?? []).map(({ name, part }) => ({
    name: seen(name),
    status: statusOf(part, words),
  }));
}

function hintOf(batch: Batch, { texts }: SignOffWords): string {
  const { together, missing } = texts;
  if (batch.entries.some(({ phase }) => phase === "loading")) return texts.loading;
  const all = chosen(batch);
  if (batch.sending !== null) {
    const answered = all.filter(({ answer }) => answer !== null && answer.state !== "sending");
    return together.progress(answered.length, all.length);
  }
  if (all.length === 0) return together.none;
  const ticks = missingTicks(batch);
  return ticks > 0 ? missing.ticks(ticks) : texts.ready;
}

const resultsOf = (batch: Batch, words: SignOffWords): ResultView[] =>
  batch.entries.flatMap((entry): ResultView[] => {
    const { answer, id } = entry;
    if (answer === null || answer.state === "sending") return [];
    const who = whoseOf(entry, words);
    const { answers, refused } = words.texts.together;
    if (answer.state === "done")
      return [{ id, isRefused: false, line: `${who} · ${answers[answer.kind]}`, text: "" }];
    const { title, text } = words.problem(answer.failure.code);
    return [{ id, isRefused: true, line: `${who} · ${refused}`, text: `${title} ${text}` }];
  });

/** 「鈴木 太郎 · ファイル1件 → 社外1人」 */
function whoseOf({ sender, detail }: BatchEntry, words: SignOffWords): string {
  const name = seen(sender);
  return detail === null ? name : `${name} · ${headlineOf(detail, words)}`;
}

/** What tells one from the others, above its recipients. */
export function entryFacts(
  detail: RequestDetail,
  words: SignOffWords,
): readonly { readonly label: string; readonly text: string }[] {
  const { texts } = words;
  return [
    { label: texts.sender, text: texts.by(detail.sender.name, detail.unit.name) },
    { label: texts.subject, text: detail.subject === "" ? texts.noSubject : detail.subject },
    { label: texts.reason, text: words.reason(detail.reason) },
    ...(detail.note === "" ? [] : [{ label: texts.note, text: detail.note }]),
  ];
}
