import type { RequestDetail } from "../../api/requests";
import { KINDS } from "../../core/kind";
import type { InspectionStatus } from "../../core/report";
import { grouped, sizeInWords } from "../../locales/grouped";
import type { EvidenceView } from "../evidence";
import { seen } from "../foreign";
import type { Tone } from "../tone";
import type { SignOffWords } from "./words";

type PartReport = RequestDetail["body"];

export interface FileView {
  readonly index: number;
  readonly name: string;
  readonly size: string;
  readonly tone: Tone;
  /** 「個人情報あり · 2,940人分」 */
  readonly status: string;
  readonly marks: readonly string[];
  readonly evidence: EvidenceView | null;
  readonly previewLabel: string;
  readonly openLabel: string;
}

const TONES: Readonly<Record<InspectionStatus, Tone>> = {
  clean: "allow",
  found: "confirm",
  uninspectable: "failed",
};

/** Those with most to look at first: came along, could not look, most persons. */
export function filesView({ attachments }: RequestDetail, words: SignOffWords): FileView[] {
  const weight = ({ cameAlong, part }: RequestDetail["attachments"][number]): number =>
    1e12 * Number(cameAlong) + 1e11 * Number(part.status === "uninspectable") + part.others;
  return [...attachments]
    .sort((a, b) => weight(b) - weight(a))
    .map((attachment) => fileView(attachment, words));
}

function fileView(
  { index, name, bytes, inline, cameAlong, part }: RequestDetail["attachments"][number],
  words: SignOffWords,
): FileView {
  const { texts } = words;
  return {
    index,
    name,
    size: sizeInWords(bytes),
    tone: TONES[part.status],
    status: statusOf(part, words),
    marks: [...(cameAlong ? [texts.cameAlong] : []), ...(inline ? [texts.inline] : [])],
    evidence: evidenceOf(part, words),
    previewLabel: texts.previewNamed(seen(name)),
    openLabel: texts.openNamed(seen(name)),
  };
}

export function statusOf({ status, persons }: PartReport, { texts }: SignOffWords): string {
  const word = texts.statuses[status];
  return persons > 0 ? `${word} · ${texts.persons(persons)}` : word;
}

/** What was found in one part, and what could not be looked into; null: nothing of both. */
export function evidenceOf(part: PartReport, words: SignOffWords): EvidenceView | null {
  const kinds = KINDS.map((kind) => ({ kind, count: part.kinds[kind] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ kind, count }) => `${words.kind(kind)} ${grouped(count)}`);
  if (kinds.length + part.findings.length + part.refusals.length === 0) return null;
  const { texts } = words;
  return {
    kinds,
    samplesSummary: texts.samples(part.findings.length),
    samples: part.findings.map(({ kind, sample, place }) => ({
      kind: words.kind(kind),
      sample,
      place: words.placeOf(place),
    })),
    refusalsSummary: texts.couldNotLook(part.refusals.length),
    refusals: part.refusals.map(({ code, place }) => ({
      place: words.placeOf(place),
      reason: words.refusal(code).reason,
      // What the sender could do about it; a manager sends it back instead.
      toDo: "",
    })),
  };
}
