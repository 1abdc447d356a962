import type { RecipientField } from "../../core/recipient";
import type { Change, ComposeFile, ComposeItem, NotificationAction } from "../compose-item";
import { attachmentDetails } from "./calls/attachments";
import type { CallContext, Surface } from "./calls/call";
import type { Account } from "./account";
import { AddinFrame } from "./frame";
import { EventRuntime } from "./launch";
import { composeMailbox } from "./mailbox";
import type { Control } from "./manifest";
import type { JournalEntry, SendResult } from "./send-result";
import type { ComposeSession, HostOptions } from "./session";
import { handOver, sendResult } from "./smart-alert";

const PANE_RECIPIENTS_CHANGED = "olkRecipientsChanged";
const PANE_ATTACHMENTS_CHANGED = "olkAttachmentsChanged";

/** One compose window of the client: the add-in's runtime, its pane, its launch events. */
export class ComposeWindow implements ComposeSession {
  readonly item: ComposeItem;
  readonly journal: JournalEntry[] = [];
  readonly #options: HostOptions;
  readonly #runtime: EventRuntime;
  readonly #unsubscribe: () => void;
  /** A forward's own files: they arrive without an event. */
  readonly #inherited: ReadonlySet<string>;
  #pane: AddinFrame | null = null;

  constructor(item: ComposeItem, options: HostOptions) {
    this.item = item;
    this.#options = options;
    this.#inherited = this.#inheritFiles();
    const context = this.#context("runtime");
    this.#runtime = new EventRuntime(composeMailbox(item, context), context, options.locale);
    this.#unsubscribe = item.subscribe((change) => this.#tell(change));
    this.#launch("OnMessageCompose");
    if (item.itemId === null) this.#launch("OnNewMessageCompose");
  }

  async send(onTakingLonger: () => void): Promise<SendResult> {
    const event = this.#event("OnMessageSend");
    if (!event) return { outcome: "allowed" };
    const notice = setTimeout(onTakingLonger, this.#options.profile.takingLonger);
    try {
      return sendResult(await this.#runtime.run(event), {
        item: this.item,
        context: this.#context("runtime"),
        sendMode: event.sendMode,
        locale: this.#options.locale,
      });
    } finally {
      clearTimeout(notice);
    }
  }

  mountPane(control: Control, container: HTMLElement): void {
    this.unmountPane();
    if (control.paneUrl === null) return;
    this.#pane = new AddinFrame({
      url: control.paneUrl,
      container,
      title: this.#options.manifest.name,
      locale: this.#options.locale,
      mailbox: composeMailbox(this.item, this.#context("pane")),
      profile: this.#options.profile,
      account: this.#account,
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

  runAction({ commandId, contextData }: NotificationAction): void {
    const control = this.#options.manifest.controls.find(({ id }) => id === commandId);
    if (control) handOver(this.item, control, contextData, this.#context("runtime"));
  }

  dispose(): void {
    this.#unsubscribe();
    this.unmountPane();
    this.#runtime.dispose();
  }

  /** The account of the person who writes, whoever looks at the screen by now. */
  get #account(): Account {
    return this.#options.accounts(this.item.owner);
  }

  #context(surface: Surface): CallContext {
    const { manifest, profile, shell } = this.#options;
    const note = (entry: JournalEntry) => void this.journal.push(entry);
    return { manifest, profile, shell, account: this.#account, surface, note };
  }

  #inheritFiles(): ReadonlySet<string> {
    const { forwardedFilesDelay } = this.#options.profile;
    if (this.item.composeType !== "forward" || forwardedFilesDelay === 0) return new Set();
    this.item.startUploads();
    const ids = this.item.files.map(({ id }) => id);
    setTimeout(() => ids.forEach((id) => this.item.finishUpload(id)), forwardedFilesDelay);
    return new Set(ids);
  }

  #event(type: string) {
    return this.#options.manifest.launchEvents.find((each) => each.type === type);
  }

  #launch(type: string, details: object = {}): void {
    const event = this.#event(type);
    if (event) void this.#runtime.run(event, details);
  }

  #tell(change: Change): void {
    if (change.type === "recipients") this.#tellRecipients(change.fields);
    else if (change.type === "file-removed") this.#tellFile("removed", change.file);
    else if (change.type === "file-added" && !change.file.uploading)
      this.#tellFile("added", change.file);
    else if (change.type === "file-uploaded" && !this.#inherited.has(change.file.id))
      this.#tellFile("added", change.file);
  }

  #tellRecipients(fields: readonly RecipientField[]): void {
    const changed = {
      to: fields.includes("to"),
      cc: fields.includes("cc"),
      bcc: fields.includes("bcc"),
    };
    this.#pane?.raise(PANE_RECIPIENTS_CHANGED, [JSON.stringify(changed)]);
    this.#launch("OnMessageRecipientsChanged", { changedRecipientFields: changed });
  }

  #tellFile(attachmentStatus: "added" | "removed", file: ComposeFile): void {
    const details = {
      attachmentStatus,
      attachmentDetails: attachmentDetails(file, this.#options.profile),
    };
    this.#pane?.raise(PANE_ATTACHMENTS_CHANGED, [JSON.stringify(details)]);
    this.#launch("OnMessageAttachmentsChanged", details);
  }
}
