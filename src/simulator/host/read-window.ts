import type { Person, StoredMail } from "../model";
import type { CallContext } from "./calls/call";
import { failed } from "./calls/call";
import { ErrorCode } from "./error-code";
import { AddinFrame } from "./frame";
import type { Mailbox } from "./mailbox";
import type { Control } from "./manifest";
import { OpenedMail, readMailbox } from "./read-mailbox";
import type { JournalEntry } from "./send-result";
import type { HostOptions, ReadSession } from "./session";

const ITEM_CHANGED = "olkItemSelectedChanged";

/** The reading pane of the client with, beside it, the add-in's pane, pinned or not. */
export class ReadWindow implements ReadSession {
  readonly owner: Person;
  readonly journal: JournalEntry[] = [];
  pinned = false;
  readonly #options: HostOptions;
  #current: Mailbox | null = null;
  #pane: AddinFrame | null = null;

  constructor(owner: Person, options: HostOptions) {
    this.owner = owner;
    this.#options = options;
  }

  show(mail: StoredMail | null): void {
    this.#current = mail && readMailbox(new OpenedMail(mail, this.#context()), this.owner);
    if (!this.#pane) return;
    if (this.pinned) this.#pane.raise(ITEM_CHANGED, this.#current?.initialData() ?? null);
    else this.#options.shell.closePane();
  }

  mountPane(control: Control, container: HTMLElement): void {
    this.unmountPane();
    if (control.paneUrl === null) return;
    this.#pane = new AddinFrame({
      url: control.paneUrl,
      container,
      title: this.#options.manifest.name,
      locale: this.#options.locale,
      mailbox: this.#selected(),
      profile: this.#options.profile,
      account: this.#options.accounts(this.owner),
      onClose: () => this.#options.shell.closePane(),
    });
  }

  unmountPane(): void {
    this.#pane?.dispose();
    this.#pane = null;
  }

  tellTheme(isDark: boolean): void {
    this.#pane?.tellTheme(isDark);
  }

  dispose(): void {
    this.unmountPane();
  }

  /** Always answers for the mail that is selected at that moment. */
  #selected(): Mailbox {
    return {
      mode: "read",
      initialData: () => this.#current?.initialData() ?? null,
      execute: (dispatchId, params) =>
        this.#current
          ? this.#current.execute(dispatchId, params)
          : failed(ErrorCode.operationNotSupported),
    };
  }

  #context(): CallContext {
    const { manifest, profile, shell, accounts } = this.#options;
    return {
      manifest,
      profile,
      shell,
      account: accounts(this.owner),
      surface: "pane",
      note: (entry) => void this.journal.push(entry),
    };
  }
}
