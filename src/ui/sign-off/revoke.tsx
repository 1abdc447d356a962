import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState } from "react";
import type { Desk } from "./desk";
import type { Opened } from "./desk-state";
import { useShared } from "./shared-styles";
import type { SignOffWords } from "./words";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    border: `2px solid ${tokens.colorStatusDangerBorder1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    borderRadius: tokens.borderRadiusSmall,
    ":focus": { outlineStyle: "none" },
    ":focus-visible": { outline: `3px solid ${tokens.colorStrokeFocus2}` },
  },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM },
});

export interface RevokeProps {
  readonly opened: Opened;
  readonly desk: Desk;
  readonly words: SignOffWords;
}

/** Takes an approval back that was not used yet: said first what that does, then done. */
export function Revoke({ opened, desk, words }: RevokeProps) {
  const shared = useShared();
  const { revoke: texts } = words.texts;
  const [isAsking, setAsking] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const wasAsking = useRef(false);
  // The box that had the keyboard is gone: it goes on at the button that brought it.
  useEffect(() => {
    if (wasAsking.current && !isAsking) place.current?.querySelector("button")?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  return (
    <div ref={place}>
      {isAsking ? (
        <Confirm opened={opened} desk={desk} words={words} onCancel={() => setAsking(false)} />
      ) : (
        <Button className={shared.button} onClick={() => setAsking(true)}>
          {texts.start}
        </Button>
      )}
    </div>
  );
}

function Confirm({
  opened,
  desk,
  words,
  onCancel,
}: RevokeProps & { readonly onCancel: () => void }) {
  const styles = useStyles();
  const shared = useShared();
  const { texts } = words;
  const [comment, setComment] = useState("");
  const title = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    // Above the window's end, with its buttons.
    title.current?.parentElement?.scrollIntoView({ block: "nearest" });
  }, []);
  const isSending = opened.sending !== null;
  return (
    <div className={styles.box} role="group" aria-labelledby={id}>
      <h3 id={id} ref={title} tabIndex={0} className={styles.title}>
        {texts.revoke.title}
      </h3>
      <p className={shared.text}>{texts.revoke.text(opened.detail?.sender.name ?? "")}</p>
      <Field label={texts.revoke.comment}>
        <Textarea
          rows={2}
          maxLength={1000}
          value={comment}
          disabled={isSending}
          onChange={(_, { value }) => setComment(value)}
        />
      </Field>
      <div className={styles.row}>
        <Button
          className={shared.button}
          size="large"
          appearance="primary"
          disabledFocusable={isSending}
          onClick={() => desk.revoke(comment)}
        >
          {isSending ? texts.sending : texts.revoke.confirm}
        </Button>
        <Button
          className={shared.button}
          size="large"
          disabledFocusable={isSending}
          onClick={onCancel}
        >
          {texts.revoke.cancel}
        </Button>
      </div>
    </div>
  );
}
