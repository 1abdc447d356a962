import fc from "fast-check";
import { createCall } from "../../src/outlook/call";
import { platform } from "../../src/outlook/platform";
import type { WriteFailure } from "../../src/outlook/rewrite-field";
import {
  moveOutsideToBcc,
  removeRecipients,
  type RecipientsWritten,
} from "../../src/outlook/write-recipients";
import { MailboxDouble, person, type Fault, type Person } from "./mailbox-double";
import { installOffice } from "./office-double";

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const isOutside = ({ address }: { address: string }): boolean => !address.endsWith("@in.example");
const inside = (count: number) =>
  Array.from({ length: count }, (_, index) => person(`in${index}@in.example`));
const outside = (count: number) =>
  Array.from({ length: count }, (_, index) => person(`out${index}@gmail.com`, "externalUser"));
const addresses = (people: readonly Person[]) => people.map(({ emailAddress }) => emailAddress);
const group = person("", "distributionList");

async function fix(
  mailbox: MailboxDouble,
  which: typeof moveOutsideToBcc,
): Promise<RecipientsWritten | WriteFailure> {
  const item = installOffice({ mailbox });
  const result = which({ call: createCall(), item, platform: platform() }, isOutside);
  await jest.advanceTimersByTimeAsync(600_000);
  return result;
}

test("moves 29 outside addresses of Cc into Bcc and leaves the rest", async () => {
  const mailbox = new MailboxDouble({ to: inside(2), cc: [...outside(29), ...inside(1)] });
  expect(await fix(mailbox, moveOutsideToBcc)).toMatchObject({ ok: true, changed: 29, left: [] });
  expect(addresses(mailbox.to)).toEqual(["in0@in.example", "in1@in.example"]);
  expect(addresses(mailbox.cc)).toEqual(["in0@in.example"]);
  expect(addresses(mailbox.bcc)).toEqual(addresses(outside(29)));
});

test("writes in batches that Outlook takes", async () => {
  const mailbox = new MailboxDouble({ to: [...inside(230), ...outside(250)] });
  expect(await fix(mailbox, moveOutsideToBcc)).toMatchObject({ ok: true, changed: 250, left: [] });
  expect(mailbox.to).toHaveLength(230);
  expect(mailbox.bcc).toHaveLength(250);
});

test("adds an address to Bcc once", async () => {
  const [a, b] = outside(2) as [Person, Person];
  const mailbox = new MailboxDouble({ to: [a], cc: [a, b], bcc: [b] });
  expect(await fix(mailbox, moveOutsideToBcc)).toMatchObject({ ok: true });
  expect(addresses(mailbox.bcc).sort()).toEqual(["out0@gmail.com", "out1@gmail.com"]);
});

test("never rewrites a field with a group, and says so", async () => {
  const mailbox = new MailboxDouble({ to: [group, ...outside(2)], cc: outside(1) });
  expect(await fix(mailbox, moveOutsideToBcc)).toMatchObject({
    ok: true,
    changed: 1,
    left: ["to"],
  });
  expect(mailbox.to).toEqual([group, ...outside(2)]);
  expect(addresses(mailbox.bcc)).toEqual(["out0@gmail.com"]);
});

test.each([
  ["a group", [group, ...outside(2)]],
  ["an entry without address", [person(""), ...outside(2)]],
  ["a list that may be cut off", outside(500)],
])("refuses where all is in a field with %s", async (_title, to) => {
  const mailbox = new MailboxDouble({ to: [...to] });
  const failure = { ok: false, code: "outlook/field-not-rewritable", missing: [] };
  expect(await fix(mailbox, moveOutsideToBcc)).toEqual(failure);
  expect(await fix(mailbox, removeRecipients)).toEqual(failure);
  expect(mailbox.to).toEqual(to);
});

test("removes outside recipients from all three fields", async () => {
  const mailbox = new MailboxDouble({
    to: [...inside(1), ...outside(1)],
    cc: outside(2),
    bcc: [...outside(3), ...inside(1)],
  });
  expect(await fix(mailbox, removeRecipients)).toMatchObject({ ok: true, changed: 6, left: [] });
  expect([mailbox.to, mailbox.cc, mailbox.bcc].map(addresses)).toEqual([
    ["in0@in.example"],
    [],
    ["in0@in.example"],
  ]);
});

test("stops without writing where the mail changed under it", async () => {
  const mailbox = new MailboxDouble({ cc: outside(2) });
  mailbox.before = ({ name, params }) => {
    const reads = mailbox.calls.filter(({ params: { field } }) => field === "cc").length;
    if (name === "recipients.get" && params.field === "cc" && reads === 2)
      mailbox.cc = [...mailbox.cc, person("new@in.example")];
  };
  expect(await fix(mailbox, removeRecipients)).toMatchObject({ code: "outlook/changed" });
  expect(addresses(mailbox.cc)).toContain("new@in.example");
});

test("says who is missing where undoing fails too", async () => {
  const mailbox = new MailboxDouble({ to: [...inside(150), ...outside(1)] });
  mailbox.before = ({ name }, index) => {
    if (name === "recipients.add") mailbox.faults.set(index, "fail");
  };
  const result = await fix(mailbox, removeRecipients);
  expect(result).toMatchObject({ ok: false, code: "outlook/not-undone" });
  const missing = result.ok ? [] : result.missing.map(({ address }) => address);
  const before = addresses([...inside(150), ...outside(1)]);
  expect([...addresses(mailbox.to), ...missing].sort()).toEqual(before.sort());
});

const faults = fc.constantFrom<Fault>("fail", "silent", "unsaid", "throw");

test.each([
  ["moving", moveOutsideToBcc],
  ["removing", removeRecipients],
] as const)("%s loses no address, whatever call fails", async (_title, which) => {
  const property = fc.asyncProperty(
    fc.nat(140),
    fc.nat(140),
    fc.boolean(),
    fc.array(fc.tuple(fc.nat(30), faults), { minLength: 1, maxLength: 3 }),
    async (insiders, outsiders, withGroup, failing) => {
      const mailbox = new MailboxDouble({
        to: [...inside(insiders), ...outside(2)],
        cc: [...outside(outsiders), ...inside(3)],
        bcc: withGroup ? [group] : [],
      });
      for (const [index, fault] of failing) mailbox.faults.set(index, fault);
      const kept = new Set(addresses([...mailbox.to, ...mailbox.cc]));
      const result = await fix(mailbox, which);
      const now = new Set(addresses([...mailbox.to, ...mailbox.cc, ...mailbox.bcc]));
      const missing = new Set(result.ok ? [] : result.missing.map(({ address }) => address));
      const mayGo = (address: string) =>
        result.ok && which === removeRecipients && address.endsWith("@gmail.com");
      for (const address of kept)
        expect(now.has(address) || missing.has(address) || mayGo(address)).toBe(true);
      if (withGroup) expect(mailbox.bcc).toContainEqual(group);
    },
  );
  await fc.assert(property, { numRuns: 60 });
});
