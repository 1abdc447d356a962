import type { RequestDetail } from "../../api/requests";
import type { Tone } from "../tone";
import { seen } from "../foreign";
import { approvalsOf, headlineOf } from "./card-view";
import type { SignOffWords } from "./words";

export interface FactView {
  readonly label: string;
  readonly text: string;
}

/** All about one request that stands above recipients and files. */
export interface RequestView {
  readonly headline: string;
  readonly unusual: readonly string[];
  readonly state: string;
  /** Empty where it is not, or where nothing waits any more. */
  readonly urgent: string;
  readonly facts: readonly FactView[];
  /** What the manager who rejected it before has said. */
  readonly rejected: { readonly title: string; readonly comment: string } | null;
  readonly changes: readonly string[];
  readonly rules: readonly {
    readonly tone: Tone;
    readonly label: string;
    readonly title: string;
  }[];
  readonly approvals: string;
  readonly requirements: readonly string[];
  readonly decisions: readonly { readonly line: string; readonly comment: string }[];
}

export function requestView(detail: RequestDetail, words: SignOffWords): RequestView {
  const { texts } = words;
  const { required, rejectedBefore } = detail;
  return {
    headline: headlineOf(detail, words),
    unusual: detail.unusual.map((each) => words.unusual(each)),
    state: texts.states[detail.state],
    urgent: detail.state === "requested" && detail.urgent ? texts.urgent : "",
    facts: factsOf(detail, words),
    rejected: rejectedBefore && {
      title: texts.rejectedBefore(seen(rejectedBefore.by.name), words.day(rejectedBefore.at)),
      comment: rejectedBefore.comment,
    },
    changes: detail.changes.map(({ field, added, removed }) =>
      texts.change({ field, added: added.map(seen), removed: removed.map(seen) }),
    ),
    rules: detail.results.map(({ rule, facts, verdict }) => ({
      tone: verdict,
      label: texts.verdicts[verdict],
      title: words.rule({ rule, facts }).title,
    })),
    approvals:
      required.managers > 1 || detail.decisions.length > 0
        ? texts.approvals(approvalsOf(detail), required.managers)
        : "",
    requirements: [
      ...(required.outsideUnit ? [texts.outsideUnit] : []),
      ...(required.privacyOfficer ? [texts.privacyOfficer] : []),
    ],
    decisions: detail.decisions.map(({ by, decision, comment, at }) => ({
      line: texts.decided[decision](seen(by.name), words.day(at)),
      comment,
    })),
  };
}

function factsOf(detail: RequestDetail, words: SignOffWords): FactView[] {
  const { texts } = words;
  const { sender, unit, from, note } = detail;
  const who = texts.by(sender.name, unit.name);
  const mailbox = from.name === "" ? from.address : `${from.name} <${from.address}>`;
  return [
    { label: texts.sender, text: who },
    ...(from.name === sender.name ? [] : [{ label: "", text: texts.sentAs(mailbox) }]),
    { label: texts.reason, text: words.reason(detail.reason) },
    ...(note === "" ? [] : [{ label: texts.note, text: note }]),
    { label: texts.asked, text: words.day(detail.askedAt) },
    { label: texts.expires, text: words.day(detail.expiresAt) },
  ];
}
