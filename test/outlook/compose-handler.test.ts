import { createCall } from "../../src/outlook/call";
import { composeHandler } from "../../src/outlook/compose-handler";
import { createOpening } from "../../src/outlook/opening";
import { readHistory } from "../../src/outlook/stored";
import { file, MailboxDouble, person, type Fault } from "./mailbox-double";
import { installOffice } from "./office-double";

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

async function open(mailbox: MailboxDouble) {
  const item = installOffice({ mailbox });
  const completed = jest.fn();
  const call = createCall();
  const runtime = { call, clock: Date.now, watchdog: 60_000, opening: createOpening() };
  void composeHandler(runtime)({ completed });
  await jest.advanceTimersByTimeAsync(120_000);
  expect(completed).toHaveBeenCalledTimes(1);
  const history = readHistory(call, item);
  await jest.advanceTimersByTimeAsync(120_000);
  return history;
}

const outside = person("a@gmail.com", "externalUser");
const inside = person("a@dealer.example.jp");
const list = file("顧客一覧.csv", "1");

test.each<[string, Partial<MailboxDouble>, "known" | "unknown"]>([
  ["a new mail", {}, "known"],
  ["a new mail to an address that was clicked", { to: [outside] }, "known"],
  ["a new mail with files from the desktop", { attachments: [list] }, "known"],
  ["a mail that is sent again", { to: [outside], attachments: [list] }, "unknown"],
  ["a reply to outside", { composeType: "reply", to: [outside] }, "known"],
  ["a forward", { composeType: "forward", attachments: [list] }, "known"],
  ["a draft of ours nobody knows, inside", { itemId: "d", to: [inside] }, "known"],
  ["a draft with outside recipients", { itemId: "d", to: [outside] }, "unknown"],
  [
    "a reply kept as a draft with outside recipients",
    { itemId: "d", composeType: "reply", to: [outside] },
    "unknown",
  ],
])("%s: %s", async (_title, mail, state) => {
  expect((await open(new MailboxDouble(mail))).state).toBe(state);
});

test("a forward's file that comes late belongs to its beginning", async () => {
  const mailbox = new MailboxDouble({ composeType: "forward" });
  setTimeout(() => void (mailbox.attachments = [list]), 2_500);
  const history = await open(mailbox);
  expect(history.state === "known" && history.baseline.attachments).toHaveLength(1);
});

test.each<[string, Partial<MailboxDouble>, number]>([
  ["forward", { composeType: "forward" }, 0],
  ["reply to a colleague", { composeType: "reply", to: [inside] }, 0],
  ["reply to outside", { composeType: "reply", to: [outside] }, 1],
  ["new mail with a file", { attachments: [list] }, 0],
])(
  "nobody whom the sender added meanwhile belongs to the beginning of a %s",
  async (_, mail, n) => {
    const mailbox = new MailboxDouble(mail);
    mailbox.before = ({ name }) => {
      if (name === "body.get") mailbox.cc = [person("b@gmail.com", "externalUser")];
    };
    const history = await open(mailbox);
    expect(history.state === "known" && history.baseline.outside).toHaveLength(n);
  },
);

test("a reply whose recipients come late began with them", async () => {
  const mailbox = new MailboxDouble({ composeType: "reply" });
  mailbox.before = ({ name }) => {
    if (name === "body.get") mailbox.to = [outside];
  };
  const history = await open(mailbox);
  expect(history.state === "known" && history.baseline.outside).toHaveLength(1);
});

test("a draft opened again keeps its own beginning", async () => {
  const first = new MailboxDouble({ itemId: "d" });
  const before = await open(first);
  const again = new MailboxDouble({
    itemId: "d",
    customProperties: first.customProperties,
    to: [outside],
    attachments: [list],
  });
  expect(await open(again)).toEqual(before);
});

test("the event that comes twice changes nothing", async () => {
  const mailbox = new MailboxDouble();
  const before = await open(mailbox);
  mailbox.attachments = [list];
  expect(await open(mailbox)).toEqual(before);
});

test.each<Fault>(["fail", "silent", "throw"])("a client that %ss ends the event", async (fault) => {
  const mailbox = new MailboxDouble();
  for (let index = 0; index < 60; index++) mailbox.faults.set(index, fault);
  expect((await open(mailbox)).state).toBe("unknown");
});
