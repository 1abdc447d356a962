import type { Attachment } from "../../core/attachment";
import type { InspectionStatus, PartReport } from "../../core/report";
import type { AttachmentView } from "../../ui/attachment-list";
import { seen } from "../../ui/foreign";
import type { Tone } from "../../ui/tone";
import type { FixRequest } from "./fix";
import type { Checked } from "./state";
import type { Words } from "./words";

const TONES: Readonly<Record<InspectionStatus, Tone>> = {
  clean: "allow",
  found: "confirm",
  uninspectable: "failed",
};

/** Every attachment of the mail; one without a report is not clean but could not be looked into. */
export function attachmentsView(
  { job, judgement }: Checked,
  words: Words,
  fix: (request: FixRequest) => void,
): AttachmentView[] {
  return job.message.attachments.map((attachment, index) => {
    const part = judgement.report.parts.find(
      ({ source }) => source.type === "attachment" && source.index === index,
    );
    return attachmentView(attachment, index, part, words, fix);
  });
}

function attachmentView(
  attachment: Attachment,
  index: number,
  part: PartReport | undefined,
  words: Words,
  fix: (request: FixRequest) => void,
): AttachmentView {
  const status = part?.status ?? "uninspectable";
  const [refusal] = part?.refusals ?? [];
  const { content, name } = attachment;
  return {
    name,
    size: content.state === "read" ? words.pane.size(content.bytes.length) : words.pane.sizeUnknown,
    tone: TONES[status],
    status: statusText(status, part?.persons ?? 0, words),
    reason: refusal === undefined ? "" : words.refusal(refusal.code).reason,
    remove: attachment.inline ? null : removal(seen(name), index, words, fix),
  };
}

function statusText(status: InspectionStatus, persons: number, { pane }: Words): string {
  return persons > 0
    ? `${pane.statuses[status]} · ${pane.persons(persons)}`
    : pane.statuses[status];
}

const removal = (
  name: string,
  index: number,
  { pane }: Words,
  fix: (request: FixRequest) => void,
): AttachmentView["remove"] => ({
  text: pane.removeFile,
  label: pane.removeFileNamed(name),
  run: () =>
    fix({
      fix: "remove-attachment",
      addresses: [],
      attachments: [index],
      facts: { recipients: 0, fields: [], files: [name] },
    }),
});
