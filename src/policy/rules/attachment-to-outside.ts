import { carrierFixes, namesOf } from "../carriers";
import { byRole, type Rule } from "../context";

/** Any file to the outside, whatever is in it; pictures shown in the body are no files. */
export const attachmentToOutside: Rule = {
  id: "attachment-to-outside",
  judge({ audience, files, policy, role }) {
    if (audience.outside === 0 || files.length === 0) return null;
    if (policy.individual === "others-only") return null;
    return {
      ...byRole(role),
      facts: { count: files.length, outside: audience.outside, files: namesOf(files) },
      attachments: files.map(({ index }) => index),
      fixes: carrierFixes(files),
    };
  },
};
