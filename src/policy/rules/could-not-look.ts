import type { RefusalCode } from "../../core/refusal";
import { carrierFixes } from "../carriers";
import { CONFIRM, SIGN_OFF, type Rule, type RuleContext } from "../context";
import { unseenParts } from "../files";

/** What could not be looked into is never clean: neither a file nor a recipient. */
export const couldNotLook: Rule = {
  id: "could-not-look",
  judge(context) {
    const { audience, files, message } = context;
    const parts = unseenParts(context);
    if (audience.outside === 0 || parts.length + audience.unknown.length === 0) return null;
    const unseen = distinct(parts.map(({ index }) => index).filter((index) => index >= 0));
    return {
      ...(isManagersOwn(context) ? CONFIRM : SIGN_OFF),
      facts: {
        outside: audience.outside,
        recipients: audience.unknown.length,
        files: unseen.map((index) => message.attachments[index]?.name ?? ""),
        elsewhere: audience.unknown.length === 0 && parts.every(isReadElsewhere) ? 1 : 0,
      },
      attachments: unseen,
      fixes: [
        ...carrierFixes(files.filter(({ index }) => unseen.indexOf(index) >= 0)),
        "remove-outside-recipients",
      ],
    };
  },
};

/** Not at Send, but in the pane and by the service: what they found there stands beside this. */
const isReadElsewhere = ({ code }: { readonly code: RefusalCode }): boolean =>
  code === "extract/elsewhere";

/** One known outside recipient: the manager knows what she sends to whom. */
const isManagersOwn = ({ audience, role }: RuleContext): boolean =>
  role === "manager" && audience.outside === 1 && audience.unknown.length === 0;

const distinct = <T>(values: readonly T[]): T[] => Array.from(new Set(values));
