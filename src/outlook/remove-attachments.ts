import { offers, type CallCode } from "./call";
import { listAttachments, type Listed } from "./read-attachments";
import type { Writing } from "./rewrite-field";

export interface AttachmentsRemoved {
  readonly ok: boolean;
  readonly removed: number;
  /** Why not all of them: the rest is still in the mail. */
  readonly code?: CallCode | "outlook/changed";
}

/**
 * Takes attachments out, the last first: in some clients the id is a place in the list, and what
 * stands behind a removed one moves up. After each step the list is read again, and the work stops
 * where not exactly that one has gone.
 */
export async function removeAttachments(
  writing: Writing,
  ids: readonly string[],
): Promise<AttachmentsRemoved> {
  const first = await listAttachments(writing.call, writing.item);
  if (!first.ok) return { ok: false, removed: 0, code: first.code };
  let listed = first.value;
  let removed = 0;
  for (let at = listed.length - 1; at >= 0; at -= 1) {
    const id = listed[at]?.id ?? "";
    if (!ids.includes(first.value[at]?.id ?? "")) continue;
    const code = await removeOne(writing, id);
    const now = await listAttachments(writing.call, writing.item);
    if (code !== null || !now.ok) return { ok: false, removed, code: code ?? "outlook/failed" };
    const rest = listed.filter((_, index) => index !== at);
    if (namesOf(now.value) !== namesOf(rest))
      return { ok: false, removed, code: "outlook/changed" };
    listed = now.value;
    removed += 1;
  }
  return removed === ids.length
    ? { ok: true, removed }
    : { ok: false, removed, code: "outlook/changed" };
}

async function removeOne({ call, item }: Writing, id: string): Promise<CallCode | null> {
  const answer = await call<void>(
    offers(item, "removeAttachmentAsync") ? (done) => item.removeAttachmentAsync(id, done) : null,
  );
  return answer.ok ? null : answer.code;
}

const namesOf = (listed: readonly Listed[]): string =>
  JSON.stringify(listed.map(({ name, size }) => [name, size]));
