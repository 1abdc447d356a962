import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useShared } from "./shared-styles";

const useStyles = makeStyles({
  mark: {
    display: "block",
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorStatusWarningForeground3}`,
    borderRadius: tokens.borderRadiusXLarge,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** What is unusual, in words: a frame and a sign, so that it does not hang on its colour. */
export function Marks({ marks }: { readonly marks: readonly string[] }) {
  const styles = useStyles();
  const shared = useShared();
  if (marks.length === 0) return null;
  return (
    <ul className={mergeClasses(shared.list, shared.marks)}>
      {marks.map((mark) => (
        <li key={mark} className={styles.mark}>
          <span aria-hidden="true">! </span>
          <bdi>{mark}</bdi>
        </li>
      ))}
    </ul>
  );
}
