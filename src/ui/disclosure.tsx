import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  summary: {
    cursor: "pointer",
    color: tokens.colorBrandForegroundLink,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderRadius: tokens.borderRadiusSmall,
    // A thumb needs more room than a mouse.
    "@media (pointer: coarse)": { paddingTop: "12px", paddingBottom: "12px" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** Details that are there for whoever asks: the browser's own, so that find and keys work. */
export function Disclosure({
  summary,
  children,
}: {
  readonly summary: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <details>
      {/* Outlook moves the keyboard through elements that it knows; of these only with this. */}
      <summary tabIndex={0} className={styles.summary}>
        {summary}
      </summary>
      {children}
    </details>
  );
}
