import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { ToneIcon } from "./icons";
import { TONE_COLOURS, type Tone } from "./tone";

export interface VerdictBannerView {
  readonly tone: Tone;
  readonly title: string;
  readonly text: string;
  /** 「2,940人の情報 → 社外29人」, null where nobody's data leaves. */
  readonly headline: string | null;
  /** Part of the work that is done, 0 to 1, as far as it is known; null where nothing is under way. */
  readonly progress: number | "unknown" | null;
  readonly progressText: string;
}

const useStyles = makeStyles({
  banner: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    border: "1px solid transparent",
    borderLeftWidth: "6px",
    borderRadius: tokens.borderRadiusLarge,
    color: tokens.colorNeutralForeground1,
  },
  words: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  verdict: { display: "flex", alignItems: "flex-start", gap: tokens.spacingHorizontalS },
  icon: { flexShrink: 0, marginTop: "2px" },
  headline: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightBold,
    // Japanese breaks anywhere; these few words only between them.
    wordBreak: "keep-all",
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    textWrap: "balance",
    // 「送信」 stays in one piece; what is longer than a line breaks where it has to.
    wordBreak: "keep-all",
    overflowWrap: "anywhere",
    borderRadius: tokens.borderRadiusSmall,
    // Brought into sight with the whole of its frame.
    scrollMarginTop: "48px",
    ":focus": { outlineStyle: "none" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  text: { margin: 0 },
  bar: { width: "100%", accentColor: tokens.colorBrandBackground },
});

/** The verdict at a glance: what a hurried person reads first, and a screen reader says by itself. */
export function VerdictBanner({
  view,
  children,
}: {
  readonly view: VerdictBannerView;
  /** Buttons that belong to the state as a whole. */
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  const { background, border, foreground } = TONE_COLOURS[view.tone];
  return (
    <section className={styles.banner} style={{ background, borderColor: border }}>
      <div className={styles.words} role="status" aria-live="polite" aria-atomic="true">
        <div className={styles.verdict}>
          <span className={styles.icon} style={{ color: foreground }}>
            <ToneIcon tone={view.tone} />
          </span>
          <h1 className={styles.title} tabIndex={0} data-focus="verdict">
            {view.title}
          </h1>
        </div>
        {view.headline !== null && <p className={styles.headline}>{view.headline}</p>}
        {view.text !== "" && <p className={styles.text}>{view.text}</p>}
      </div>
      {view.progress !== null && (
        <progress
          className={styles.bar}
          {...(view.progress === "unknown" ? {} : { value: view.progress })}
          aria-label={view.progressText || view.title}
        />
      )}
      {children}
    </section>
  );
}
