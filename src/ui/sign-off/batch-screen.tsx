import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Foreign } from "../foreign";
import { ToneIcon } from "../icons";
import { Section } from "../section";
import { TONE_COLOURS } from "../tone";
import { BatchDecision } from "./batch-decision";
import { BatchEntryCard } from "./batch-entry";
import type { Batch } from "./batch-state";
import { batchView, type ResultView } from "./batch-view";
import type { Desk } from "./desk";
import { useShared } from "./shared-styles";
import type { SignOffWords } from "./words";

const useStyles = makeStyles({
  batch: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  headline: {
    borderRadius: tokens.borderRadiusSmall,
    ":focus": { outlineStyle: "none" },
    ":focus-visible": { outline: `3px solid ${tokens.colorStrokeFocus2}` },
  },
  results: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  result: { display: "flex", gap: tokens.spacingHorizontalS },
  icon: { flexShrink: 0 },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM },
});

export interface BatchScreenProps {
  readonly batch: Batch;
  readonly desk: Desk;
  readonly words: SignOffWords;
}

/** Several requests with the same files and reasons: each looked at, all decided with one press. */
export function BatchScreen({ batch, desk, words }: BatchScreenProps) {
  const styles = useStyles();
  const shared = useShared();
  const { together: texts } = words.texts;
  const view = batchView(batch, words);
  return (
    <article className={styles.batch} aria-label={view.title}>
      <h2
        key={view.title}
        className={mergeClasses(shared.headline, styles.headline)}
        tabIndex={0}
        data-focus="request"
      >
        {view.title}
      </h2>
      {view.results !== null ? (
        <Results results={view.results} view={view} desk={desk} words={words} />
      ) : (
        <>
          <p className={shared.text}>{texts.note}</p>
          {view.files.length > 0 && (
            <Section title={texts.files}>
              <ul className={shared.list}>
                {view.files.map(({ name, status }, index) => (
                  <li key={index}>
                    <Foreign text={name} /> <span className={shared.quiet}>{status}</span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {batch.entries.map((entry, index) => (
            <BatchEntryCard
              key={entry.id}
              entry={entry}
              number={index + 1}
              isSending={batch.sending !== null}
              desk={desk}
              words={words}
            />
          ))}
          <BatchDecision batch={batch} view={view} desk={desk} words={words} />
        </>
      )}
    </article>
  );
}

/** Each answer in its own line: what failed is not hidden by what went well. */
function Results({
  results,
  view,
  desk,
  words,
}: Omit<BatchScreenProps, "batch"> & {
  readonly results: readonly ResultView[];
  readonly view: { readonly needsSignIn: boolean };
}) {
  const styles = useStyles();
  const shared = useShared();
  const { texts } = words;
  return (
    <>
      <div role="status">
        <ul className={mergeClasses(shared.list, styles.results)}>
          {results.map(({ id, isRefused, line, text }) => (
            <li key={id} className={styles.result}>
              <span
                className={styles.icon}
                style={{ color: TONE_COLOURS[isRefused ? "failed" : "allow"].foreground }}
              >
                <ToneIcon tone={isRefused ? "failed" : "allow"} size={20} />
              </span>
              <div>
                <strong>
                  <bdi>{line}</bdi>
                </strong>
                {text !== "" && <p className={shared.text}>{text}</p>}
              </div>
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.row}>
        {view.needsSignIn && (
          <Button className={shared.button} size="large" onClick={desk.signIn}>
            {texts.signIn}
          </Button>
        )}
        <Button
          className={shared.button}
          size="large"
          appearance="primary"
          onClick={desk.together.end}
        >
          {texts.together.next}
        </Button>
      </div>
    </>
  );
}
