import { askingTexts } from "../../src/locales/asking";
import { keepTicket } from "../../src/outlook/ticket-store";
import { createCall } from "../../src/outlook/call";
import { file, MailboxDouble, person } from "../outlook/mailbox-double";
import { installOffice } from "../outlook/office-double";
import { configure, pause, quotation, send, Sender, until } from "./sender";
import { ServiceDouble } from "./service-double";

let service: ServiceDouble;
let senders: Sender[] = [];
beforeEach(async () => {
  service = new ServiceDouble();
  await service.start();
});
afterEach(async () => {
  senders.forEach((each) => each.stop());
  senders = [];
  configure(null);
  await service.stop();
});

async function open(mailbox = quotation()): Promise<Sender> {
  const sender = await Sender.open(mailbox, service);
  senders.push(sender);
  return sender;
}

test("asked, signed off, sent: and only as it was", async () => {
  const sender = await open();
  expect(sender.stage).toBe("ask");
  await sender.ask();
  const { message, detail } = service.newest;
  expect(message).toMatchObject({
    subject: "お見積り",
    recipients: [{ address: "customer@gmail.com" }],
  });
  expect(detail).toMatchObject({ reason: "quotation", urgent: false, note: "" });
  expect((await send(sender.mailbox)).errorMessage).toContain("承認を待っている");
  installOffice({ mailbox: sender.mailbox });
  service.approve();
  await sender.reaches("approved");
  await until(() => sender.signOff.state().ticket === "stored");
  expect(sender.signOff.state().sendUntil).toBeGreaterThan(Date.now());
  expect(await send(sender.mailbox)).toEqual({ allowEvent: true });
  await sender.reaches("released");
  expect(await send(sender.mailbox)).toEqual({ allowEvent: true });
  expect(service.newest.detail.state).toBe("released");
});

test("a ticket in the session is not needed while the service answers", async () => {
  const sender = await open();
  await sender.ask();
  sender.stop();
  service.approve();
  expect(await send(sender.mailbox)).toEqual({ allowEvent: true });
});

test("other windows: the same ticket does not go twice, unless the sender says it did not leave", async () => {
  const sender = await open();
  await sender.getApproved();
  const other = new MailboxDouble({
    ...sender.mailbox,
    sessionData: new Map(sender.mailbox.sessionData),
  });
  expect(await send(sender.mailbox)).toEqual({ allowEvent: true });
  other.sessionData.delete("sekisho.release");
  const refused = await send(other);
  expect(refused.allowEvent).toBe(false);
  expect(refused.errorMessage).toContain("別の画面");
  installOffice({ mailbox: sender.mailbox });
  await sender.reaches("released");
  sender.signOff.reopen();
  await sender.reaches("approved");
  expect(await send(other)).toEqual({ allowEvent: true });
});

const CHANGES: readonly [string, (mailbox: MailboxDouble) => void, string][] = [
  ["bcc", (mailbox) => void mailbox.bcc.push(person("x@example.net", "externalUser")), "BCC"],
  ["subject", (mailbox) => void (mailbox.subject += "2"), "件名"],
  ["body", (mailbox) => void (mailbox.html += "<p>追伸</p>"), "本文"],
  ["attachments", (mailbox) => void mailbox.attachments.push(file("b.txt", "b")), "添付ファイル"],
];
test.each(CHANGES)(
  "a change of %s after the sign-off is named, and voids it",
  async (field, change, word) => {
    const sender = await open();
    await sender.getApproved();
    await sender.change(change);
    await until(() => sender.signOff.state().changed.length > 0);
    expect(sender.stage).toBe("changed");
    expect(sender.signOff.state().changed).toEqual([field]);
    const stopped = await send(sender.mailbox);
    expect(stopped.allowEvent).toBe(false);
    expect(stopped.errorMessage).toContain(`${word}が変わったため`);
  },
);

test("the difference is asked for anew, and takes the place of the open request", async () => {
  const sender = await open();
  await sender.ask();
  await sender.change((mailbox) => void (mailbox.subject = "お見積り（改）"));
  await sender.reaches("changed");
  expect((await send(sender.mailbox)).errorMessage).toContain("件名が変わった");
  installOffice({ mailbox: sender.mailbox });
  sender.signOff.wantForm();
  await sender.ask();
  expect([...service.requests.values()].map(({ detail }) => detail.state)).toEqual([
    "superseded",
    "requested",
  ]);
});

test("a rejection is shown with its words, and may be asked again", async () => {
  const sender = await open();
  await sender.ask();
  service.reject("金額を確かめてください");
  await sender.reaches("rejected");
  expect(sender.signOff.state().request?.decisions[0]?.comment).toBe("金額を確かめてください");
  expect((await send(sender.mailbox)).allowEvent).toBe(false);
  installOffice({ mailbox: sender.mailbox });
  sender.signOff.wantForm();
  expect(sender.stage).toBe("ask");
  await sender.ask();
});

test("withdrawn by the sender", async () => {
  const sender = await open();
  await sender.ask();
  sender.signOff.withdraw();
  await sender.reaches("over");
  expect(service.newest.detail.state).toBe("withdrawn");
});

test("the line above the mail says that it may leave, and no longer where it may not", async () => {
  const sender = await open();
  const line = () => sender.mailbox.notices.get("sekisho")?.message;
  await sender.getApproved();
  const { approvedNotice, endedNotice } = askingTexts.ja;
  await until(() => line() === approvedNotice);
  await sender.change((mailbox) => void (mailbox.subject = "別の件名"));
  await until(() => line() === endedNotice);
  expect(approvedNotice.length).toBeLessThanOrEqual(150);
});

test("another mail that waits is in the list with its subject, and can be withdrawn from there", async () => {
  const first = await open();
  await first.ask();
  const { id } = service.newest.detail;
  first.stop();
  const second = await open(quotation({ subject: "ご請求" }));
  await until(() => second.signOff.state().open.length === 1);
  expect(second.signOff.state().open).toMatchObject([
    { id, subject: "お見積り", state: "requested" },
  ]);
  second.signOff.withdraw(id);
  await until(() => second.signOff.state().open.length === 0);
  expect(service.newest.detail.state).toBe("withdrawn");
  expect(second.stage).toBe("ask");
});

test.each(["expired", "revoked", "superseded"] as const)(
  "%s: not sent, asked again",
  async (state) => {
    const sender = await open();
    await sender.getApproved();
    service.become(state);
    await sender.reaches("over");
    const stopped = await send(sender.mailbox);
    expect(stopped.allowEvent).toBe(false);
    expect(stopped.errorMessage).toContain("期限が切れたか、取り消されています");
    // What the service refused once is not released by cutting the line.
    service.cut = () => "refuse";
    expect((await send(sender.mailbox)).allowEvent).toBe(false);
  },
);

test("nothing is asked before a reason is given, from ten other people on with words", async () => {
  const sender = await open();
  sender.signOff.ask();
  sender.signOff.fill({ reason: "other" });
  sender.signOff.ask();
  await pause(30);
  expect(service.drafts.size).toBe(0);
  sender.signOff.fill({ note: "  お客様のご依頼  " });
  sender.signOff.ask();
  await sender.reaches("waiting");
  expect(service.newest.detail).toMatchObject({ reason: "other", note: "お客様のご依頼" });
});

test("called off halfway: nothing is asked, whatever comes later", async () => {
  const sender = await open();
  service.cut = (path) => (/\/attachments\//.test(path) ? "hang" : null);
  sender.signOff.fill({ reason: "quotation" });
  sender.signOff.ask();
  await until(() => service.calls.some((call) => call.startsWith("PUT")));
  expect(sender.stage).toBe("handing-over");
  sender.signOff.cancel();
  expect(sender.stage).toBe("ask");
  await pause(50);
  expect(service.requests.size).toBe(0);
});

const STEPS = ["/api/drafts", "/attachments/", "/request"];
test.each(
  STEPS.flatMap((step) =>
    (["refuse", "500", "html", "half", "429"] as const).map((cut) => [step, cut] as const),
  ),
)("handing over fails at %s (%s): said, nothing asked, may be pressed again", async (step, cut) => {
  const sender = await open();
  service.cut = (path) =>
    path.endsWith(step) || (step === "/attachments/" && path.includes(step)) ? cut : null;
  sender.signOff.fill({ reason: "quotation" });
  sender.signOff.ask();
  await until(() => sender.signOff.state().problem !== null);
  expect(sender.signOff.state()).toMatchObject({ work: null, problem: { type: "service" } });
  expect(service.requests.size).toBe(0);
  service.cut = () => null;
  await sender.ask();
});

test("the service computed another digest: nothing is left that could be approved", async () => {
  const sender = await open();
  service.alter = (path, answer) =>
    path.endsWith("/request") ? { ...(answer as object), digest: "0".repeat(64) } : answer;
  sender.signOff.fill({ reason: "quotation" });
  sender.signOff.ask();
  await until(() => sender.signOff.state().problem !== null);
  expect(sender.signOff.state().problem).toMatchObject({ problem: "digest-differs" });
  expect(service.newest.detail.state).toBe("withdrawn");
});

async function refusedToAsk(sender: Sender) {
  sender.signOff.fill({ reason: "quotation" });
  sender.signOff.ask();
  await until(() => sender.signOff.state().problem !== null);
  expect(service.drafts.size).toBe(0);
  return sender.signOff.state().problem;
}

test("a mail that goes on changing is not asked for: the field is named", async () => {
  const sender = await open();
  let bodies = 0;
  sender.mailbox.before = ({ name }) => {
    if (name === "body.get") sender.mailbox.html = `<p>${bodies++}</p>`;
  };
  expect(await refusedToAsk(sender)).toEqual({
    type: "ask",
    problem: "mail-changing",
    names: ["body"],
  });
});

test("a client that rewrites the mail when it is stored: looked at again before anything is asked", async () => {
  const sender = await open();
  sender.mailbox.onSave = () => void (sender.mailbox.html = "<p>rewritten</p>");
  expect(await refusedToAsk(sender)).toMatchObject({ problem: "mail-changed" });
  await until(() => sender.review.state().phase.name === "judged");
  await sender.ask();
});

test.each(["fail", "throw"] as const)("a draft that cannot be stored (%s)", async (fault) => {
  const sender = await open();
  sender.mailbox.before = ({ name }, index) => {
    if (name === "item.save") sender.mailbox.faults.set(index, fault);
  };
  expect(await refusedToAsk(sender)).toMatchObject({ problem: "not-saved" });
});

test("an item whose own mark is not kept", async () => {
  const sender = await open();
  sender.mailbox.before = ({ name, params }, index) => {
    if (name === "session.set" && params.key === "sekisho.nonce")
      sender.mailbox.faults.set(index, "fail");
  };
  expect(await refusedToAsk(sender)).toMatchObject({ problem: "no-item" });
});

test("a draft that is opened again finds its request by its own mark; a copy of it does not", async () => {
  const sender = await open();
  await sender.ask();
  sender.stop();
  const reopened = new MailboxDouble({ ...sender.mailbox, sessionData: new Map() });
  const again = await open(reopened);
  await again.reaches("waiting");
  service.approve();
  await until(() => again.signOff.state().ticket === "stored");
  const copy = new MailboxDouble({ ...sender.mailbox, sessionData: new Map(), itemId: "AAMk-2" });
  const other = await open(copy);
  expect(other.stage).toBe("ask");
  expect((await send(copy)).allowEvent).toBe(false);
  installOffice({ mailbox: reopened });
  expect(await send(reopened)).toEqual({ allowEvent: true });
});

test("a ticket that Outlook does not keep is said; Send asks the service anyhow", async () => {
  const sender = await open();
  await sender.ask();
  sender.mailbox.before = ({ name, params }, index) => {
    if (name === "session.set" && params.key === "sekisho.ticket")
      sender.mailbox.faults.set(index, "fail");
  };
  service.approve();
  await until(() => sender.signOff.state().ticket === "not-stored");
  expect(await send(sender.mailbox)).toEqual({ allowEvent: true });
});

test("a ticket that is not genuine is not put into the mail", async () => {
  const sender = await open();
  await sender.ask();
  service.ticketKey = { ...service.ticketKey, sign: () => new Uint8Array(64) };
  service.approve();
  await until(() => sender.signOff.state().ticket === "not-stored");
  expect(sender.mailbox.sessionData.has("sekisho.ticket")).toBe(false);
  const stopped = await send(sender.mailbox);
  expect(stopped.allowEvent).toBe(false);
  expect(stopped.errorMessage).toContain("確かめられません");
});

test("after the service was restarted the pane is up to date by itself", async () => {
  const sender = await open();
  await sender.ask();
  await until(() => service.listeners === 1);
  service.dropStreams();
  service.approve();
  await sender.reaches("approved");
});

describe("nobody to ask", () => {
  test("not signed in: on the person's click only", async () => {
    const sender = await open(quotation({ token: 13001 }));
    expect(sender.stage).toBe("signed-out");
    expect(sender.mailbox.calls.filter(({ name }) => name === "auth.token")).toMatchObject([
      { params: { allowSignInPrompt: false } },
    ]);
    sender.mailbox.token = 13002;
    sender.signOff.connect(true);
    await until(() => sender.stage !== "connecting");
    expect(sender.signOff.state().connection).toMatchObject({ problem: "cancelled" });
    sender.mailbox.token = "token-of-yamada";
    sender.signOff.connect(true);
    await sender.reaches("ask");
  });

  test("not in the directory", async () => {
    service.knowsSender = false;
    const sender = await open();
    expect(sender.signOff.state().connection).toEqual({
      name: "failed",
      code: "identity/unknown-person",
    });
  });

  test("out of reach, and back again", async () => {
    service.cut = () => "refuse";
    const sender = await open();
    expect(sender.stage).toBe("unavailable");
    service.cut = () => null;
    sender.signOff.connect(false);
    await sender.reaches("ask");
  });

  test("a mail without a digest cannot be asked for", async () => {
    const mailbox = quotation();
    mailbox.attachments.push(file("x", "", { attachmentType: "cloud" }));
    const sender = await open(mailbox);
    expect(sender.stage).toBe("cannot-ask");
  });
});

test("a policy that makes the person a manager is taken at once: nothing to ask", async () => {
  service.policy = { role: "manager" };
  const sender = Sender.start(quotation(), service);
  senders.push(sender);
  await until(() => sender.review.state().checked?.judgement.decision.verdict === "confirm");
  expect(sender.stage).toBe("nothing");
});

test("a request for a mail that needs none any more can be withdrawn", async () => {
  const sender = await open();
  await sender.ask();
  await sender.change((mailbox) => void (mailbox.to = [person("a@dealer.example.jp")]));
  await until(() => sender.signOff.state().checked !== null);
  expect(sender.stage).toBe("needless");
  expect(await send(sender.mailbox)).toEqual({ allowEvent: true });
});

test("a mail released without an answer is told when the pane opens next", async () => {
  const sender = await open();
  await sender.getApproved();
  service.cut = () => "refuse";
  expect(await send(sender.mailbox)).toEqual({ allowEvent: true });
  service.cut = () => null;
  expect(service.told).toEqual([]);
  const { roaming } = sender.mailbox;
  await open(quotation({ roaming }));
  await until(() => service.told.length === 1);
  const [told] = service.told as { ticket: string }[];
  expect(service.isGenuine(told?.ticket ?? "")).toBe(true);
  await open(quotation({ roaming }));
  await pause(50);
  expect(service.told).toHaveLength(1);
});

test("a ticket put back by hand is a ticket like any other", async () => {
  const sender = await open();
  await sender.getApproved();
  const item = installOffice({ mailbox: sender.mailbox });
  const ticket = sender.mailbox.sessionData.get("sekisho.ticket") ?? "";
  expect(await keepTicket(createCall(), item, ticket)).toBe(true);
});
