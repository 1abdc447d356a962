import type { FixId } from "../../src/core/verdict";
import { createCall } from "../../src/outlook/call";
import { createOpening } from "../../src/outlook/opening";
import { sendHandler } from "../../src/outlook/send-handler";
import { judge } from "../../src/judgement/judge";
import { judgeInSteps } from "../../src/pane/inspection/judge-in-steps";
import { outlookReview } from "../../src/pane/outlook-review";
import type { FixRequest } from "../../src/pane/review/fix";
import { offersOf } from "../../src/pane/review/offers";
import { createReview, type Review } from "../../src/pane/review/review";
import { confirmRules } from "../../src/pane/review/state";
import { file, MailboxDouble, person, type Fault } from "../outlook/mailbox-double";
import { installOffice } from "../outlook/office-double";

beforeEach(() => void jest.useFakeTimers({ doNotFake: ["performance", "queueMicrotask"] }));
afterEach(() => void jest.useRealTimers());

const customer = (index: number) => person(`customer${index}@gmail.com`, "externalUser");
const customers = (count: number) => Array.from({ length: count }, (_, index) => customer(index));
const colleague = person("head@dealer.example.jp");

const CSV = ["氏名,住所,携帯電話"]
  .concat(
    ["佐藤 花子", "鈴木 一郎", "高橋 健一", "田中 美咲"].map(
      (name, index) => `${name},東京都港区芝${index + 1}-2-3,090-1234-567${index}`,
    ),
  )
  .join("\r\n");
const list = () => file("名簿.csv", CSV);

const judgeHere = judgeInSteps(
  () => Promise.resolve(judge),
  Date.now,
  () => Promise.resolve(),
);

async function open(mailbox: MailboxDouble): Promise<Review> {
  const item = installOffice({ mailbox });
  const review = createReview(outlookReview(createCall(), item, judgeHere));
  review.check();
  await rest();
  return review;
}

const rest = () => jest.advanceTimersByTimeAsync(120_000);
const verdict = (review: Review) => review.state().checked?.judgement.decision.verdict;
const rules = (review: Review) =>
  review.state().checked?.judgement.decision.results.map(({ rule }) => rule) ?? [];

/** The first button of that kind on the screen. */
function button(review: Review, fix: FixId): FixRequest {
  const { checked } = review.state();
  const offers = (checked?.judgement.decision.results ?? []).flatMap((result) =>
    checked === null ? [] : offersOf(result, checked.job),
  );
  const found = offers.find((each) => each.fix === fix);
  if (found === undefined) throw new Error(`no button: ${fix}`);
  return found;
}

async function press(review: Review, request: FixRequest): Promise<void> {
  review.fix(request);
  await rest();
}

const accident = () =>
  new MailboxDouble({
    to: [colleague],
    cc: customers(29),
    subject: "FW: お客様へのご案内",
    html: "<p>ご案内します。</p><p>差出人: 本部</p><p>送信日時: 7月18日</p><p>名簿です。</p>",
    attachments: [list()],
  });

test("moving to Bcc changes the mail, and the mail is judged anew", async () => {
  const mailbox = accident();
  const review = await open(mailbox);
  expect(verdict(review)).toBe("block");
  expect(rules(review)).toContain("visible-outside-addresses");
  await press(review, button(review, "move-outside-to-bcc"));
  expect(mailbox.cc).toHaveLength(0);
  expect(mailbox.bcc).toHaveLength(29);
  expect(review.state()).toMatchObject({ phase: { name: "judged" }, lastFix: { problem: null } });
  expect(rules(review)).not.toContain("visible-outside-addresses");
});

test("removing everybody outside makes the mail an inside one", async () => {
  const mailbox = accident();
  const review = await open(mailbox);
  await press(review, button(review, "remove-outside-recipients"));
  expect(mailbox.cc).toHaveLength(0);
  expect(mailbox.to).toHaveLength(1);
  expect(rules(review)).not.toContain("others-to-outside");
});

test("removing some leaves the others", async () => {
  const mailbox = accident();
  const review = await open(mailbox);
  await press(review, {
    ...button(review, "remove-outside-recipients"),
    addresses: ["Customer0@gmail.com"],
  });
  expect(mailbox.cc).toHaveLength(28);
});

test("removing what came along takes its findings away", async () => {
  const mailbox = accident();
  const review = await open(mailbox);
  expect(review.state().checked?.judgement.report.others).toBeGreaterThan(0);
  await press(review, button(review, "remove-came-along"));
  expect(mailbox.attachments).toEqual([]);
  expect(review.state().checked?.judgement.report.others).toBe(0);
});

test("the own text only: no quote, no file, nobody inside", async () => {
  const mailbox = accident();
  mailbox.composeType = "forward";
  const review = await open(mailbox);
  await press(review, button(review, "my-text-only"));
  expect(mailbox).toMatchObject({
    to: [],
    cc: [],
    subject: "お客様へのご案内",
    html: "<div>ご案内します。</div>",
    attachments: [],
  });
  expect(mailbox.bcc).toHaveLength(29);
  expect(review.state().lastFix?.problem).toBeNull();
  expect(rules(review)).not.toContain("came-along");
});

test("what was typed since the check is kept", async () => {
  const mailbox = accident();
  const review = await open(mailbox);
  mailbox.html = `<p>追伸です。</p>${mailbox.html}`;
  await press(review, button(review, "my-text-only"));
  expect(mailbox.html).toBe("<div>追伸です。</div><div>ご案内します。</div>");
});

test("a removal is taken back by one more click", async () => {
  const mailbox = accident();
  const review = await open(mailbox);
  await press(review, button(review, "remove-outside-recipients"));
  expect(mailbox.cc).toHaveLength(0);
  review.undo();
  await rest();
  expect(mailbox.cc).toHaveLength(29);
  expect(review.state()).toMatchObject({
    phase: { name: "judged" },
    lastFix: { isUndone: true, problem: null, undo: null },
  });
  expect(verdict(review)).toBe("block");
});

test("a client that has no such method: its own words", async () => {
  const mailbox = accident();
  const item = installOffice({ mailbox });
  Object.assign(item.subject, { setAsync: undefined });
  const review = createReview(outlookReview(createCall(), item, judgeHere));
  review.check();
  await rest();
  await press(review, button(review, "my-text-only"));
  expect(review.state().lastFix?.problem).toBe("unsupported");
});

test("an attachment that is another one by now is not removed", async () => {
  const mailbox = accident();
  const review = await open(mailbox);
  mailbox.attachments = [{ ...list(), name: "地図.csv" }];
  await press(review, button(review, "remove-came-along"));
  expect(mailbox.attachments).toHaveLength(1);
  expect(review.state().lastFix?.problem).toBe("changed");
});

test("a group in the field: nothing is changed, and it is said", async () => {
  const mailbox = accident();
  mailbox.cc.push(person("", "distributionList"));
  const review = await open(mailbox);
  await press(review, button(review, "move-outside-to-bcc"));
  expect(mailbox.cc).toHaveLength(30);
  expect(review.state().lastFix?.problem).toBe("group");
});

const FAULTS: readonly Fault[] = ["fail", "silent", "throw"];
test.each(FAULTS)(
  "a client that answers a fix with %s: the mail is whole and it is said",
  async (fault) => {
    const mailbox = accident();
    const review = await open(mailbox);
    const request = button(review, "move-outside-to-bcc");
    mailbox.before = ({ name }, index) => {
      if (name === "recipients.add") mailbox.faults.set(index, fault);
    };
    await press(review, request);
    expect(mailbox.cc).toHaveLength(29);
    expect(review.state()).toMatchObject({
      phase: { name: "judged" },
      lastFix: { problem: "failed" },
    });
  },
);

test.each(FAULTS)("a mail that cannot be read (%s) has no verdict", async (fault) => {
  const mailbox = accident();
  mailbox.before = ({ name }, index) => {
    if (name === "body.get") mailbox.faults.set(index, fault);
  };
  const review = await open(mailbox);
  expect(review.state()).toMatchObject({
    phase: { name: "failed", failure: "mail-unreadable" },
    checked: null,
  });
});

test("what is ticked in the pane counts at Send, for this content only", async () => {
  const mailbox = new MailboxDouble({
    to: Array.from({ length: 30 }, (_, index) => person(`staff${index}@dealer.example.jp`)),
    attachments: [file("名簿.csv", manyRows())],
  });
  const review = await open(mailbox);
  expect(verdict(review)).toBe("confirm");
  expect(await mayLeave(mailbox)).toBe(false);
  const { checked } = review.state();
  for (const rule of checked === null ? [] : confirmRules(checked.judgement))
    review.tick(rule, true);
  await rest();
  expect(review.state().acknowledged).toBe("stored");
  expect(await mayLeave(mailbox)).toBe(true);
  expect((await open(mailbox)).state().acknowledged).toBe("stored");
  mailbox.subject = "変えました";
  expect(await mayLeave(mailbox)).toBe(false);
});

function manyRows(): string {
  const rows = ["氏名,メールアドレス,携帯電話"];
  for (let index = 0; index < 150; index += 1)
    rows.push(`佐藤 花子${index},user${index}@example.net,090-1234-${String(1000 + index)}`);
  return rows.join("\r\n");
}

async function mayLeave(mailbox: MailboxDouble): Promise<boolean | undefined> {
  installOffice({ mailbox });
  const completed = jest.fn<void, [{ allowEvent?: boolean }]>();
  void sendHandler({
    call: createCall(),
    clock: Date.now,
    watchdog: 60_000,
    opening: createOpening(),
  })({
    completed: (options) => completed(options ?? {}),
  });
  await rest();
  return completed.mock.calls[0]?.[0].allowEvent;
}
