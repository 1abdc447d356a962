import type { RefusalCode } from "../core/refusal";
import type { PartReport } from "../core/report";
import type { DecisionInput } from "./context";

/** An attachment as the rules see it. */
export interface FileFact {
  readonly index: number;
  readonly name: string;
  readonly others: number;
  readonly refusals: readonly RefusalCode[];
  /** Was there when composing began, or nobody can say that it was not. */
  readonly cameAlong: boolean;
}

/** Larger pictures in the body are photographs or scans rather than signatures. */
export const DECORATION_BYTES = 100 * 1024;
const DIGITS = 16;

export function filesOf(input: DecisionInput): FileFact[] {
  const parts = partsByAttachment(input);
  const cameAlong = originOf(input);
  return input.message.attachments
    .map((attachment, index): FileFact => {
      const part = parts.get(index);
      return {
        index,
        name: attachment.name,
        others: part ? part.others : 0,
        refusals: refusalsOf(part),
        cameAlong: cameAlong(part ? part.sha256 : ""),
      };
    })
    .filter(({ index }) => !input.shownInBody.has(index));
}

/** Why parts of the mail could not be looked into, the small pictures of signatures left out. */
export function unseenParts(input: DecisionInput): readonly { index: number; code: RefusalCode }[] {
  const parts = partsByAttachment(input);
  const unseen = input.message.attachments
    .map((_, index) => ({ index, codes: refusalsOf(parts.get(index)), part: parts.get(index) }))
    .filter(({ index, part }) => !(input.shownInBody.has(index) && isDecoration(part)));
  const texts = input.report.parts.filter(({ source }) => source.type !== "attachment");
  return [...texts.map((part) => ({ index: -1, codes: refusalsOf(part) })), ...unseen].reduce<
    { index: number; code: RefusalCode }[]
  >((all, { index, codes }) => {
    for (const code of codes) all.push({ index, code });
    return all;
  }, []);
}

const isDecoration = (part: PartReport | undefined): boolean =>
  part !== undefined &&
  part.bytes <= DECORATION_BYTES &&
  part.refusals.every(({ code }) => code === "extract/image");

function partsByAttachment({ report }: DecisionInput): Map<number, PartReport> {
  const parts = new Map<number, PartReport>();
  for (const part of report.parts) {
    if (part.source.type === "attachment") parts.set(part.source.index, part);
  }
  return parts;
}

/** A part that nobody reported on was not looked into. */
function refusalsOf(part: PartReport | undefined): readonly RefusalCode[] {
  if (part === undefined) return ["attachment/unreadable"];
  const codes = part.refusals.map(({ code }) => code);
  return codes.length === 0 && part.status === "uninspectable" ? ["extract/unknown"] : codes;
}

/**
 * By digest where the beginning is known. Where it is not, a mail that is being written was opened
 * again, resent or begun elsewhere: its files count as brought along. A mail file says nothing about
 * how it was composed; there only the quote of an inside mail does.
 */
function originOf({ history, message, report }: DecisionInput): (sha256: string) => boolean {
  if (history.state === "unknown") {
    return () => message.composeType !== "unknown" || report.quotesInside;
  }
  const began = new Set(history.baseline.attachments.map((each) => each.slice(0, DIGITS)));
  return (sha256) =>
    began.has("") || (sha256 === "" ? began.size > 0 : began.has(sha256.slice(0, DIGITS)));
}
