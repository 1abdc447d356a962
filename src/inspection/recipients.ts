import type { Message } from "../core/message";
import type { Recipient } from "../core/recipient";
import type { RefusalCode } from "../core/refusal";
import { normalAddress } from "../text/address";
import { asciiDomain, within } from "../text/domain";

export interface Standing {
  readonly recipient: Recipient;
  readonly standing: "inside" | "outside";
  /** As in DNS; null where the address has none that can be read. */
  readonly domain: string | null;
  /** Why nobody can say where this mail would go; such a recipient counts as outside. */
  readonly couldNotLook: RefusalCode | null;
}

/**
 * Decides for each recipient whether he is inside. Groups, entries without an address and addresses
 * that cannot be read count as outside, and as "could not look": what cannot be known is not inside.
 */
export function recipientCensus(
  message: Message,
  insideDomains: readonly string[],
): readonly Standing[] {
  const isInside = within(insideDomains);
  const capped = new Set(message.cappedFields);
  return message.recipients.map((recipient) => {
    const address = normalAddress(recipient.address.trim());
    const domain = address === null ? null : domainOf(address);
    const code = refusalOf(recipient, domain);
    const standing = code === null && domain !== null && isInside(domain) ? "inside" : "outside";
    const couldNotLook = code ?? (capped.has(recipient.field) ? "recipient/capped" : null);
    return { recipient, standing, domain, couldNotLook };
  });
}

function refusalOf(recipient: Recipient, domain: string | null): RefusalCode | null {
  if (recipient.group) return "recipient/group";
  if (recipient.address.trim() === "") return "recipient/blank";
  return domain === null || isRouted(recipient.address.trim()) ? "recipient/address" : null;
}

/**
 * Local parts in which gateways write another address (percent and bang routes, Exchange's IMCEA
 * for fax and foreign mail, SRS for forwards): the domain does not say where such mail goes.
 */
const isRouted = (address: string): boolean =>
  /^"?(?:imcea|srs[01][=+-]|=\?|[^@]*[%!])/i.test(address);

const domainOf = (address: string): string | null =>
  asciiDomain(address.slice(address.lastIndexOf("@") + 1));

/** Outside recipients in one spelling of their addresses; one that cannot be read stands as it is. */
export const outsideAddresses = (standings: readonly Standing[]): ReadonlySet<string> =>
  new Set(
    standings
      .filter(({ standing }) => standing === "outside")
      .map(({ recipient }) => normalAddress(recipient.address.trim()) ?? recipient.address),
  );
