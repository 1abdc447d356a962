import type { Field, MailboxDouble } from "./mailbox-double";

/**
 * A stand-in for the client library: the members that src/outlook uses, in callback style, over one
 * mail. The realm test runs the real library instead (win32-bridge.ts).
 */
export interface ClientDouble {
  readonly mailbox: MailboxDouble;
  readonly platform?: string;
  readonly displayLanguage?: string;
  /** The newest requirement set; null for a desktop build without `isSetSupported`. */
  readonly mailboxSet?: string | null;
}

type Callback = (result: unknown) => void;

export function officeDouble(client: ClientDouble) {
  const { mailbox } = client;
  const handlers = new Map<string, (event: unknown) => void>();
  return {
    handlers,
    actions: {
      associate: (name: string, handler: (event: unknown) => void) => handlers.set(name, handler),
    },
    onReady: () => new Promise(() => undefined),
    auth: {
      getAccessToken: (options: Record<string, unknown>) =>
        new Promise((resolve, reject) =>
          ask(mailbox, "auth.token", options, (result) => {
            const { status, value, error } = result as {
              status: string;
              value?: unknown;
              error?: { name: string };
            };
            if (status === "succeeded") resolve(value);
            else reject(Object.assign(new Error(), { code: Number(error?.name) }));
          }),
        ),
    },
    context: {
      roamingSettings: {
        get: (key: string) => mailbox.roaming.get(key),
        set: (key: string, value: unknown) => void mailbox.roaming.set(key, String(value)),
        saveAsync: (callback: Callback) => ask(mailbox, "roaming.save", {}, callback),
      },
      displayLanguage: client.displayLanguage ?? "ja-JP",
      diagnostics: { platform: client.platform ?? "PC" },
      requirements: requirements(client.mailboxSet === undefined ? "1.14" : client.mailboxSet),
      mailbox: {
        userProfile: mailbox.profile,
        diagnostics: { hostName: "Outlook", hostVersion: "16.0.1" },
        item: itemOf(mailbox),
      },
    },
  };
}

const requirements = (newest: string | null) =>
  newest === null
    ? undefined
    : {
        isSetSupported: (name: string, version: string) =>
          name === "Mailbox" && Number(version.slice(2)) <= Number(newest.slice(2)),
      };

function ask(
  mailbox: MailboxDouble,
  name: string,
  params: Record<string, unknown>,
  callback: Callback,
): void {
  const answer = mailbox.answer(name, params);
  if (answer === "silent") return;
  const result =
    "error" in answer
      ? { status: "failed", error: { name: answer.error, message: "words of the client" } }
      : { status: "succeeded", value: answer.value };
  void Promise.resolve().then(() => callback(result));
}

function itemOf(mailbox: MailboxDouble) {
  const get = (name: string) => (callback: Callback) => ask(mailbox, name, {}, callback);
  const recipients = (field: Field) => ({
    getAsync: (callback: Callback) => ask(mailbox, "recipients.get", { field }, callback),
    setAsync: (people: unknown, callback: Callback) =>
      ask(mailbox, "recipients.set", { field, people }, callback),
    addAsync: (people: unknown, callback: Callback) =>
      ask(mailbox, "recipients.add", { field, people }, callback),
  });
  return {
    from: { getAsync: get("from.get") },
    to: recipients("to"),
    cc: recipients("cc"),
    bcc: recipients("bcc"),
    subject: {
      getAsync: get("subject.get"),
      setAsync: (subject: string, callback: Callback) =>
        ask(mailbox, "subject.set", { subject }, callback),
    },
    body: {
      getAsync: (type: string, callback: Callback) => ask(mailbox, "body.get", { type }, callback),
      getTypeAsync: get("body.type"),
      setAsync: (data: string, options: { coercionType: string }, callback: Callback) =>
        ask(mailbox, "body.set", { data, ...options }, callback),
    },
    getComposeTypeAsync: get("composeType.get"),
    getItemIdAsync: get("itemId.get"),
    saveAsync: get("item.save"),
    getAttachmentsAsync: get("attachments.list"),
    getAttachmentContentAsync: (id: string, callback: Callback) =>
      ask(mailbox, "attachments.content", { id }, callback),
    removeAttachmentAsync: (id: string, callback: Callback) =>
      ask(mailbox, "attachments.remove", { id }, callback),
    sessionData: {
      getAsync: (key: string, callback: Callback) => ask(mailbox, "session.get", { key }, callback),
      setAsync: (key: string, value: string, callback: Callback) =>
        ask(mailbox, "session.set", { key, value }, callback),
    },
    loadCustomPropertiesAsync: (callback: Callback) =>
      ask(mailbox, "properties.load", {}, (result) =>
        callback(withProperties(mailbox, result as { value?: Record<string, unknown> })),
      ),
    notificationMessages: {
      replaceAsync: (key: string, details: unknown, callback: Callback) =>
        ask(mailbox, "notices.replace", { key, details }, callback),
      addAsync: (key: string, details: unknown, callback: Callback) =>
        ask(mailbox, "notices.add", { key, details }, callback),
      removeAsync: (key: string, callback: Callback) =>
        ask(mailbox, "notices.remove", { key }, callback),
    },
  };
}

function withProperties(mailbox: MailboxDouble, result: { value?: Record<string, unknown> }) {
  const properties = { ...result.value };
  return {
    ...result,
    value: {
      get: (key: string) => properties[key],
      set: (key: string, value: unknown) => void (properties[key] = value),
      remove: (key: string) => void delete properties[key],
      saveAsync: (callback: Callback) => ask(mailbox, "properties.save", { properties }, callback),
    },
  };
}

/** Puts the double where the library would be. */
export function installOffice(client: ClientDouble) {
  const office = officeDouble(client);
  (globalThis as Record<string, unknown>).Office = office;
  return office.context.mailbox.item as unknown as Office.MessageCompose;
}
