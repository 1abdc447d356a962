import { carrierFixes, carriers, namesOf } from "../carriers";
import { CONFIRM, type Rule } from "../context";

/** Where the accident begins: a list of many persons handed around inside. Never more than a question. */
export const massDataInside: Rule = {
  id: "mass-data-inside",
  judge(context) {
    const { audience, policy, report } = context;
    const isHandedAround = audience.inside >= 2 || audience.insideGroups > 0;
    if (audience.outside > 0 || !isHandedAround || report.others < policy.others.many) return null;
    const files = carriers(context);
    return {
      ...CONFIRM,
      facts: { others: report.others, inside: audience.inside, files: namesOf(files) },
      attachments: files.map(({ index }) => index),
      fixes: carrierFixes(files),
    };
  },
};
