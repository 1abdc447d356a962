export const RECIPIENT_FIELDS = ["to", "cc", "bcc"] as const;
export type RecipientField = (typeof RECIPIENT_FIELDS)[number];

/** A mailbox as the client gives it; the display name is shown, never believed. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export interface Recipient extends Mailbox {
  readonly field: RecipientField;
  /** A distribution list, contact group or anything else that may stand for several people. */
  readonly group: boolean;
}
