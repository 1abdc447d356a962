import type { Judgement } from "../../../src/core/judgement";
import type { Message } from "../../../src/core/message";
import type { TicketClaims } from "../../../src/core/sign-off";
import type { RuleId, RuleResult } from "../../../src/core/verdict";
import { canonicalDigest, fieldDigests } from "../../../src/approval/digest";
import { coverage, type Gap, type Leaving } from "../../../src/approval/tokens/coverage";
import { offlineRefusal, type OfflineLeaving } from "../../../src/approval/tokens/offline";
import { digestsOf as hashes, file, mail, recipient } from "../mails";
import { NOW, TENANT, ticketClaims } from "./keys";

const ITEM = "item-1";
const SENDER = "sales1@example.co.jp";

const signedOff: Message = mail({
  subject: "お見積り",
  bodyHtml: "<p>ご確認ください。</p>",
  recipients: [recipient("yamada@company.co.jp")],
  attachments: [file("見積.xlsx", "100")],
});

const result = (rule: RuleId, over: Partial<RuleResult> = {}): RuleResult => ({
  rule,
  verdict: "sign-off",
  approvers: 1,
  facts: {},
  attachments: [],
  fixes: [],
  ...over,
});

const judged = (message: Message, results: readonly RuleResult[]): Judgement => ({
  report: undefined as never,
  decision: { verdict: "sign-off", results, recipients: undefined as never },
  digest: canonicalDigest(message, TENANT, hashes(message)),
});

const RESULTS = [result("others-to-outside"), result("attachment-to-outside")];

const leaving = (message: Message = signedOff, over: Partial<Leaving> = {}): Leaving => ({
  message,
  judgement: judged(message, RESULTS),
  attachmentDigests: hashes(message),
  sender: SENDER,
  item: ITEM,
  now: NOW,
  ...over,
});

function issued(over: Partial<TicketClaims> = {}): TicketClaims {
  const claims = ticketClaims();
  const digest = canonicalDigest(signedOff, TENANT, hashes(signedOff));
  const fields = fieldDigests(signedOff, TENANT, hashes(signedOff), claims.jti);
  if (digest.state === "refused" || fields.state === "refused") throw new Error("no digest");
  return { ...claims, digest: digest.digest, fields: fields.digests, ...over };
}

test("the mail that was signed off is covered", () => {
  expect(coverage(issued(), leaving())).toEqual([]);
});

const also = (extra: Partial<Message>): Message => ({ ...signedOff, ...extra });
const more = (field: "to" | "cc" | "bcc") =>
  also({ recipients: [...signedOff.recipients, { ...recipient("sato@company.co.jp"), field }] });

test.each<[field: string, message: Message]>([
  ["to", more("to")],
  ["cc", more("cc")],
  ["bcc", more("bcc")],
  ["subject", also({ subject: "お見積り2" })],
  ["body", also({ bodyHtml: "<p>ご確認ください。</p><p>至急</p>" })],
  ["attachments", also({ attachments: [file("見積.xlsx", "101")] })],
  ["attachments", also({ attachments: [file("別名.xlsx", "100")] })],
  ["attachments", also({ attachments: [] })],
  ["from", also({ from: { name: "", address: "store@example.co.jp" } })],
  ["sender", also({ sender: { name: "", address: "other@example.co.jp" } })],
])("a changed %s is named, and nothing else", (field, message) => {
  expect(coverage(issued(), leaving(message))).toEqual([{ type: "field", field }]);
});

test("several changes are named together", () => {
  const message = also({ subject: "x", bodyHtml: "y" });
  expect(coverage(issued(), leaving(message)).map((gap) => "field" in gap && gap.field)).toEqual([
    "subject",
    "body",
  ]);
});

const ruled = (...results: RuleResult[]) =>
  leaving(signedOff, { judgement: judged(signedOff, [...RESULTS, ...results]) });
const rule = (name: RuleId): Gap => ({ type: "rule", rule: name });
const mass = result("mass-data-to-consumer", { verdict: "block", approvers: 0 });
const visible = result("visible-outside-addresses", { verdict: "block", approvers: 0 });

test.each<[string, Partial<TicketClaims>, Leaving, readonly Gap[]]>([
  [
    "a finding that was not before the approvers",
    {},
    ruled(result("came-along")),
    [rule("came-along")],
  ],
  ["a stop for the officer that nobody lifted", {}, ruled(mass), [rule("mass-data-to-consumer")]],
  [
    "one that was lifted",
    { covers: ["others-to-outside", "attachment-to-outside", "mass-data-to-consumer"] },
    ruled(mass),
    [],
  ],
  [
    "addresses in sight, even where the ticket names them",
    { covers: ["others-to-outside", "attachment-to-outside", "visible-outside-addresses"] },
    ruled(visible),
    [rule("visible-outside-addresses")],
  ],
  [
    "more approvers than it has",
    {},
    leaving(signedOff, {
      judgement: judged(signedOff, [result("others-to-outside", { approvers: 2 })]),
    }),
    [rule("others-to-outside")],
  ],
  [
    "another sender",
    {},
    leaving(signedOff, { sender: "sales2@example.co.jp" }),
    [{ type: "sender" }],
  ],
  [
    "another item: a reply, a forward, a resend",
    {},
    leaving(signedOff, { item: "item-2" }),
    [{ type: "item" }],
  ],
  ["its end", {}, leaving(signedOff, { now: NOW + 3600 }), [{ type: "expired" }]],
  [
    "a clock long before its issue",
    {},
    leaving(signedOff, { now: NOW - 131 }),
    [{ type: "expired" }],
  ],
  ["a clock that does not say", {}, leaving(signedOff, { now: NaN }), [{ type: "expired" }]],
  [
    "a tenant in the digest alone",
    { digest: "b".repeat(64) },
    leaving(),
    [{ type: "digest", code: null }],
  ],
])("%s", (_, over, case_, gaps) => expect(coverage(issued(over), case_)).toEqual(gaps));

test("a mail without a digest is never covered", () => {
  const cloud = also({
    attachments: [
      { ...file("見積.xlsx", "100"), content: { state: "refused", code: "attachment/cloud" } },
    ],
  });
  expect(coverage(issued(), leaving(cloud))).toEqual([
    { type: "digest", code: "attachment/cloud" },
  ]);
});

describe("without an answer of the service", () => {
  const offline = (over: Partial<OfflineLeaving> = {}, ticket: Partial<TicketClaims> = {}) =>
    offlineRefusal(issued(ticket), {
      failure: { type: "network" },
      refusedBefore: false,
      gaps: [],
      message: signedOff,
      now: NOW,
      greatestServiceTime: NOW - 5,
      ...over,
    });
  const status = (code: number) => ({ failure: { type: "answered" as const, status: code } });
  const group = also({ recipients: [{ ...recipient("all@company.co.jp"), group: true }] });

  test.each<[string, Partial<OfflineLeaving>, Partial<TicketClaims>, string | null]>([
    ["no network", {}, {}, null],
    ["no answer in time", { failure: { type: "timeout" } }, {}, null],
    ["500", status(500), {}, null],
    ["503", status(503), {}, null],
    ["599", status(599), {}, null],
    ["400", status(400), {}, "answered"],
    ["404", status(404), {}, "answered"],
    ["409", status(409), {}, "answered"],
    ["429", status(429), {}, "answered"],
    ["a page of a hotel's network", status(200), {}, "answered"],
    ["a redirect", status(302), {}, "answered"],
    ["a status that is none", status(NaN), {}, "answered"],
    ["a refusal, then the line is cut", { refusedBefore: true }, {}, "answered"],
    ["anything not covered", { gaps: [{ type: "item" }] }, {}, "not-covered"],
    ["a group", { message: group }, {}, "group-recipient"],
    ["policy without it", {}, { offlineUntil: 0 }, "off"],
    ["the last second", { now: NOW + 600 }, {}, null],
    ["one later", { now: NOW + 601 }, {}, "ended"],
    ["two minutes before the issue", { now: NOW - 130, greatestServiceTime: 0 }, {}, null],
    ["earlier", { now: NOW - 131, greatestServiceTime: 0 }, {}, "clock"],
    ["a clock set back", { greatestServiceTime: NOW + 1 }, {}, "clock"],
    ["a clock that does not say", { now: NaN }, {}, "clock"],
  ])("%s: %s", (_, over, ticket, expected) => expect(offline(over, ticket)).toBe(expected));
});
