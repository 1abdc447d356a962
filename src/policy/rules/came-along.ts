import { namesOf } from "../carriers";
import { byRole, CONFIRM, SIGN_OFF, type Rule, type RuleContext } from "../context";

/**
 * An inside mail that turns outside: files or quoted text that were there before the sender wrote a
 * word. An ordinary answer to those who wrote the quote themselves is none.
 */
export const cameAlong: Rule = {
  id: "came-along",
  judge(context) {
    const { audience, history, report } = context;
    const files = context.files.filter((file) => file.cameAlong);
    const hasText = textCameAlong(context);
    if (audience.outside === 0 || (files.length === 0 && !hasText)) return null;
    const unseen = files.filter(({ refusals }) => refusals.length > 0);
    return {
      ...weight(context, hasText, files.length > 0),
      facts: {
        others: report.others,
        outside: audience.outside,
        files: namesOf(files),
        text: hasText ? 1 : 0,
        unseen: unseen.length,
        unknown: history.state === "unknown" ? 1 : 0,
      },
      attachments: files.map(({ index }) => index),
      fixes: ["remove-came-along", "my-text-only", "remove-outside-recipients"],
    };
  },
};

/** Text that somebody outside has not seen yet. */
const textCameAlong = ({ report, textStays, outsideAdded }: RuleContext): boolean =>
  outsideAdded && (report.quotesInside || textStays);

function weight(context: RuleContext, hasText: boolean, hasFiles: boolean) {
  const files = context.files.filter((file) => file.cameAlong);
  const carries = files.some(({ others, refusals }) => others > 0 || refusals.length > 0);
  if (carries || (hasText && bodyCarries(context))) return SIGN_OFF;
  return hasFiles ? byRole(context.role) : CONFIRM;
}

const bodyCarries = ({ report }: RuleContext): boolean =>
  report.parts.some(
    ({ source, others, refusals }) => source.type === "body" && (others > 0 || refusals.length > 0),
  );
