import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Foreign } from "./foreign";
import { ToneIcon } from "./icons";
import { TONE_COLOURS, type Tone } from "./tone";

export interface AttachmentView {
  readonly name: string;
  readonly size: string;
  readonly tone: Tone;
  /** 「個人情報あり・2,940人分」 in words. */
  readonly status: string;
  /** Why it could not be looked into; empty otherwise. */
  readonly reason: string;
  /** Null where it cannot be removed from here. */
  readonly remove: {
    readonly text: string;
    readonly label: string;
    readonly run: () => void;
  } | null;
}

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  file: {
    display: "flex",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  what: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  name: { fontWeight: tokens.fontWeightSemibold },
  detail: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  remove: { flexShrink: 0 },
});

/** What is attached, and what came of looking into it. */
export function AttachmentList({
  attachments,
  disabled,
}: {
  readonly attachments: readonly AttachmentView[];
  readonly disabled: boolean;
}) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {attachments.map((file, index) => (
        <li key={index} className={styles.file}>
          <span style={{ color: TONE_COLOURS[file.tone].foreground }}>
            <ToneIcon tone={file.tone} size={20} />
          </span>
          <div className={styles.what}>
            <div className={styles.name}>
              <Foreign text={file.name} />
            </div>
            <div className={styles.detail}>
              {file.status} · {file.size}
            </div>
            {file.reason !== "" && <div className={styles.detail}>{file.reason}</div>}
          </div>
          {file.remove !== null && (
            <Button
              className={styles.remove}
              size="small"
              disabledFocusable={disabled}
              aria-label={file.remove.label}
              onClick={file.remove.run}
            >
              {file.remove.text}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
