import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Foreign } from "../../ui/foreign";
import { Notice } from "../../ui/notice";
import { Section } from "../../ui/section";
import { AskForm } from "./ask-form";
import { type PanelAction, type PanelProgress, type PanelView } from "./panel-view";
import type { SignOff } from "./sign-off";
import type { SignOffState } from "./state";
import type { AskingWords } from "./words";

const useStyles = makeStyles({
  panel: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: "anywhere",
  },
  lines: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  text: { margin: 0 },
  comment: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
  },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  bar: { width: "100%", accentColor: tokens.colorBrandBackground },
});

export interface PanelProps {
  readonly signOff: SignOff;
  readonly state: SignOffState;
  readonly view: PanelView;
  readonly words: AskingWords;
}

/** All about the sign-off of this mail: the form, or how the request stands. */
export function SignOffPanel({ signOff, state, view, words }: PanelProps) {
  const styles = useStyles();
  return (
    <Section title={words.texts.title}>
      <div className={styles.panel}>
        <Problem view={view} />
        <Lines view={view} words={words} />
        {view.progress !== null && <Progress progress={view.progress} />}
        {view.form !== null && (
          <AskForm heading={view.form} state={state} signOff={signOff} words={words} />
        )}
        {view.actions.length > 0 && (
          <div className={styles.row}>
            {view.actions.map(({ id, label }) => (
              <Button
                key={id}
                appearance={PRIMARY.includes(id) ? "primary" : "secondary"}
                disabledFocusable={state.work !== null && id !== "cancel"}
                onClick={() => act(signOff, id)}
              >
                {label}
              </Button>
            ))}
          </div>
        )}
      </div>
    </Section>
  );
}

const PRIMARY: readonly PanelAction[] = ["sign-in", "connect", "want-form", "store"];

function act(signOff: SignOff, action: PanelAction): void {
  switch (action) {
    case "sign-in":
      return signOff.connect(true);
    case "connect":
      return signOff.connect(false);
    case "want-form":
      return signOff.wantForm();
    case "cancel":
      return signOff.cancel();
    case "withdraw":
      return signOff.withdraw();
    case "reopen":
      return signOff.reopen();
    case "store":
      return signOff.takeTicket();
  }
}

function Problem({ view: { problem } }: { readonly view: PanelView }) {
  if (problem === null) return <Notice about={null}>{null}</Notice>;
  const { title, text } = problem;
  return (
    <Notice about={title + text}>
      {title !== "" && <strong>{title} </strong>}
      {text}
    </Notice>
  );
}

function Lines({
  view,
  words: { texts },
}: { readonly view: PanelView } & Pick<PanelProps, "words">) {
  const styles = useStyles();
  const { lines, comment } = view;
  if (lines.length === 0 && comment === null) return null;
  return (
    <div className={styles.lines}>
      {comment !== null && (
        <blockquote className={styles.comment}>
          {texts.comment("")}
          <Foreign text={comment} />
        </blockquote>
      )}
      {lines.map((line) => (
        <p key={line} className={styles.text}>
          {line}
        </p>
      ))}
    </div>
  );
}

/** What takes longer than a moment shows that it goes on, and how far it is where that is known. */
function Progress({ progress: { label, percent, part } }: { readonly progress: PanelProgress }) {
  const styles = useStyles();
  return (
    <div>
      <p className={styles.text}>
        <span role="status" aria-live="polite">
          {label}
        </span>{" "}
        {percent}
      </p>
      <progress
        className={styles.bar}
        aria-label={label}
        {...(part === null ? {} : { value: part })}
      />
    </div>
  );
}
