import fc from "fast-check";
import { canonicalDigest, fieldDigests } from "../../src/approval/digest";
import type { Message } from "../../src/core/message";
import { digestsOf, file, mail, recipient } from "./mails";

const TENANT = "11111111-2222-3333-4444-555555555555";

function digest(message: Message, tenant = TENANT): string {
  const result = canonicalDigest(message, tenant, digestsOf(message));
  if (result.state === "refused") throw new Error(result.code);
  return result.digest;
}

const refusal = (message: Message): string => {
  const result = canonicalDigest(message, TENANT, digestsOf(message));
  return result.state === "refused" ? result.code : "computed";
};

const logo = file("image001.png", "PNG", { inline: true, contentId: "logo" });
const rich = mail({
  recipients: [
    recipient("a@example.com"),
    recipient("b@example.com", "cc"),
    recipient("c@example.com", "bcc"),
    recipient("d@example.com"),
  ],
  bodyHtml: "<p>見積です。<a href='https://example.com/a'>こちら</a><img src='cid:logo'></p>",
  attachments: [file("見積.pdf", "PDF"), file("図.xlsx", "XLSX"), logo],
});

const same: readonly (readonly [what: string, changed: Message])[] = [
  ["the order of recipients", { ...rich, recipients: [...rich.recipients].reverse() }],
  [
    "the spelling of an address",
    {
      ...rich,
      recipients: rich.recipients.map((each) => ({
        ...each,
        address: each.address.replace("example.com", "ＥＸＡＭＰＬＥ。com."),
        name: "別名",
      })),
    },
  ],
  ["the order of attachments", { ...rich, attachments: [...rich.attachments].reverse() }],
  [
    "a client's handles",
    { ...rich, attachments: rich.attachments.map((a) => ({ ...a, id: "9" })) },
  ],
  [
    "the name and content id of a shown image",
    {
      ...rich,
      bodyHtml: rich.bodyHtml.replace("cid:logo", "cid:other%40x"),
      attachments: [
        ...rich.attachments.slice(0, 2),
        { ...logo, name: "x.png", contentId: "other@x" },
      ],
    },
  ],
  ["white space of the subject", { ...rich, subject: " 打ち合わせ\u00a0" }],
  ["looks", { ...rich, bodyHtml: rich.bodyHtml.replace("<p>", "<div style='color:red'>") }],
  ["the compose type", { ...rich, composeType: "reply" }],
];
test.each(same)("%s changes nothing", (_, changed) => expect(digest(changed)).toBe(digest(rich)));

const attachments = (changed: Partial<(typeof rich.attachments)[0]>): Message => ({
  ...rich,
  attachments: rich.attachments.map((each, i) => (i === 0 ? { ...each, ...changed } : each)),
});
const different: readonly (readonly [what: string, changed: Message])[] = [
  ["the sender", { ...rich, sender: { name: "", address: "x@example.co.jp" } }],
  ["the mailbox sent from", { ...rich, from: { name: "", address: "x@example.co.jp" } }],
  ["one recipient more", { ...rich, recipients: [...rich.recipients, recipient("e@example.com")] }],
  [
    "one recipient twice",
    { ...rich, recipients: [...rich.recipients, recipient("a@example.com")] },
  ],
  ["one recipient less", { ...rich, recipients: rich.recipients.slice(1) }],
  [
    "a recipient in another field",
    {
      ...rich,
      recipients: rich.recipients.map((each, i) => (i ? each : { ...each, field: "bcc" })),
    },
  ],
  [
    "a group of the same address",
    {
      ...rich,
      recipients: rich.recipients.map((each, i) => (i ? each : { ...each, group: true })),
    },
  ],
  ["the subject", { ...rich, subject: "打合せ" }],
  ["a letter of the body", { ...rich, bodyHtml: rich.bodyHtml.replace("見積", "見本") }],
  ["a link", { ...rich, bodyHtml: rich.bodyHtml.replace("/a", "/b") }],
  ["a file's name", attachments({ name: "見積2.pdf" })],
  ["a file's bytes", attachments({ content: file("", "PDG").content })],
  ["a file's place", attachments({ inline: true, contentId: "logo" })],
  ["a file less", { ...rich, attachments: rich.attachments.slice(1) }],
];
test.each(different)("%s changes the digest", (_, changed) => {
  expect(digest(changed)).not.toBe(digest(rich));
});

test("the tenant changes the digest", () => {
  expect(digest(rich, "other")).not.toBe(digest(rich));
});

test("groups and addresses that nobody can read are told apart", () => {
  const members = [
    recipient("", "to", { name: "顧客" }),
    recipient("", "to", { name: "顧客2" }),
    recipient("", "to", { name: "顧客", group: true }),
    recipient("顧客"),
    recipient("a@exаmple.com"),
    recipient("a@example.com"),
  ];
  const digests = members.map((each) => digest(mail({ recipients: [each] })));
  expect(new Set(digests).size).toBe(members.length);
});

test.each<[code: string, message: Message]>([
  ["recipient/capped", mail({ cappedFields: ["bcc"] })],
  [
    "attachment/cloud",
    mail({
      attachments: [file("a", "", { content: { state: "refused", code: "attachment/cloud" } })],
    }),
  ],
  ["extract/active-content", mail({ bodyHtml: "<script>x</script>" })],
  ["attachment/unreadable", mail({ bodyHtml: "<img src=cid:gone>" })],
  ["extract/damaged", mail({ subject: "a\ud800" })],
  ["extract/damaged", mail({ attachments: [file("a\udc00", "")] })],
])("no digest: %s", (code, message) => expect(refusal(message)).toBe(code));

test("an attachment without a digest has none", () => {
  expect(canonicalDigest(rich, TENANT, [])).toEqual({
    state: "refused",
    code: "attachment/unreadable",
  });
});

/** Two mails whose texts, put one after the other, are the same: only the borders differ. */
const shifted = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(..."ab,;@ \0あ"), minLength: 6, maxLength: 24 }),
    fc.nat(),
    fc.nat(),
  )
  .map(([text, a, b]) => [cut(text, a), cut(text, b)] as const)
  .filter(([a, b]) => JSON.stringify(a) !== JSON.stringify(b));

function cut(text: string, seed: number): Message {
  const borders = [0, 1, 2, 3, 4, 5]
    .map((i) => (seed >> (i * 4)) % (text.length + 1))
    .sort((a, b) => a - b);
  const part = (i: number): string => text.slice(borders[i], borders[i + 1]).trim();
  return mail({
    subject: part(0),
    recipients: [recipient(part(1)), recipient(part(2), "cc")].filter(
      (each) => each.address !== "",
    ),
    attachments: part(3) + part(4) === "" ? [] : [file(part(3), part(4))],
    bodyHtml: `<p>${text.slice(borders[5]).trim()}</p>`,
  });
}

test("10,000 pairs that differ in their borders: no equal digests", () => {
  let compared = 0;
  fc.assert(
    fc.property(shifted, ([a, b]) => {
      const differ = canonicalParts(a) !== canonicalParts(b);
      if (differ) compared += 1;
      return !differ || digest(a) !== digest(b);
    }),
    { numRuns: 12_000 },
  );
  expect(compared).toBeGreaterThanOrEqual(10_000);
});

/** What has to differ, spelled without the form under test. */
const canonicalParts = (message: Message): string =>
  JSON.stringify([
    message.subject.replace(/\s+/g, " "),
    message.recipients.map((each) => [each.field, each.address.replace(/\s+/g, " ").trim()]),
    message.attachments.map((each) => each.name.replace(/\s+/g, " ")),
    digestsOf(message),
    message.bodyHtml.replace(/\s+/g, " "),
  ]);

test("a mismatch names its field, and the salt hides it from other tickets", () => {
  const fields = (message: Message, salt = "ticket-1") => {
    const result = fieldDigests(message, TENANT, digestsOf(message), salt);
    if (result.state === "refused") throw new Error(result.code);
    return result.digests;
  };
  const before = fields(rich);
  const after = fields({ ...rich, subject: "別件" });
  const changed = Object.keys(before).filter(
    (field) => before[field as keyof typeof before] !== after[field as keyof typeof after],
  );
  expect(changed).toEqual(["subject"]);
  expect(
    Object.values(fields(rich, "ticket-2")).some((each) => Object.values(before).includes(each)),
  ).toBe(false);
  expect(fieldDigests(mail({ bodyHtml: "<script>" }), TENANT, [], "s").state).toBe("refused");
});
