import type { Standing } from "../../inspection/recipients";
import { normalAddress } from "../../text/address";
import { within } from "../../text/domain";

/**
 * What the one who approves ticks, each once and in one order: domains of companies, whole addresses
 * of private persons, and whatever cannot be read as it stands.
 */
export function ticksOf(
  census: readonly Standing[],
  consumerDomains: readonly string[],
): readonly string[] {
  const isConsumer = within(consumerDomains);
  const ticks = census
    .filter(({ standing }) => standing === "outside")
    .map(({ recipient, domain }) => {
      const address = normalAddress(recipient.address.trim());
      if (recipient.group || address === null || domain === null) {
        return recipient.address.trim() || recipient.name;
      }
      return isConsumer(domain) ? address : domain;
    });
  return Array.from(new Set(ticks)).sort();
}

/** Exactly these, in any order: none left out, none made up. */
export const isTicked = (ticks: readonly string[], ticked: readonly string[]): boolean =>
  ticks.length === ticked.length &&
  new Set(ticked).size === ticked.length &&
  ticks.every((each) => ticked.indexOf(each) >= 0);
