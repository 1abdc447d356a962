import type { Mailbox } from "../core/recipient";
import { offers, type Call, type CallCode } from "./call";
import { escapeHtml } from "./outline";

export interface Draft {
  readonly subject: string;
  /** The sender's own words; line ends are kept. */
  readonly text: string;
  readonly to: readonly Mailbox[];
  readonly bcc: readonly Mailbox[];
}

export type DraftOpened =
  { readonly ok: true } | { readonly ok: false; readonly code: CallCode | "outlook/too-long" };

/** What Outlook takes for a new form. */
const LONGEST_BODY = 32 * 1024;
const LONGEST_SUBJECT = 255;
const MOST_RECIPIENTS = 100;

/** Opens a new mail with words only: no quote, no file, nobody who is not named. */
export async function newMessage(call: Call, draft: Draft): Promise<DraftOpened> {
  const htmlBody = escapeHtml(draft.text).replace(/\r\n|\r|\n/g, "<br>");
  const isTooLong =
    htmlBody.length > LONGEST_BODY ||
    draft.subject.length > LONGEST_SUBJECT ||
    draft.to.length > MOST_RECIPIENTS ||
    draft.bcc.length > MOST_RECIPIENTS;
  if (isTooLong) return { ok: false, code: "outlook/too-long" };
  const opened = await call<void>(
    opener({
      toRecipients: draft.to.map(({ address }) => address),
      bccRecipients: draft.bcc.map(({ address }) => address),
      subject: draft.subject,
      htmlBody,
    }),
  );
  return opened.ok ? { ok: true } : { ok: false, code: opened.code };
}

type Form = Parameters<Office.Mailbox["displayNewMessageFormAsync"]>[0];
type Opener = (done: (result: Office.AsyncResult<void>) => void) => void;

function opener(form: Form): Opener | null {
  const mailbox = Office.context.mailbox;
  if (offers(mailbox, "displayNewMessageFormAsync"))
    return (done) => mailbox.displayNewMessageFormAsync(form, done);
  if (!offers(mailbox, "displayNewMessageForm")) return null;
  return (done) => {
    mailbox.displayNewMessageForm(form);
    done({ status: "succeeded" } as unknown as Office.AsyncResult<void>);
  };
}
