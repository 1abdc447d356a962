import { createCall } from "../../src/outlook/call";
import { keepOfflineRelease, tellOfflineReleases } from "../../src/outlook/offline-releases";
import { configure } from "../pane/sender";
import { ServiceDouble } from "../pane/service-double";
import { MailboxDouble } from "./mailbox-double";
import { installOffice } from "./office-double";

const service = new ServiceDouble();
beforeAll(() => service.start());
afterAll(() => service.stop());
beforeEach(() => {
  service.cut = () => null;
  service.told.length = 0;
  configure(service.configuration);
});
afterEach(() => configure(null));

const kept = (mailbox: MailboxDouble): { ticket: string }[] =>
  JSON.parse(mailbox.roaming.get("sekisho.offline") ?? "[]") as { ticket: string }[];

async function keep(mailbox: MailboxDouble, ...tickets: string[]): Promise<void> {
  installOffice({ mailbox });
  for (const ticket of tickets) await keepOfflineRelease(createCall(), { ticket, at: 1 });
}

test("told once, then forgotten", async () => {
  const mailbox = new MailboxDouble();
  await keep(mailbox, "a", "b");
  await tellOfflineReleases();
  await tellOfflineReleases();
  expect(service.told).toEqual([
    { ticket: "a", at: 1 },
    { ticket: "b", at: 1 },
  ]);
  expect(kept(mailbox)).toEqual([]);
});

test.each([
  ["refuse", 1],
  ["500", 1],
  ["429", 1],
  ["400", 0],
] as const)("a service that answers %s: %d left to be told", async (cut, left) => {
  const mailbox = new MailboxDouble();
  await keep(mailbox, "a");
  service.cut = () => cut;
  await tellOfflineReleases();
  expect(kept(mailbox)).toHaveLength(left);
});

test("the newest four, each once", async () => {
  const mailbox = new MailboxDouble();
  await keep(mailbox, "a", "b", "c", "d", "e", "d");
  expect(kept(mailbox).map(({ ticket }) => ticket)).toEqual(["b", "c", "e", "d"]);
});

test.each(["", "null", "7", "{}", '["x"]', "["])("%j is nothing to tell", async (text) => {
  const mailbox = new MailboxDouble();
  mailbox.roaming.set("sekisho.offline", text);
  installOffice({ mailbox });
  await tellOfflineReleases();
  expect(service.told).toEqual([]);
});

test("a mailbox that keeps nothing holds nothing up", async () => {
  const mailbox = new MailboxDouble();
  mailbox.faults.set(0, "fail");
  await keep(mailbox, "a");
  expect(mailbox.calls).toHaveLength(1);
});
