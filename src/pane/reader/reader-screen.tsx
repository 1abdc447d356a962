import { makeStyles, tokens } from "@fluentui/react-components";
import type { PaneTexts } from "../../locales/pane";

const useStyles = makeStyles({
  screen: { padding: tokens.spacingHorizontalM, maxWidth: "640px" },
  title: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  points: { paddingLeft: tokens.spacingHorizontalXL },
});

/** Beside a mail that was received there is nothing to check: says what the pane is for. */
export function ReaderScreen({ texts: { reader } }: { readonly texts: PaneTexts }) {
  const styles = useStyles();
  return (
    <main className={styles.screen}>
      <h1 className={styles.title}>{reader.title}</h1>
      <p>{reader.text}</p>
      <ul className={styles.points}>
        {reader.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </main>
  );
}
