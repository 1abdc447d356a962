import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { Evidence, type EvidenceView } from "./evidence";
import { ToneIcon } from "./icons";
import { TONE_COLOURS, type Tone } from "./tone";

export interface FindingAction {
  readonly label: string;
  /** One in the whole list: the way out that helps most. */
  readonly isBest: boolean;
  readonly run: () => void;
}

export interface FindingTick {
  readonly label: string;
  readonly checked: boolean;
  readonly set: (checked: boolean) => void;
}

export interface FindingCardView {
  readonly tone: Tone;
  readonly label: string;
  readonly title: string;
  readonly toDo: string;
  readonly evidence: EvidenceView | null;
  /** The best first. */
  readonly actions: readonly FindingAction[];
  readonly tick: FindingTick | null;
}

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  label: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0 },
  actions: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  action: { justifyContent: "flex-start", textAlign: "left", overflowWrap: "anywhere" },
});

/** One finding: what is wrong, what to do, and the buttons that do it. */
export function FindingCard({
  view,
  disabled,
}: {
  readonly view: FindingCardView;
  readonly disabled: boolean;
}) {
  const styles = useStyles();
  const titleId = useId();
  return (
    <article className={styles.card} aria-labelledby={titleId}>
      <span className={styles.label} style={{ color: TONE_COLOURS[view.tone].foreground }}>
        <ToneIcon tone={view.tone} size={16} />
        {view.label}
      </span>
      <h3 id={titleId} className={styles.title}>
        {view.title}
      </h3>
      <p className={styles.text}>{view.toDo}</p>
      {view.evidence !== null && <Evidence view={view.evidence} />}
      {view.actions.length > 0 && (
        <div className={styles.actions}>
          {view.actions.map(({ label, isBest, run }) => (
            <Button
              key={label}
              className={styles.action}
              appearance={isBest ? "primary" : "secondary"}
              disabledFocusable={disabled}
              onClick={run}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
      {view.tick !== null && <Tick tick={view.tick} disabled={disabled} titleId={titleId} />}
    </article>
  );
}

function Tick({
  tick,
  disabled,
  titleId,
}: {
  readonly tick: FindingTick;
  readonly disabled: boolean;
  readonly titleId: string;
}) {
  return (
    <Checkbox
      label={tick.label}
      aria-describedby={titleId}
      checked={tick.checked}
      disabled={disabled}
      onChange={(_, { checked }) => tick.set(checked === true)}
    />
  );
}
