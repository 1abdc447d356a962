import type { SendEvent } from "../api/send";
import { BUNDLE } from "../core/bundle";
import type { Judgement } from "../core/judgement";
import { KINDS } from "../core/kind";
import { platform } from "./platform";
import { tellSendEvent } from "./service";
import { hasService, surroundings } from "./surroundings";

export type Outcome = SendEvent["outcome"];

/** Counts of a mail to outside for the store's figures; the answer to Outlook does not wait for it. */
export function tellSend(judgement: Judgement, outcome: Outcome, milliseconds: number): void {
  const configured = surroundings();
  if (!hasService(configured)) return;
  const { report, decision } = judgement;
  tellSendEvent({
    tenant: configured.tenant,
    client: { platform: platform(), bundle: BUNDLE },
    verdict: decision.verdict,
    rules: decision.results.map(({ rule }) => rule),
    kinds: KINDS.filter((kind) => (report.kinds[kind] ?? 0) > 0),
    persons: report.persons,
    others: report.others,
    outside: decision.recipients.external,
    milliseconds: Math.max(0, Math.floor(milliseconds)),
    outcome,
  });
}
