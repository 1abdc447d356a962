import {
  Button,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useId, useRef, type ReactNode } from "react";
import type { DecisionView } from "./decision-view";
import type { Desk } from "./desk";
import type { Opened, Verb } from "./desk-state";
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
  const { texts } = words;
  return (
    <DecisionButtons
      hint={view.hint}
      approve={{ label: texts.approve, isOff: !view.canApprove }}
      reject={{ label: texts.reject, isOff: view.isSending }}
      onDecide={desk.decide}
    >
      {view.problem !== null && (
        <Problem view={view.problem} words={words} onSignIn={desk.signIn} />
      )}
    </DecisionButtons>
  );
}

interface VerbView {
  readonly label: string;
  readonly isOff: boolean;
}

export interface DecisionButtonsProps {
  readonly hint: string;
  readonly approve: VerbView;
  readonly reject: VerbView;
  readonly onDecide: (verb: Verb) => void;
  /** Why the last press was not taken. */
  readonly children?: ReactNode;
}

/** In reach of the thumb: what is missing, no and yes. */
export function DecisionButtons({
  hint,
  approve,
  reject,
  onDecide,
  children,
}: DecisionButtonsProps) {
  const styles = useStyles();
  const shared = useShared();
  const id = useId();
  return (
    <div className={styles.bar}>
      {children}
      <p id={id} role="status" className={mergeClasses(shared.text, shared.quiet)}>
        {hint}
      </p>
      <div className={styles.buttons}>
        <Button
          className={styles.button}
          size="large"
          disabledFocusable={reject.isOff}
          onClick={() => onDecide("reject")}
        >
          {reject.label}
        </Button>
        <Button
          className={styles.button}
          size="large"
          appearance="primary"
          disabledFocusable={approve.isOff}
          aria-describedby={id}
          onClick={() => onDecide("approve")}
        >
          {approve.label}
        </Button>
      </div>
    </div>
  );
}
