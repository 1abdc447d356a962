import type { Answer, Field, MailboxDouble, Person } from "./mailbox-double";

/**
 * A stand-in for classic Outlook behind the real client library: the native object that the library
 * calls by numbers (`window.external`), answered from one mail.
 */
const FIELDS: readonly Field[] = ["to", "cc", "bcc"];
const RECIPIENT_TYPES = ["other", "distributionList", "user", "externalUser"];
const ATTACHMENT_TYPES = ["file", "item", "cloud"];

const COMPLETED = 94;
const COMMAND = 39;
const INITIAL_DATA = 1;

const ERRORS: Readonly<Record<string, number>> = {
  InvalidAttachmentId: 9003,
  GenericResponseError: 9020,
  NotificationKeyNotFound: 9024,
  ItemNotSaved: 9046,
  KeyNotFound: 9050,
};

type Params = Record<string, unknown>;
type Read = (given: readonly unknown[]) => readonly [string, Params];

/** The last one is a JSON text for all methods but those with places of their own. */
const named = (given: readonly unknown[]): Params => {
  const last = given[given.length - 1];
  return typeof last === "string" && last !== "" ? (JSON.parse(last) as Params) : {};
};
const plain =
  (name: string): Read =>
  () => [name, {}];
const notice =
  (name: string): Read =>
  ([key, type, persistent, message, icon]) => [
    name,
    { key, details: { type, persistent, message, icon } },
  ];

const METHODS: Readonly<Record<number, Read>> = {
  3: plain("properties.load"),
  4: (given) => ["properties.save", { properties: named(given) }],
  14: plain("body.type"),
  15: ([field]) => ["recipients.get", { field: FIELDS[Number(field)] }],
  18: plain("subject.get"),
  33: notice("notices.add"),
  35: notice("notices.replace"),
  36: ([key]) => ["notices.remove", { key }],
  37: ([type]) => ["body.get", { type }],
  107: plain("from.get"),
  149: plain("attachments.list"),
  150: (given) => ["attachments.content", { id: named(given).id }],
  164: plain("itemId.get"),
  174: plain("composeType.get"),
  185: (given) => {
    const { name, value } = named(given);
    return ["session.set", { key: name, value }];
  },
  186: (given) => ["session.get", { key: named(given).name }],
};

const personData = (each: Person) => ({
  name: each.displayName,
  address: each.emailAddress,
  recipientType: RECIPIENT_TYPES.indexOf(each.recipientType),
});

function nativeData(name: string, value: unknown): unknown {
  if (name === "recipients.get") return (value as Person[]).map(personData);
  if (name === "from.get") return personData(value as Person);
  if (name !== "attachments.list") return value;
  return (value as { attachmentType: string }[]).map((each) => ({
    ...each,
    attachmentType: ATTACHMENT_TYPES.indexOf(each.attachmentType),
  }));
}

const safeArray = (values: readonly unknown[]) => ({ toArray: () => values });
type NativeCallback = (values: ReturnType<typeof safeArray>, code: number) => void;

export interface Completion {
  /** Not 0 where the library did not find the function. */
  readonly status: number;
  readonly context: Office.SmartAlertsEventCompletedOptions | undefined;
}

export interface Bridge {
  /** What the library sees as `window.external`. */
  readonly external: object;
  /** Every `completed` that arrived. */
  readonly completions: readonly Completion[];
  /** Numbers that were called and that this stand-in does not know. */
  readonly unknown: readonly number[];
  launch(functionName: string): void;
}

export function win32Bridge(mailbox: MailboxDouble, mailboxSet: string): Bridge {
  const handlers = new Map<number, (id: number, values: object) => void>();
  const completions: Completion[] = [];
  const unknown: number[] = [];

  const execute = (id: number, params: unknown, callback: NativeCallback): void => {
    const given = argumentsOf(params);
    if (id === INITIAL_DATA) {
      setTimeout(() => callback(safeArray([JSON.stringify(initialData(mailbox))]), 0), 0);
      return;
    }
    if (id === COMPLETED) {
      const json = typeof given[2] === "string" ? (JSON.parse(given[2]) as Params) : {};
      completions.push({
        status: Number(given[1]),
        context: json.completedContext as Completion["context"],
      });
      callback(safeArray([0]), 0);
      return;
    }
    const read = METHODS[id];
    if (!read) return void unknown.push(id);
    const [name, named] = read(given);
    const answer = mailbox.answer(name, named);
    if (answer !== "silent") setTimeout(() => callback(native(name, answer), 0), 0);
  };

  const external = {
    GetContext: nativeContext(mailboxSet),
    GetHostInfo: () => "Outlook|Win32|16.02|ja-JP|00000000-0000-0000-0000-000000000000|||0",
    Execute: execute,
    RegisterEvent(
      id: number,
      _target: unknown,
      handler: (id: number, values: object) => void,
      callback: (values: object) => void,
    ) {
      handlers.set(id, handler);
      callback(safeArray([0]));
    },
    UnregisterEvent: (_id: number, _target: unknown, callback: (values: object) => void) =>
      callback(safeArray([0])),
  };
  const launch = (functionName: string): void =>
    handlers.get(COMMAND)?.(
      COMMAND,
      safeArray([`command-${completions.length}`, functionName, JSON.stringify({ type: "event" })]),
    );
  return { external, completions, unknown, launch };
}

function argumentsOf(params: unknown): readonly unknown[] {
  const array = params as { toArray?: () => readonly unknown[] } | null;
  if (array && typeof array.toArray === "function") return array.toArray();
  return Array.from((params as ArrayLike<unknown> | null) ?? []);
}

function native(name: string, answer: Exclude<Answer, "silent">) {
  if ("error" in answer) return safeArray(["{}", ERRORS[answer.error] ?? 9020, "{}"]);
  if (name === "properties.load")
    return safeArray([
      JSON.stringify({ wasSuccessful: true, customProperties: JSON.stringify(answer.value) }),
    ]);
  return safeArray([JSON.stringify({ data: nativeData(name, answer.value) })]);
}

const nativeContext = (mailboxSet: string) => () => ({
  GetAppType: () => 8,
  GetSolutionRef: () => "solution",
  GetAppVersionMajor: () => 16,
  GetAppVersionMinor: () => 0,
  GetAppUILocale: () => "ja-JP",
  GetAppDataLocale: () => "ja-JP",
  GetDocUrl: () => "",
  GetAppCapabilities: () => 0,
  GetActivationMode: () => 1,
  GetControlIntegrationLevel: () => 1,
  GetSolutionToken: () => "",
  GetSupportedMatrix: () => JSON.stringify({ Mailbox: mailboxSet }),
  GetSettings: () => ({ Read: () => undefined, Write: () => undefined }),
  GetHostFullVersion: () => "16.0.17000.10000",
});

/** Permission 3 is ReadWriteItem, item 4 a mail being written. */
const initialData = ({ profile }: MailboxDouble) => ({
  itemType: 4,
  permissionLevel: 3,
  hostVersion: "16.0.17000.10000",
  owaView: "",
  userDisplayName: profile.displayName,
  userEmailAddress: profile.emailAddress,
  userTimeZone: "Tokyo Standard Time",
  userProfileType: "office365",
  timeZoneOffsets: null,
  conversationId: null,
  openWindowOpen: false,
});
