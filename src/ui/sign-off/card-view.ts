import type { RequestSummary } from "../../api/requests";
import { seen } from "../foreign";
import type { SignOffWords } from "./words";

export interface CardView {
  readonly id: string;
  /** 「2,940人の情報 → 社外29人」 */
  readonly headline: string;
  readonly who: string;
  readonly unusual: readonly string[];
  /** How long it waits, or what became of it. */
  readonly status: string;
  readonly urgent: string;
  /** 「承認 1／2人」 where two have to agree, else empty. */
  readonly approvals: string;
  /** That it follows an earlier request from the same draft, else empty. */
  readonly again: string;
}

export const headlineOf = (request: RequestSummary, { texts }: SignOffWords): string =>
  texts.exposure({
    others: request.others,
    outside: request.outside,
    files: request.files,
    couldNotLook: request.unusual.includes("could-not-look"),
  });

const MINUTE = 60_000;

export function cardView(request: RequestSummary, now: number, words: SignOffWords): CardView {
  const { texts } = words;
  const isWaiting = request.state === "requested";
  return {
    id: request.id,
    headline: headlineOf(request, words),
    who: texts.by(seen(request.sender.name), seen(request.unit.name)),
    unusual: request.unusual.map((each) => words.unusual(each)),
    status: isWaiting
      ? texts.waiting(Math.floor(Math.max(0, now - request.askedAt) / MINUTE))
      : statusOf(request, words),
    urgent: isWaiting && request.urgent ? texts.urgent : "",
    approvals:
      isWaiting && request.required.managers > 1
        ? texts.approvals(approvalsOf(request), request.required.managers)
        : "",
    again: request.supersedes === null ? "" : texts.askedAgain,
  };
}

export const approvalsOf = ({ decisions }: RequestSummary): number =>
  decisions.filter(({ decision }) => decision === "approve").length;

/** 「承認済み · 佐藤 花子 · 7月18日 10:42」 */
function statusOf({ state, decisions }: RequestSummary, words: SignOffWords): string {
  const last = decisions.at(-1);
  const word = words.texts.states[state];
  return last === undefined ? word : `${word} · ${seen(last.by.name)} · ${words.day(last.at)}`;
}
