import { byRole, type Rule } from "../context";

/** Bulk mail is sent by managers; anyone else's is signed off. */
export const bulk: Rule = {
  id: "bulk",
  judge({ audience, policy, role }) {
    const limit = policy.bulk.outsideAddresses;
    if (audience.outside < limit) return null;
    return {
      ...byRole(role),
      facts: { outside: audience.outside, limit },
      attachments: [],
      fixes: ["remove-outside-recipients"],
    };
  },
};
