import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { BatchEntry } from "./batch-state";
import { entryFacts } from "./batch-view";
import { headlineOf } from "./card-view";
import { failureView } from "./decision-view";
import type { Desk } from "./desk";
import { Marks } from "./marks";
import { Problem } from "./problem";
import { Recipients } from "./recipients";
import { recipientsView } from "./recipients-view";
import { Before, FactList } from "./request-top";
import { requestView } from "./request-view";
import { TOUCH, useShared } from "./shared-styles";
import { TextPreview } from "./text-preview";
import type { SignOffWords } from "./words";

const useStyles = makeStyles({
  entry: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  show: { alignSelf: "flex-start" },
  leaveOut: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    minHeight: TOUCH,
    cursor: "pointer",
  },
  box: {
    width: "24px",
    height: "24px",
    flexShrink: 0,
    margin: 0,
    accentColor: tokens.colorBrandBackground,
  },
});

export interface BatchEntryProps {
  readonly entry: BatchEntry;
  /** Its place among them, from 1. */
  readonly number: number;
  readonly isSending: boolean;
  readonly desk: Desk;
  readonly words: SignOffWords;
}

/** One of those that are decided together: whose it is, what it says, and who gets it. */
export function BatchEntryCard(props: BatchEntryProps) {
  const { entry, number, words, desk } = props;
  const styles = useStyles();
  const shared = useShared();
  const title = useId();
  const { texts } = words;
  const { detail, phase, failure } = entry;
  return (
    <section className={styles.entry} aria-labelledby={title}>
      <h3 id={title} className={styles.title}>
        {texts.together.numbered(
          number,
          detail === null ? entry.sender : headlineOf(detail, words),
        )}
      </h3>
      {phase === "loading" && <p className={shared.text}>{texts.loading}</p>}
      {failure !== null && (
        <Problem view={failureView(failure, words)} words={words} onSignIn={desk.signIn} />
      )}
      {phase === "alone" && <p className={shared.text}>{texts.together.alone}</p>}
      {phase === "shown" && detail !== null && <Shown {...props} detail={detail} />}
    </section>
  );
}

function Shown({
  entry,
  detail,
  isSending,
  desk,
  words,
}: BatchEntryProps & { readonly detail: NonNullable<BatchEntry["detail"]> }) {
  const styles = useStyles();
  const { texts } = words;
  const { id, isLeftOut, ticks } = entry;
  const view = requestView(detail, words);
  return (
    <>
      <Marks marks={view.unusual} />
      <FactList facts={entryFacts(detail, words)} />
      <Before view={view} words={words} />
      <BodyText entry={entry} desk={desk} words={words} />
      {!isLeftOut && (
        <Recipients
          view={recipientsView(detail, words)}
          words={words}
          ticks={ticks}
          onTick={(tick, on) => {
            if (!isSending) desk.together.tick(id, tick, on);
          }}
        />
      )}
      <label className={styles.leaveOut}>
        <input
          type="checkbox"
          className={styles.box}
          checked={isLeftOut}
          disabled={isSending}
          onChange={({ target }) => desk.together.leaveOut(id, target.checked)}
        />
        {texts.together.leaveOut}
      </label>
    </>
  );
}

/** The words may differ though the files do not. */
function BodyText({ entry, desk, words }: Omit<BatchEntryProps, "number" | "isSending">) {
  const styles = useStyles();
  const shared = useShared();
  const { texts } = words;
  const { id, sender } = entry;
  const shown = entry.texts.body;
  const label = `${texts.body}: ${sender}`;
  const read = (reveal: boolean, more: boolean): void => desk.together.text(id, { reveal, more });
  if (shown === undefined)
    return (
      <Button
        className={mergeClasses(shared.button, styles.show)}
        aria-label={`${texts.together.showBody}: ${sender}`}
        onClick={() => read(false, false)}
      >
        {texts.together.showBody}
      </Button>
    );
  return (
    <TextPreview
      text={shown}
      words={words}
      label={label}
      onReveal={() => read(true, false)}
      onMore={() => read(shown.revealed, true)}
      onRetry={() => read(shown.revealed, false)}
      onSignIn={desk.signIn}
    />
  );
}
