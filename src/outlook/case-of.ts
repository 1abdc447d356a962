import type { History } from "../core/history";
import type { Case } from "../core/judgement";
import type { Limits } from "../core/limits";
import type { Message } from "../core/message";
import type { Clock } from "../core/ports";
import type { PolicyInForce } from "./policy-in-force";
import { insideDomains, surroundings } from "./surroundings";

/**
 * What the pane and the send event judge by. One place for both: only the same case gives the same
 * digest, without which a confirmation given in the pane would not count at Send.
 */
export function caseOf(
  message: Message,
  history: History,
  { role, policy }: Pick<PolicyInForce, "role" | "policy">,
  limits: Limits,
  clock: Clock,
): Case {
  const { tenant, domains } = surroundings();
  return {
    message,
    history,
    role,
    policy,
    insideDomains: insideDomains(domains, message.sender.address, policy),
    tenant,
    limits,
    clock,
  };
}

/** Everything that counts as inside for such a case. */
export const domainsOf = ({ insideDomains: own, policy }: Case): readonly string[] => [
  ...own,
  ...policy.insideDomains,
];
