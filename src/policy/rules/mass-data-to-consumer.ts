import { carrierFixes, carriers, namesOf } from "../carriers";
import { BLOCK, type Rule } from "../context";

/** The accident itself: many persons' data to a private address. Nobody in the store may pass it. */
export const massDataToConsumer: Rule = {
  id: "mass-data-to-consumer",
  judge(context) {
    const { audience, policy, report } = context;
    if (report.others < policy.others.consumerBlock || audience.consumers === 0) return null;
    const files = carriers(context);
    return {
      ...BLOCK,
      facts: {
        others: report.others,
        outside: audience.outside,
        consumers: audience.consumers,
        files: namesOf(files),
      },
      attachments: files.map(({ index }) => index),
      fixes: [...carrierFixes(files), "remove-outside-recipients"],
    };
  },
};
