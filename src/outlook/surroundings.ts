import type { Configuration } from "../core/configuration";
import type { Policy } from "../core/policy";
import { splitAddress } from "../text/address";
import { asciiDomain, isWithin } from "../text/domain";

/** The line that the server puts before the bundle. */
declare const SEKISHO: Partial<Configuration> | undefined;

/** Texts that are empty where the server said nothing of them. */
const TEXTS = ["origin", "tenant", "rootKey", "keys", "authority", "clientId", "scope"] as const;

const NOTHING: Configuration = {
  origin: "",
  tenant: "",
  domains: [],
  rootKey: "",
  keys: "",
  authority: "",
  clientId: "",
  scope: "",
};

/** What the server said; a missing or damaged line says nothing, which makes more mails outside. */
export function surroundings(): Configuration {
  if (typeof SEKISHO !== "object" || SEKISHO === null) return NOTHING;
  const { domains } = SEKISHO;
  const isList = Array.isArray(domains) && domains.every((each) => typeof each === "string");
  const said: { -readonly [K in keyof Configuration]: Configuration[K] } = { ...NOTHING };
  for (const name of TEXTS) {
    const text: unknown = SEKISHO[name];
    if (typeof text === "string") said[name] = text;
  }
  return { ...said, domains: isList ? domains : [] };
}

/** Whether there is a service that gives sign-offs; without one nothing is asked of the network. */
export const hasService = ({ origin, tenant, rootKey }: Configuration): boolean =>
  origin !== "" && tenant !== "" && rootKey !== "";

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
