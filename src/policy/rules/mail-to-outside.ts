import { SIGN_OFF, type Rule } from "../context";

/** The strictest reading of the store's rule: whatever staff write to a customer is signed off. */
export const mailToOutside: Rule = {
  id: "mail-to-outside",
  judge({ audience, policy, role }) {
    if (policy.individual !== "all-outside" || role === "manager") return null;
    if (audience.outside === 0) return null;
    return {
      ...SIGN_OFF,
      facts: { outside: audience.outside },
      attachments: [],
      fixes: ["remove-outside-recipients"],
    };
  },
};
