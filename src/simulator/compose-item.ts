import type { RecipientField } from "../core/recipient";
import { bytesOfBase64 } from "./model";
import type { Addressee, Person, StoredFile } from "./model";
import { Observable } from "./observable";

export type ComposeType = "newMail" | "reply" | "forward";

export interface ComposeRecipient extends Addressee {
  /** Typed text that the directory did not turn into a recipient yet; add-ins do not see it. */
  readonly unresolved?: boolean;
}

export interface ComposeFile extends StoredFile {
  /** Valid in this compose window only. */
  readonly id: string;
  readonly size: number;
  /** On its way to the server: the person sees it, add-ins do not. */
  readonly uploading?: boolean;
}

export type NotificationType =
  "informationalMessage" | "progressIndicator" | "errorMessage" | "insightMessage";

export interface NotificationAction {
  readonly actionType: string;
  readonly actionText: string;
  /** Id of a Control of the manifest. */
  readonly commandId: string;
  readonly contextData?: unknown;
}

export interface Notification {
  readonly key: string;
  readonly type: NotificationType;
  readonly message: string;
  /** Id of an image of the manifest. */
  readonly icon?: string;
  readonly persistent?: boolean;
  readonly actions?: readonly NotificationAction[];
}

export type Change =
  | { readonly type: "recipients"; readonly fields: readonly RecipientField[] }
  | { readonly type: "file-added" | "file-removed" | "file-uploaded"; readonly file: ComposeFile }
  | { readonly type: "subject" | "body" | "notifications" | "properties" | "headers" | "session" }
  | { readonly type: "saved"; readonly itemId: string };

export interface ComposeInit {
  readonly composeType: ComposeType;
  /** Who is signed in and presses Send. */
  readonly owner: Person;
  /** The mailbox it is sent from; the owner's own unless given. */
  readonly from?: Addressee;
  readonly to?: readonly ComposeRecipient[];
  readonly cc?: readonly ComposeRecipient[];
  readonly bcc?: readonly ComposeRecipient[];
  readonly subject?: string;
  readonly html?: string;
  readonly files?: readonly StoredFile[];
  readonly customProperties?: Readonly<Record<string, unknown>>;
  readonly internetHeaders?: Readonly<Record<string, string>>;
  /** Set when a stored draft is opened again. */
  readonly itemId?: string;
  readonly conversationId?: string;
}

/**
 * The message in one compose window. The page's fields and the add-in's calls change it through
 * the same methods, so both see (and are told of) every change.
 */
export class ComposeItem extends Observable<Change> {
  readonly composeType: ComposeType;
  readonly owner: Person;
  readonly conversationId: string | null;
  #from: Addressee;
  #recipients: Record<RecipientField, readonly ComposeRecipient[]>;
  #subject: string;
  #html: string;
  #files: readonly ComposeFile[];
  #notifications: readonly Notification[] = [];
  #customProperties: Readonly<Record<string, unknown>>;
  #internetHeaders: Readonly<Record<string, string>>;
  #sessionData: Readonly<Record<string, string>> = {};
  #itemId: string | null;
  #nextFile = 1;
  /** What the alert's button or a notification's button hands to the pane; a string, often JSON. */
  initializationContext = "";

  constructor(init: ComposeInit) {
    super();
    this.composeType = init.composeType;
    this.owner = init.owner;
    this.conversationId = init.conversationId ?? null;
    this.#from = init.from ?? { name: init.owner.name, address: init.owner.address };
    this.#recipients = { to: init.to ?? [], cc: init.cc ?? [], bcc: init.bcc ?? [] };
    this.#subject = init.subject ?? "";
    this.#html = init.html ?? "";
    this.#files = (init.files ?? []).map((file) => this.#composeFile(file));
    this.#customProperties = init.customProperties ?? {};
    this.#internetHeaders = init.internetHeaders ?? {};
    this.#itemId = init.itemId ?? null;
  }

  get from(): Addressee {
    return this.#from;
  }

  recipients(field: RecipientField): readonly ComposeRecipient[] {
    return this.#recipients[field];
  }

  setRecipients(field: RecipientField, list: readonly ComposeRecipient[]): void {
    this.#recipients[field] = list;
    this.changed({ type: "recipients", fields: [field] });
  }

  addRecipients(field: RecipientField, more: readonly ComposeRecipient[]): void {
    this.setRecipients(field, [...this.#recipients[field], ...more]);
  }

  get subject(): string {
    return this.#subject;
  }

  set subject(subject: string) {
    this.#subject = subject;
    this.changed({ type: "subject" });
  }

  /** The whole body with everything quoted. */
  get html(): string {
    return this.#html;
  }

  set html(html: string) {
    this.#html = html;
    this.changed({ type: "body" });
  }

  get files(): readonly ComposeFile[] {
    return this.#files;
  }

  addFile(file: StoredFile, options: { readonly uploading?: boolean } = {}): ComposeFile {
    const added = { ...this.#composeFile(file), ...options };
    this.#files = [...this.#files, added];
    this.changed({ type: "file-added", file: added });
    return added;
  }

  /** Some clients open a forward before its own files are there. */
  startUploads(): void {
    this.#files = this.#files.map((file) => ({ ...file, uploading: true }));
  }

  /** The upload is through: add-ins see the file from now on. */
  finishUpload(id: string): void {
    const file = this.#files.find((each) => each.id === id);
    if (!file?.uploading) return;
    const uploaded = { ...file, uploading: false };
    this.#files = this.#files.map((each) => (each.id === id ? uploaded : each));
    this.changed({ type: "file-uploaded", file: uploaded });
  }

  /** False where there is no such file. */
  removeFile(id: string): boolean {
    const file = this.#files.find((each) => each.id === id);
    if (!file) return false;
    this.#files = this.#files.filter((each) => each.id !== id);
    this.changed({ type: "file-removed", file });
    return true;
  }

  get notifications(): readonly Notification[] {
    return this.#notifications;
  }

  set notifications(notifications: readonly Notification[]) {
    this.#notifications = notifications;
    this.changed({ type: "notifications" });
  }

  dismissNotification(key: string): void {
    this.notifications = this.#notifications.filter((each) => each.key !== key);
  }

  get sessionData(): Readonly<Record<string, string>> {
    return this.#sessionData;
  }

  set sessionData(sessionData: Readonly<Record<string, string>>) {
    this.#sessionData = sessionData;
    this.changed({ type: "session" });
  }

  get customProperties(): Readonly<Record<string, unknown>> {
    return this.#customProperties;
  }

  set customProperties(properties: Readonly<Record<string, unknown>>) {
    this.#customProperties = properties;
    this.changed({ type: "properties" });
  }

  get internetHeaders(): Readonly<Record<string, string>> {
    return this.#internetHeaders;
  }

  set internetHeaders(headers: Readonly<Record<string, string>>) {
    this.#internetHeaders = headers;
    this.changed({ type: "headers" });
  }

  /** Null until the message was saved for the first time. */
  get itemId(): string | null {
    return this.#itemId;
  }

  /** Called after the draft was stored, by the page or for the add-in's saveAsync. */
  markSaved(itemId: string): void {
    this.#itemId = itemId;
    this.changed({ type: "saved", itemId });
  }

  #composeFile(file: StoredFile): ComposeFile {
    return { ...file, id: `AttSim${this.#nextFile++}`, size: bytesOfBase64(file.contentBase64) };
  }
}
