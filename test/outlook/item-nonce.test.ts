import type { History } from "../../src/core/history";
import { createCall } from "../../src/outlook/call";
import { ensureItemNonce, readItemNonce } from "../../src/outlook/item-nonce";
import { MailboxDouble } from "./mailbox-double";
import { installOffice } from "./office-double";

const UNKNOWN: History = { state: "unknown" };
const KNOWN: History = {
  state: "known",
  baseline: {
    nonce: "base-1",
    attachments: [],
    outside: [],
    hadInside: false,
    hadText: false,
    lines: [],
  },
};
const read = (mailbox: MailboxDouble, history: History = UNKNOWN) =>
  readItemNonce(createCall(), installOffice({ mailbox }), history);
const ensure = (mailbox: MailboxDouble, history: History = UNKNOWN, fresh = "fresh-1") =>
  ensureItemNonce(createCall(), installOffice({ mailbox }), history, fresh);

test("the baseline's where the beginning is known, and nothing is written", async () => {
  const mailbox = new MailboxDouble();
  expect(await ensure(mailbox, KNOWN)).toBe("base-1");
  expect(mailbox.calls).toEqual([]);
});

test("made once, then the same for the session", async () => {
  const mailbox = new MailboxDouble();
  expect(await read(mailbox)).toBeNull();
  expect(await ensure(mailbox)).toBe("fresh-1");
  expect(await ensure(mailbox, UNKNOWN, "fresh-2")).toBe("fresh-1");
});

test("a saved draft that is opened again keeps it; a copy, a reply and a forward do not have it", async () => {
  const mailbox = new MailboxDouble({ itemId: "AAMk-1" });
  await ensure(mailbox);
  const { customProperties } = mailbox;
  expect(await read(new MailboxDouble({ itemId: "AAMk-1", customProperties }))).toBe("fresh-1");
  expect(await read(new MailboxDouble({ itemId: "AAMk-2", customProperties }))).toBeNull();
  expect(await read(new MailboxDouble({ itemId: null, customProperties }))).toBeNull();
});

test.each(["x y", "fresh-1", "fresh-1 0123456789abcdef", "", " "])(
  "%j is no mark",
  async (text) => {
    const customProperties = { "sekisho.nonce": text };
    expect(await read(new MailboxDouble({ itemId: "AAMk-1", customProperties }))).toBeNull();
  },
);

test("a session that holds something else is no mark of ours", async () => {
  expect(
    await read(new MailboxDouble({ sessionData: new Map([["sekisho.nonce", "a b"]]) })),
  ).toBeNull();
});

test.each(["fail", "silent"] as const)(
  "a session that does not keep it (%s) gives none",
  async (fault) => {
    jest.useFakeTimers();
    const mailbox = new MailboxDouble();
    mailbox.before = ({ name }, index) => {
      if (name === "session.set") mailbox.faults.set(index, fault);
    };
    const ensured = ensure(mailbox);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await ensured).toBeNull();
    jest.useRealTimers();
  },
);
