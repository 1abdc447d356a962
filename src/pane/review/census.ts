import { recipientCensus, type Standing } from "../../inspection/recipients";
import { within } from "../../text/domain";
import type { Job } from "../inspection/job";

export interface Placed extends Standing {
  /** Every address of the domain is another private person. */
  readonly isConsumer: boolean;
}

/** Each recipient as the rules see him: what is not clear counts as outside. */
export function place({ message, insideDomains, policy }: Job): readonly Placed[] {
  const isConsumer = within(policy.consumerDomains);
  return recipientCensus(message, [...insideDomains, ...policy.insideDomains]).map((standing) => ({
    ...standing,
    isConsumer:
      standing.standing === "outside" && standing.domain !== null && isConsumer(standing.domain),
  }));
}

export const outsideOf = (job: Job): readonly Placed[] =>
  place(job).filter(({ standing }) => standing === "outside");

/** Whom a fix may touch: never a group, never an entry without an address. */
export const isMovable = ({ recipient }: Placed): boolean =>
  !recipient.group && recipient.address.trim() !== "";
