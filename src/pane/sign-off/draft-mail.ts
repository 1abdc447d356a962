import type { DraftMail } from "../../api/requests";
import type { Job } from "../inspection/job";

/** What is handed over of a mail: its content, and how composing began; no verdict of ours. */
export function draftMail({ message, history }: Job, item: string): DraftMail {
  return {
    sender: { ...message.sender },
    from: { ...message.from },
    recipients: message.recipients.map(({ field, name, address, group }) => ({
      field,
      name,
      address,
      group,
    })),
    subject: message.subject,
    bodyHtml: message.bodyHtml,
    composeType: message.composeType,
    attachments: message.attachments.map(({ name, inline, contentId, content }) => ({
      name,
      inline,
      contentId,
      bytes: content.state === "read" ? content.bytes.length : 0,
    })),
    history:
      history.state === "unknown"
        ? { state: "unknown" }
        : { state: "known", baseline: copyOf(history.baseline) },
    item,
  };
}

type Known = Extract<DraftMail["history"], { state: "known" }>["baseline"];

const copyOf = (baseline: Extract<Job["history"], { state: "known" }>["baseline"]): Known => ({
  ...baseline,
  attachments: [...baseline.attachments],
  outside: [...baseline.outside],
  lines: [...baseline.lines],
});
