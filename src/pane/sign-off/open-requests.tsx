import { Badge, Button, makeStyles, tokens } from "@fluentui/react-components";
import { Foreign, seen } from "../../ui/foreign";
import { Section } from "../../ui/section";
import type { OpenRequest } from "./open-list";
import type { SignOff } from "./sign-off";
import type { SignOffState } from "./state";
import type { AskingWords } from "./words";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  entry: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  text: { margin: 0 },
  until: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface OpenRequestsProps {
  readonly signOff: SignOff;
  readonly state: SignOffState;
  readonly words: AskingWords;
}

/** Own mails that wait, or are signed off and have not left; those that can be sent come first. */
export function OpenRequests({ signOff, state, words }: OpenRequestsProps) {
  const styles = useStyles();
  const { texts } = words;
  const others = state.open.filter(({ id }) => id !== state.request?.id);
  if (others.length === 0) return null;
  return (
    <Section title={texts.openTitle}>
      <p className={styles.text}>{texts.openNote}</p>
      <ul className={styles.list}>
        {others.map((each) => (
          <Open key={each.id} request={each} signOff={signOff} state={state} words={words} />
        ))}
      </ul>
    </Section>
  );
}

function Open({
  request,
  signOff,
  state: { work },
  words,
}: OpenRequestsProps & { readonly request: OpenRequest }) {
  const styles = useStyles();
  const { texts, states, day } = words;
  const { id, state, subject } = request;
  const name = subject === null || subject === "" ? texts.noSubject : subject;
  const isApproved = state === "approved";
  const end = day(request.expiresAt);
  const isEnding = work?.name === "withdrawing" && work.id === id;
  return (
    <li className={styles.entry}>
      <div className={styles.head}>
        <Badge appearance="tint" color={isApproved ? "success" : "informative"}>
          {states[state]}
        </Badge>
        <strong>
          <Foreign text={name} />
        </strong>
      </div>
      <span>{texts.openLine(request)}</span>
      <span className={isApproved ? styles.until : undefined}>
        {isApproved ? texts.sendUntil(end) : texts.waitsUntil(end)}
      </span>
      <span className={styles.quiet}>{texts.askedAt(day(request.askedAt))}</span>
      {!isApproved && (
        <Button
          size="small"
          aria-label={`${texts.withdraw}: ${seen(name)}`}
          disabledFocusable={work !== null}
          onClick={() => signOff.withdraw(id)}
        >
          {isEnding ? texts.withdrawing : texts.withdraw}
        </Button>
      )}
    </li>
  );
}
