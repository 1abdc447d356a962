import type { CallCode } from "./call";
import { offers, type Call } from "./call";
import { bindBaseline } from "./stored";

/** A client that synchronises with a slow server takes its time to store a mail with files. */
const SAVE_MILLISECONDS = 30_000;

/**
 * Stores the mail as a draft. Some clients rewrite a body when they store it: what is signed off has
 * to be what they wrote. What is remembered of the beginning is bound to the id that it gets.
 */
export async function saveDraft(
  call: Call,
  item: Office.MessageCompose,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly code: CallCode }> {
  const saved = await call<string>(
    offers(item, "saveAsync") ? (done) => item.saveAsync(done) : null,
    SAVE_MILLISECONDS,
  );
  if (!saved.ok) return { ok: false, code: saved.code };
  await bindBaseline(call, item);
  return { ok: true };
}
