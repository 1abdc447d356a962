import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import { Section } from "../../ui/section";
import type { SignOffState } from "./state";
import type { AskingWords } from "./words";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  when: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  text: { margin: 0 },
});

/** Own mails that wait, or are signed off and have not left; those that can be sent come first. */
export function OpenRequests({ state, words }: { state: SignOffState; words: AskingWords }) {
  const styles = useStyles();
  const { texts, states, day } = words;
  const others = state.open.filter(({ id }) => id !== state.request?.id);
  if (others.length === 0) return null;
  return (
    <Section title={texts.openTitle}>
      <p className={styles.text}>{texts.openNote}</p>
      <ul className={styles.list}>
        {others.map((each) => (
          <li key={each.id} className={styles.line}>
            <Badge appearance="tint" color={each.state === "approved" ? "success" : "informative"}>
              {states[each.state]}
            </Badge>
            <span>{texts.openLine(each)}</span>
            <span className={styles.when}>{texts.askedAt(day(each.askedAt))}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
