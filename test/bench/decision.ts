import { execFileSync } from "node:child_process";
import { drive } from "../../src/core/drive";
import type { Case, Judgement } from "../../src/core/judgement";
import { SEND_LIMITS } from "../../src/core/limits";
import type { Message } from "../../src/core/message";
import { judge } from "../../src/judgement/judge";
import { strictPolicy } from "../../src/policy/default";
import { customerWorkbook } from "../../src/simulator/seed/customer-workbook";
import { CUSTOMER_COUNT, customers } from "../../src/simulator/seed/customers";
import { letter, signature } from "../../src/simulator/seed/letter";
import { COMPANY_DOMAIN, MANAGER, STAFF } from "../../src/simulator/seed/people";
import { measure, median, quantile, type Timing } from "./measure";
import type { Section } from "./table";

export const MAILS = ["plain", "workbook"] as const;
export type MailId = (typeof MAILS)[number];

export const MAIL_TITLES: Readonly<Record<MailId, string>> = {
  plain: "mail without attachment",
  workbook: "with the workbook of 2,940",
};

/** An everyday mail to a customer; his is the only address outside. */
function message(id: MailId): Message {
  const html = letter(
    "山田 恵子 様",
    "",
    "お世話になっております。さくらモーターズの佐々木です。",
    "先日ご相談いただいた点検の件、7月20日の10時で承りました。",
    "当日は整備手帳と車検証をお持ちください。どうぞよろしくお願いいたします。",
  );
  const bytes = () => customerWorkbook(customers(CUSTOMER_COUNT));
  const list = { id: "1", name: "顧客一覧.xlsx", inline: false, contentId: "" };
  return {
    sender: STAFF,
    from: STAFF,
    recipients: [
      { name: "山田 恵子", address: "demo.yamada@gmail.com", field: "to", group: false },
      { ...MANAGER, field: "cc", group: false },
    ],
    cappedFields: [],
    subject: "点検のご予約について",
    bodyHtml: html + signature(STAFF),
    attachments: id === "plain" ? [] : [{ ...list, content: { state: "read", bytes: bytes() } }],
    composeType: "new",
  };
}

const caseOf = (id: MailId): Case => ({
  message: message(id),
  history: { state: "unknown" },
  role: "staff",
  policy: strictPolicy,
  insideDomains: [COMPANY_DOMAIN],
  tenant: "",
  limits: SEND_LIMITS,
  clock: Date.now,
});

function decide(input: Case): Judgement {
  const judgement = drive(judge(input));
  const expected = input.message.attachments.length > 0 ? CUSTOMER_COUNT : 0;
  if (judgement.report.others !== expected) throw new Error(`others: ${judgement.report.others}`);
  return judgement;
}

/** Milliseconds of the first decision that a process takes. */
export function coldDecision(id: MailId): number {
  const input = caseOf(id);
  const start = performance.now();
  decide(input);
  return performance.now() - start;
}

/** The whole decision, as the send event and the pane take it, without reading the mail. */
export function decisionSection(bench: string, runs: number, processes: number): Section {
  const inputs = MAILS.map(caseOf);
  const warm = measure(
    inputs.map((input) => () => decide(input)),
    runs,
    Math.ceil(runs / 4),
  );
  const rows = MAILS.flatMap((id, index) => [
    row(`${MAIL_TITLES[id]}, warm`, warm[index] ?? { runs: [] }),
    row(`${MAIL_TITLES[id]}, first in a process`, coldTiming(bench, id, processes)),
  ]);
  return { id: "decision", title: "The decision at Send, in Node", rows };
}

const row = (mail: string, timing: Timing) => ({
  mail,
  "ms p50": median(timing),
  "ms p95": quantile(timing, 0.95),
  runs: timing.runs.length,
});

function coldTiming(bench: string, id: MailId, processes: number): Timing {
  const one = () => Number(execFileSync(process.execPath, [bench, "--child", "cold", id]));
  return { runs: Array.from({ length: processes }, one).sort((a, b) => a - b) };
}
