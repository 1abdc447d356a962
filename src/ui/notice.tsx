import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  notice: {
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: "anywhere",
  },
  empty: { display: "none" },
});

/** What was just done, or could not be. Always in the page, so that screen readers hear a change. */
export function Notice({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div
      role="status"
      aria-live="polite"
      className={children === null ? styles.empty : styles.notice}
    >
      {children}
    </div>
  );
}
