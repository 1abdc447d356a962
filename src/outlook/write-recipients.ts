import { RECIPIENT_FIELDS, type Mailbox, type RecipientField } from "../core/recipient";
import { isCapped, mailboxOf, readField, type Details } from "./read-recipients";
import type { Removed } from "./undo";
import {
  addToField,
  isRewritable,
  restoreField,
  rewriteField,
  without,
  writeFailure,
  type WriteFailure,
  type Writing,
} from "./rewrite-field";

export interface RecipientsWritten {
  readonly ok: true;
  /** How many entries were moved or removed. */
  readonly changed: number;
  /** Fields that hold somebody to move or remove, but may not be rewritten: left to the sender. */
  readonly left: readonly RecipientField[];
  /** Who is in no field any more, and where he was. */
  readonly removed: readonly Removed[];
}

export type IsMeant = (mailbox: Mailbox) => boolean;

interface Change {
  readonly field: RecipientField;
  readonly before: readonly Details[];
  readonly after: readonly Details[];
}

interface Plan {
  readonly ok: true;
  readonly changes: readonly Change[];
  readonly left: readonly RecipientField[];
  readonly meant: readonly Details[];
}

/** Takes every recipient who `isMeant` out of To, Cc and Bcc; all fields change or none. */
export async function removeRecipients(
  writing: Writing,
  isMeant: IsMeant,
): Promise<RecipientsWritten | WriteFailure> {
  const plan = await planFor(writing, RECIPIENT_FIELDS, isMeant);
  if (!plan.ok) return plan;
  const failed = await applyAll(writing, plan.changes);
  const removed = plan.changes.map(({ field, before, after }) => ({
    field,
    people: before.filter((each) => !after.includes(each)),
  }));
  return failed ?? { ok: true, changed: plan.meant.length, left: plan.left, removed };
}

/**
 * Moves every recipient of To and Cc who `isMeant` into Bcc: added there first, looked at, and only
 * then taken out, so that an address is in the mail at every moment.
 */
export async function moveOutsideToBcc(
  writing: Writing,
  isMeant: IsMeant,
): Promise<RecipientsWritten | WriteFailure> {
  const plan = await planFor(writing, ["to", "cc"], isMeant);
  if (!plan.ok) return plan;
  if (plan.meant.length === 0) return { ok: true, changed: 0, left: [], removed: [] };
  const bcc = await readField(writing.call, writing.item, "bcc");
  if (!bcc.ok) return writeFailure(bcc.code);
  if (isCapped(bcc.value.length, writing.platform))
    return writeFailure("outlook/field-not-rewritable");
  const hidden = await hide(writing, bcc.value, plan.meant);
  if (hidden !== null) return hidden;
  const failed = await applyAll(writing, plan.changes);
  if (failed === null)
    return { ok: true, changed: plan.meant.length, left: plan.left, removed: [] };
  // What could not be put back stands in Bcc at least.
  if (failed.code !== "outlook/not-undone") await unhide(writing, bcc.value);
  return failed;
}

async function planFor(
  writing: Writing,
  fields: readonly RecipientField[],
  isMeant: IsMeant,
): Promise<Plan | WriteFailure> {
  const changes: Change[] = [];
  const left: RecipientField[] = [];
  const meant: Details[] = [];
  for (const field of fields) {
    const read = await readField(writing.call, writing.item, field);
    if (!read.ok) return writeFailure(read.code);
    const before = read.value;
    const out = before.filter((each) => isMeant(mailboxOf(each)));
    if (out.length === 0) continue;
    if (isRewritable(before, writing.platform)) {
      changes.push({ field, before, after: before.filter((each) => !out.includes(each)) });
      meant.push(...out);
    } else left.push(field);
  }
  const nothingMayChange = changes.length === 0 && left.length > 0;
  return nothingMayChange
    ? writeFailure("outlook/field-not-rewritable")
    : { ok: true, changes, left, meant };
}

/** Adds to Bcc and looks whether all are there; null is success. */
async function hide(
  writing: Writing,
  bcc: readonly Details[],
  meant: readonly Details[],
): Promise<WriteFailure | null> {
  const added = await addToField(writing, "bcc", once(without(meant, bcc)));
  const now = await readField(writing.call, writing.item, "bcc");
  const isThere = added.ok && now.ok && without([...bcc, ...meant], now.value).length === 0;
  if (isThere) return null;
  await unhide(writing, bcc);
  return writeFailure(!added.ok ? added.code : !now.ok ? now.code : "outlook/changed");
}

/** One entry for each address. */
function once(details: readonly Details[]): Details[] {
  const kept: Details[] = [];
  for (const each of details) kept.push(...without([each], kept));
  return kept;
}

/** A Bcc that may not be rewritten keeps what was added: twice in the mail, lost to nobody. */
async function unhide(writing: Writing, before: readonly Details[]): Promise<void> {
  if (isRewritable(before, writing.platform)) await restoreField(writing, "bcc", before);
}

/** Null when all fields changed; otherwise all are back as they were, or it says who is missing. */
async function applyAll(
  writing: Writing,
  changes: readonly Change[],
): Promise<WriteFailure | null> {
  const done: Change[] = [];
  for (const change of changes) {
    const written = await rewriteField(writing, change.field, change.before, change.after);
    if (written.ok) done.push(change);
    else return undoAll(writing, done, written);
  }
  return null;
}

async function undoAll(
  writing: Writing,
  done: readonly Change[],
  failure: WriteFailure,
): Promise<WriteFailure> {
  let missing = failure.missing;
  for (const { field, before } of done) {
    const restored = await restoreField(writing, field, before);
    if (!restored.ok) missing = [...missing, ...restored.missing];
  }
  return missing.length === 0 ? failure : writeFailure("outlook/not-undone", missing);
}
