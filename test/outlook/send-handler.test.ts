import { createCall } from "../../src/outlook/call";
import { ACKNOWLEDGEMENT_KEY } from "../../src/outlook/acknowledgement";
import { SEND_LIMITS } from "../../src/core/limits";
import { drive } from "../../src/core/drive";
import { judge } from "../../src/judgement/judge";
import { acknowledge } from "../../src/outlook/acknowledgement";
import { caseOf } from "../../src/outlook/case-of";
import { composeHandler } from "../../src/outlook/compose-handler";
import { createOpening } from "../../src/outlook/opening";
import { platform, signedIn } from "../../src/outlook/platform";
import { readMessage } from "../../src/outlook/read-message";
import { sendHandler } from "../../src/outlook/send-handler";
import { STRICT } from "../../src/outlook/policy-in-force";
import { readHistory } from "../../src/outlook/stored";
import { file, MailboxDouble, person, type Fault } from "./mailbox-double";
import { installOffice } from "./office-double";

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const WATCHDOG = 60_000;

const runtime = () => ({
  call: createCall(),
  clock: Date.now,
  watchdog: WATCHDOG,
  opening: createOpening(),
});

async function send(mailbox: MailboxDouble, mailboxSet: string | null = "1.14") {
  installOffice({ mailbox, mailboxSet });
  const completed = jest.fn<void, [Office.SmartAlertsEventCompletedOptions]>();
  void sendHandler(runtime())({
    completed: (options) => completed(options ?? {}),
  });
  await jest.advanceTimersByTimeAsync(3 * WATCHDOG);
  expect(completed).toHaveBeenCalledTimes(1);
  return completed.mock.calls[0]![0];
}

const inside = () =>
  new MailboxDouble({
    to: [person("a@dealer.example.jp")],
    subject: "会議",
    html: "<p>10時からです。</p>",
  });

const CUSTOMERS = ["氏名,住所,電話番号,携帯電話"]
  .concat(
    ["佐藤 花子", "鈴木 一郎", "高橋 健一", "田中 美咲"].map(
      (name, i) => `${name},東京都港区芝公園4-2-${i + 1},03-3456-123${i},090-1234-567${i}`,
    ),
  )
  .join("\n");

const accident = () =>
  new MailboxDouble({
    to: [person("a@dealer.example.jp")],
    cc: ["b", "c", "d"].map((name) => person(`${name}@gmail.com`, "externalUser")),
    subject: "FW: 名簿",
    html: "<p>名簿です。</p>",
    composeType: "forward",
    attachments: [file("顧客一覧.csv", CUSTOMERS)],
  });

test("a plain mail inside leaves without a word", async () => {
  expect(await send(inside())).toEqual({ allowEvent: true });
});

test("a mail to nobody that can be seen stays: some clients leave contact lists out", async () => {
  const mailbox = new MailboxDouble({ subject: "名簿", html: "<p>名簿です。</p>" });
  expect((await send(mailbox)).allowEvent).toBe(false);
});

test("the accident does not", async () => {
  const options = await send(accident());
  expect(options).toMatchObject({ allowEvent: false });
  expect(options.sendModeOverride).toBeUndefined();
});

/** Without one of these nothing is known of the mail; the others only make it stricter. */
const NEEDED = ["from.get", "recipients.get", "body.get", "attachments.list", "subject.get"];

async function sweep(mail: () => MailboxDouble, fault: Fault) {
  const clean = mail();
  await send(clean);
  const outcomes: { name: string; allowed: boolean | undefined }[] = [];
  for (let index = 0; index < clean.calls.length; index++) {
    const mailbox = mail();
    mailbox.faults.set(index, fault);
    const { allowEvent } = await send(mailbox);
    outcomes.push({ name: mailbox.calls[index]?.name ?? "", allowed: allowEvent });
  }
  return outcomes;
}

test.each<Fault>(["fail", "silent", "throw"])(
  "whatever call of the client does not answer (%s), the accident stays",
  async (fault) => {
    const outcomes = await sweep(accident, fault);
    expect(outcomes.length).toBeGreaterThan(15);
    expect(outcomes.filter(({ allowed }) => allowed !== false)).toEqual([]);
  },
);

test.each<Fault>(["fail", "silent", "throw"])(
  "a mail that was not read whole (%s) does not leave",
  async (fault) => {
    const outcomes = await sweep(inside, fault);
    for (const { name, allowed } of outcomes)
      expect({ name, allowed }).toEqual({ name, allowed: !NEEDED.includes(name) });
  },
);

test("an exception inside is an answer too", async () => {
  const mailbox = inside();
  Object.defineProperty(mailbox, "profile", { get: () => ({ emailAddress: "a@b.jp" }) });
  installOffice({ mailbox });
  const item = Office.context.mailbox.item as unknown as Record<string, unknown>;
  Object.defineProperty(item, "to", {
    get() {
      throw new Error("顧客一覧.xlsx");
    },
  });
  const completed = jest.fn();
  void sendHandler(runtime())({ completed });
  await jest.advanceTimersByTimeAsync(WATCHDOG);
  expect(completed.mock.calls).toEqual([[expect.objectContaining({ allowEvent: false })]]);
  expect(JSON.stringify(completed.mock.calls)).not.toContain("顧客一覧");
});

test("a client that hangs for longer than the watchdog is ended by it", async () => {
  const mailbox = inside();
  for (let index = 0; index < 40; index++) mailbox.faults.set(index, "silent");
  installOffice({ mailbox });
  const completed = jest.fn();
  void sendHandler({ ...runtime(), call: createCall(WATCHDOG) })({ completed });
  await jest.advanceTimersByTimeAsync(WATCHDOG - 1);
  expect(completed).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(100 * WATCHDOG);
  expect(completed.mock.calls).toEqual([[expect.objectContaining({ allowEvent: false })]]);
});

test("Send pressed while the mail is still opening waits for its beginning", async () => {
  const mailbox = accident();
  mailbox.cc = [];
  installOffice({ mailbox });
  const completed = jest.fn<void, [Office.SmartAlertsEventCompletedOptions]>();
  const shared = runtime();
  void composeHandler(shared)({ completed: () => undefined });
  mailbox.before = ({ name }) => {
    if (name === "attachments.content") mailbox.cc = [person("b@gmail.com", "externalUser")];
  };
  void sendHandler(shared)({ completed: (options) => completed(options ?? {}) });
  await jest.advanceTimersByTimeAsync(WATCHDOG);
  const [options] = completed.mock.calls[0]!;
  expect(JSON.parse(String(options.contextData))).toMatchObject({
    rules: expect.arrayContaining(["came-along"]) as unknown,
  });
  expect(options.errorMessage).not.toContain("履歴は不明");
});

test("an opening that never ends does not hold Send back for good", async () => {
  installOffice({ mailbox: inside() });
  const completed = jest.fn();
  const shared = runtime();
  shared.opening.begins(new Promise(() => undefined));
  void sendHandler(shared)({ completed });
  await jest.advanceTimersByTimeAsync(1_999);
  expect(completed).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(8_000);
  expect(completed.mock.calls).toEqual([[{ allowEvent: true }]]);
});

test("no mail is no reason to send", async () => {
  installOffice({ mailbox: inside() });
  Object.assign(Office.context.mailbox, { item: null });
  const completed = jest.fn();
  await sendHandler(runtime())({ completed });
  expect(completed.mock.calls).toEqual([[expect.objectContaining({ allowEvent: false })]]);
});

/** Upstream of the accident: a list for several colleagues, which a sender may confirm. */
const confirmable = () => {
  const rows = Array.from(
    { length: 120 },
    (_, i) => `佐藤 花子${i},東京都港区芝公園4-2-${i},090-1234-${1000 + i},s${i}@mail.example.jp`,
  );
  return new MailboxDouble({
    to: ["a", "b", "c"].map((name) => person(`${name}@dealer.example.jp`)),
    html: "<p>名簿です。</p>",
    attachments: [file("名簿.csv", ["氏名,住所,携帯電話,メールアドレス", ...rows].join("\n"))],
  });
};

test.each([
  ["1.14", "promptUser"],
  ["1.13", undefined],
  [null, undefined],
])("a confirmation with Mailbox %s is asked by %s", async (mailboxSet, override) => {
  const options = await send(confirmable(), mailboxSet);
  expect(options).toMatchObject({ allowEvent: false });
  expect(options.sendModeOverride).toBe(override);
  expect(JSON.parse(String(options.contextData))).toMatchObject({ rules: ["mass-data-inside"] });
});

/** As the pane does it. */
async function acknowledgeInPane(mailbox: MailboxDouble) {
  const item = installOffice({ mailbox });
  const call = createCall();
  const read = await readMessage({
    call,
    item,
    sender: signedIn(),
    platform: platform(),
    limits: SEND_LIMITS,
    clock: Date.now,
  });
  if (!read.ok) throw new Error(read.cause);
  const history = await readHistory(call, item);
  const judgement = drive(judge(caseOf(read.message, history, STRICT, SEND_LIMITS, Date.now)));
  const given = acknowledge(judgement, Date.now());
  mailbox.sessionData.set(ACKNOWLEDGEMENT_KEY, JSON.stringify(given));
}

test("what the pane was told counts at Send, on every client", async () => {
  const mailbox = confirmable();
  await acknowledgeInPane(mailbox);
  expect(await send(mailbox, null)).toEqual({ allowEvent: true });
});

test.each<[string, (mailbox: MailboxDouble) => void]>([
  ["another recipient", (mailbox) => void mailbox.bcc.push(person("d@dealer.example.jp"))],
  ["another word", (mailbox) => void (mailbox.html = "<p>名簿です！</p>")],
  ["another file", (mailbox) => void mailbox.attachments.push(file("b.txt", "b"))],
])("%s voids it", async (_title, change) => {
  const mailbox = confirmable();
  await acknowledgeInPane(mailbox);
  change(mailbox);
  expect(await send(mailbox, null)).toMatchObject({ allowEvent: false });
});
