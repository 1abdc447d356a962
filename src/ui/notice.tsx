import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, type ReactNode } from "react";

const useStyles = makeStyles({
  notice: {
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: "anywhere",
    // Scrolled to with the verdict above it, which may be another one by now.
    scrollMarginTop: "280px",
    scrollMarginBottom: "64px",
  },
  empty: { display: "none" },
});

interface NoticeProps {
  /** Each new one is brought into sight; null hides the notice. */
  readonly about: object | string | null;
  readonly children: ReactNode;
}

/**
 * What was just done, or could not be. Always in the page, so that screen readers hear a change. The
 * keyboard goes on from here, unless somebody has gone on to write elsewhere meanwhile: a pane never
 * takes it from there.
 */
export function Notice({ about, children }: NoticeProps) {
  const styles = useStyles();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (about === null || notice.current === null) return;
    if (document.hasFocus()) notice.current.focus({ preventScroll: true });
    notice.current.scrollIntoView({ block: "nearest" });
  }, [about]);
  return (
    <div
      ref={notice}
      tabIndex={about === null ? -1 : 0}
      role="status"
      aria-live="polite"
      className={about === null ? styles.empty : styles.notice}
    >
      {children}
    </div>
  );
}
