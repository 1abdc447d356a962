import { createCall } from "../../src/outlook/call";
import { createOpening } from "../../src/outlook/opening";
import { sendHandler } from "../../src/outlook/send-handler";
import type { SendOptions } from "../../src/outlook/answer";
import { configure, inside, pause, quotation, Sender, until } from "../pane/sender";
import { ServiceDouble, type Cut } from "../pane/service-double";
import { file, MailboxDouble, person, type Fault } from "./mailbox-double";
import { installOffice } from "./office-double";

const realFetch = fetch;
let service: ServiceDouble;
let approved: MailboxDouble;

beforeAll(async () => {
  service = new ServiceDouble();
  await service.start();
});
afterAll(() => service.stop());

/** A mail with its ticket in the session, as the pane leaves it. */
beforeEach(async () => {
  service.cut = () => null;
  service.alter = (_, answer) => answer;
  service.offlineSeconds = 3600;
  service.requests.clear();
  approved = await getApproved(quotation());
  service.calls.length = 0;
  service.events.length = 0;
});
afterEach(() => {
  jest.useRealTimers();
  globalThis.fetch = realFetch;
  configure(null);
});

async function getApproved(mailbox: MailboxDouble): Promise<MailboxDouble> {
  const sender = await Sender.open(mailbox, service);
  await sender.getApproved();
  sender.stop();
  // The pane still reads its list; its calls must not count as those of Send.
  for (let calls = -1; calls !== service.calls.length; await pause(40))
    calls = service.calls.length;
  return mailbox;
}

const copy = (mailbox: MailboxDouble): MailboxDouble =>
  new MailboxDouble({
    ...mailbox,
    calls: [],
    faults: new Map(),
    sessionData: new Map(mailbox.sessionData),
    roaming: new Map(mailbox.roaming),
    attachments: [...mailbox.attachments],
  });

/**
 * Presses Send under a clock of its own: it moves on by itself, unless an answer of the service is
 * still on its way over the real network.
 */
async function send(mailbox: MailboxDouble): Promise<SendOptions> {
  installOffice({ mailbox });
  jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask"] });
  let inFlight = 0;
  globalThis.fetch = async (...given) => {
    inFlight += 1;
    try {
      return await realFetch(...given);
    } finally {
      inFlight -= 1;
    }
  };
  const ends: SendOptions[] = [];
  void sendHandler({
    call: createCall(),
    clock: Date.now,
    watchdog: 60_000,
    opening: createOpening(),
  })({ completed: (options) => void ends.push(options ?? {}) });
  for (let idle = 0; ends.length === 0 && idle < 4_000; idle++) {
    await new Promise((resolve) => setImmediate(resolve));
    if (inFlight > 0 && idle % 8 !== 0) await pause(1);
    else await jest.advanceTimersByTimeAsync(inFlight > 0 ? 5 : 200);
  }
  await jest.advanceTimersByTimeAsync(120_000);
  jest.useRealTimers();
  globalThis.fetch = realFetch;
  expect(ends).toHaveLength(1);
  return ends[0] as SendOptions;
}

const CUTS: readonly Cut[] = ["refuse", "hang", "half", "500", "503", "html"];

describe("the service does not answer", () => {
  test.each(CUTS)("%s: the ticket at hand is enough, and it is kept to be told", async (cut) => {
    service.cut = () => cut;
    expect(await send(approved)).toEqual({ allowEvent: true });
    expect(JSON.parse(approved.roaming.get("sekisho.offline") ?? "[]")).toHaveLength(1);
  });

  test.each(CUTS)("%s: without a ticket nothing leaves", async (cut) => {
    approved.sessionData.delete("sekisho.ticket");
    service.cut = () => cut;
    const stopped = await send(approved);
    expect(stopped.allowEvent).toBe(false);
    expect(stopped.errorMessage).toContain("つながらず");
  });

  const VOID: readonly [string, (mailbox: MailboxDouble) => void, string][] = [
    ["another recipient", (mailbox) => void mailbox.bcc.push(person("b@example.net")), "BCC"],
    [
      "another file",
      (mailbox) => void mailbox.attachments.push(file("b.txt", "b")),
      "添付ファイル",
    ],
    ["another word", (mailbox) => void (mailbox.subject = "x"), "件名"],
    ["an altered ticket", (mailbox) => alterTicket(mailbox), "つながらず"],
    ["no ticket", (mailbox) => void mailbox.sessionData.set("sekisho.ticket", ""), "つながらず"],
    ["a ticket of another item", (mailbox) => void anotherItem(mailbox), "承認が必要"],
    ["a ticket that was refused before", (mailbox) => refusedBefore(mailbox), "取り消されて"],
    ["a service time later than now", (mailbox) => seenLater(mailbox), "時計"],
  ];
  test.each(VOID)("%s: not sent", async (_, change, words) => {
    service.cut = () => "refuse";
    change(approved);
    const stopped = await send(approved);
    expect(stopped.allowEvent).toBe(false);
    expect(stopped.errorMessage).toContain(words);
    expect(approved.roaming.has("sekisho.offline")).toBe(false);
  });

  test("a ticket that may not be used so, or not any more", async () => {
    service.offlineSeconds = 1;
    const mailbox = await getApproved(quotation());
    service.cut = () => "refuse";
    expect((await send(mailbox)).allowEvent).toBe(false);
  });

  test("groups never travel on a ticket alone", async () => {
    const mailbox = await getApproved(
      quotation({ to: [person("group@example.net", "distributionList")] }),
    );
    service.cut = () => "refuse";
    expect((await send(mailbox)).errorMessage).toContain("グループ");
  });
});

function alterTicket({ sessionData }: MailboxDouble): void {
  const ticket = sessionData.get("sekisho.ticket") ?? "";
  const [head, body = "", signature] = ticket.split(".");
  const claims = JSON.parse(Buffer.from(body, "base64url").toString()) as object;
  const later = Buffer.from(JSON.stringify({ ...claims, exp: 4e9 })).toString("base64url");
  sessionData.set("sekisho.ticket", [head, later, signature].join("."));
}

const anotherItem = ({ sessionData }: MailboxDouble): void =>
  void sessionData.set("sekisho.nonce", "another");

function refusedBefore({ sessionData }: MailboxDouble): void {
  const [, body = ""] = (sessionData.get("sekisho.ticket") ?? "").split(".");
  const { jti } = JSON.parse(Buffer.from(body, "base64url").toString()) as { jti: string };
  sessionData.set("sekisho.refused", jti);
}

const seenLater = ({ roaming }: MailboxDouble): void =>
  void roaming.set("sekisho.seen", JSON.stringify([Math.floor(Date.now() / 1000) + 600, 7, 3]));

describe("the service says no", () => {
  test.each<Cut>(["400", "403", "429"])("%s: a ticket at hand does not matter", async (cut) => {
    service.cut = () => cut;
    expect((await send(approved)).allowEvent).toBe(false);
  });

  test("an answer that is no release of ours is no answer; one that is not genuine is a no", async () => {
    const ticket = service.ticketOf(service.newest);
    const wrong: readonly [unknown, boolean][] = [
      [{ ticket, now: Math.floor(Date.now() / 1000) }, true],
      [{ ticket: "x.y.z", now: 1 }, false],
      [{ ticket: `${ticket}x`, now: Math.floor(Date.now() / 1000) }, false],
      [{ ticket, now: 4_000_000_000 }, false],
      [{ ticket, now: 1_000_000 }, false],
    ];
    for (const [answer, allowEvent] of wrong) {
      service.alter = (path, own) => (path === "/api/releases" ? answer : own);
      expect([answer, (await send(copy(approved))).allowEvent]).toEqual([answer, allowEvent]);
    }
  });

  test("the ticket of another mail, signed and alive, does not open this one", async () => {
    const mine = copy(approved);
    await getApproved(quotation({ subject: "別のメール", itemId: "AAMk-9" }));
    const other = service.ticketOf(service.newest);
    const now = Math.floor(Date.now() / 1000);
    service.alter = (path, own) => (path === "/api/releases" ? { ticket: other, now } : own);
    expect((await send(mine)).allowEvent).toBe(false);
  });

  test("findings that were not before the approvers are not covered", async () => {
    service.approve({ covers: ["mail-to-outside"] });
    const stopped = await send(approved);
    expect(stopped.allowEvent).toBe(false);
    expect(stopped.errorMessage).toContain("承認のときになかった問題");
  });
});

test("what is spent names one attempt: the nonce stays for the mail's session", async () => {
  const first = copy(approved);
  expect(await send(first)).toEqual({ allowEvent: true });
  const nonce = first.sessionData.get("sekisho.release");
  expect(nonce).toMatch(/^[0-9a-f-]{16,100}$/);
  expect(await send(first)).toEqual({ allowEvent: true });
  expect(first.sessionData.get("sekisho.release")).toBe(nonce);
});

test("a mail that is changed while the service answers stays", async () => {
  service.alter = (path, answer) => {
    if (path === "/api/releases") approved.bcc.push(person("late@example.net", "externalUser"));
    return answer;
  };
  const stopped = await send(approved);
  expect(stopped.allowEvent).toBe(false);
  expect(stopped.errorMessage).toContain("送信の途中で内容が変わった");
});

test("what no sign-off lets go is not even asked for", async () => {
  approved.to = Array.from({ length: 5 }, (_, i) => person(`c${i}@gmail.com`, "externalUser"));
  expect((await send(approved)).allowEvent).toBe(false);
  expect(service.calls.filter((call) => call.includes("releases"))).toEqual([]);
});

test("a mail inside asks nobody and reads no policy", async () => {
  const mailbox = inside();
  expect(await send(mailbox)).toEqual({ allowEvent: true });
  await pause(20);
  expect(service.calls).toEqual([]);
  expect(mailbox.calls.filter(({ name }) => name === "session.get")).toHaveLength(1);
});

test("what happened is told in counts, without a word of the mail", async () => {
  await send(approved);
  await until(() => service.events.length === 1);
  expect(service.events[0]).toMatchObject({ verdict: "sign-off", outcome: "released", outside: 1 });
  expect(JSON.stringify(service.events)).not.toMatch(/customer|見積/);
});

/** Calls of the client without which the mail is not known, or the release cannot be asked for. */
const SWEEP = 240_000;
const FAULTS: readonly Fault[] = ["fail", "silent", "throw"];

describe.each(FAULTS)("whatever call of the client goes wrong (%s)", (fault) => {
  async function sweep(mailbox: () => MailboxDouble) {
    const clean = mailbox();
    await send(clean);
    const outcomes: { name: string; allowed: boolean | undefined; words: number }[] = [];
    for (let index = 0; index < clean.calls.length; index++) {
      const faulty = mailbox();
      faulty.faults.set(index, fault);
      service.unspend();
      const { allowEvent, errorMessage = "" } = await send(faulty);
      const { name = "", params = {} } = faulty.calls[index] ?? {};
      const key = typeof params.key === "string" ? params.key : "";
      outcomes.push({
        name: `${name} ${key}`.trim(),
        allowed: allowEvent,
        words: errorMessage.length,
      });
    }
    return outcomes;
  }

  test(
    "an unapproved mail stays, and it says why",
    async () => {
      service.become("revoked");
      const outcomes = await sweep(() => copy(approved));
      expect(outcomes.length).toBeGreaterThanOrEqual(20);
      const wrong = outcomes.filter(
        ({ allowed, words }) => allowed !== false || words < 10 || words > 500,
      );
      expect(wrong).toEqual([]);
    },
    SWEEP,
  );

  test(
    "an approved mail leaves only where nothing needed is missing",
    async () => {
      const outcomes = await sweep(() => copy(approved));
      const leaving = new Set(outcomes.filter(({ allowed }) => allowed).map(({ name }) => name));
      const kept = NOT_NEEDED.filter((name) => !leaving.has(name));
      expect([...leaving].filter((name) => !NOT_NEEDED.includes(name))).toEqual([]);
      expect(kept).toEqual([]);
    },
    SWEEP,
  );
});

/**
 * Without these the strict default, the service, the item's own properties or nothing at all stands
 * in their place. The history of this mail is not known to begin with.
 */
const NOT_NEEDED = [
  "session.get sekisho.baseline",
  "itemId.get",
  "properties.load",
  "session.get sekisho.nonce",
  "composeType.get",
  "session.get sekisho.policy",
  "session.get sekisho.seen",
  "session.get sekisho.ticket",
  "session.set sekisho.seen",
  "roaming.save",
];

test.each(CUTS.concat("400", "429"))(
  "without a sign-off and with the network cut (%s): stays, says what to do",
  async (cut) => {
    service.become("withdrawn");
    approved.sessionData.delete("sekisho.ticket");
    service.cut = () => cut;
    const stopped = await send(approved);
    expect(stopped).toMatchObject({ allowEvent: false, commandId: "msgComposeOpenPaneButton" });
    expect(stopped.errorMessage?.length).toBeGreaterThan(30);
    expect(stopped.errorMessage?.length).toBeLessThanOrEqual(500);
  },
);

test("a client without fetch is a service out of reach", async () => {
  installOffice({ mailbox: approved });
  const { askRelease } = await import("../../src/outlook/service");
  (globalThis as Record<string, unknown>).fetch = undefined;
  const ask = { tenant: "t", lookup: "0".repeat(64), nonce: "0".repeat(16), jti: null };
  expect(await askRelease(ask)).toEqual({ state: "unreachable" });
});
