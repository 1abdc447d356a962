import { RECIPIENT_FIELDS, type RecipientField } from "../core/recipient";
import { offers } from "./call";
import { bodyOf, htmlOf, readMailText, writeMailText, type MailText } from "./mail-text";
import { listAttachments } from "./read-attachments";
import { mailboxOf, readField, type Details } from "./read-recipients";
import { removeAttachments } from "./remove-attachments";
import {
  isRewritable,
  isSameField,
  restoreField,
  writeFailure,
  type WriteCode,
  type WriteFailure,
  type Writing,
} from "./rewrite-field";
import type { Undo } from "./undo";
import { moveOutsideToBcc, removeRecipients, type IsMeant } from "./write-recipients";

/** What stays of a mail: decided by the caller, who knows what the sender wrote and who is outside. */
export interface Keeping {
  readonly isKnown: IsMeant;
  readonly isKept: IsMeant;
  readonly subject: (subject: string) => string;
  readonly lines: (bodyHtml: string) => readonly string[];
}

export interface OwnTextKept {
  readonly ok: true;
  /** Files that the client did not take out; the rest is done. */
  readonly isPartly: boolean;
  readonly undo: Undo;
}

type Fields = Readonly<Record<RecipientField, readonly Details[]>>;

/**
 * Makes this mail one with the sender's words only: those outside stay, several of them in Bcc; the
 * quote, everybody inside and every file go. What can be put back is changed first, files last: a
 * failure before the first file has gone leaves the mail as it was.
 */
export async function keepOwnText(
  writing: Writing,
  keeping: Keeping,
): Promise<OwnTextKept | WriteFailure> {
  const text = await readMailText(writing.call, writing.item);
  if (!text.ok) return writeFailure(text.code);
  const fields = await readFields(writing);
  if ("ok" in fields) return fields;
  const unfit = unfitness(writing, keeping, fields);
  if (unfit !== null) return writeFailure(unfit);

  const people = await keepPeople(writing, keeping, fields);
  if (!people.ok) return undoAll(writing, fields, null, people);
  const { removed } = people;
  const own: MailText = {
    subject: keeping.subject(text.subject),
    body: bodyOf(keeping.lines(htmlOf(text)), text.type),
    type: text.type,
  };
  const written = await writeMailText(writing.call, writing.item, own);
  if (!written.ok) return undoAll(writing, fields, text, writeFailure(written.code));
  const files = await takeFilesOut(writing);
  if (files.code !== null && files.removed === 0)
    return undoAll(writing, fields, text, writeFailure(files.code));
  // As the client gives it now: it may have written it in its own way.
  const now = await readMailText(writing.call, writing.item);
  const content = now.ok ? { before: text, after: now } : null;
  return { ok: true, isPartly: files.code !== null, undo: { removed, content } };
}

async function readFields(writing: Writing): Promise<Fields | WriteFailure> {
  const fields: Record<RecipientField, readonly Details[]> = { to: [], cc: [], bcc: [] };
  for (const field of RECIPIENT_FIELDS) {
    const read = await readField(writing.call, writing.item, field);
    if (!read.ok) return writeFailure(read.code);
    fields[field] = read.value;
  }
  return fields;
}

/** Why nothing is begun: an old client, a group in a field, or somebody whom the check has not seen. */
function unfitness(writing: Writing, { isKnown }: Keeping, fields: Fields): WriteCode | null {
  const { item, platform } = writing;
  const canWrite = offers(item.body, "setAsync") && offers(item.subject, "setAsync");
  if (!canWrite || !offers(item, "removeAttachmentAsync")) return "outlook/unsupported";
  const all = RECIPIENT_FIELDS.map((field) => fields[field]);
  if (!all.every((each) => isRewritable(each, platform))) return "outlook/field-not-rewritable";
  return all.every((each) => each.every((one) => isKnown(mailboxOf(one))))
    ? null
    : "outlook/changed";
}

async function keepPeople(writing: Writing, { isKept }: Keeping, fields: Fields) {
  const all = fields.to.concat(fields.cc, fields.bcc);
  const kept = all.filter((each) => isKept(mailboxOf(each)));
  if (kept.length > 1) {
    const moved = await moveOutsideToBcc(writing, isKept);
    if (!moved.ok) return moved;
  }
  return removeRecipients(writing, (mailbox) => !isKept(mailbox));
}

/** Images of the body after the files: clients that keep them do so once the text is gone. */
async function takeFilesOut(
  writing: Writing,
): Promise<{ removed: number; code: WriteCode | null }> {
  let removed = 0;
  for (const inline of [false, true]) {
    const listed = await listAttachments(writing.call, writing.item);
    if (!listed.ok) return { removed, code: listed.code };
    const ids = listed.value
      .filter(({ isInline }) => (isInline === true) === inline)
      .map(({ id }) => id);
    const done = await removeAttachments(writing, ids);
    removed += done.removed;
    if (!done.ok) return { removed, code: done.code ?? "outlook/failed" };
  }
  return { removed, code: null };
}

/** Everything back as it was, or a word on what is not. */
async function undoAll(
  writing: Writing,
  fields: Fields,
  text: MailText | null,
  failure: WriteFailure,
): Promise<WriteFailure> {
  const undone = text === null || (await putTextBack(writing, text));
  let missing = failure.missing;
  for (const field of RECIPIENT_FIELDS) {
    const now = await readField(writing.call, writing.item, field);
    if (now.ok && isSameField(now.value, fields[field])) continue;
    const restored = await restoreField(writing, field, fields[field]);
    if (!restored.ok) missing = [...missing, ...restored.missing];
  }
  if (missing.length > 0) return writeFailure("outlook/not-undone", missing);
  return undone ? failure : writeFailure("outlook/half-done");
}

async function putTextBack({ call, item }: Writing, text: MailText): Promise<boolean> {
  if ((await writeMailText(call, item, text)).ok) return true;
  const now = await readMailText(call, item);
  return now.ok && now.body === text.body && now.subject === text.subject;
}
