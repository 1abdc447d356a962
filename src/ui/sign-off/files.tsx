import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Evidence } from "../evidence";
import { Foreign } from "../foreign";
import { ToneIcon } from "../icons";
import { TONE_COLOURS } from "../tone";
import { failureView } from "./decision-view";
import type { Desk } from "./desk";
import type { LinkShown, Opened } from "./desk-state";
import type { FileView } from "./files-view";
import { Marks } from "./marks";
import { Problem } from "./problem";
import { TOUCH, useShared } from "./shared-styles";
import { TextPreview } from "./text-preview";
import type { SignOffWords } from "./words";

const useStyles = makeStyles({
  file: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    display: "flex",
    gap: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  icon: { flexShrink: 0 },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  link: {
    display: "inline-flex",
    alignItems: "center",
    minHeight: TOUCH,
    color: tokens.colorBrandForegroundLink,
  },
});

export interface FilesProps {
  readonly files: readonly FileView[];
  readonly opened: Opened;
  readonly desk: Desk;
  readonly words: SignOffWords;
}

/** Each attachment: what was found in it, its text, and the file itself. */
export function Files({ files, ...rest }: FilesProps) {
  const shared = useShared();
  if (files.length === 0) return <p className={shared.text}>{rest.words.texts.noAttachments}</p>;
  return (
    <ul className={shared.list}>
      {files.map((file) => (
        <File key={file.index} file={file} {...rest} />
      ))}
    </ul>
  );
}

function File({ file, opened, desk, words }: Omit<FilesProps, "files"> & { file: FileView }) {
  const styles = useStyles();
  const shared = useShared();
  const text = opened.texts[file.index];
  const { texts } = words;
  const read = (reveal: boolean, more: boolean): void => desk.text(file.index, { reveal, more });
  return (
    <li className={styles.file}>
      <div className={styles.name}>
        <span className={styles.icon} style={{ color: TONE_COLOURS[file.tone].foreground }}>
          <ToneIcon tone={file.tone} size={20} />
        </span>
        <Foreign text={file.name} />
      </div>
      <div className={shared.quiet}>
        {file.status} · {file.size}
      </div>
      <Marks marks={file.marks} />
      {file.evidence !== null && <Evidence view={file.evidence} />}
      <div className={styles.row}>
        {text === undefined && (
          <Button
            className={shared.button}
            aria-label={file.previewLabel}
            onClick={() => read(false, false)}
          >
            {texts.preview}
          </Button>
        )}
        <Button
          className={shared.button}
          aria-label={file.openLabel}
          disabledFocusable={opened.links[file.index]?.phase === "loading"}
          onClick={() => desk.file(file.index)}
        >
          {texts.open}
        </Button>
      </div>
      <FileLink link={opened.links[file.index]} desk={desk} words={words} />
      {text !== undefined && (
        <TextPreview
          text={text}
          words={words}
          label={file.previewLabel}
          onReveal={() => read(true, false)}
          onMore={() => read(text.revealed, true)}
          onRetry={() => read(text.revealed, text.lines.length > 0)}
          onSignIn={desk.signIn}
        />
      )}
    </li>
  );
}

function FileLink({
  link,
  desk,
  words,
}: Pick<FilesProps, "desk" | "words"> & { readonly link: LinkShown | undefined }) {
  const styles = useStyles();
  const shared = useShared();
  const { texts } = words;
  if (link === undefined) return null;
  if (link.failure !== null)
    return <Problem view={failureView(link.failure, words)} words={words} onSignIn={desk.signIn} />;
  return (
    <p role="status" className={mergeClasses(shared.text, shared.quiet)}>
      {link.phase === "loading" ? texts.loading : texts.openNote}{" "}
      {link.url !== null && (
        <a className={styles.link} href={link.url} target="_blank" rel="noopener noreferrer">
          {texts.openReady}
        </a>
      )}
    </p>
  );
}
