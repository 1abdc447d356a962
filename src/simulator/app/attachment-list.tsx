import { Button, Spinner, Tooltip, makeStyles, tokens } from "@fluentui/react-components";
import { bytesOfBase64 } from "../model";
import type { StoredFile } from "../model";
import { useDemo } from "./demo-context";
import { downloadFile } from "./download";
import { Icon } from "./icon";

const useStyles = makeStyles({
  list: { display: "flex", flexWrap: "wrap", gap: "8px", margin: 0, padding: 0 },
  file: {
    display: "flex",
    alignItems: "center",
    listStyleType: "none",
    maxWidth: "320px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  open: { justifyContent: "flex-start", minWidth: 0, fontWeight: 400, textAlign: "start" },
  text: { display: "grid", minWidth: 0, lineHeight: 1.3 },
  name: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", fontSize: "13px" },
  size: { fontSize: "11px", color: tokens.colorNeutralForeground3 },
});

export interface ListedFile extends StoredFile {
  readonly uploading?: boolean;
}

interface AttachmentListProps<File extends ListedFile> {
  readonly files: readonly File[];
  /** Where the files may be taken off. */
  readonly onRemove?: (file: File) => void;
}

export function AttachmentList<File extends ListedFile>({
  files,
  onRemove,
}: AttachmentListProps<File>) {
  const { texts } = useDemo();
  const styles = useStyles();
  const attached = files.filter((file) => !file.inline);
  if (attached.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={texts.filesLabel}>
      {attached.map((file, index) => (
        <li key={`${index}-${file.name}`} className={styles.file}>
          <FileButton file={file} />
          {onRemove && (
            <Tooltip content={texts.compose.removeFile(file.name)} relationship="label">
              <Button
                appearance="subtle"
                size="small"
                icon={<Icon name="close" size={16} />}
                onClick={() => onRemove(file)}
              />
            </Tooltip>
          )}
        </li>
      ))}
    </ul>
  );
}

function FileButton({ file }: { readonly file: ListedFile }) {
  const { texts } = useDemo();
  const styles = useStyles();
  return (
    <Button
      className={styles.open}
      appearance="transparent"
      icon={<Icon name={file.isItem ? "mail" : "file"} size={24} />}
      title={texts.downloadOf(file.name)}
      onClick={() => downloadFile(file)}
    >
      <span className={styles.text}>
        <span className={styles.name}>{file.name}</span>
        {file.uploading ? (
          <Spinner size="extra-tiny" label={texts.compose.uploading} />
        ) : (
          <span className={styles.size}>{texts.fileSize(bytesOfBase64(file.contentBase64))}</span>
        )}
      </span>
    </Button>
  );
}
