import {
  FluentProvider,
  makeStyles,
  tokens,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import { useSyncExternalStore, type ReactNode } from "react";

const DARK = "(prefers-color-scheme: dark)";

/** Japanese faces first where the system has them; Fluent's own list names none. */
const FONTS =
  '"Segoe UI", "Hiragino Sans", "Yu Gothic UI", "Meiryo", "BIZ UDPGothic", system-ui, sans-serif';

const LIGHT_THEME = { ...webLightTheme, fontFamilyBase: FONTS };
const DARK_THEME = { ...webDarkTheme, fontFamilyBase: FONTS };

const useStyles = makeStyles({
  surface: { minHeight: "100vh", backgroundColor: tokens.colorNeutralBackground1 },
});

function watchScheme(listener: () => void): () => void {
  const query = matchMedia(DARK);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/**
 * Fonts and colours. Dark where the client's own theme is, else where the system is; in forced
 * colours the system's palette stands over both.
 */
export function Surface({
  isDark,
  children,
}: {
  /** Null where the client does not say. */
  readonly isDark: boolean | null;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const systemIsDark = useSyncExternalStore(
    watchScheme,
    () => matchMedia(DARK).matches,
    () => false,
  );
  return (
    <FluentProvider
      theme={(isDark ?? systemIsDark) ? DARK_THEME : LIGHT_THEME}
      className={styles.surface}
    >
      {children}
    </FluentProvider>
  );
}
