import fc from "fast-check";
import { createCall } from "../../src/outlook/call";
import { keepOwnText, type Keeping, type OwnTextKept } from "../../src/outlook/own-text-only";
import { platform } from "../../src/outlook/platform";
import type { WriteFailure, Writing } from "../../src/outlook/rewrite-field";
import { undo } from "../../src/outlook/undo";
import { removeRecipients } from "../../src/outlook/write-recipients";
import { file, MailboxDouble, person, type Fault, type Person } from "./mailbox-double";
import { installOffice } from "./office-double";

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const head = person("head@in.example");
const outside = (count: number) =>
  Array.from({ length: count }, (_, index) => person(`out${index}@gmail.com`, "externalUser"));
const addresses = (people: readonly Person[]) => people.map(({ emailAddress }) => emailAddress);

const keeping: Keeping = {
  isKnown: ({ address }) => !address.startsWith("new"),
  isKept: ({ address }) => !address.endsWith("@in.example"),
  subject: (subject) => subject.replace("FW: ", ""),
  lines: (html) => [html.includes("own") ? "<own> words" : "", "more"],
};

const mail = () =>
  new MailboxDouble({
    to: [head],
    cc: outside(3),
    subject: "FW: list",
    html: "<p>own</p><p>quote</p>",
    attachments: [
      file("list.xlsx", "a"),
      file("logo.png", "b", { isInline: true }),
      file("map.pdf", "c"),
    ],
  });

const writingOf = (mailbox: MailboxDouble): Writing => ({
  call: createCall(),
  item: installOffice({ mailbox }),
  platform: platform(),
});

async function run<T>(work: Promise<T>): Promise<T> {
  await jest.advanceTimersByTimeAsync(900_000);
  return work;
}

const keep = (mailbox: MailboxDouble, how = keeping): Promise<OwnTextKept | WriteFailure> =>
  run(keepOwnText(writingOf(mailbox), how));

const state = ({ to, cc, bcc, subject, html, attachments }: MailboxDouble) => ({
  to: addresses(to),
  cc: addresses(cc),
  bcc: addresses(bcc),
  subject,
  html,
  files: attachments.map(({ name }) => name),
});

test("own words, own subject, those outside in Bcc; quote, files and everybody inside gone", async () => {
  const mailbox = mail();
  expect(await keep(mailbox)).toMatchObject({ ok: true, isPartly: false });
  expect(state(mailbox)).toEqual({
    to: [],
    cc: [],
    bcc: addresses(outside(3)),
    subject: "list",
    html: "<div>&lt;own&gt; words</div><div>more</div>",
    files: [],
  });
});

test("a single person outside stays where he is", async () => {
  const mailbox = mail();
  mailbox.cc = outside(1);
  await keep(mailbox);
  expect(state(mailbox)).toMatchObject({ to: [], cc: addresses(outside(1)), bcc: [] });
});

const UNFIT: readonly [string, Partial<MailboxDouble>, string][] = [
  ["a group", { to: [person("", "distributionList")] }, "outlook/field-not-rewritable"],
  ["somebody added since the check", { to: [person("new@in.example")] }, "outlook/changed"],
];
test.each(UNFIT)("%s: nothing is begun", async (_, more, code) => {
  const mailbox = Object.assign(mail(), more);
  const before = state(mailbox);
  expect(await keep(mailbox)).toMatchObject({ ok: false, code });
  expect(state(mailbox)).toEqual(before);
});

const LATE: readonly string[] = ["recipients.set", "body.set", "subject.set", "attachments.remove"];
test.each(LATE)("%s is refused: the mail is as it was", async (name) => {
  const mailbox = mail();
  const before = state(mailbox);
  mailbox.before = (call, index) => {
    const isFirst = mailbox.calls.filter((each) => each.name === name).length === 1;
    if (call.name === name && isFirst) mailbox.faults.set(index, "fail");
  };
  expect(await keep(mailbox)).toMatchObject({ ok: false, code: "outlook/failed" });
  expect(state(mailbox)).toEqual(before);
});

test("a text that cannot be put back is said", async () => {
  const mailbox = mail();
  mailbox.before = ({ name }, index) => {
    const isSecondBody = mailbox.calls.filter((each) => each.name === "body.set").length === 2;
    if (name === "subject.set" || (name === "body.set" && isSecondBody))
      mailbox.faults.set(index, "fail");
  };
  expect(await keep(mailbox)).toMatchObject({ ok: false, code: "outlook/half-done", missing: [] });
});

test("some files that stay are said, and the rest stays done", async () => {
  const mailbox = mail();
  mailbox.before = ({ name, params }, index) => {
    if (name === "attachments.remove" && params.id === "id-logo.png")
      mailbox.faults.set(index, "fail");
  };
  expect(await keep(mailbox)).toMatchObject({ ok: true, isPartly: true });
  expect(state(mailbox)).toMatchObject({ bcc: addresses(outside(3)), files: ["logo.png"] });
});

test("a client without the method is named so", async () => {
  const mailbox = mail();
  const writing = writingOf(mailbox);
  Object.assign(writing.item.body, { setAsync: undefined });
  const before = state(mailbox);
  const failed = await run(keepOwnText(writing, keeping));
  expect(failed).toMatchObject({ ok: false, code: "outlook/unsupported" });
  expect(state(mailbox)).toEqual(before);
});

const faults = fc.constantFrom<Fault>("fail", "silent", "unsaid", "throw");
test("loses no address, whatever call fails", async () => {
  const property = fc.asyncProperty(
    fc.array(fc.tuple(fc.nat(40), faults), { minLength: 1, maxLength: 3 }),
    async (failing) => {
      const mailbox = mail();
      const kept = addresses([...mailbox.to, ...mailbox.cc]);
      for (const [index, fault] of failing) mailbox.faults.set(index, fault);
      const result = await keep(mailbox);
      const now = addresses([...mailbox.to, ...mailbox.cc, ...mailbox.bcc]);
      const missing = result.ok ? [] : result.missing.map(({ address }) => address);
      for (const address of kept) {
        const mayGo = result.ok && address === head.emailAddress;
        expect(now.includes(address) || missing.includes(address) || mayGo).toBe(true);
      }
    },
  );
  await fc.assert(property, { numRuns: 80 });
});

test("taken back: text, subject and those inside return; those outside stay unseen", async () => {
  const mailbox = mail();
  const kept = await keep(mailbox);
  if (!kept.ok) throw new Error(kept.code);
  expect(await run(undo(writingOf(mailbox), kept.undo))).toEqual({ ok: true });
  expect(state(mailbox)).toMatchObject({
    to: [head.emailAddress],
    bcc: addresses(outside(3)),
    subject: "FW: list",
    html: "<p>own</p><p>quote</p>",
  });
});

test("nothing is taken back from somebody who went on writing", async () => {
  const mailbox = mail();
  const kept = await keep(mailbox);
  if (!kept.ok) throw new Error(kept.code);
  mailbox.html += "<p>and more</p>";
  const before = state(mailbox);
  const undone = await run(undo(writingOf(mailbox), kept.undo));
  expect(undone).toMatchObject({ ok: false, code: "outlook/changed" });
  expect(state(mailbox)).toEqual(before);
});

async function removed(): Promise<[MailboxDouble, OwnTextKept["undo"]]> {
  const mailbox = new MailboxDouble({ to: [head, ...outside(1)], cc: outside(3).slice(1) });
  const writing = writingOf(mailbox);
  const done = await run(removeRecipients(writing, ({ address }) => !address.endsWith("example")));
  if (!done.ok) throw new Error(done.code);
  return [mailbox, { removed: done.removed, content: null }];
}

test("removed recipients return to the fields that they came from, beside newer ones", async () => {
  const [mailbox, back] = await removed();
  mailbox.cc = [person("later@in.example")];
  expect(await run(undo(writingOf(mailbox), back))).toEqual({ ok: true });
  expect(state(mailbox)).toMatchObject({
    to: ["head@in.example", "out0@gmail.com"],
    cc: ["later@in.example", "out1@gmail.com", "out2@gmail.com"],
  });
});

test.each<Fault>(["fail", "silent", "throw"])("a client that answers with %s", async (fault) => {
  const [mailbox, back] = await removed();
  const from = mailbox.calls.length;
  mailbox.before = ({ name, params }, index) => {
    if (index >= from && name === "recipients.add" && params.field === "cc")
      mailbox.faults.set(index, fault);
  };
  const undone = await run(undo(writingOf(mailbox), back));
  expect(undone).toMatchObject({
    ok: false,
    code: "outlook/not-undone",
    missing: [{ address: "out1@gmail.com" }, { address: "out2@gmail.com" }],
  });
  expect(state(mailbox).to).toContain("out0@gmail.com");
});
