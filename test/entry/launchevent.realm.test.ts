import { parse } from "acorn";
import { keyPair, ticketKey } from "../approval/tokens/keys";
import { file, MailboxDouble, person } from "../outlook/mailbox-double";
import { loadRealOffice } from "../outlook/real-office";
import { win32Bridge, type Bridge } from "../outlook/win32-bridge";
import { pause, quotation, Sender } from "../pane/sender";
import { ServiceDouble } from "../pane/service-double";
import { customerList } from "./customer-list";
import { es2016Realm } from "./es2016-realm";
import { freeNames } from "./free-names";
import { manyFormats, PEOPLE_IN_FORMATS } from "./many-formats";
import { sendBundle } from "./send-bundle";

const bundle = sendBundle();
const MOST_BYTES = 300_000;
const CONFIGURATION =
  'var SEKISHO={"origin":"https://sekisho.example.com","tenant":"t","domains":["dealer.example.jp"]};\n';

/** Newer than ES2016, or doubtful in classic Outlook's runtime. */
const BANNED = [
  ..."BigInt TextDecoder TextEncoder crypto Intl atob btoa Blob File FileReader URL".split(" "),
  ..."URLSearchParams globalThis SharedArrayBuffer Atomics WebAssembly WeakRef".split(" "),
  ..."structuredClone queueMicrotask setImmediate setInterval window document self".split(" "),
  ..."navigator location localStorage sessionStorage indexedDB XMLHttpRequest fetch".split(" "),
  ..."WebSocket Worker DOMParser performance process Buffer require OfficeRuntime".split(" "),
];

/** The real client library in one context, the bundle in an engine of 2016. */
async function classicOutlook(
  mailbox: MailboxDouble,
  { configuration = CONFIGURATION, host = {} }: { configuration?: string; host?: object } = {},
  mailboxSet = "1.14",
) {
  const bridge = win32Bridge(mailbox, mailboxSet);
  const office = await loadRealOffice(bridge.external);
  // Classic Outlook does not run what waits for `onReady`.
  const Office: unknown = Object.create(office, {
    onReady: { value: () => new Promise(() => undefined) },
  });
  const realm = es2016Realm({ Office, console, setTimeout, clearTimeout, ...host });
  realm.run(configuration + bundle, "launchevent.js");
  return { bridge, realm };
}

/** Waits until as many events have ended, and a little longer for one end too many. */
async function ended(bridge: Bridge, count: number) {
  for (let i = 0; i < 1_000 && bridge.completions.length < count; i++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  await new Promise((resolve) => setTimeout(resolve, 50));
  return bridge.completions;
}

const rulesIn = (contextData: unknown): string[] =>
  (JSON.parse(String(contextData)) as { rules: string[] }).rules;

const staff = Array.from({ length: 3 }, (_, i) => person(`sales${i}@dealer.example.jp`));
const customers = Array.from({ length: 29 }, (_, i) => person(`c${i}@gmail.com`, "externalUser"));
const QUOTE =
  "<p>よろしくお願いします。</p><hr><p>From: 本部 &lt;head@dealer.example.jp&gt;<br>件名: 顧客一覧</p><p>各自、担当のお客様に案内してください。</p>";

const accident = async () =>
  new MailboxDouble({
    to: staff,
    cc: customers,
    subject: "FW: 顧客一覧",
    html: QUOTE,
    composeType: "forward",
    attachments: [file("顧客一覧.xlsx", await customerList(2940))],
  });

const plainMail = () =>
  new MailboxDouble({
    to: staff,
    subject: "明日の会議",
    html: "<p>10時に会議室でお願いします。</p>",
  });

describe("the file", () => {
  test("is small", () => {
    expect(Buffer.byteLength(bundle)).toBeLessThanOrEqual(MOST_BYTES);
  });

  test("is ASCII, whatever it is served as", () => {
    expect([...bundle].filter((sign) => sign > "\u007f")).toEqual([]);
  });

  test("is ES2016", () => {
    expect(() => parse(bundle, { ecmaVersion: 2016, sourceType: "script" })).not.toThrow();
  });

  test("names nothing that classic Outlook may not have", () => {
    const names = freeNames(bundle);
    expect(names).toContain("Office");
    expect(BANNED.filter((name) => names.has(name))).toEqual([]);
  });
});

describe("a mail that was signed off, in the same engine", () => {
  const service = new ServiceDouble();
  let mailbox: MailboxDouble;
  let line = "";
  beforeAll(async () => {
    await service.start();
    const sender = await Sender.open(quotation(), service);
    await sender.getApproved();
    sender.stop();
    mailbox = sender.mailbox;
    line = `var SEKISHO=${JSON.stringify(service.configuration)};\n`;
    await pause(200);
  }, 120_000);
  afterAll(() => service.stop());

  async function sent(session: ReadonlyMap<string, string>, host: object = {}) {
    const mail = new MailboxDouble({ ...mailbox, calls: [], sessionData: new Map(session) });
    const { bridge } = await classicOutlook(mail, { configuration: line, host });
    bridge.launch("onMessageSendHandler");
    const [completion] = await ended(bridge, 1);
    expect(bridge.completions).toHaveLength(1);
    expect(bridge.unknown).toEqual([]);
    return completion?.context;
  }

  const withTicket = (ticket: string) =>
    new Map([...mailbox.sessionData, ["sekisho.ticket", ticket] as const]);
  const good = () => mailbox.sessionData.get("sekisho.ticket") ?? "";

  test("leaves on its ticket where nothing can be asked", async () => {
    expect(await sent(mailbox.sessionData)).toEqual({ allowEvent: true });
  });

  test("stays with a ticket that was altered", async () => {
    const [head = "", body = "", signature = ""] = good().split(".");
    const claims = JSON.parse(Buffer.from(body, "base64url").toString()) as object;
    const later = Buffer.from(JSON.stringify({ ...claims, offlineUntil: 4e9 })).toString(
      "base64url",
    );
    const altered = await sent(withTicket([head, later, signature].join(".")));
    expect(altered?.allowEvent).toBe(false);
    expect(altered?.errorMessage).toContain("つながらず");
  });

  test("stays with a ticket by another key under the same name", async () => {
    service.ticketKey = { ...keyPair("somebody else"), kid: service.ticketKey.kid };
    const forged = service.ticketOf(service.newest) ?? "";
    expect(forged).not.toBe(good());
    expect((await sent(withTicket(forged)))?.allowEvent).toBe(false);
  });

  test("leaves by the service's answer, and stays where that is altered", async () => {
    service.ticketKey = ticketKey;
    const session = new Map([...mailbox.sessionData].filter(([key]) => key !== "sekisho.ticket"));
    const host = { fetch: (url: string, options: RequestInit) => fetch(url, options) };
    expect(await sent(session, host)).toEqual({ allowEvent: true });
    service.unspend();
    service.ticketKey = { ...keyPair("somebody else"), kid: ticketKey.kid };
    expect((await sent(session, host))?.errorMessage).toContain("確かめられません");
  });
});

describe("in an engine of 2016, behind the real client library", () => {
  test("the accident is stopped", async () => {
    const { bridge } = await classicOutlook(await accident());
    bridge.launch("onMessageSendHandler");
    const completions = await ended(bridge, 1);
    expect(completions).toHaveLength(1);
    expect(completions[0]).toMatchObject({
      status: 0,
      context: { allowEvent: false, commandId: "msgComposeOpenPaneButton" },
    });
    const options: Office.SmartAlertsEventCompletedOptions = completions[0]?.context ?? {};
    expect(options.errorMessage).toContain("2,940人");
    expect(options.errorMessage).toContain("29人");
    expect(options.sendModeOverride).toBeUndefined();
    expect(rulesIn(options.contextData)).toEqual(
      expect.arrayContaining(["mass-data-to-consumer", "visible-outside-addresses"]),
    );
    expect(bridge.unknown).toEqual([]);
  });

  test("every format of the bundle is read in it", async () => {
    const attachments = manyFormats.map(({ name, bytes }) => file(name, bytes));
    const mailbox = new MailboxDouble({ ...(await accident()), attachments, calls: [] });
    const { bridge } = await classicOutlook(mailbox);
    bridge.launch("onMessageSendHandler");
    const [completion] = await ended(bridge, 1);
    const options: Office.SmartAlertsEventCompletedOptions = completion?.context ?? {};
    expect(options.errorMessage).toContain(`${String(PEOPLE_IN_FORMATS)}人`);
    expect(rulesIn(options.contextData)).not.toContain("could-not-look");
  });

  test("a plain mail inside leaves", async () => {
    const { bridge } = await classicOutlook(plainMail());
    bridge.launch("onMessageSendHandler");
    expect(await ended(bridge, 1)).toEqual([{ status: 0, context: { allowEvent: true } }]);
  });

  test("a mail that is forwarded is remembered as it began", async () => {
    const mailbox = await accident();
    mailbox.cc = [];
    const { bridge } = await classicOutlook(mailbox);
    bridge.launch("onMessageComposeHandler");
    await ended(bridge, 1);
    expect([...mailbox.sessionData.keys()]).toEqual(["sekisho.baseline"]);
    mailbox.cc = customers;
    bridge.launch("onMessageRecipientsChangedHandler");
    await ended(bridge, 2);
    expect(mailbox.notices.get("sekisho")?.message).toContain("2,940人");
    bridge.launch("onMessageSendHandler");
    const [, , sent] = await ended(bridge, 3);
    expect(rulesIn(sent?.context?.contextData)).toContain("came-along");
  });
});
