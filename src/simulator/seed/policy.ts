import type { Policy } from "../../core/policy";
import { strictPolicy } from "../../policy/default";
import { COMPANY_DOMAIN } from "./people";

/** The strict policy as it comes, published once by the demo's company. */
export const demoPolicy: Policy = {
  ...strictPolicy,
  serial: 1,
  insideDomains: [COMPANY_DOMAIN],
};
