import type { RecipientField } from "../../core/recipient";
import { RECIPIENT_FIELDS } from "../../core/recipient";
import type { ComposeFile, ComposeItem } from "../compose-item";
import type { Control } from "../host/manifest";
import type { SendResult } from "../host/send-result";
import type { ComposeSession } from "../host/session";
import type { MailDraft } from "../mail-store";
import type { StoredFile } from "../model";
import { Observable } from "../observable";

/** Why the client itself does not even ask the add-in. */
export type Shortcoming = "noRecipients" | "unresolvedLeft" | "fileTooLarge";

/** What stands in front of the message: the end of an attempt to send, or its long wait. */
export type Interruption =
  Exclude<SendResult, { outcome: "allowed" }> | { outcome: "taking-longer" };

/** Every opening is a new object, so that opening again loads the pane again. */
export interface OpenedPane {
  readonly control: Control;
}

const FILE_BYTES = 25 * 1024 * 1024;

const storedFiles = (files: readonly ComposeFile[]): readonly StoredFile[] =>
  files.map(({ name, contentBase64, inline, contentId, isItem }) => ({
    name,
    contentBase64,
    inline,
    contentId,
    ...(isItem === undefined ? {} : { isItem }),
  }));

/** The message as it is stored, sent or saved to a file. */
export const draftOf = (item: ComposeItem, date: number): MailDraft => ({
  from: item.from,
  to: item.recipients("to"),
  cc: item.recipients("cc"),
  bcc: item.recipients("bcc"),
  subject: item.subject,
  html: item.html,
  files: storedFiles(item.files),
  date,
  customProperties: item.customProperties,
  internetHeaders: item.internetHeaders,
});

/** One open compose window and what is shown around its message. */
export class ComposeTab extends Observable<void> {
  readonly id: number;
  readonly item: ComposeItem;
  #session: ComposeSession | null = null;
  #pane: OpenedPane | null = null;
  #isSending = false;
  #shortcoming: Shortcoming | null = null;
  #interruption: Interruption | null = null;
  #isClosed = false;
  /** The message as it was last stored. */
  #savedVersion: number;

  constructor(id: number, item: ComposeItem) {
    super();
    this.id = id;
    this.item = item;
    this.#savedVersion = item.version;
  }

  /** The session needs a shell that knows this tab, so it comes second. */
  attach(session: ComposeSession): void {
    this.#session = session;
  }

  get session(): ComposeSession | null {
    return this.#session;
  }

  get pane(): OpenedPane | null {
    return this.#pane;
  }

  get isSending(): boolean {
    return this.#isSending;
  }

  get shortcoming(): Shortcoming | null {
    return this.#shortcoming;
  }

  get interruption(): Interruption | null {
    return this.#interruption;
  }

  get isChanged(): boolean {
    return this.item.version !== this.#savedVersion;
  }

  openPane(control: Control): void {
    this.#pane = { control };
    this.changed();
  }

  closePane(): void {
    this.#pane = null;
    this.changed();
  }

  show(shortcoming: Shortcoming | null): void {
    this.#shortcoming = shortcoming;
    this.changed();
  }

  addFile(file: StoredFile): void {
    if (file.contentBase64.length * 0.75 > FILE_BYTES) return this.show("fileTooLarge");
    this.item.addFile(file);
  }

  markStored(): void {
    this.#savedVersion = this.item.version;
  }

  /** True where the mail may leave: the add-in allowed it. */
  async send(): Promise<boolean> {
    const session = this.#session;
    if (!session || this.#isSending) return false;
    this.#interruption = null;
    this.show(this.#missing());
    if (this.#shortcoming !== null) return false;
    this.#wait(true);
    const result = await session.send(() => this.#interrupt({ outcome: "taking-longer" }));
    if (this.#isClosed) return false;
    this.#interruption = result.outcome === "allowed" ? null : result;
    this.#wait(false);
    return result.outcome === "allowed";
  }

  dismissInterruption(): void {
    this.#interrupt(null);
  }

  dispose(): void {
    this.#isClosed = true;
    this.#session?.dispose();
  }

  #missing(): Shortcoming | null {
    const all = RECIPIENT_FIELDS.flatMap((field: RecipientField) => this.item.recipients(field));
    if (all.length === 0) return "noRecipients";
    return all.some(({ unresolved }) => unresolved) ? "unresolvedLeft" : null;
  }

  #wait(isSending: boolean): void {
    this.#isSending = isSending;
    this.changed();
  }

  #interrupt(interruption: Interruption | null): void {
    if (this.#isClosed) return;
    this.#interruption = interruption;
    this.changed();
  }
}
