import { addressKey } from "../model";
import { COMPANY_DOMAIN } from "../seed/people";

/** An address, and not one of the company's. */
export const isOutside = (address: string): boolean =>
  address.includes("@") && !addressKey(address).endsWith(`@${COMPANY_DOMAIN}`);
