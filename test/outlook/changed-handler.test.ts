import { alertTexts } from "../../src/locales/alert";
import { createCall } from "../../src/outlook/call";
import { changedHandler } from "../../src/outlook/changed-handler";
import { createOpening } from "../../src/outlook/opening";
import { configure } from "../pane/sender";
import { ServiceDouble } from "../pane/service-double";
import { file, MailboxDouble, person, type Fault } from "./mailbox-double";
import { installOffice } from "./office-double";

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

async function change(mailbox: MailboxDouble, times = 1) {
  installOffice({ mailbox });
  const completed = jest.fn();
  const handler = changedHandler({
    call: createCall(),
    clock: Date.now,
    watchdog: 60_000,
    opening: createOpening(),
  });
  for (let i = 0; i < times; i++) void handler({ completed });
  await jest.advanceTimersByTimeAsync(120_000);
  expect(completed).toHaveBeenCalledTimes(times);
  return mailbox.notices.get("sekisho");
}

const outside = person("a@gmail.com", "externalUser");

test("a mail to outside says so above it", async () => {
  const line = await change(
    new MailboxDouble({ to: [outside], attachments: [file("a.txt", "text")] }),
  );
  expect(line).toMatchObject({ type: "informationalMessage", icon: "Icon.16" });
  expect(line?.message.length).toBeGreaterThan(10);
  expect(line?.message.length).toBeLessThanOrEqual(150);
});

test("of a mail that would be stopped it says so first, and what to do", async () => {
  const line = await change(new MailboxDouble({ to: [outside] }));
  expect(line?.message.startsWith(alertTexts.ja.wouldBeStopped)).toBe(true);
  expect(line?.message).toContain("社外の1人");
});

test("a mail that asks only to be confirmed is not called stopped", async () => {
  const list = Array.from({ length: 120 }, (_, i) => `佐藤 花子${i},user${i}@example.net`);
  const to = Array.from({ length: 7 }, (_, i) => person(`staff${i}@dealer.example.jp`));
  const attachments = [file("名簿.csv", ["氏名,メールアドレス", ...list].join("\r\n"))];
  const line = await change(new MailboxDouble({ to, attachments }));
  expect(line?.message).toContain("120人分");
  expect(line?.message).not.toContain(alertTexts.ja.wouldBeStopped);
});

test("a mail to nobody yet has no line", async () => {
  const attachments = [file("a.txt", "text")];
  expect(await change(new MailboxDouble({ attachments }))).toBeUndefined();
});

test("the line goes when nobody outside is left", async () => {
  const mailbox = new MailboxDouble({ to: [outside] });
  await change(mailbox);
  mailbox.to = [person("a@dealer.example.jp")];
  expect(await change(mailbox)).toBeUndefined();
});

test("of many changes in a row only the last is worked on", async () => {
  const mailbox = new MailboxDouble({ to: [outside] });
  await change(mailbox, 5);
  const bodies = mailbox.calls.filter(({ name }) => name === "body.get");
  expect(bodies.length).toBeLessThan(3);
});

test.each<Fault>(["fail", "silent", "throw"])("a client that %ss ends the event", async (fault) => {
  const mailbox = new MailboxDouble({ to: [outside] });
  for (let index = 0; index < 60; index++) mailbox.faults.set(index, fault);
  expect(await change(mailbox)).toBeUndefined();
});

describe("the signed policy", () => {
  const service = new ServiceDouble();
  beforeAll(() => service.start());
  afterAll(() => service.stop());
  afterEach(() => configure(null));

  const DAY = 86_400;
  const WHEN: readonly [string, number, string | null][] = [
    ["for days", 4 * DAY, null],
    ["until the day after tomorrow", 2 * DAY - 60, "近づいて"],
    ["not any more", -1, "切れました"],
  ];
  test.each(WHEN)("stands %s", async (_, left, words) => {
    const now = Math.floor(Date.now() / 1000);
    service.policy = { iat: now - 3 * DAY, notAfter: now + left };
    configure(service.configuration);
    const mailbox = new MailboxDouble({ to: [outside] });
    const mailboxOf = "yamada@dealer.example.jp";
    const held = JSON.stringify([service.signedPolicy(mailboxOf), service.keySet()]);
    mailbox.sessionData.set("sekisho.policy", held);
    await change(mailbox);
    const line = mailbox.notices.get("sekisho-policy")?.message;
    if (words === null) return expect(line).toBeUndefined();
    expect(line).toContain(words);
    expect(line?.length).toBeLessThanOrEqual(150);
    // What is said of the mail stays beside it.
    expect(mailbox.notices.get("sekisho")).toBeDefined();
  });
});
