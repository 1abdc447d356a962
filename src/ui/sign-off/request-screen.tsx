import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { RequestDetail } from "../../api/requests";
import { Evidence } from "../evidence";
import { Foreign } from "../foreign";
import { ToneIcon } from "../icons";
import { Section } from "../section";
import { TONE_COLOURS } from "../tone";
import { DecisionBar, DecisionForm } from "./decision-form";
import { decisionView, failureView, type DecisionView } from "./decision-view";
import type { Desk } from "./desk";
import type { Opened } from "./desk-state";
import { Files } from "./files";
import { evidenceOf, filesView } from "./files-view";
import { Marks } from "./marks";
import { Problem } from "./problem";
import { Recipients } from "./recipients";
import { recipientsView } from "./recipients-view";
import { requestView, type RequestView } from "./request-view";
import { useShared } from "./shared-styles";
import { TextPreview } from "./text-preview";
import type { SignOffWords } from "./words";

const useStyles = makeStyles({
  request: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  top: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  headline: {
    ":focus": { outlineStyle: "none" },
    ":focus-visible": { outline: `3px solid ${tokens.colorStrokeFocus2}` },
  },
  facts: { margin: 0, display: "grid", gridTemplateColumns: "auto 1fr", gap: "2px 12px" },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: "anywhere" },
  note: {
    padding: tokens.spacingHorizontalM,
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: "anywhere",
  },
  rule: { display: "flex", gap: tokens.spacingHorizontalS, padding: "4px 0" },
  icon: { flexShrink: 0 },
  changes: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  digest: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: "anywhere" },
});

export interface RequestScreenProps {
  readonly opened: Opened;
  readonly desk: Desk;
  readonly words: SignOffWords;
}

/** One request with everything needed to judge it, from the service's answer alone. */
export function RequestScreen({ opened, desk, words }: RequestScreenProps) {
  const styles = useStyles();
  const { detail, failure } = opened;
  const decision = decisionView(opened, words);
  if (failure !== null)
    return (
      <Problem
        view={failureView(failure, words)}
        words={words}
        onRetry={desk.reload}
        onSignIn={desk.signIn}
      />
    );
  if (detail === null || decision === null) return <p>{words.texts.loading}</p>;
  const view = requestView(detail, words);
  return (
    <article className={styles.request} aria-label={view.headline}>
      <Top view={view} />
      <Before view={view} words={words} />
      <Whom detail={detail} decision={decision} opened={opened} desk={desk} words={words} />
      {detail.erased ? (
        <Note title={words.texts.erased.title}>{words.texts.erased.text}</Note>
      ) : (
        <Mail detail={detail} opened={opened} desk={desk} words={words} />
      )}
      <Rules view={view} words={words} />
      <Decisions view={view} decision={decision} opened={opened} desk={desk} words={words} />
      <Digest digest={detail.digest} words={words} />
      {decision.isOpen && <DecisionBar view={decision} desk={desk} words={words} />}
    </article>
  );
}

function Top({ view }: { readonly view: RequestView }) {
  const styles = useStyles();
  const shared = useShared();
  return (
    <div className={styles.top}>
      <h2
        className={mergeClasses(shared.headline, styles.headline)}
        tabIndex={-1}
        data-focus="request"
      >
        {view.headline}
      </h2>
      <strong>{view.state}</strong>
      <Marks marks={view.unusual} />
      <dl className={styles.facts}>
        {view.facts.map(({ label, text }, index) => (
          <FactLine key={index} label={label} text={text} />
        ))}
      </dl>
    </div>
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

function Note({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.note}>
      <strong>{title}</strong>
      <div>{children}</div>
    </div>
  );
}

interface ViewProps {
  readonly view: RequestView;
  readonly words: SignOffWords;
}

/** What an earlier request of the same mail has to do with this one. */
function Before({ view, words }: ViewProps) {
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

interface DetailProps extends RequestScreenProps {
  readonly detail: RequestDetail;
}

function Whom({
  detail,
  decision,
  opened,
  desk,
  words,
}: DetailProps & { readonly decision: DecisionView }) {
  return (
    <Section title={words.texts.recipients}>
      <Recipients
        view={recipientsView(detail, words)}
        words={words}
        ticks={opened.answer.ticks}
        onTick={decision.isOpen ? desk.tick : undefined}
      />
    </Section>
  );
}

function Mail({ detail, opened, desk, words }: DetailProps) {
  const styles = useStyles();
  const shared = useShared();
  const { texts } = words;
  const body = opened.texts.body;
  const evidence = evidenceOf(detail.body, words);
  const read = (reveal: boolean, more: boolean): void => desk.text("body", { reveal, more });
  return (
    <>
      <Section title={texts.attachments}>
        <Files files={filesView(detail, words)} opened={opened} desk={desk} words={words} />
      </Section>
      <Section title={texts.mail}>
        <p className={shared.text}>
          <span className={styles.label}>{texts.subject} </span>
          <Foreign text={detail.subject === "" ? texts.noSubject : detail.subject} />
        </p>
        {evidence !== null && <Evidence view={evidence} />}
        {body !== undefined && (
          <TextPreview
            text={body}
            words={words}
            label={texts.body}
            onReveal={() => read(true, false)}
            onMore={() => read(body.revealed, true)}
            onRetry={() => read(body.revealed, body.lines.length > 0)}
            onSignIn={desk.signIn}
          />
        )}
      </Section>
    </>
  );
}

function Rules({ view, words }: ViewProps) {
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

interface DecisionsProps extends RequestScreenProps {
  readonly view: RequestView;
  readonly decision: DecisionView;
}

function Decisions({ view, decision, opened, desk, words }: DecisionsProps) {
  const shared = useShared();
  const { texts } = words;
  const { isOpen } = decision;
  const isWaiting = opened.detail?.state === "requested";
  return (
    <Section title={isOpen ? texts.decide : texts.decisions}>
      {view.approvals !== "" && <strong>{view.approvals}</strong>}
      {isWaiting &&
        view.requirements.map((line) => (
          <p key={line} className={shared.text}>
            {line}
          </p>
        ))}
      {view.decisions.map(({ line, comment }, index) => (
        <Note key={index} title={line}>
          <Foreign text={comment} />
        </Note>
      ))}
      {!isOpen && isWaiting && <Note title={texts.notYours.title}>{texts.notYours.text}</Note>}
      {isOpen && <DecisionForm view={decision} opened={opened} desk={desk} words={words} />}
      {!isOpen && decision.problem !== null && (
        <Problem view={decision.problem} words={words} onSignIn={desk.signIn} />
      )}
    </Section>
  );
}

/** The fingerprint of what is shown: what the decision names. */
function Digest({ digest, words }: { readonly digest: string; readonly words: SignOffWords }) {
  const styles = useStyles();
  const shared = useShared();
  return (
    <p className={mergeClasses(shared.quiet, shared.text)}>
      {words.texts.digest} <code className={styles.digest}>{digest}</code>
    </p>
  );
}
