import { canonicalDigest } from "../../src/approval/digest";
import { drive } from "../../src/core/drive";
import type { Case, Judgement } from "../../src/core/judgement";
import { BATCH_LIMITS } from "../../src/core/limits";
import type { Message } from "../../src/core/message";
import { baselineOf } from "../../src/judgement/baseline";
import { judge } from "../../src/judgement/judge";
import { strictPolicy } from "../../src/policy/default";
import { digestsOf, file, mail, recipient } from "../approval/mails";

const INSIDE = ["example.co.jp"];
const TENANT = "tenant-1";

const judgeMail = (message: Message, over: Partial<Case> = {}): Judgement =>
  drive(
    judge({
      message,
      history: { state: "known", baseline: baselineOf(mail({ recipients: [] }), "n", INSIDE) },
      role: "staff",
      policy: strictPolicy,
      insideDomains: INSIDE,
      tenant: TENANT,
      limits: BATCH_LIMITS,
      clock: () => 0,
      ...over,
    }),
  );
const rules = ({ decision }: Judgement): string[] =>
  decision.results.map(({ rule, verdict }) => `${verdict} ${rule}`);

test("a clean inside mail leaves, with its digest", () => {
  const judgement = judgeMail(mail());
  expect(judgement.decision).toEqual({
    verdict: "allow",
    results: [],
    recipients: { internal: 1, external: 0, unclear: 0, visibleExternal: 0 },
  });
  expect(judgement.digest).toEqual(canonicalDigest(mail(), TENANT, []));
});

test("inside domains come from the tenant and from the policy", () => {
  const message = mail({ recipients: [recipient("a@partner.co.jp")] });
  expect(judgeMail(message).decision.verdict).toBe("sign-off");
  const policy = { ...strictPolicy, insideDomains: ["partner.co.jp"] };
  expect(judgeMail(message, { policy }).decision.verdict).toBe("allow");
});

test("a list typed by hand: rows of names and numbers to a customer", () => {
  const rows = Array.from(
    { length: 120 },
    (_, i) => `客様${i}郎,090-${String(1000 + i)}-${String(5000 + i)},k${i}@docomo.ne.jp`,
  );
  const list = file("名簿.csv", `氏名,携帯電話,メール\n${rows.join("\n")}\n`);
  const message = mail({ recipients: [recipient("a@gmail.com")], attachments: [list] });
  const judgement = judgeMail(message);
  expect(judgement.report.others).toBe(120);
  expect(rules(judgement)[0]).toBe("block mass-data-to-consumer");
  expect(judgement.digest).toEqual(canonicalDigest(message, TENANT, digestsOf(message)));
});

const head = mail({
  composeType: "forward",
  recipients: [],
  bodyHtml:
    "<p></p><p>名簿を各自のお客様への連絡に使ってください。</p><p>締め切りは金曜日です。</p>",
  attachments: [file("案内.txt", "ご案内の文章です。")],
});
const history = { state: "known", baseline: baselineOf(head, "n", INSIDE) } as const;
const customer = recipient("a@company.co.jp");

test("a forward that turns outside is recognised, and so is what was removed", () => {
  const whole = { ...head, recipients: [customer] };
  expect(rules(judgeMail(whole, { history }))).toContain("sign-off came-along");
  const quoteOnly = { ...whole, attachments: [] };
  expect(rules(judgeMail(quoteOnly, { history }))).toContain("confirm came-along");
  const own = { ...quoteOnly, bodyHtml: "<p>いつもお世話になっております。</p>" };
  expect(rules(judgeMail(own, { history })).join()).not.toMatch(/came-along/);
  const inside = [recipient("b@example.co.jp")];
  expect(rules(judgeMail({ ...whole, recipients: inside }, { history }))).toEqual([]);
});

test("an answer to those who wrote the quote is ordinary", () => {
  const reply = mail({ ...head, composeType: "reply", attachments: [], recipients: [customer] });
  const began = { state: "known", baseline: baselineOf(reply, "n", INSIDE) } as const;
  expect(rules(judgeMail(reply, { history: began })).join()).not.toMatch(/came-along/);
  const more = { ...reply, recipients: [customer, recipient("b@other.co.jp", "cc")] };
  expect(rules(judgeMail(more, { history: began }))).toContain("confirm came-along");
});

test("what cannot be read has a decision and no digest", () => {
  const cloud = file("a", "", { content: { state: "refused", code: "attachment/cloud" } });
  const judgement = judgeMail(mail({ recipients: [customer], attachments: [cloud] }));
  expect(rules(judgement)).toContain("sign-off could-not-look");
  expect(judgement.digest).toEqual({ state: "refused", code: "attachment/cloud" });
});

test("a manager answers for a file alone", () => {
  const message = mail({ recipients: [customer], attachments: [file("案内.txt", "ご案内です。")] });
  expect(judgeMail(message, { role: "manager" }).decision.verdict).toBe("confirm");
  expect(judgeMail(message).decision.verdict).toBe("sign-off");
});

describe("an attachment that the body shows", () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const image = file("a", "", { content: { state: "read", bytes: png } });
  const list = file("a.csv", "品名,値段\nねじ,3\n");
  const withImage = file("a.html", `<img src="data:image/png;base64,${"A".repeat(200_000)}">`);
  const cites = '<p>a</p><img src="cid:i">';

  test.each([
    ["is no file where it is an image", image, cites, "allow"],
    ["is a file where it is none", list, cites, "confirm"],
    ["is a file where it only holds an image", withImage, cites, "confirm"],
    ["is a file where it is only linked", list, '<a href="cid:i">a</a>', "confirm"],
  ])("%s", (_, attachment, bodyHtml, verdict) => {
    const attachments = [{ ...attachment, inline: true, contentId: "i" }];
    const message = mail({ recipients: [customer], attachments, bodyHtml });
    const { decision } = judgeMail(message, { role: "manager" });
    expect(decision.verdict).toBe(verdict);
    const isFile = decision.results.some(({ rule }) => rule === "attachment-to-outside");
    expect(isFile).toBe(verdict === "confirm");
  });
});

test.each([
  '<iframe src="https://example.com/"></iframe>',
  "<script>a()</script>",
  '<a href="javascript:a()">a</a>',
  '<!--[if mso]><p onclick="a()"><![endif]-->',
  "<!--[if mso]><p>".repeat(20_000),
])("a body that is active could not be looked into: %.50s", (bodyHtml) => {
  const many = [customer, recipient("b@company.co.jp", "bcc")];
  const { report, decision } = judgeMail(mail({ recipients: many, bodyHtml }), { role: "manager" });
  expect(report.parts[1]?.refusals.map(({ code }) => code)).toEqual(["extract/active-content"]);
  expect(report.status).not.toBe("clean");
  expect(decision.verdict).toBe("sign-off");
});

test("the same case gives the same judgement", () => {
  const message = { ...head, recipients: [customer] };
  expect(judgeMail(message, { history })).toEqual(judgeMail(message, { history }));
});
