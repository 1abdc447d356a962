import type { Mailbox, RecipientField } from "../core/recipient";
import { readMailText, writeMailText, type MailText } from "./mail-text";
import { mailboxOf, readField, type Details } from "./read-recipients";
import {
  addToField,
  without,
  writeFailure,
  type WriteFailure,
  type Writing,
} from "./rewrite-field";

export interface Removed {
  readonly field: RecipientField;
  readonly people: readonly Details[];
}

/** What a fix took away and one click puts back. Files are not among it: clients give none back. */
export interface Undo {
  readonly removed: readonly Removed[];
  readonly content: { readonly before: MailText; readonly after: MailText } | null;
}

/**
 * Puts recipients back into the fields they came from, beside whoever is there by now, and the text
 * back in its place; nothing at all where somebody has gone on writing.
 */
export async function undo(
  writing: Writing,
  { removed, content }: Undo,
): Promise<{ readonly ok: true } | WriteFailure> {
  if (content !== null) {
    const now = await readMailText(writing.call, writing.item);
    if (!now.ok) return writeFailure(now.code);
    if (now.body !== content.after.body || now.subject !== content.after.subject)
      return writeFailure("outlook/changed");
  }
  const missing: Mailbox[] = [];
  for (const each of removed) missing.push(...(await putBack(writing, each)));
  if (missing.length > 0) return writeFailure("outlook/not-undone", missing);
  if (content === null) return { ok: true };
  const written = await writeMailText(writing.call, writing.item, content.before);
  return written.ok ? { ok: true } : writeFailure("outlook/half-done");
}

/** Those who are not there afterwards. */
async function putBack(writing: Writing, { field, people }: Removed): Promise<Mailbox[]> {
  const before = await readField(writing.call, writing.item, field);
  if (!before.ok) return people.map(mailboxOf);
  await addToField(writing, field, without(people, before.value));
  const now = await readField(writing.call, writing.item, field);
  return without(people, now.ok ? now.value : before.value).map(mailboxOf);
}
