import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Foreign } from "../foreign";
import { ToneIcon } from "../icons";
import { Section } from "../section";
import { TONE_COLOURS } from "../tone";
import { Marks } from "./marks";
import { Note } from "./note";
import type { FactView, RequestView } from "./request-view";
import { useShared } from "./shared-styles";
import type { SignOffWords } from "./words";

const useStyles = makeStyles({
  top: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  headline: {
    ":focus": { outlineStyle: "none" },
    ":focus-visible": { outline: `3px solid ${tokens.colorStrokeFocus2}` },
  },
  facts: { margin: 0, display: "grid", gridTemplateColumns: "auto 1fr", gap: "2px 12px" },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
  changes: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  rule: { display: "flex", gap: tokens.spacingHorizontalS, padding: "4px 0" },
  icon: { flexShrink: 0 },
});

interface ViewProps {
  readonly view: RequestView;
  readonly words: SignOffWords;
}

/** How much to whom, what is unusual, who asks and why. */
export function Top({ view }: { readonly view: RequestView }) {
  const styles = useStyles();
  const shared = useShared();
  return (
    <div className={styles.top}>
      <h2
        className={mergeClasses(shared.headline, styles.headline)}
        tabIndex={0}
        data-focus="request"
      >
        {view.headline}
      </h2>
      <strong>
        {view.urgent !== "" && <span className={shared.urgent}>{view.urgent} · </span>}
        {view.state}
      </strong>
      <Marks marks={view.unusual} />
      <FactList facts={view.facts} />
    </div>
  );
}

export function FactList({ facts }: { readonly facts: readonly FactView[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, text }, index) => (
        <FactLine key={index} label={label} text={text} />
      ))}
    </dl>
  );
}

function FactLine({ label, text }: { readonly label: string; readonly text: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        <Foreign text={text} />
      </dd>
    </>
  );
}

/** What an earlier request of the same mail has to do with this one. */
export function Before({ view, words }: ViewProps) {
  const styles = useStyles();
  return (
    <>
      {view.rejected !== null && (
        <Note title={view.rejected.title}>
          <Foreign text={view.rejected.comment} />
        </Note>
      )}
      {view.changes.length > 0 && (
        <Note title={words.texts.changes}>
          <ul className={styles.changes}>
            {view.changes.map((change) => (
              <li key={change}>
                <bdi>{change}</bdi>
              </li>
            ))}
          </ul>
        </Note>
      )}
    </>
  );
}

/** Why it needs a sign-off, the worst first. */
export function Rules({ view, words }: ViewProps) {
  const styles = useStyles();
  const shared = useShared();
  if (view.rules.length === 0) return null;
  return (
    <Section title={words.texts.rules}>
      <ul className={shared.list}>
        {view.rules.map(({ tone, label, title }, index) => (
          <li key={index} className={styles.rule}>
            <span className={styles.icon} style={{ color: TONE_COLOURS[tone].foreground }}>
              <ToneIcon tone={tone} size={20} />
            </span>
            <span>
              <strong>{label}</strong> <bdi>{title}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
