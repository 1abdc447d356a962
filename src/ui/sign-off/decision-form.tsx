import {
  Button,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useId, useRef } from "react";
import type { DecisionView } from "./decision-view";
import type { Desk } from "./desk";
import type { Opened } from "./desk-state";
import { Problem } from "./problem";
import { TOUCH, useShared } from "./shared-styles";
import type { SignOffWords } from "./words";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  input: { minHeight: TOUCH, maxWidth: "240px" },
  bar: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} 0`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    // In reach of the thumb, but only where it leaves room to read.
    "@media (min-height: 480px)": { position: "sticky", bottom: 0, zIndex: 1 },
  },
  buttons: { display: "flex", gap: tokens.spacingHorizontalM },
  button: { minHeight: TOUCH, flexGrow: 1, flexBasis: 0 },
});

export interface DecisionFormProps {
  readonly view: DecisionView;
  readonly opened: Opened;
  readonly desk: Desk;
  readonly words: SignOffWords;
}

/** Number and comment; the service's "no", where there was one. */
export function DecisionForm({ view, opened, desk, words }: DecisionFormProps) {
  const styles = useStyles();
  const { texts } = words;
  const comment = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (view.commentError !== "") comment.current?.focus();
  }, [view.commentError]);
  return (
    <div className={styles.form}>
      {view.numberLabel !== null && (
        <Field
          label={view.numberLabel}
          required
          {...(view.isNumberWrong ? { validationMessage: texts.missing.wrongNumber } : {})}
        >
          <Input
            className={styles.input}
            size="large"
            inputMode="numeric"
            autoComplete="off"
            value={opened.answer.number}
            disabled={view.isSending}
            onChange={(_, { value }) => desk.answer({ number: value })}
          />
        </Field>
      )}
      <Field
        label={texts.comment}
        hint={texts.commentNote}
        {...(view.commentError === "" ? {} : { validationMessage: view.commentError })}
      >
        <Textarea
          textarea={{ ref: comment }}
          rows={3}
          maxLength={1000}
          value={opened.answer.comment}
          disabled={view.isSending}
          onChange={(_, { value }) => desk.answer({ comment: value })}
        />
      </Field>
    </div>
  );
}

/** What is missing, and the two buttons, always in sight. */
export function DecisionBar({ view, desk, words }: Omit<DecisionFormProps, "opened">) {
  const styles = useStyles();
  const shared = useShared();
  const { texts } = words;
  const hint = useId();
  return (
    <div className={styles.bar}>
      {view.problem !== null && (
        <Problem view={view.problem} words={words} onSignIn={desk.signIn} />
      )}
      <p id={hint} role="status" className={mergeClasses(shared.text, shared.quiet)}>
        {view.hint}
      </p>
      <div className={styles.buttons}>
        <Button
          className={styles.button}
          size="large"
          disabledFocusable={view.isSending}
          onClick={() => desk.decide("reject")}
        >
          {texts.reject}
        </Button>
        <Button
          className={styles.button}
          size="large"
          appearance="primary"
          disabledFocusable={!view.canApprove}
          aria-describedby={hint}
          onClick={() => desk.decide("approve")}
        >
          {texts.approve}
        </Button>
      </div>
    </div>
  );
}
