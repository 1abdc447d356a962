import type { Notification } from "../compose-item";
import type { Person, StoredMail } from "../model";
import { bytesOfBase64 } from "../model";
import { attachmentContent, attachmentDetails } from "./calls/attachments";
import { done } from "./calls/call";
import type { CallContext, CallTable } from "./calls/call";
import { readBody } from "./calls/content";
import { notificationCalls } from "./calls/notifications";
import type { NoticeBar } from "./calls/notifications";
import { propertyCalls } from "./calls/properties";
import type { PropertyHolder } from "./calls/properties";
import { hostRecipient } from "./calls/recipients";
import { settingsCalls } from "./calls/settings";
import { commonWindowCalls, readWindowCalls } from "./calls/window";
import { answer, commonInitialData } from "./mailbox";
import type { Mailbox } from "./mailbox";
import type { ClientProfile } from "./profile";

const MESSAGE_READ = 1;

/** A stored mail while somebody reads it. */
export class OpenedMail implements NoticeBar, PropertyHolder {
  readonly mail: StoredMail;
  readonly context: CallContext;
  notifications: readonly Notification[] = [];
  #customProperties: Readonly<Record<string, unknown>>;

  constructor(mail: StoredMail, context: CallContext) {
    this.mail = mail;
    this.context = context;
    this.#customProperties = mail.customProperties;
  }

  get customProperties(): Readonly<Record<string, unknown>> {
    return this.#customProperties;
  }

  set customProperties(properties: Readonly<Record<string, unknown>>) {
    this.#customProperties = properties;
    this.context.shell.storeProperties?.(this.mail.id, properties);
  }

  /** Attachments by ids that hold for this mail. */
  get files() {
    return this.mail.files.map((file, index) => ({
      ...file,
      id: `${this.mail.id}-${index}`,
      size: bytesOfBase64(file.contentBase64),
    }));
  }
}

const READ_CALLS: CallTable<OpenedMail> = {
  ...settingsCalls,
  ...commonWindowCalls,
  ...readWindowCalls,
  ...notificationCalls,
  ...propertyCalls,
  14: () => done("html"),
  37: ({ mail }, params) => readBody(mail.html, params["coercionType"]),
  99: () => done(""),
  150: ({ files }, params, { profile }) =>
    attachmentContent(
      files.find(({ id }) => id === params["id"]),
      profile,
    ),
  168: ({ mail }) =>
    done(
      Object.entries(mail.internetHeaders)
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join(""),
    ),
};

function messageData({ mail, files }: OpenedMail, owner: Person, profile: ClientProfile) {
  const addressee = (each: StoredMail["from"]) => hostRecipient(each, owner.address);
  return {
    itemType: MESSAGE_READ,
    id: mail.id,
    itemClass: "IPM.Note",
    subject: mail.subject,
    normalizedSubject: mail.subject.replace(/^((re|fw|fwd)\s*:\s*)+/i, ""),
    from: addressee(mail.from),
    sender: addressee(mail.from),
    to: mail.to.map(addressee),
    cc: mail.cc.map(addressee),
    bcc: mail.bcc.map(addressee),
    attachments: files.map((file) => attachmentDetails(file, profile)),
    conversationId: null,
    internetMessageId: `<${mail.id}@localhost>`,
    dateTimeCreated: mail.date,
    dateTimeModified: mail.date,
    isRead: mail.read,
  };
}

/** The mailbox as an add-in sees it beside a mail that is being read. */
export const readMailbox = (opened: OpenedMail, owner: Person): Mailbox => ({
  mode: "read",
  initialData: () => ({
    ...commonInitialData(owner, opened.context.manifest),
    ...messageData(opened, owner, opened.context.profile),
  }),
  execute: (dispatchId, params) =>
    answer(READ_CALLS, opened, { dispatchId, params }, opened.context),
});
