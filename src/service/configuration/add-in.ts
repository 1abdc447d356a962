import type { Configuration } from "../../core/configuration";
import type { ServiceConfiguration } from "./configuration";

/** What the add-in's files are told, whichever host serves them. */
export const addInConfiguration = ({
  site,
  identity,
  keys,
}: ServiceConfiguration): Configuration => ({
  origin: site.origin,
  tenant: identity.tenants[0] ?? "",
  domains: site.domains,
  rootKey: keys.rootKey,
  keys: keys.keySet,
  authority: identity.authority,
  clientId: identity.clientId,
  scope: identity.fullScope,
});
