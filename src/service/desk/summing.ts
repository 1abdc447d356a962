import type { DraftMail } from "../../api/requests";
import type { Policy } from "../../core/policy";
import { outsideAddresses, recipientCensus } from "../../inspection/recipients";
import { addToSums, sumRef, sumsOf } from "../storage/sums";
import type { Work } from "../storage/work";
import { messageOf } from "./mail";
import type { Judged, TenantSettings } from "./parts";

export interface Summed {
  /** Distinct persons over the sender's last 24 hours, this mail among them. */
  readonly others: number;
  /** Distinct outside addresses, the same way. */
  readonly outside: number;
}

/** Adds a mail to what its sender asked to let out: a list in slices is still the whole list. */
export async function addUp(
  work: Work,
  sender: string,
  request: string,
  mail: DraftMail,
  { persons }: Judged,
  { insideDomains }: TenantSettings,
  policy: Policy,
): Promise<Summed> {
  const inside = [...insideDomains, ...policy.insideDomains];
  const census = recipientCensus(messageOf(mail, []), inside);
  const refs = {
    person: persons.map((each) => sumRef(work, "person", each)),
    address: [...outsideAddresses(census)].map((each) => sumRef(work, "address", each)),
  };
  const before = await sumsOf(work, sender, work.now);
  await addToSums(work, sender, request, work.now, refs);
  return {
    others: new Set([...before.person, ...refs.person]).size,
    outside: new Set([...before.address, ...refs.address]).size,
  };
}
