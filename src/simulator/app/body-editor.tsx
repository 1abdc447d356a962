import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useRef } from "react";
import type { ComposeItem } from "../compose-item";
import { useDemo } from "./demo-context";
import { FormatBar } from "./format-bar";
import { safeNodes, writtenHtml } from "./safe-html";

const useStyles = makeStyles({
  body: {
    flexGrow: 1,
    minHeight: "160px",
    padding: "12px 2px",
    outline: "none",
    fontSize: "14px",
    lineHeight: 1.7,
    overflowWrap: "anywhere",
    color: tokens.colorNeutralForeground1,
    "& hr": { border: "none", borderTop: `1px solid ${tokens.colorNeutralStroke1}` },
  },
});

/** The rich text of the message; an add-in may change it while a person writes. */
export function BodyEditor({ item }: { readonly item: ComposeItem }) {
  const { texts } = useDemo();
  const styles = useStyles();
  const editor = useRef<HTMLDivElement>(null);
  const written = useRef<string | null>(null);

  const load = useCallback(() => {
    if (item.html === written.current) return;
    written.current = item.html;
    editor.current?.replaceChildren(...safeNodes(item.html, item.files));
  }, [item]);

  const store = useCallback(() => {
    if (!editor.current) return;
    written.current = writtenHtml(editor.current);
    item.html = written.current;
  }, [item]);

  useEffect(() => {
    load();
    return item.subscribe(load);
  }, [item, load]);

  return (
    <>
      <FormatBar editor={editor} onChange={store} />
      <div
        ref={editor}
        className={styles.body}
        contentEditable
        suppressContentEditableWarning
        role="textbox"
        aria-multiline="true"
        aria-label={texts.fields.body}
        tabIndex={0}
        onInput={store}
      />
    </>
  );
}
