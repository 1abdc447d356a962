import type { RecipientField } from "../core/recipient";
import type { RefusalCode } from "../core/refusal";
import type { Standing } from "../inspection/recipients";
import { normalAddress } from "../text/address";
import { within } from "../text/domain";

/** Who would receive a mail, counted by distinct address. */
export interface Audience {
  readonly inside: number;
  /** Inside lists and groups: several people each. */
  readonly insideGroups: number;
  readonly outside: number;
  /** Those among the outside that only count as such, because nobody can say who they are. */
  readonly unclear: number;
  /** Outside addresses in To and Cc. */
  readonly visible: number;
  /** Those among the visible that are other private persons. */
  readonly visibleConsumers: number;
  readonly visibleCompanies: number;
  readonly visibleCompanyDomains: number;
  /** Outside addresses of private persons in any field. */
  readonly consumers: number;
  /** Why some recipients are not known; a list cut off by the client is one of them. */
  readonly unknown: readonly RefusalCode[];
}

interface Reached extends Standing {
  readonly isVisible: boolean;
  readonly isConsumer: boolean;
}

export function audienceOf(
  census: readonly Standing[],
  capped: readonly RecipientField[],
  consumerDomains: readonly string[],
): Audience {
  const reached = distinct(census, within(consumerDomains));
  const outside = reached.filter((each) => each.standing === "outside");
  const inside = reached.filter((each) => each.standing === "inside");
  const visible = outside.filter((each) => each.isVisible);
  const companies = visible.filter((each) => !each.isConsumer);
  const isCutOff = capped.length > 0 && outside.length === 0;
  const refused = reached.map((each) => each.couldNotLook).filter(isCode);
  return {
    inside: inside.length,
    insideGroups: inside.filter((each) => each.recipient.group).length,
    // Behind the end of a list that was cut off, somebody outside may stand.
    outside: outside.length + (isCutOff ? 1 : 0),
    unclear: outside.filter((each) => isCode(each.couldNotLook)).length + (isCutOff ? 1 : 0),
    visible: visible.length,
    visibleConsumers: visible.length - companies.length,
    visibleCompanies: companies.length,
    visibleCompanyDomains: new Set(companies.map((each) => each.domain)).size,
    consumers: outside.filter((each) => each.isConsumer).length + (capped.length > 0 ? 1 : 0),
    unknown: capped.length > 0 ? [...refused, "recipient/capped"] : refused,
  };
}

/** A list cut off is one thing not known, not one for each recipient in it. */
const isCode = (code: RefusalCode | null): code is RefusalCode =>
  code !== null && code !== "recipient/capped";

/** One entry an address; recipients without a readable address are each their own. */
function distinct(census: readonly Standing[], isConsumer: (domain: string) => boolean): Reached[] {
  const known = new Map<string, Reached>();
  census.forEach((placed, index) => {
    const { recipient, domain } = placed;
    const address = normalAddress(recipient.address);
    const key = address === null || recipient.group ? `#${index}` : address;
    const before = known.get(key);
    known.set(key, {
      ...placed,
      isVisible: recipient.field !== "bcc" || (before !== undefined && before.isVisible),
      // Whose domain nobody can read may be anyone.
      isConsumer: domain === null || isConsumer(domain),
    });
  });
  return Array.from(known.values());
}
