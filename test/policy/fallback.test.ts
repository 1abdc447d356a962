import fc from "fast-check";
import type { Policy } from "../../src/core/policy";
import { VERDICTS, type Verdict } from "../../src/core/verdict";
import { REFUSAL_CODES } from "../../src/core/refusal";
import { decide } from "../../src/policy/decide";
import { strictPolicy } from "../../src/policy/default";
import { parsePolicy } from "../../src/policy/schema";
import { recipientCensus } from "../../src/inspection/recipients";
import { recipient } from "../approval/mails";
import { EMPTY, inputOf, type Content } from "./inputs";

/**
 * Where no signed policy is known the strict default stands, with the role of staff. Compared with
 * whatever policy a company may publish, for either role.
 */
const OWN = ["example.co.jp"];
const DOMAINS = ["example.co.jp", "partner.co.jp", "gmail.com", "docomo.ne.jp", "company.co.jp"];
const limit = fc.oneof(fc.integer({ min: 1, max: 15 }), fc.constantFrom(99, 100, 1000, 1_000_000));

const policies: fc.Arbitrary<Policy> = fc
  .record({
    version: fc.constant(1 as const),
    serial: fc.nat(1000),
    individual: fc.constantFrom("all-outside", "data-or-file", "others-only"),
    insideDomains: fc.subarray(DOMAINS),
    consumerDomains: fc.subarray(DOMAINS),
    visible: fc.record({
      consumerConfirm: limit,
      consumerBlock: limit,
      companyAddressesBlock: limit,
      companyDomainsBlock: limit,
    }),
    bulk: fc.record({ outsideAddresses: limit }),
    others: fc.record({ many: limit, twoManagers: limit, consumerBlock: limit }),
  })
  .map((json) => parsePolicy(json))
  .filter((read) => "policy" in read)
  .map((read) => (read as { policy: Policy }).policy);

const content: fc.Arbitrary<Content> = fc.record({
  others: fc.constantFrom(0, 0, 1, 50, 100, 1000),
  refusals: fc.subarray(REFUSAL_CODES.slice(0, 10), { maxLength: 2 }),
  sha256: fc.constantFrom("", "a".repeat(64), "b".repeat(64)),
  bytes: fc.constantFrom(10, 200_000),
});

let serial = 0;
const recipients = fc
  .tuple(fc.constantFrom(...DOMAINS), fc.constantFrom("to", "cc", "bcc"), fc.nat(9))
  .map(([domain, field, odds]) =>
    recipient(odds === 0 ? "" : `p${(serial += 1)}@${domain}`, field as "to", {
      group: odds === 1,
    }),
  );

/** Mails that may leave freely would be rare among random ones. */
const colleagues = fc
  .integer({ min: 1, max: 4 })
  .map((count) =>
    Array.from({ length: count }, (_, i) => recipient(`c${i}@${OWN[0] ?? ""}`, "to")),
  );

const mails = fc.record({
  recipients: fc.oneof(fc.array(recipients, { maxLength: 14 }), colleagues),
  body: content,
  files: fc.array(content, { maxLength: 2 }),
  inline: fc.subarray([0, 1]),
  quotesInside: fc.boolean(),
  textStays: fc.boolean(),
  outsideAdded: fc.boolean(),
  isCapped: fc.boolean(),
  addressee: fc.constantFrom(null, "山田"),
  history: fc.constantFrom(
    { state: "unknown" as const },
    { state: "known" as const, baseline: { ...EMPTY, attachments: ["a".repeat(16)] } },
  ),
});
type Mail = typeof mails extends fc.Arbitrary<infer T> ? T : never;

function verdict(mail: Mail, policy: Policy, role: "staff" | "manager"): Verdict {
  const input = inputOf({ ...mail, role, over: { policy, textStays: mail.textStays } });
  const message = {
    ...input.message,
    recipients: mail.recipients,
    cappedFields: mail.isCapped ? (["to"] as const) : [],
  };
  const named = { addressee: mail.addressee, files: [{ index: 0, name: "佐藤" }] };
  return decide({
    ...input,
    message,
    census: recipientCensus(message, [...OWN, ...policy.insideDomains]),
    report: { ...input.report, named, quotesInside: mail.quotesInside },
    outsideAdded: mail.outsideAdded,
  }).verdict;
}

const weight = (each: Verdict): number => VERDICTS.indexOf(each);
const fallback = (mail: Mail): Verdict => verdict(mail, strictPolicy, "staff");
const roles = fc.constantFrom("staff" as const, "manager" as const);
/** Leaves on the sender's word alone, or on nobody's. */
const leavesFreely = (each: Verdict): boolean => weight(each) < weight("sign-off");

test("without a policy nothing leaves freely that any policy would stop or have signed off", () => {
  let free = 0;
  fc.assert(
    fc.property(mails, policies, roles, (mail, policy, role) => {
      if (!leavesFreely(fallback(mail))) return true;
      free += 1;
      return leavesFreely(verdict(mail, policy, role));
    }),
    { numRuns: 6000 },
  );
  expect(free).toBeGreaterThan(200);
});

/**
 * A policy may be stricter than the default in steps that a ticket cannot do without: it may block
 * where the default asks for a sign-off (which the service gives by the policy in force), or have a
 * list that stays inside confirmed where the default lets it go. These are the fields that do so;
 * with the default's own values as a floor nothing else does.
 */
const clamped = ({ visible, others, ...rest }: Policy): Policy => ({
  ...rest,
  // More of them, or fewer, moves addresses from one visible limit to the other.
  consumerDomains: strictPolicy.consumerDomains,
  visible: {
    consumerConfirm: Math.max(visible.consumerConfirm, strictPolicy.visible.consumerConfirm),
    consumerBlock: Math.max(visible.consumerBlock, strictPolicy.visible.consumerBlock),
    companyAddressesBlock: Math.max(
      visible.companyAddressesBlock,
      strictPolicy.visible.companyAddressesBlock,
    ),
    companyDomainsBlock: Math.max(
      visible.companyDomainsBlock,
      strictPolicy.visible.companyDomainsBlock,
    ),
  },
  others: {
    many: Math.max(others.many, strictPolicy.others.many),
    twoManagers: others.twoManagers,
    consumerBlock: Math.max(others.consumerBlock, strictPolicy.others.consumerBlock),
  },
});

test("step for step it is never weaker than a policy whose limits are not below its own", () => {
  fc.assert(
    fc.property(mails, policies, roles, (mail, policy, role) => {
      return weight(fallback(mail)) >= weight(verdict(mail, clamped(policy), role));
    }),
    { numRuns: 6000 },
  );
});

const plain: Mail = {
  recipients: [],
  body: {},
  files: [],
  inline: [],
  quotesInside: false,
  textStays: false,
  outsideAdded: false,
  isCapped: false,
  addressee: null,
  history: { state: "unknown" },
};
const to = (...addresses: string[]) => addresses.map((each) => recipient(each));
const { visible, others } = strictPolicy;

test.each<[field: string, mail: Partial<Mail>, policy: Partial<Policy>, steps: string]>([
  [
    "visible.consumerBlock",
    { recipients: to("a@gmail.com") },
    { visible: { ...visible, consumerConfirm: 1, consumerBlock: 1 } },
    "sign-off, block",
  ],
  [
    "visible.companyAddressesBlock",
    { recipients: to("a@company.co.jp") },
    { visible: { ...visible, companyAddressesBlock: 1 } },
    "sign-off, block",
  ],
  [
    "visible.companyDomainsBlock",
    { recipients: to("a@company.co.jp") },
    { visible: { ...visible, companyDomainsBlock: 1 } },
    "sign-off, block",
  ],
  [
    "others.consumerBlock",
    { recipients: to("a@gmail.com"), body: { others: 1 } },
    { others: { ...others, consumerBlock: 1 } },
    "sign-off, block",
  ],
  [
    "consumerDomains",
    { recipients: to("a@one.co.jp", "b@one.co.jp", "c@one.co.jp") },
    { consumerDomains: ["one.co.jp"] },
    "sign-off, block",
  ],
  [
    "others.many",
    { recipients: to("a@example.co.jp", "b@example.co.jp"), body: { others: 1 } },
    { others: { ...others, many: 1 } },
    "allow, confirm",
  ],
])("%s below the default's is a step stricter than the fallback", (_, mail, policy, steps) => {
  const each = { ...plain, ...mail };
  const published = verdict(each, { ...strictPolicy, ...policy }, "staff");
  expect(`${fallback(each)}, ${published}`).toBe(steps);
});
