import type { Baseline } from "../../src/core/history";
import { createCall } from "../../src/outlook/call";
import { bindBaseline, readHistory, storeBaseline } from "../../src/outlook/stored";
import { MailboxDouble } from "./mailbox-double";
import { installOffice } from "./office-double";

const call = createCall();
const baseline = (nonce: string): Baseline => ({
  nonce,
  attachments: [],
  outside: [],
  hadInside: true,
  hadText: false,
  lines: [],
});

const history = (mailbox: MailboxDouble) => readHistory(call, installOffice({ mailbox }));
const unknown = { state: "unknown" };
const known = (nonce: string) => ({ state: "known", baseline: { nonce } });

async function written(mailbox: MailboxDouble, nonce: string): Promise<MailboxDouble> {
  await storeBaseline(call, installOffice({ mailbox }), baseline(nonce));
  return mailbox;
}

/** What a client keeps when a draft is closed and opened again. */
const reopened = ({ customProperties, itemId }: MailboxDouble) =>
  new MailboxDouble({ customProperties, itemId });

test("the session knows the beginning", async () => {
  expect(await history(await written(new MailboxDouble(), "a"))).toMatchObject(known("a"));
});

test("nothing stored is unknown", async () => {
  expect(await history(new MailboxDouble({ itemId: "draft" }))).toEqual(unknown);
});

test("a draft that was bound to its id is known when opened again", async () => {
  const mailbox = await written(new MailboxDouble(), "a");
  mailbox.itemId = "draft";
  await bindBaseline(call, installOffice({ mailbox }));
  expect(await history(reopened(mailbox))).toMatchObject(known("a"));
});

test("a draft that never got an id is unknown when opened again", async () => {
  const mailbox = await written(new MailboxDouble(), "a");
  mailbox.itemId = "draft";
  expect(await history(reopened(mailbox))).toEqual(unknown);
});

test.each([
  ["not saved yet", null],
  ["another item", "forward"],
])("a copy of the parent's properties counts for nothing: %s", async (_title, itemId) => {
  const parent = await written(new MailboxDouble({ itemId: "parent" }), "parent");
  const forward = new MailboxDouble({ customProperties: parent.customProperties, itemId });
  expect(await history(forward)).toEqual(unknown);
});

test("binding leaves a parent's baseline alone", async () => {
  const parent = await written(new MailboxDouble({ itemId: "parent" }), "parent");
  const forward = new MailboxDouble({ customProperties: parent.customProperties });
  forward.sessionData = (await written(new MailboxDouble(), "forward")).sessionData;
  forward.itemId = "forward";
  await bindBaseline(call, installOffice({ mailbox: forward }));
  expect(await history(reopened(forward))).toEqual(unknown);
});

test("what is damaged is unknown", async () => {
  const mailbox = await written(new MailboxDouble(), "a");
  for (const key of mailbox.sessionData.keys()) mailbox.sessionData.set(key, "{");
  expect(await history(mailbox)).toEqual(unknown);
});

test.each(["fail", "throw"] as const)(
  "a client that %ss is unknown, not an error",
  async (fault) => {
    const mailbox = await written(new MailboxDouble(), "a");
    mailbox.calls.length = 0;
    for (let index = 0; index < 9; index++) mailbox.faults.set(index, fault);
    expect(await history(mailbox)).toEqual(unknown);
  },
);
