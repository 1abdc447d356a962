import type { Policy } from "../core/policy";
import { CONSUMER_DOMAINS } from "./consumer-domains";

/** The strict policy that stands wherever nothing else is known. */
export const strictPolicy: Policy = {
  version: 1,
  serial: 0,
  individual: "all-outside",
  insideDomains: [],
  consumerDomains: CONSUMER_DOMAINS,
  visible: {
    consumerConfirm: 2,
    consumerBlock: 3,
    companyAddressesBlock: 10,
    companyDomainsBlock: 4,
  },
  bulk: { outsideAddresses: 10 },
  others: { many: 100, twoManagers: 1000, consumerBlock: 100 },
};
