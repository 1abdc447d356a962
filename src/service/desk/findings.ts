import { ticksOf } from "../../approval/deciding/ticks";
import type { Ask, DraftMail, Unusual } from "../../api/requests";
import type { Policy } from "../../core/policy";
import type { RuleResult } from "../../core/verdict";
import { recipientCensus } from "../../inspection/recipients";
import { normalAddress } from "../../text/address";
import { within } from "../../text/domain";
import { firstTimeRecipients } from "../storage/known-recipients";
import { findRequest } from "../storage/requests";
import type { Work } from "../storage/work";
import { withMembers } from "./group-members";
import { looksLike } from "./look-alike";
import { contentOf, messageOf, type Findings } from "./mail";
import { mailChanges } from "./mail-changes";
import type { Judged, TenantSettings } from "./parts";

interface Found {
  readonly mail: DraftMail;
  /** Those behind its groups. */
  readonly members: DraftMail["recipients"];
  readonly judged: Judged;
  readonly policy: Policy;
  readonly settings: TenantSettings;
  readonly ask: Ask;
  readonly sender: string;
  readonly fileRefs: readonly string[];
  readonly supersedes: string | null;
  readonly summedOutside: number;
}

/** Everything that the manager is shown beside the mail itself. */
export async function findingsOf(work: Work, found: Found): Promise<Findings> {
  const { mail, judged, policy, settings } = found;
  const { report, decision } = judged.judgement;
  const { status, persons, others, kinds, parts, quotesInside } = report;
  const kept = { status, persons, others, kinds, parts, quotesInside };
  const inside = [...settings.insideDomains, ...policy.insideDomains];
  const census = recipientCensus(messageOf(withMembers(mail, found.members), []), inside);
  const addresses = census.flatMap(({ recipient }) => normalAddress(recipient.address) ?? []);
  const firstTime = await firstTimeRecipients(work, found.sender, addresses);
  const isConsumer = within(policy.consumerDomains);
  const known = [...inside, ...policy.consumerDomains];
  const recipients = census.map(({ recipient, standing, domain, couldNotLook }) => ({
    field: recipient.field,
    name: recipient.name,
    address: recipient.address,
    group: recipient.group,
    standing,
    domain,
    consumer: standing === "outside" && domain !== null && isConsumer(domain),
    couldNotLook,
    firstTime: standing === "outside" && firstTime.has(normalAddress(recipient.address) ?? ""),
    looksLike: standing === "outside" && domain !== null ? looksLike(domain, known) : null,
  }));
  return {
    report: kept,
    decision: { ...decision, results: withSummedBulk(decision.results, found) },
    recipients,
    ticks: ticksOf(census, policy.consumerDomains),
    changes: await changesSince(work, found),
    note: found.ask.note,
  };
}

/** Outside addresses of a day add up to bulk mail just as those of one mail do. */
function withSummedBulk(
  results: readonly RuleResult[],
  { policy, summedOutside }: Found,
): readonly RuleResult[] {
  const limit = policy.bulk.outsideAddresses;
  if (summedOutside < limit || results.some(({ rule }) => rule === "bulk")) return results;
  const bulk: RuleResult = {
    rule: "bulk",
    verdict: "sign-off",
    facts: { outside: summedOutside, limit, approvers: 1, unclear: 0 },
    attachments: [],
    fixes: [],
    approvers: 1,
  };
  return [...results, bulk];
}

async function changesSince(
  work: Work,
  { supersedes, mail, fileRefs }: Found,
): Promise<Findings["changes"]> {
  const before = supersedes === null ? null : await findRequest(work, supersedes);
  const content = before === null ? null : await contentOf(work, before);
  if (before === null || content === null) return [];
  return mailChanges({ mail: content.mail, files: before.fileRefs }, { mail, files: fileRefs });
}

/** What a manager should not overlook, the worst first. */
export function unusualOf({ recipients, decision }: Findings, isRejected: boolean): Unusual[] {
  const has = (rule: string): boolean => decision.results.some((each) => each.rule === rule);
  const holds: Record<Unusual, boolean> = {
    "consumer-addresses": recipients.some(({ consumer }) => consumer),
    "came-along": has("came-along"),
    "could-not-look":
      has("could-not-look") || recipients.some(({ couldNotLook }) => couldNotLook !== null),
    "first-time-recipient": recipients.some(({ firstTime }) => firstTime),
    "look-alike-domain": recipients.some((each) => each.looksLike !== null),
    "rejected-before": isRejected,
  };
  return (Object.keys(holds) as Unusual[]).filter((each) => holds[each]);
}
