import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Foreign } from "../foreign";
import { PlaceLabel } from "../place-label";
import { failureView } from "./decision-view";
import type { TextShown } from "./desk-state";
import { Problem } from "./problem";
import { useShared } from "./shared-styles";
import type { SignOffWords } from "./words";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: "anywhere",
  },
  lines: { width: "100%", maxHeight: "50vh", overflowY: "auto", whiteSpace: "pre-wrap" },
  place: { display: "block" },
});

export interface TextPreviewProps {
  readonly text: TextShown;
  readonly words: SignOffWords;
  /** What the text is of, for those who do not see where it stands. */
  readonly label: string;
  readonly onReveal: () => void;
  readonly onMore: () => void;
  readonly onRetry: () => void;
  readonly onSignIn: () => void;
}

/** Words of the mail as the service read them: text and nothing else, masked until one asks. */
export function TextPreview(props: TextPreviewProps) {
  const { text, words, label } = props;
  const { texts } = words;
  const styles = useStyles();
  const shared = useShared();
  const { phase, lines, next, revealed, failure } = text;
  return (
    <div className={styles.box} aria-busy={phase === "loading"}>
      {lines.length > 0 && <Lines {...props} />}
      {phase === "loading" && <p className={shared.text}>{texts.loading}</p>}
      {phase === "shown" && lines.length === 0 && <p className={shared.text}>{texts.noText}</p>}
      {failure !== null && (
        <Problem
          view={failureView(failure, words)}
          words={words}
          onRetry={props.onRetry}
          onSignIn={props.onSignIn}
        />
      )}
      {phase === "shown" && next !== null && (
        <Button
          className={shared.button}
          aria-label={`${texts.moreText}: ${label}`}
          onClick={props.onMore}
        >
          {texts.moreText}
        </Button>
      )}
      {phase === "shown" && lines.length > 0 && !revealed && (
        <>
          <p className={mergeClasses(shared.text, shared.quiet)}>{texts.masked}</p>
          <Button
            className={shared.button}
            aria-label={`${texts.reveal}: ${label}`}
            onClick={props.onReveal}
          >
            {texts.reveal}
          </Button>
        </>
      )}
      <p role="status" className={mergeClasses(shared.text, shared.quiet)}>
        {revealed && phase === "shown" ? texts.revealed : ""}
      </p>
    </div>
  );
}

/** A sheet, a note: said where it changes. It scrolls, so the keyboard has to get there. */
function Lines({ text: { lines }, words, label }: TextPreviewProps) {
  const styles = useStyles();
  const shared = useShared();
  const places = lines.map(({ place }) => words.sectionOf(place));
  return (
    <div className={styles.lines} tabIndex={0} role="region" aria-label={label}>
      {lines.map(({ text }, index) => {
        const place = places[index] ?? [];
        const isNew = place.join("\n") !== (places[index - 1] ?? []).join("\n");
        return (
          <p key={index} className={shared.text}>
            {isNew && place.length > 0 && (
              <span className={mergeClasses(shared.quiet, styles.place)}>
                <PlaceLabel steps={place} />
              </span>
            )}
            <Foreign text={text} />
          </p>
        );
      })}
    </div>
  );
}
