import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import type { Language } from "../../locales/language";
import type { TitleAndText } from "../../locales/pane";
import { seen } from "../../ui/foreign";
import type { Desk } from "../../ui/sign-off/desk";
import { DeskScreen } from "../../ui/sign-off/desk-screen";
import { useShared } from "../../ui/sign-off/shared-styles";
import { signOffWords, type SignOffWords } from "../../ui/sign-off/words";
import { Surface } from "../../ui/surface";
import type { Session, SessionState } from "./session";

const useStyles = makeStyles({
  screen: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    maxWidth: "640px",
  },
  account: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
});

export interface ReviewPageProps {
  readonly language: Language;
  readonly session: Session;
  readonly desk: Desk;
}

/** The manager's screens in a browser: sign-in, then the desk. */
export function ReviewPage({ language, session, desk }: ReviewPageProps) {
  const words = signOffWords(language);
  const state = useSyncExternalStore(session.subscribe, session.state, session.state);
  return (
    <Surface isDark={null}>
      {state.phase === "signed-in" ? (
        <DeskScreen
          desk={desk}
          words={words}
          account={<AccountLine name={state.name} session={session} words={words} />}
        />
      ) : (
        <Door phase={state.phase} session={session} words={words} />
      )}
    </Surface>
  );
}

interface WordsAndSession {
  readonly session: Session;
  readonly words: SignOffWords;
}

function AccountLine({ name, session, words }: WordsAndSession & { readonly name: string }) {
  const styles = useStyles();
  const shared = useShared();
  return (
    <div className={styles.account}>
      <bdi className={shared.quiet}>{seen(name)}</bdi>
      <Button className={shared.button} appearance="subtle" onClick={session.signOut}>
        {words.texts.signOut}
      </Button>
    </div>
  );
}

type Phase = Exclude<SessionState["phase"], "signed-in">;

/** What stands there while nobody is signed in. */
function Door({ phase, session, words }: WordsAndSession & { readonly phase: Phase }) {
  const styles = useStyles();
  const shared = useShared();
  const { title, text } = doorText(phase, words);
  const isClosed = phase === "signing-in" || phase === "not-configured";
  return (
    <main className={styles.screen}>
      <h1 className={shared.headline}>{words.texts.title}</h1>
      <div role="status">
        <strong>{title}</strong>
        <p className={shared.text}>{text}</p>
      </div>
      {!isClosed && (
        <Button
          className={shared.button}
          appearance="primary"
          size="large"
          onClick={() => void session.signIn(false, null)}
        >
          {words.texts.signIn}
        </Button>
      )}
    </main>
  );
}

function doorText(phase: Phase, { texts }: SignOffWords): TitleAndText {
  switch (phase) {
    case "signing-in":
      return { title: texts.signingIn, text: "" };
    case "signed-out":
      return texts.signedOut;
    case "failed":
      return texts.signInFailed;
    case "not-configured":
      return texts.notConfigured;
  }
}
