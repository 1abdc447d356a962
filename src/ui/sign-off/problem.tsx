import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ProblemView } from "./decision-view";
import { useShared } from "./shared-styles";
import type { SignOffWords } from "./words";
import { ToneIcon } from "../icons";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `2px solid ${tokens.colorStatusDangerBorder1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "center" },
});

/** What the service refused, why, and the way on. */
export function Problem({
  view,
  words,
  onRetry,
  onSignIn,
}: {
  readonly view: ProblemView;
  readonly words: SignOffWords;
  readonly onRetry?: () => void;
  readonly onSignIn: () => void;
}) {
  const styles = useStyles();
  const shared = useShared();
  return (
    <div className={styles.box} role="alert">
      <strong className={styles.title}>
        <ToneIcon tone="failed" size={20} />
        {view.title}
      </strong>
      <p className={shared.text}>{view.text}</p>
      {view.signIn ? (
        <Button className={shared.button} appearance="primary" onClick={onSignIn}>
          {words.texts.signIn}
        </Button>
      ) : (
        onRetry !== undefined && (
          <Button className={shared.button} onClick={onRetry}>
            {words.texts.again}
          </Button>
        )
      )}
    </div>
  );
}
