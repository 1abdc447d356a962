import { carrierFixes, carriers, namesOf } from "../carriers";
import { byRole, SIGN_OFF, TWO_SIGN_OFFS, type Rule } from "../context";

/** Other people's data to the outside: one manager, from a policy's limit on two. */
export const othersToOutside: Rule = {
  id: "others-to-outside",
  judge(context) {
    const { audience, policy, report, role } = context;
    const { many, twoManagers } = policy.others;
    if (report.others === 0 || audience.outside === 0) return null;
    const single = report.others >= many ? SIGN_OFF : byRole(role);
    const files = carriers(context);
    return {
      ...(report.others >= twoManagers ? TWO_SIGN_OFFS : single),
      facts: { others: report.others, outside: audience.outside, files: namesOf(files) },
      attachments: files.map(({ index }) => index),
      fixes: carrierFixes(files),
    };
  },
};
