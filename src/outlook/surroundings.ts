import type { Configuration } from "../core/configuration";
import type { Policy } from "../core/policy";
import { splitAddress } from "../text/address";
import { asciiDomain, isWithin } from "../text/domain";

/** The line that the server puts before the bundle. */
declare const SEKISHO: Partial<Configuration> | undefined;

export interface Surroundings {
  readonly tenant: string;
  readonly domains: readonly string[];
}

const NOTHING: Surroundings = { tenant: "", domains: [] };

/** What the server said; a missing or damaged line says nothing, which makes more mails outside. */
export function surroundings(): Surroundings {
  if (typeof SEKISHO !== "object" || SEKISHO === null) return NOTHING;
  const { tenant, domains } = SEKISHO;
  const isList = Array.isArray(domains) && domains.every((each) => typeof each === "string");
  return { tenant: typeof tenant === "string" ? tenant : "", domains: isList ? domains : [] };
}

/**
 * The company's domains. Where nobody told them: the sender's own, unless it is one on which every
 * address is another private person.
 */
export function insideDomains(
  configured: readonly string[],
  senderAddress: string,
  policy: Policy,
): readonly string[] {
  if (configured.length > 0) return configured;
  const own = asciiDomain(splitAddress(senderAddress)?.domain ?? "");
  return own === null || own === "" || isWithin(own, policy.consumerDomains) ? [] : [own];
}
