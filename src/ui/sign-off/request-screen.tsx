import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { RequestDetail } from "../../api/requests";
import { Foreign } from "../foreign";
import { Section } from "../section";
import { DecisionBar, DecisionForm } from "./decision-form";
import { decisionView, failureView, type DecisionView } from "./decision-view";
import type { Desk } from "./desk";
import type { Opened } from "./desk-state";
import { MailContent } from "./mail-content";
import { Note } from "./note";
import { Problem } from "./problem";
import { Recipients } from "./recipients";
import { recipientsView } from "./recipients-view";
import { Before, Rules, Top } from "./request-top";
import { requestView, type RequestView } from "./request-view";
import { Revoke } from "./revoke";
import { useShared } from "./shared-styles";
import type { SignOffWords } from "./words";

const useStyles = makeStyles({
  request: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  newer: { alignSelf: "flex-start" },
  offer: { marginTop: tokens.spacingVerticalS },
  digest: { fontFamily: tokens.fontFamilyMonospace },
});

export interface RequestScreenProps {
  readonly opened: Opened;
  /** How many could be decided together with it, itself among them. */
  readonly together: number;
  /** The reader may take its approval back. */
  readonly mayRevoke: boolean;
  /** The request that took its place. */
  readonly newer: string | null;
  readonly desk: Desk;
  readonly words: SignOffWords;
}

/** One request with everything needed to judge it, from the service's answer alone. */
export function RequestScreen(props: RequestScreenProps) {
  const { opened, together, desk, words } = props;
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
      {decision.isOpen && together > 1 && <Offer count={together} desk={desk} words={words} />}
      <Whom {...props} detail={detail} decision={decision} />
      {detail.erased ? (
        <Note title={words.texts.erased.title}>{words.texts.erased.text}</Note>
      ) : (
        <MailContent detail={detail} opened={opened} desk={desk} words={words} />
      )}
      <Rules view={view} words={words} />
      <Decisions {...props} view={view} decision={decision} />
      <Digest digest={detail.digest} words={words} />
      {decision.isOpen && <DecisionBar view={decision} desk={desk} words={words} />}
    </article>
  );
}

/** Others with the same files, for one press. */
function Offer({
  count,
  desk,
  words: {
    texts: { together: texts },
  },
}: Pick<RequestScreenProps, "desk" | "words"> & { readonly count: number }) {
  const styles = useStyles();
  const shared = useShared();
  return (
    <Note title={texts.offer(count - 1)}>
      <Button className={mergeClasses(shared.button, styles.offer)} onClick={desk.together.begin}>
        {texts.title(count)}
      </Button>
    </Note>
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

interface DecisionsProps extends RequestScreenProps {
  readonly view: RequestView;
  readonly decision: DecisionView;
}

function Decisions({ view, decision, opened, mayRevoke, newer, desk, words }: DecisionsProps) {
  const styles = useStyles();
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
      {opened.detail?.state === "superseded" && newer !== null && (
        <Button
          className={mergeClasses(shared.button, styles.newer)}
          appearance="primary"
          onClick={() => desk.open(newer)}
        >
          {texts.openNewer}
        </Button>
      )}
      {opened.detail?.state === "approved" && mayRevoke && (
        <Revoke opened={opened} desk={desk} words={words} />
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
