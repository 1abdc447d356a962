import type { FixProblem } from "../locales/pane";
import type { Mailbox } from "../core/recipient";
import { newMessage } from "../outlook/new-message";
import { listAttachments } from "../outlook/read-attachments";
import { removeAttachments } from "../outlook/remove-attachments";
import type { WriteFailure, Writing } from "../outlook/rewrite-field";
import {
  moveOutsideToBcc,
  removeRecipients,
  type RecipientsWritten,
} from "../outlook/write-recipients";
import type { Job } from "./inspection/job";
import { draftOf } from "./own-draft";
import type { FixReport, FixRequest } from "./review/fix";

type Outcome = Pick<FixReport, "problem" | "missing">;

const outcome = (problem: FixProblem | null, missing: readonly Mailbox[] = []): Outcome => ({
  problem,
  missing,
});

/** Changes the mail in Outlook as one button said; every way to fail has its own words. */
export async function applyFix(
  writing: Writing,
  request: FixRequest,
  job: Job,
): Promise<FixReport> {
  const { fix, facts } = request;
  return { fix, facts, ...(await apply(writing, request, job)) };
}

async function apply(writing: Writing, request: FixRequest, job: Job): Promise<Outcome> {
  switch (request.fix) {
    case "move-outside-to-bcc":
      return ofRecipients(await moveOutsideToBcc(writing, oneOf(request.addresses)));
    case "remove-outside-recipients":
      return ofRecipients(await removeRecipients(writing, oneOf(request.addresses)));
    case "remove-attachment":
    case "remove-came-along":
      return takeOut(writing, request, job);
    case "new-mail-my-text":
      return openNew(writing, job);
  }
}

function oneOf(addresses: readonly string[]): (mailbox: Mailbox) => boolean {
  const wanted = new Set(addresses.map((address) => address.toLowerCase()));
  return ({ address }) => wanted.has(address.toLowerCase());
}

function ofRecipients(written: RecipientsWritten | WriteFailure): Outcome {
  if (written.ok)
    return outcome(written.left.length > 0 ? "left" : written.changed === 0 ? "nothing" : null);
  switch (written.code) {
    case "outlook/field-not-rewritable":
      return outcome("group");
    case "outlook/changed":
      return outcome("changed");
    case "outlook/not-undone":
      return outcome("missing", written.missing);
    default:
      return outcome("failed");
  }
}

async function takeOut(writing: Writing, request: FixRequest, job: Job): Promise<Outcome> {
  const meant = request.attachments.map((index) => job.message.attachments[index]);
  const listed = await listAttachments(writing.call, writing.item);
  if (!listed.ok) return outcome("failed");
  // In some clients the id is a place in the list: only with its name is it the judged file.
  const isThere = meant.every(
    (each) => each && listed.value.some(({ id, name }) => id === each.id && name === each.name),
  );
  if (!isThere) return outcome("changed");
  const done = await removeAttachments(
    writing,
    meant.map((each) => each?.id ?? ""),
  );
  if (done.ok) return outcome(null);
  return outcome(
    done.removed > 0 ? "partly" : done.code === "outlook/changed" ? "changed" : "failed",
  );
}

async function openNew({ call }: Writing, job: Job): Promise<Outcome> {
  const opened = await newMessage(call, draftOf(job));
  if (opened.ok) return outcome(null);
  return outcome(opened.code === "outlook/too-long" ? "too-long" : "failed");
}
