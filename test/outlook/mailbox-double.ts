/** A stand-in for one mail in an Outlook client: what it holds, and what it answers to each call. */
export interface Person {
  displayName: string;
  emailAddress: string;
  recipientType: "user" | "externalUser" | "distributionList" | "other";
}

export interface File {
  id: string;
  name: string;
  size: number;
  attachmentType: "file" | "item" | "cloud";
  isInline: boolean;
  contentId?: string;
  content: string;
  format: "base64" | "eml" | "iCalendar" | "url";
}

export type Field = "to" | "cc" | "bcc";
/** `unsaid`: done, but the client never says so. */
export type Fault = "fail" | "silent" | "unsaid" | "throw";

export interface Call {
  readonly name: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export type Answer = { readonly value: unknown } | { readonly error: string } | "silent";

export const person = (emailAddress: string, recipientType: Person["recipientType"] = "user") => ({
  displayName: emailAddress.split("@")[0] ?? "",
  emailAddress,
  recipientType,
});

export const file = (name: string, bytes: Uint8Array | string, more: Partial<File> = {}): File => ({
  id: `id-${name}`,
  name,
  size: bytes.length,
  attachmentType: "file",
  isInline: false,
  content: Buffer.from(bytes).toString("base64"),
  format: "base64",
  ...more,
});

const MOST_IN_ONE_CALL = 100;

export class MailboxDouble {
  profile = { displayName: "山田 太郎", emailAddress: "yamada@dealer.example.jp" };
  from: Person | null = null;
  to: Person[] = [];
  cc: Person[] = [];
  bcc: Person[] = [];
  subject = "";
  html = "";
  attachments: File[] = [];
  composeType: "newMail" | "reply" | "forward" = "newMail";
  itemId: string | null = null;
  sessionData = new Map<string, string>();
  customProperties: Record<string, unknown> = {};
  /** What is kept for the add-in over all mails; shared by giving two doubles the same one. */
  roaming = new Map<string, string>();
  /** Access token of the service, or Microsoft's number of the reason why there is none. */
  token: string | number = 13012;
  /** Happens to the mail when the client stores it. */
  onSave: () => void = () => undefined;
  notices = new Map<string, { message: string; type: string; icon?: string }>();
  readonly calls: Call[] = [];
  /** What goes wrong, by the position of the call. */
  readonly faults = new Map<number, Fault>();
  /** Something that happens to the mail just before a call is answered. */
  before: (call: Call, index: number) => void = () => undefined;

  constructor(mail: Partial<MailboxDouble> = {}) {
    Object.assign(this, mail);
  }

  /** Throws, keeps silent, refuses or answers, as the client would. */
  answer(name: string, params: Record<string, unknown> = {}): Answer {
    const index = this.calls.length;
    const call = { name, params };
    this.calls.push(call);
    this.before(call, index);
    const fault = this.faults.get(index);
    if (fault === "throw") throw new Error("the client's own words: 顧客一覧.xlsx");
    if (fault === "silent") return "silent";
    if (fault === "unsaid") this.execute(name, params);
    if (fault === "unsaid") return "silent";
    return fault === "fail" ? { error: "GenericResponseError" } : this.execute(name, params);
  }

  private execute(name: string, params: Record<string, unknown>): Answer {
    const field = params.field as Field;
    const people = params.people as Person[];
    switch (name) {
      case "recipients.get":
        return { value: this[field].map((each) => ({ ...each })) };
      case "recipients.set":
      case "recipients.add": {
        if (people.length > MOST_IN_ONE_CALL) return { error: "NumberOfRecipientsExceeded" };
        const kept = name === "recipients.add" ? this[field] : [];
        this[field] = [...kept, ...people.map((each) => ({ ...person(""), ...each }))];
        return { value: undefined };
      }
      case "from.get":
        return { value: this.from ?? { ...this.profile, recipientType: "user" } };
      case "subject.get":
        return { value: this.subject };
      case "body.get":
        return { value: this.html };
      case "subject.set":
        this.subject = String(params.subject);
        return { value: undefined };
      case "body.set":
        this.html = String(params.data);
        return { value: undefined };
      case "body.type":
        return { value: "html" };
      case "composeType.get":
        return { value: { composeType: this.composeType, coercionType: "html" } };
      case "itemId.get":
        return this.itemId === null ? { error: "ItemNotSaved" } : { value: this.itemId };
      default:
        return this.executeMore(name, params);
    }
  }

  private executeMore(name: string, params: Record<string, unknown>): Answer {
    const key = String(params.key);
    switch (name) {
      case "attachments.list":
        return {
          value: this.attachments.map(({ content: _content, format: _format, ...rest }) => rest),
        };
      case "attachments.content": {
        const found = this.attachments.find(({ id }) => id === params.id);
        return found
          ? { value: { content: found.content, format: found.format } }
          : { error: "InvalidAttachmentId" };
      }
      case "attachments.remove": {
        const at = this.attachments.findIndex(({ id }) => id === params.id);
        if (at < 0) return { error: "AttachmentDeleteGeneralFailure" };
        this.attachments.splice(at, 1);
        return { value: undefined };
      }
      case "session.get":
        return this.sessionData.has(key)
          ? { value: this.sessionData.get(key) }
          : { error: "KeyNotFound" };
      case "session.set":
        this.sessionData.set(key, String(params.value));
        return { value: undefined };
      case "roaming.save":
        return { value: undefined };
      case "item.save":
        this.onSave();
        this.itemId = this.itemId ?? "AAMk-1";
        return { value: this.itemId };
      case "auth.token": {
        const { token } = this;
        return typeof token === "number" ? { error: String(token) } : { value: token };
      }
      case "properties.load":
        return { value: { ...this.customProperties } };
      case "properties.save":
        this.customProperties = { ...(params.properties as Record<string, unknown>) };
        return { value: undefined };
      case "notices.replace":
        if (!this.notices.has(key)) return { error: "NotificationKeyNotFound" };
        this.notices.set(key, params.details as { message: string; type: string });
        return { value: undefined };
      case "notices.add":
        this.notices.set(key, params.details as { message: string; type: string });
        return { value: undefined };
      case "notices.remove":
        return this.notices.delete(key)
          ? { value: undefined }
          : { error: "NotificationKeyNotFound" };
      default:
        throw new Error(`The double does not know ${name}`);
    }
  }
}
