import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { StoredMail } from "../model";
import { counterpart } from "./client";
import { useDemo, useObservable } from "./demo-context";
import { Icon } from "./icon";
import { plainPreview } from "./safe-html";

const useStyles = makeStyles({
  column: {
    display: "flex",
    flexDirection: "column",
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, padding: "14px 16px 10px", fontSize: "16px", fontWeight: 600 },
  list: { margin: 0, padding: 0, listStyleType: "none", overflowY: "auto", flexGrow: 1 },
  empty: { padding: "24px 16px", color: tokens.colorNeutralForeground3 },
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: "8px",
    width: "100%",
    padding: "9px 12px 9px 14px",
    border: "none",
    borderLeft: "3px solid transparent",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    textAlign: "start",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  unread: { borderLeftColor: tokens.colorBrandStroke1 },
  selected: { backgroundColor: tokens.colorBrandBackground2 },
  line: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", lineHeight: 1.5 },
  from: { fontSize: "14px" },
  strong: { fontWeight: 600 },
  subject: { fontSize: "13px" },
  unreadSubject: { color: tokens.colorBrandForeground1, fontWeight: 600 },
  side: {
    display: "flex",
    justifyContent: "flex-end",
    gap: "4px",
    fontSize: "12px",
    color: tokens.colorNeutralForeground3,
  },
  preview: { gridColumn: "1 / -1", fontSize: "12px", color: tokens.colorNeutralForeground3 },
  draft: { color: tokens.colorPaletteRedForeground1 },
});

export function MessageList() {
  const { texts, ...demo } = useDemo();
  const client = useObservable(demo.client);
  useObservable(client.store);
  const styles = useStyles();
  const mails = client.mails();
  const emptyText = client.place === "outside" ? texts.emptyOutside : texts.emptyFolder;
  return (
    <section className={`${styles.column} message-list`} aria-label={texts.listLabel}>
      <h2 className={styles.title}>{texts.folders[client.place]}</h2>
      {mails.length === 0 && <p className={styles.empty}>{emptyText}</p>}
      <ul className={styles.list}>
        {mails.map((mail) => (
          <li key={mail.id}>
            <MessageRow mail={mail} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function MessageRow({ mail }: { readonly mail: StoredMail }) {
  const { texts, ...demo } = useDemo();
  const client = useObservable(demo.client);
  const styles = useStyles();
  const isSelected = client.selected?.id === mail.id && client.activeTab === null;
  return (
    <button
      type="button"
      className={mergeClasses(
        styles.row,
        !mail.read && styles.unread,
        isSelected && styles.selected,
      )}
      aria-current={isSelected ? "true" : undefined}
      onClick={() => client.select(mail)}
    >
      <span className={mergeClasses(styles.line, styles.from, !mail.read && styles.strong)}>
        {mail.folder === "drafts" && <span className={styles.draft}>[{texts.isDraft}] </span>}
        <PeopleOf mail={mail} />
      </span>
      <span className={styles.side}>
        {mail.files.some((file) => !file.inline) && (
          <span title={texts.hasFiles}>
            <Icon name="attach" size={16} />
            <span className="visually-hidden">{texts.hasFiles}</span>
          </span>
        )}
      </span>
      <span
        className={mergeClasses(styles.line, styles.subject, !mail.read && styles.unreadSubject)}
      >
        {!mail.read && <span className="visually-hidden">{texts.unread} </span>}
        {mail.subject || texts.noSubject}
      </span>
      <span className={styles.side}>{texts.shortDate(mail.date)}</span>
      <span className={mergeClasses(styles.line, styles.preview)}>{plainPreview(mail.html)}</span>
    </button>
  );
}

/** Outside, it matters whose inbox it is. */
function PeopleOf({ mail }: { readonly mail: StoredMail }) {
  const { client } = useDemo();
  if (client.place === "outside") return <>{mail.owner}</>;
  return (
    <>
      {counterpart(mail, client.place)
        .map(({ name, address }) => name || address)
        .join("、")}
    </>
  );
}
