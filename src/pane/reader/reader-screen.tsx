import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useSyncExternalStore } from "react";
import type { Language } from "../../locales/language";
import { paneTexts } from "../../locales/pane";
import type { Reader } from "./reader";

const useStyles = makeStyles({
  screen: { padding: tokens.spacingHorizontalM, maxWidth: "640px" },
  title: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  points: { paddingLeft: tokens.spacingHorizontalXL },
  button: { minHeight: "44px" },
});

/** The manager's screens: loaded when there is a request to show. */
const DeskPane = lazy(() => import(/* webpackChunkName: "desk" */ "./desk-pane"));

export interface ReaderScreenProps {
  readonly language: Language;
  readonly reader: Reader;
}

/** Beside a mail that was received: the request that it points to, or what the pane is for. */
export function ReaderScreen({ language, reader }: ReaderScreenProps) {
  const state = useSyncExternalStore(reader.subscribe, reader.state, reader.state);
  if (state.view === "about") return <About language={language} reader={reader} />;
  return (
    <Suspense fallback={null}>
      <DeskPane language={language} desk={state.desk} hint={state.hint} />
    </Suspense>
  );
}

function About({ language, reader }: ReaderScreenProps) {
  const styles = useStyles();
  const { reader: texts } = paneTexts[language];
  return (
    <main className={styles.screen}>
      <h1 className={styles.title}>{texts.title}</h1>
      <p>{texts.text}</p>
      <ul className={styles.points}>
        {texts.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {reader.showDesk !== null && (
        <Button className={styles.button} onClick={reader.showDesk}>
          {texts.showDesk}
        </Button>
      )}
    </main>
  );
}
