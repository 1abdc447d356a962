import type { Addressee } from "../model";
import type { Control } from "./manifest";

export interface MessageForm {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly html: string;
}

/** What the visible page does when the add-in or the alert asks for it. */
export interface Shell {
  /** Opens (or opens again) the pane of a button beside the item; then calls `mountPane`. */
  openPane(control: Control): void;
  /** The add-in closes its own pane. */
  closePane(): void;
  /** The add-in opens a new compose window. */
  openMessageForm(form: MessageForm): void;
  /** The add-in replies to the mail being read. */
  openReplyForm(options: { readonly all: boolean; readonly html: string }): void;
  /** The add-in closes the compose window. */
  closeItem(): void;
  /** The add-in saves the draft; the page stores it and returns its id. */
  saveItem(): string;
  /** The directory's entry for an address; keeps lists being lists when an add-in writes them. */
  lookUp?(address: string): Addressee | undefined;
  /** An add-in stored properties on the mail being read. */
  storeProperties?(mailId: string, properties: Readonly<Record<string, unknown>>): void;
}
