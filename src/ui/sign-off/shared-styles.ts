import { makeStyles, tokens } from "@fluentui/react-components";

/** From this width on, list and request stand side by side. */
export const WIDE = "@media (min-width: 900px)";

/** A thumb needs this much (WCAG 2.5.5). */
export const TOUCH = "44px";

export const useShared = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  text: { margin: 0, overflowWrap: "anywhere" },
  button: { minHeight: TOUCH },
  urgent: { fontWeight: tokens.fontWeightBold, color: tokens.colorStatusDangerForeground3 },
  marks: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  headline: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightBold,
    // Japanese breaks anywhere; these few words only between them.
    wordBreak: "keep-all",
    overflowWrap: "anywhere",
  },
});
