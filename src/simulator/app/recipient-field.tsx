import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, useRef, useState } from "react";
import type { ClipboardEvent, KeyboardEvent } from "react";
import type { RecipientField as FieldName } from "../../core/recipient";
import type { ComposeItem, ComposeRecipient } from "../compose-item";
import type { Addressee } from "../model";
import { useDemo, useObservable } from "./demo-context";
import { RecipientChip } from "./recipient-chip";

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "64px minmax(0, 1fr)",
    alignItems: "start",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ":focus-within": { borderBottomColor: tokens.colorBrandStroke1 },
  },
  label: {
    display: "grid",
    padding: "8px 0",
    fontSize: "13px",
    color: tokens.colorNeutralForeground2,
  },
  count: { fontSize: "12px", color: tokens.colorNeutralForeground3 },
  box: {
    position: "relative",
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "4px",
    margin: "5px 0",
    // Four whole rows of chips, wherever it is scrolled to.
    maxHeight: "124px",
    overflowY: "auto",
  },
  input: {
    flexGrow: 1,
    minWidth: "140px",
    height: "28px",
    border: "none",
    outline: "none",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontSize: "14px",
    "::placeholder": { color: tokens.colorNeutralForeground4 },
  },
  holder: { position: "relative" },
  list: {
    position: "absolute",
    zIndex: 10,
    top: "100%",
    left: 0,
    margin: 0,
    padding: "4px",
    listStyleType: "none",
    minWidth: "280px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  option: {
    display: "grid",
    padding: "6px 10px",
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    fontSize: "13px",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  active: { backgroundColor: tokens.colorNeutralBackground1Selected },
  address: { fontSize: "12px", color: tokens.colorNeutralForeground3 },
});

interface RecipientFieldProps {
  readonly item: ComposeItem;
  readonly field: FieldName;
}

/** One of To, Cc and Bcc: recipients as chips, text that is still being typed, suggestions. */
export function RecipientField(props: RecipientFieldProps) {
  const { texts } = useDemo();
  const item = useObservable(props.item);
  const styles = useStyles();
  const entry = useEntry(item, props.field);
  const id = useId();
  const recipients = item.recipients(props.field);
  const chips = useChips(recipients.length, entry.remove);
  const isOpen = entry.suggestions.length > 0;
  return (
    <div className={styles.row}>
      <label className={styles.label} htmlFor={id}>
        {texts.fields[props.field]}
        {recipients.length > 3 && (
          <span className={styles.count}>{texts.recipientCount(recipients.length)}</span>
        )}
      </label>
      <div className={styles.holder}>
        <div ref={chips.box} className={styles.box} onKeyDown={chips.onKeyDown}>
          {recipients.map((each, index) => (
            <RecipientChip
              key={`${index}-${each.address}`}
              recipient={each}
              isTabStop={index === chips.current}
              onFocus={() => chips.reach(index)}
              onRemove={() => chips.remove(index)}
            />
          ))}
          <input
            id={id}
            className={styles.input}
            role="combobox"
            aria-label={texts.fields[props.field]}
            aria-expanded={isOpen}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={isOpen ? `${id}-${entry.active}` : undefined}
            autoComplete="off"
            placeholder={recipients.length === 0 ? texts.recipientsHint : ""}
            value={entry.text}
            onChange={({ target }) => entry.type(target.value)}
            onKeyDown={entry.onKeyDown}
            onPaste={entry.onPaste}
            onBlur={entry.commit}
          />
        </div>
        {isOpen && (
          <ul
            id={`${id}-list`}
            role="listbox"
            aria-label={texts.suggestions}
            className={styles.list}
          >
            {entry.suggestions.map((each, index) => (
              <li
                key={each.address}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === entry.active}
                className={mergeClasses(styles.option, index === entry.active && styles.active)}
                onPointerDown={(event) => {
                  event.preventDefault();
                  entry.choose(each);
                }}
              >
                {each.name}
                <span className={styles.address}>{each.group ? texts.group : each.address}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** The chips of a field are one stop of Tab; arrows go from one to the next. */
function useChips(count: number, removeAt: (index: number) => void) {
  const box = useRef<HTMLDivElement>(null);
  const [reached, reach] = useState(0);
  const current = Math.min(reached, Math.max(0, count - 1));
  const focus = (index: number) => {
    const all = box.current?.querySelectorAll<HTMLElement>("[data-chip]") ?? [];
    all[Math.max(0, Math.min(index, all.length - 1))]?.focus();
  };
  const remove = (index: number) => {
    removeAt(index);
    setTimeout(() => (count > 1 ? focus(index) : box.current?.querySelector("input")?.focus()), 0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target as HTMLElement).matches("[data-chip]")) return;
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: current - 1,
      ArrowRight: current + 1,
      Home: 0,
      End: count - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) focus(to);
    else if (event.key === "Delete" || event.key === "Backspace") remove(current);
    else return;
    event.preventDefault();
  };
  return { box, current, reach, remove, onKeyDown };
}

const COMMIT_KEYS = ["Enter", ";", ",", "；", "、"];

/** The text behind the chips and what becomes of it. */
function useEntry(item: ComposeItem, field: FieldName) {
  const { client } = useDemo();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const suggestions = client.book.suggestions(text);
  const add = (more: readonly ComposeRecipient[]) => {
    if (more.length > 0) item.addRecipients(field, more);
    setText("");
    setActive(0);
  };
  const remove = (index: number) =>
    item.setRecipients(
      field,
      item.recipients(field).filter((_, each) => each !== index),
    );
  const commit = () => add(client.book.resolve(text));
  const choose = (each: Addressee) => add([each]);
  const step = (by: number) =>
    setActive((active + by + suggestions.length) % Math.max(1, suggestions.length));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const handled = onKey(event.key);
    if (handled) event.preventDefault();
  };
  const onKey = (key: string): boolean => {
    const suggested = suggestions[active];
    const isSeveral = /[;,\n；、]/.test(text.trim());
    if (key === "Enter" && suggested && !isSeveral) choose(suggested);
    else if (COMMIT_KEYS.includes(key)) commit();
    else if (key === "ArrowDown" && suggested) step(1);
    else if (key === "ArrowUp" && suggested) step(-1);
    else if (key === "Escape" && text !== "") setText("");
    else if (key === "Backspace" && text === "") remove(item.recipients(field).length - 1);
    else return false;
    return true;
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData("text");
    if (!/[;,\n；、]|@/.test(pasted)) return;
    event.preventDefault();
    add(client.book.resolve(text + pasted));
  };
  const type = (typed: string) => {
    setText(typed);
    setActive(0);
  };
  return { text, active, suggestions, type, remove, commit, choose, onKeyDown, onPaste };
}
