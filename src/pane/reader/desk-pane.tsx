import { makeStyles, tokens } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import type { Language } from "../../locales/language";
import type { Desk } from "../../ui/sign-off/desk";
import { DeskScreen } from "../../ui/sign-off/desk-screen";
import { signOffWords } from "../../ui/sign-off/words";

const useStyles = makeStyles({
  source: {
    padding: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  text: { margin: 0 },
});

export interface DeskPaneProps {
  readonly language: Language;
  readonly desk: Desk;
  readonly hint: string | null;
}

/** The manager's desk beside a notice: what is shown is the service's, not the mail's. */
export default function DeskPane({ language, desk, hint }: DeskPaneProps) {
  const styles = useStyles();
  const words = signOffWords(language);
  const { opened } = useSyncExternalStore(desk.subscribe, desk.state, desk.state);
  const { title, text } = words.texts.fromService;
  const isPointedTo = hint !== null && opened?.id === hint && opened.detail !== null;
  const source = isPointedTo ? (
    <div className={styles.source}>
      <strong>{title}</strong>
      <p className={styles.text}>{text}</p>
    </div>
  ) : null;
  return <DeskScreen desk={desk} words={words} source={source} />;
}
