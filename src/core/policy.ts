/**
 * Policy is data: what a company decides, apart from the rules' code. `docs/policy.schema.json` is
 * its JSON Schema, `policy/default.ts` the strict one that stands where nothing else is known.
 */
export interface Policy {
  readonly version: 1;
  /** Grows with every publication; 0 is the built-in default. */
  readonly serial: number;
  /** What a single mail by staff to outside needs a sign-off for. */
  readonly individual: "all-outside" | "data-or-file" | "others-only";
  /** Domains beside the sender's or the tenant's own that count as inside, sub-domains included. */
  readonly insideDomains: readonly string[];
  /** Domains whose every address is another private person (free mail, carriers). */
  readonly consumerDomains: readonly string[];
  readonly visible: {
    /** Consumer addresses in To and Cc from which the sender has to confirm. */
    readonly consumerConfirm: number;
    /** Consumer addresses in To and Cc from which the mail is stopped. */
    readonly consumerBlock: number;
    /** Company addresses in To and Cc from which the mail is stopped. */
    readonly companyAddressesBlock: number;
    /** Company domains in To and Cc from which the mail is stopped. */
    readonly companyDomainsBlock: number;
  };
  readonly bulk: {
    /** Outside addresses over To, Cc and Bcc from which a mail is bulk. */
    readonly outsideAddresses: number;
  };
  readonly others: {
    /** Persons from which a manager's own confirmation is not enough, and a number is typed. */
    readonly many: number;
    /** Persons from which two managers have to agree. */
    readonly twoManagers: number;
    /** Persons from which nothing goes to a consumer address. */
    readonly consumerBlock: number;
  };
}
