import type { Attachment } from "../../src/core/attachment";
import type { Judgement } from "../../src/core/judgement";
import { PANE_LIMITS } from "../../src/core/limits";
import type { Recipient, RecipientField } from "../../src/core/recipient";
import type { PartReport, Report } from "../../src/core/report";
import type { Decision, RuleResult, Verdict } from "../../src/core/verdict";
import type { Job } from "../../src/pane/inspection/job";
import { strictPolicy } from "../../src/policy/default";

export const DIGEST = "ab".repeat(32);

export const recipient = (
  address: string,
  field: RecipientField = "to",
  more: Partial<Recipient> = {},
): Recipient => ({ name: "", address, field, group: false, ...more });

export const attachment = (name: string, more: Partial<Attachment> = {}): Attachment => ({
  id: `id-${name}`,
  name,
  inline: false,
  contentId: "",
  content: { state: "read", bytes: new Uint8Array(1500) },
  ...more,
});

export function job(message: Partial<Job["message"]> = {}): Job {
  const sender = { name: "鈴木", address: "suzuki@example.co.jp" };
  return {
    message: {
      sender,
      from: sender,
      recipients: [],
      cappedFields: [],
      subject: "件名",
      bodyHtml: "",
      attachments: [],
      composeType: "new",
      ...message,
    },
    history: { state: "unknown" },
    role: "staff",
    policy: strictPolicy,
    insideDomains: ["example.co.jp"],
    tenant: "",
    limits: PANE_LIMITS,
  };
}

export const result = (more: Partial<RuleResult> = {}): RuleResult => ({
  rule: "others-to-outside",
  verdict: "confirm",
  facts: {},
  attachments: [],
  fixes: [],
  approvers: 0,
  ...more,
});

export const part = (more: Partial<PartReport> = {}): PartReport => ({
  source: { type: "body" },
  status: "clean",
  persons: 0,
  others: 0,
  kinds: {},
  findings: [],
  refusals: [],
  sha256: "",
  bytes: 0,
  ...more,
});

export interface JudgementParts {
  readonly verdict?: Verdict;
  readonly results?: readonly RuleResult[];
  readonly recipients?: Partial<Decision["recipients"]>;
  readonly report?: Partial<Report>;
  readonly digest?: string | null;
}

export function judgement(parts: JudgementParts = {}): Judgement {
  const { verdict = "allow", results = [], recipients, report, digest = DIGEST } = parts;
  return {
    report: {
      status: "clean",
      persons: 0,
      others: 0,
      kinds: {},
      parts: [],
      named: { addressee: null, files: [] },
      quotesInside: false,
      ...report,
    },
    decision: {
      verdict,
      results,
      recipients: { internal: 0, external: 0, unclear: 0, visibleExternal: 0, ...recipients },
    },
    digest:
      digest === null
        ? { state: "refused", code: "recipient/group" }
        : { state: "computed", digest },
  };
}
