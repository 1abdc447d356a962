import { roleOf } from "../../approval/deciding/people";
import type { Directory } from "../../core/directory";
import type { Policy } from "../../core/policy";
import { VERDICTS, type RuleResult } from "../../core/verdict";
import { decideOn } from "../../judgement/judge";
import type { StoredRequest } from "../storage/requests";
import type { Work } from "../storage/work";
import { contentOf, messageOf, type Content } from "./mail";
import { askingOf } from "./people";

/**
 * Whether a policy stops or wants signed off in this mail what neither the one before it did nor the
 * approvers were shown. Decided on what was found then: where a domain is the company's own no more,
 * even that would have to be found anew.
 */
export async function stopsMore(
  work: Work,
  directory: Directory,
  request: StoredRequest,
  before: Policy,
  next: Policy,
): Promise<boolean> {
  if (before.insideDomains.some((each) => !next.insideDomains.includes(each))) return true;
  const content = await contentOf(work, request);
  if (content === null) return false;
  const role = roleOf(directory, askingOf(work, directory, request), work.now);
  const by = (policy: Policy) => resultsBy(content, policy, role);
  const known = [...content.findings.decision.results, ...by(before)];
  return by(next).some(
    (result) => result.verdict !== "confirm" && !known.some((each) => isAsStrict(each, result)),
  );
}

/** The same finding, and no weaker. */
export const isAsStrict = (known: RuleResult, { rule, verdict }: RuleResult): boolean =>
  known.rule === rule && VERDICTS.indexOf(known.verdict) >= VERDICTS.indexOf(verdict);

/** Pictures of the body count as files for both policies, which saves reading their bytes. */
function resultsBy(
  { mail, findings }: Content,
  policy: Policy,
  role: ReturnType<typeof roleOf>,
): readonly RuleResult[] {
  const { report, recipients } = findings;
  const named = { addressee: null, files: [] };
  const census = recipients.map(({ field, name, address, group, ...found }) => ({
    recipient: { field, name, address, group },
    standing: found.standing,
    domain: found.domain,
    couldNotLook: found.couldNotLook,
  }));
  const input = { message: messageOf(mail, []), history: mail.history, role, policy };
  return decideOn(input, { ...report, named }, census, new Set()).results;
}
