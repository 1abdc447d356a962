import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from "react";
import { Notice } from "../notice";
import { seen } from "../foreign";
import { BatchScreen } from "./batch-screen";
import type { Desk } from "./desk";
import { mayRevoke, newerThan, togetherWith, type Box, type DeskState } from "./desk-state";
import { RequestList } from "./request-list";
import { RequestScreen } from "./request-screen";
import { useShared, WIDE } from "./shared-styles";
import type { SignOffWords } from "./words";

const BOXES: readonly Box[] = ["to-decide", "decided"];

const useStyles = makeStyles({
  desk: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    maxWidth: "640px",
    boxSizing: "border-box",
    margin: "0 auto",
    overflowWrap: "anywhere",
    [WIDE]: { maxWidth: "1240px" },
  },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    borderRadius: tokens.borderRadiusSmall,
    ":focus": { outlineStyle: "none" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  boxes: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  columns: { [WIDE]: { display: "grid", gridTemplateColumns: "360px 1fr", gap: "24px" } },
  column: { minWidth: 0, maxWidth: "800px" },
  /** In one column there is either the list or the request. */
  narrowHidden: { display: "none", [WIDE]: { display: "block" } },
  boxesHidden: { display: "none", [WIDE]: { display: "flex" } },
  wideHidden: { [WIDE]: { display: "none" } },
});

export interface DeskScreenProps {
  readonly desk: Desk;
  readonly words: SignOffWords;
  /** Beside the title: who is signed in, and the way out. */
  readonly account?: ReactNode;
  /** Above the request: where its content comes from. */
  readonly source?: ReactNode;
}

/** The manager's desk: requests that wait or are decided, and the one that is being judged. */
export function DeskScreen({ desk, words, account, source }: DeskScreenProps) {
  const styles = useStyles();
  const shared = useShared();
  const state = useSyncExternalStore(desk.subscribe, desk.state, desk.state);
  const main = useRef<HTMLElement>(null);
  useFocus(state, main);
  const { texts } = words;
  const { opened, batch, box } = state;
  const isOpen = opened !== null;
  const done = doneText(state, words);
  return (
    <main ref={main} className={styles.desk}>
      <div className={styles.head}>
        <h1 className={styles.title} tabIndex={0} data-focus="desk">
          {texts.title}
        </h1>
        {account}
      </div>
      <div className={mergeClasses(styles.boxes, isOpen && styles.boxesHidden)}>
        <Boxes state={state} desk={desk} words={words} />
      </div>
      {state.live === "waiting" && <p className={shared.quiet}>{texts.notLive}</p>}
      <Notice about={done}>{done}</Notice>
      <div className={styles.columns}>
        <section
          className={mergeClasses(styles.column, isOpen && styles.narrowHidden)}
          aria-label={texts.boxes[box]}
        >
          <RequestList
            listed={state.lists[box]}
            current={opened?.id ?? null}
            now={state.now}
            words={words}
            empty={texts.nothing[box]}
            onOpen={desk.open}
            onMore={desk.more}
            onRetry={desk.reload}
            onSignIn={desk.signIn}
          />
        </section>
        <div className={mergeClasses(styles.column, !isOpen && styles.narrowHidden)}>
          {isOpen && (
            <Button
              className={mergeClasses(shared.button, styles.wideHidden)}
              appearance="subtle"
              onClick={desk.close}
            >
              <span aria-hidden="true">←&nbsp;</span>
              {texts.back}
            </Button>
          )}
          {isOpen && source}
          {batch !== null ? (
            <BatchScreen batch={batch} desk={desk} words={words} />
          ) : isOpen ? (
            <RequestScreen
              key={opened.id}
              opened={opened}
              together={togetherWith(state)}
              mayRevoke={mayRevoke(state)}
              newer={newerThan(state)}
              desk={desk}
              words={words}
            />
          ) : (
            <p className={shared.quiet}>{texts.chooseOne}</p>
          )}
        </div>
      </div>
    </main>
  );
}

function Boxes({ state, desk, words: { texts } }: DeskScreenProps & { readonly state: DeskState }) {
  const shared = useShared();
  return BOXES.map((box) => {
    const { requests, next } = state.lists[box];
    const isCounted = box === "to-decide" && next === null && requests.length > 0;
    return (
      <Button
        key={box}
        className={shared.button}
        appearance={state.box === box ? "primary" : "secondary"}
        aria-pressed={state.box === box}
        onClick={() => desk.show(box)}
      >
        {isCounted ? texts.boxCount(texts.boxes[box], requests.length) : texts.boxes[box]}
      </Button>
    );
  });
}

const doneText = ({ done }: DeskState, { texts }: SignOffWords): string | null =>
  done === null ? null : texts.done[done.kind](seen(done.sender));

/**
 * The keyboard follows what is shown: to the request that has come up, back to the card that it was
 * opened from. Never from somebody who is writing elsewhere: a pane stands beside Outlook.
 */
function useFocus(state: DeskState, main: { readonly current: HTMLElement | null }) {
  const { opened, done } = state;
  const shown = shownIn(state);
  const last = useRef<string | null>(null);
  const isOpen = opened !== null;
  useEffect(() => {
    const find = (selector: string) => main.current?.querySelector<HTMLElement>(selector);
    if (!document.hasFocus()) return;
    // Where nobody has pressed a key here yet, a ring would only frame the headline.
    const isFree = document.activeElement === null || document.activeElement === document.body;
    const how = (isFree ? { focusVisible: false } : {}) as FocusOptions;
    if (shown !== null && shown !== last.current) find("[data-focus=request]")?.focus(how);
    if (!isOpen && last.current !== null) {
      const card = done === null ? find(`[data-card="${CSS.escape(last.current)}"]`) : null;
      (card ?? find("[data-focus=desk]"))?.focus(how);
    }
    if (shown !== null || !isOpen) last.current = shown;
  }, [shown, isOpen, done, main]);
}

/** What stands in the place of the request; null while it is on its way. */
function shownIn({ opened, batch }: DeskState): string | null {
  if (batch !== null) return batch.isDone ? "answers" : "together";
  return opened !== null && opened.phase !== "loading" ? opened.id : null;
}
