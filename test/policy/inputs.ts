import type { History } from "../../src/core/history";
import type { Recipient, RecipientField } from "../../src/core/recipient";
import type { RefusalCode } from "../../src/core/refusal";
import type { PartReport, Report } from "../../src/core/report";
import type { Role, RuleId } from "../../src/core/verdict";
import type { Standing } from "../../src/inspection/recipients";
import type { DecisionInput } from "../../src/policy/context";
import { decide } from "../../src/policy/decide";
import { strictPolicy } from "../../src/policy/default";
import { file, mail } from "../approval/mails";

let serial = 0;

/** A recipient that the census placed; each call another address. */
export function placed(
  domain: string | null,
  field: RecipientField = "to",
  over: Partial<Standing> & { readonly group?: boolean; readonly address?: string } = {},
): Standing {
  const { group = false, address, ...rest } = over;
  const recipient: Recipient = {
    name: "",
    address: address ?? `p${(serial += 1)}@${domain ?? "exаmple.com"}`,
    field,
    group,
  };
  return {
    recipient,
    standing: domain === "example.co.jp" ? "inside" : "outside",
    domain,
    couldNotLook: domain === null ? "recipient/address" : null,
    ...rest,
  };
}

export const many = (
  count: number,
  domain: string | null,
  field: RecipientField = "to",
): Standing[] => Array.from({ length: count }, () => placed(domain, field));
export const companies = (count: number, field: RecipientField = "to"): Standing[] =>
  Array.from({ length: count }, (_, i) => placed(`company${i}.co.jp`, field));

export interface Content {
  readonly others?: number;
  readonly refusals?: readonly RefusalCode[];
  readonly sha256?: string;
  readonly bytes?: number;
}

export const part = (source: PartReport["source"], content: Content = {}): PartReport => ({
  source,
  status: content.others ? "found" : content.refusals?.length ? "uninspectable" : "clean",
  persons: content.others ?? 0,
  others: content.others ?? 0,
  kinds: {},
  findings: [],
  refusals: (content.refusals ?? []).map((code) => ({ code, place: { steps: [] } })),
  sha256: content.sha256 ?? "",
  bytes: content.bytes ?? 0,
});

export interface Situation {
  readonly to?: readonly Standing[];
  readonly role?: Role;
  readonly body?: Content;
  readonly files?: readonly Content[];
  readonly inline?: readonly number[];
  readonly history?: History;
  readonly over?: Partial<DecisionInput>;
  readonly report?: Partial<Report>;
}

export function inputOf(situation: Situation): DecisionInput {
  const { to = [], role = "staff", body = {}, files = [], history } = situation;
  const parts = [
    part({ type: "subject" }),
    part({ type: "body" }, body),
    ...files.map((each, index) => part({ type: "attachment", index }, each)),
  ];
  const others = parts.reduce((sum, each) => sum + each.others, 0);
  return {
    message: mail({
      recipients: to.map(({ recipient }) => recipient),
      attachments: files.map((_, i) => file(`file${i}.xlsx`, "")),
    }),
    report: {
      status: "clean",
      persons: others,
      others,
      kinds: {},
      parts,
      named: { addressee: null, files: [] },
      quotesInside: false,
      ...situation.report,
    },
    census: to,
    history: history ?? { state: "known", baseline: EMPTY },
    role,
    policy: strictPolicy,
    shownInBody: new Set(situation.inline ?? []),
    textStays: false,
    outsideAdded: true,
    ...situation.over,
  };
}

export const EMPTY = {
  nonce: "n",
  attachments: [],
  outside: [],
  hadInside: false,
  hadText: false,
  lines: [],
} as const;

/** The verdict of one rule, "-" where it does not apply; two approvers are "sign-off/2". */
export function ruling(rule: RuleId, situation: Situation): string {
  const result = decide(inputOf(situation)).results.find((each) => each.rule === rule);
  if (!result) return "-";
  return result.approvers === 2 ? "sign-off/2" : result.verdict;
}
