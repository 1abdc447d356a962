import { Button, ToggleButton, Tooltip, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { ComposeSession, ReadSession } from "../host/session";
import type { OpenedPane } from "./compose-tab";
import { KEYBOARD_EXIT } from "../host/keyboard-exit";
import type { KeyboardExit } from "../host/keyboard-exit";
import { useDemo } from "./demo-context";
import { Icon } from "./icon";
import { leaveFrame } from "./keyboard";

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    flexShrink: 0,
    width: "350px",
    minHeight: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    padding: "6px 8px 6px 14px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { flexGrow: 1, margin: 0, fontSize: "14px", fontWeight: 600 },
  frame: {
    display: "flex",
    flexGrow: 1,
    minHeight: 0,
    "& iframe": { flexGrow: 1, width: "100%", border: "none" },
  },
});

interface AddInPaneProps {
  readonly session: ComposeSession | ReadSession;
  readonly pane: OpenedPane;
  readonly onClose: () => void;
}

/** The add-in's page beside the message, in a frame that the host fills. */
export function AddInPane({ session, pane, onClose }: AddInPaneProps) {
  const { texts, manifest, isDark } = useDemo();
  const styles = useStyles();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = frame.current;
    if (!place) return;
    session.mountPane(pane.control, place);
    // Whoever opened the pane goes on there.
    place.querySelector("iframe")?.focus();
    const leave = ({ target, detail }: CustomEvent<KeyboardExit>) =>
      leaveFrame(target as HTMLElement, detail);
    const listener = leave as (event: Event) => void;
    place.addEventListener(KEYBOARD_EXIT, listener);
    return () => {
      place.removeEventListener(KEYBOARD_EXIT, listener);
      session.unmountPane();
    };
  }, [session, pane]);
  useEffect(() => session.tellTheme(isDark), [session, pane, isDark]);
  return (
    <aside className={`${styles.pane} add-in-pane`} aria-label={manifest?.name}>
      <div className={styles.head}>
        <img src={manifest?.iconUrl} width={20} height={20} alt="" />
        <h2 className={styles.title}>{manifest?.name}</h2>
        {"pinned" in session && pane.control.pinnable && <PinButton session={session} />}
        <Tooltip content={texts.compose.hidePane} relationship="label">
          <Button appearance="subtle" size="small" icon={<Icon name="close" />} onClick={onClose} />
        </Tooltip>
      </div>
      <div ref={frame} className={styles.frame} />
    </aside>
  );
}

function PinButton({ session }: { readonly session: ReadSession }) {
  const { texts } = useDemo();
  const [isPinned, setPinned] = useState(session.pinned);
  const toggle = () => {
    session.pinned = !isPinned;
    setPinned(!isPinned);
  };
  return (
    <Tooltip content={texts.compose.pinPane} relationship="label">
      <ToggleButton
        appearance="subtle"
        size="small"
        icon={<Icon name="pin" />}
        checked={isPinned}
        onClick={toggle}
      />
    </Tooltip>
  );
}
