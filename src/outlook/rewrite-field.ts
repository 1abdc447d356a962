import type { Mailbox, RecipientField } from "../core/recipient";
import { offers, type Call, type CallCode, type Called } from "./call";
import type { Platform } from "./platform";
import { isCapped, isGroup, mailboxOf, readField, type Details } from "./read-recipients";

export type WriteCode =
  | CallCode
  /** A field with a group, an entry without address, or more entries than the client tells. */
  | "outlook/field-not-rewritable"
  /** The mail changed under the fix, or is not what was written. */
  | "outlook/changed"
  /** Undoing failed too: `missing` says whom the sender has to put back. */
  | "outlook/not-undone"
  /** Undoing failed too; all recipients are there, subject or text are not as they were. */
  | "outlook/half-done";

export interface WriteFailure {
  readonly ok: false;
  readonly code: WriteCode;
  /** Recipients who were in the mail before and are in it no more. */
  readonly missing: readonly Mailbox[];
}

export interface Writing {
  readonly call: Call;
  readonly item: Office.MessageCompose;
  readonly platform: Platform;
}

type Done = { readonly ok: true };
const DONE: Done = { ok: true };

/** What Outlook takes in one call. */
const BATCH = 100;

export const writeFailure = (code: WriteCode, missing: readonly Mailbox[] = []): WriteFailure => ({
  ok: false,
  code,
  missing,
});

/** Writing a field anew would lose a list's members, an unresolved name or what was cut off. */
export const isRewritable = (details: readonly Details[], platform: Platform): boolean =>
  !isCapped(details.length, platform) &&
  details.every((each) => !isGroup(each) && Boolean(each.emailAddress));

const keyOf = (details: Details): string => mailboxOf(details).address.toLowerCase();
const keysOf = (details: readonly Details[]): string => details.map(keyOf).sort().join("\n");

export const isSameField = (a: readonly Details[], b: readonly Details[]): boolean =>
  keysOf(a) === keysOf(b);

/** Those of `wanted` whose address is not among `present`. */
export function without(wanted: readonly Details[], present: readonly Details[]): Details[] {
  const keys = new Set(present.map(keyOf));
  return wanted.filter((each) => !keys.has(keyOf(each)));
}

const written = (details: readonly Details[]) =>
  details.map(({ displayName, emailAddress }) => ({ displayName, emailAddress }));

/** Adds without touching what is there. */
export async function addToField(
  { call, item }: Writing,
  field: RecipientField,
  details: readonly Details[],
): Promise<Called<void>> {
  for (let start = 0; start < details.length; start += BATCH) {
    const batch = written(details.slice(start, start + BATCH));
    const added = await call<void>(
      offers(item[field], "addAsync") ? (done) => item[field].addAsync(batch, done) : null,
    );
    if (!added.ok) return added;
  }
  return { ok: true, value: undefined };
}

/** Writes a field and looks whether it is as written. */
export async function setField(
  writing: Writing,
  field: RecipientField,
  details: readonly Details[],
): Promise<Done | WriteFailure> {
  const { call, item } = writing;
  const first = written(details.slice(0, BATCH));
  const set = await call<void>(
    offers(item[field], "setAsync") ? (done) => item[field].setAsync(first, done) : null,
  );
  if (!set.ok) return writeFailure(set.code);
  const added = await addToField(writing, field, details.slice(BATCH));
  if (!added.ok) return writeFailure(added.code);
  const read = await readField(call, item, field);
  if (!read.ok) return writeFailure(read.code);
  return isSameField(read.value, details) ? DONE : writeFailure("outlook/changed");
}

/** From `before` to `after`, or back to `before`; nothing at all if the field is not `before` now. */
export async function rewriteField(
  writing: Writing,
  field: RecipientField,
  before: readonly Details[],
  after: readonly Details[],
): Promise<Done | WriteFailure> {
  const now = await readField(writing.call, writing.item, field);
  if (!now.ok) return writeFailure(now.code);
  if (!isSameField(now.value, before)) return writeFailure("outlook/changed");
  const set = await setField(writing, field, after);
  if (set.ok) return set;
  const undone = await restoreField(writing, field, before);
  return undone.ok ? set : undone;
}

/** Puts a field back, and says who is missing where even that fails. */
export async function restoreField(
  writing: Writing,
  field: RecipientField,
  before: readonly Details[],
): Promise<Done | WriteFailure> {
  const set = await setField(writing, field, before);
  if (set.ok) return set;
  const now = await readField(writing.call, writing.item, field);
  const missing = without(before, now.ok ? now.value : []);
  return missing.length === 0 && now.ok
    ? DONE
    : writeFailure("outlook/not-undone", missing.map(mailboxOf));
}
