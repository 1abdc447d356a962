/** What the simulated company's mail system holds. Everything lives in the page's memory only. */

/** A mailbox's owner; `address` is the key of the mailbox in MailStore, lower-cased. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly title: string;
}

export interface Addressee {
  readonly name: string;
  readonly address: string;
  /** A distribution list of the directory, or a list in a person's own contacts. */
  readonly group?: "distribution-list" | "contact-list";
}

export interface StoredFile {
  readonly name: string;
  /** Base64; for a mail (`isItem`) the text of its .eml file. */
  readonly contentBase64: string;
  readonly inline: boolean;
  /** Without brackets, empty where there is none. */
  readonly contentId: string;
  /** A mail that was attached as a mail. */
  readonly isItem?: boolean;
}

export const FOLDERS = ["inbox", "drafts", "outbox", "sent"] as const;
export type Folder = (typeof FOLDERS)[number];

export interface StoredMail {
  readonly id: string;
  /** Lower-cased address of the mailbox that this copy lies in. */
  readonly owner: string;
  readonly folder: Folder;
  readonly from: Addressee;
  readonly to: readonly Addressee[];
  readonly cc: readonly Addressee[];
  readonly bcc: readonly Addressee[];
  readonly subject: string;
  readonly html: string;
  readonly files: readonly StoredFile[];
  /** Milliseconds since the epoch. */
  readonly date: number;
  readonly read: boolean;
  readonly customProperties: Readonly<Record<string, unknown>>;
  readonly internetHeaders: Readonly<Record<string, string>>;
}

export const addressKey = (address: string): string => address.trim().toLowerCase();

/** Decoded size of base64 in bytes. */
export function bytesOfBase64(base64: string): number {
  const padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
  return (base64.length / 4) * 3 - padding;
}
