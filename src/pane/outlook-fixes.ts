import type { FixProblem } from "../locales/pane";
import type { Mailbox } from "../core/recipient";
import { keepOwnText } from "../outlook/own-text-only";
import { listAttachments } from "../outlook/read-attachments";
import { removeAttachments } from "../outlook/remove-attachments";
import type { WriteCode, WriteFailure, Writing } from "../outlook/rewrite-field";
import { undo, type Undo } from "../outlook/undo";
import {
  moveOutsideToBcc,
  removeRecipients,
  type RecipientsWritten,
} from "../outlook/write-recipients";
import type { Job } from "./inspection/job";
import { draftOf } from "./own-draft";
import type { FixReport, FixRequest } from "./review/fix";

type Outcome = Pick<FixReport, "problem" | "missing" | "undo">;

const outcome = (problem: FixProblem | null, back: Undo | null = null): Outcome => ({
  problem,
  missing: [],
  undo: back,
});

const PROBLEMS: Readonly<Partial<Record<WriteCode, FixProblem>>> = {
  "outlook/field-not-rewritable": "group",
  "outlook/changed": "changed",
  "outlook/not-undone": "missing",
  "outlook/half-done": "half-done",
  "outlook/unsupported": "unsupported",
};

const failed = (code: WriteCode | undefined, missing: readonly Mailbox[] = []): Outcome => ({
  ...outcome((code && PROBLEMS[code]) ?? "failed"),
  missing,
});

/** Changes the mail in Outlook as one button said; every way to fail has its own words. */
export async function applyFix(
  writing: Writing,
  request: FixRequest,
  job: Job,
): Promise<FixReport> {
  const { fix, facts } = request;
  return { fix, facts, isUndone: false, ...(await apply(writing, request, job)) };
}

/** Takes the fix of a report back as far as it can be. */
export async function undoFix(writing: Writing, report: FixReport): Promise<FixReport> {
  const done: FixReport = { ...report, isUndone: true, problem: null, missing: [], undo: null };
  if (report.undo === null) return { ...done, problem: "nothing" };
  const undone = await undo(writing, report.undo);
  return undone.ok ? done : { ...done, ...failed(undone.code, undone.missing) };
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
    case "my-text-only":
      return keepMyText(writing, job);
  }
}

function oneOf(addresses: readonly string[]): (mailbox: Mailbox) => boolean {
  const wanted = new Set(addresses.map((address) => address.toLowerCase()));
  return ({ address }) => wanted.has(address.toLowerCase());
}

function ofRecipients(written: RecipientsWritten | WriteFailure): Outcome {
  if (!written.ok) return failed(written.code, written.missing);
  const back = written.removed.length > 0 ? { removed: written.removed, content: null } : null;
  if (written.left.length > 0) return outcome("left", back);
  return outcome(written.changed === 0 ? "nothing" : null, back);
}

async function takeOut(writing: Writing, request: FixRequest, job: Job): Promise<Outcome> {
  const meant = request.attachments.map((index) => job.message.attachments[index]);
  const listed = await listAttachments(writing.call, writing.item);
  if (!listed.ok) return failed(listed.code);
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
  return done.removed > 0 ? outcome("partly") : failed(done.code);
}

async function keepMyText(writing: Writing, job: Job): Promise<Outcome> {
  const kept = await keepOwnText(writing, draftOf(job));
  if (!kept.ok) return failed(kept.code, kept.missing);
  return outcome(kept.isPartly ? "partly" : null, kept.undo);
}
