import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { DragEvent, KeyboardEvent } from "react";
import { RECIPIENT_FIELDS } from "../../core/recipient";
import { AddInPane } from "./add-in-pane";
import { AttachmentList } from "./attachment-list";
import { BodyEditor } from "./body-editor";
import type { ComposeTab } from "./compose-tab";
import { ComposeToolbar, attachFiles } from "./compose-toolbar";
import { useDemo, useObservable } from "./demo-context";
import { InfoBar } from "./info-bar";
import { RecipientField } from "./recipient-field";
import { SmartAlertDialog } from "./smart-alert-dialog";

const useStyles = makeStyles({
  window: { display: "flex", flexGrow: 1, minWidth: 0, minHeight: 0 },
  hidden: { display: "none" },
  message: {
    position: "relative",
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
  },
  form: {
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    padding: "4px 20px 16px",
    overflowY: "auto",
  },
  from: { padding: "6px 0", fontSize: "13px", color: tokens.colorNeutralForeground3 },
  subject: {
    width: "100%",
    height: "38px",
    flexShrink: 0,
    border: "none",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    outline: "none",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontSize: "15px",
    fontWeight: 600,
    ":focus": { borderBottomColor: tokens.colorBrandStroke1 },
    "::placeholder": { color: tokens.colorNeutralForeground4, fontWeight: 400 },
  },
  files: { padding: "8px 0 6px", flexShrink: 0 },
  drop: {
    position: "absolute",
    inset: "8px",
    zIndex: 20,
    display: "grid",
    placeContent: "center",
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackgroundAlpha2,
    fontWeight: 600,
    pointerEvents: "none",
  },
});

interface ComposeWindowProps {
  readonly tab: ComposeTab;
  /** Windows behind stay alive, with their add-in. */
  readonly isActive: boolean;
}

export function ComposeWindow({ tab, isActive }: ComposeWindowProps) {
  const { texts } = useDemo();
  const styles = useStyles();
  const { pane, session } = useObservable(tab);
  const drop = useDrop(tab);
  const { client } = useDemo();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void client.send(tab);
  };
  return (
    <section
      onKeyDown={onKeyDown}
      className={mergeClasses(styles.window, !isActive && styles.hidden)}
      aria-label={texts.compose.window}
    >
      <div className={styles.message} {...drop.handlers}>
        <ComposeToolbar tab={tab} />
        <InfoBar tab={tab} />
        <ComposeForm tab={tab} />
        {drop.isOver && <div className={styles.drop}>{texts.compose.dropHere}</div>}
      </div>
      {pane && session && (
        <AddInPane session={session} pane={pane} onClose={() => tab.closePane()} />
      )}
      {isActive && <SmartAlertDialog tab={tab} />}
    </section>
  );
}

function ComposeForm({ tab }: { readonly tab: ComposeTab }) {
  const { texts } = useDemo();
  const styles = useStyles();
  const item = useObservable(tab.item);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const isNamed = tab.item.recipients("to").length > 0;
    form.current?.querySelector<HTMLElement>(isNamed ? "[role=textbox]" : "input")?.focus();
  }, [tab]);
  const { name, address } = item.from;
  return (
    <div ref={form} className={styles.form}>
      <div className={styles.from}>
        {texts.fields.from}: {name} &lt;{address}&gt;
      </div>
      {RECIPIENT_FIELDS.map((field) => (
        <RecipientField key={field} item={item} field={field} />
      ))}
      <input
        className={styles.subject}
        aria-label={texts.fields.subject}
        placeholder={texts.subjectHint}
        value={item.subject}
        onChange={({ target }) => (item.subject = target.value)}
      />
      <div className={styles.files}>
        <AttachmentList files={item.files} onRemove={({ id }) => item.removeFile(id)} />
      </div>
      <BodyEditor item={item} />
    </div>
  );
}

function useDrop(tab: ComposeTab) {
  const [isOver, setOver] = useState(false);
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  };
  const onDragLeave = (event: DragEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    attachFiles(tab, event.dataTransfer.files);
  };
  return { isOver, handlers: { onDragOver, onDragLeave, onDrop } };
}
