import type { History } from "../core/history";
import type { Case } from "../core/judgement";
import type { Limits } from "../core/limits";
import type { Message } from "../core/message";
import type { Clock } from "../core/ports";
import { strictPolicy } from "../policy/default";
import { insideDomains, surroundings } from "./surroundings";

/**
 * What the pane and the send event judge by. One place for both: only the same case gives the same
 * digest, without which a confirmation given in the pane would not count at Send.
 */
export function caseOf(message: Message, history: History, limits: Limits, clock: Clock): Case {
  const { tenant } = surroundings();
  return {
    message,
    history,
    role: "staff",
    policy: strictPolicy,
    insideDomains: insideDomains(surroundings().domains, message.sender.address, strictPolicy),
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
