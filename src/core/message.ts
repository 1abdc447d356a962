import type { Attachment } from "./attachment";
import type { Mailbox, Recipient, RecipientField } from "./recipient";

export type ComposeType = "new" | "reply" | "forward" | "unknown";

/** A mail about to leave, as read from a client or from a mail file. Nothing in it is trusted. */
export interface Message {
  /** The signed-in person who presses Send. */
  readonly sender: Mailbox;
  /** The mailbox the mail claims to come from; differs for shared mailboxes and on-behalf. */
  readonly from: Mailbox;
  readonly recipients: readonly Recipient[];
  /** Fields whose list is as long as the client's limit: it may have been cut off. */
  readonly cappedFields: readonly RecipientField[];
  readonly subject: string;
  /** The whole body as HTML, quoted mails included. A plain-text mail is given as escaped HTML. */
  readonly bodyHtml: string;
  readonly attachments: readonly Attachment[];
  readonly composeType: ComposeType;
}
