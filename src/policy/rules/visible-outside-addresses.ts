import { BLOCK, CONFIRM, type Rule } from "../context";

/**
 * Outside addresses in To and Cc are shown to each other. Holds for everyone; no sign-off releases
 * it, because one click to Bcc does. An address whose domain nobody can read counts as a person's.
 */
export const visibleOutsideAddresses: Rule = {
  id: "visible-outside-addresses",
  judge({ audience, policy: { visible: limits } }) {
    const { visible, visibleConsumers, visibleCompanies, visibleCompanyDomains } = audience;
    const isStopped =
      visibleConsumers >= limits.consumerBlock ||
      visibleCompanies >= limits.companyAddressesBlock ||
      visibleCompanyDomains >= limits.companyDomainsBlock;
    if (!isStopped && visibleConsumers < limits.consumerConfirm) return null;
    return {
      ...(isStopped ? BLOCK : CONFIRM),
      facts: {
        stops: isStopped ? 1 : 0,
        visible,
        consumers: visibleConsumers,
        companies: visibleCompanies,
        domains: visibleCompanyDomains,
      },
      attachments: [],
      fixes: ["move-outside-to-bcc", "remove-outside-recipients"],
    };
  },
};
