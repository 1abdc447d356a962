import {
  Button,
  Checkbox,
  Field,
  makeStyles,
  Select,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useRef, useState, type FormEvent } from "react";
import type { Reason } from "../../api/requests";
import type { SignOff } from "./sign-off";
import { missingIn, NOTE_FROM, type SignOffState } from "./state";
import type { AskingWords } from "./words";

const LONGEST_NOTE = 500;

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0 },
  /** Its own shortest width is more than a narrow pane has. */
  note: { minWidth: 0, width: "100%" },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export interface AskFormProps {
  readonly heading: { readonly title: string; readonly text: string };
  readonly state: SignOffState;
  readonly signOff: SignOff;
  readonly words: AskingWords;
}

/** Why it has to be sent. What is missing is said at the field, once the person has pressed. */
export function AskForm({ heading, state, signOff, words }: AskFormProps) {
  const styles = useStyles();
  const [isPressed, setPressed] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const { wantsForm } = state;
  // The button that brought the form is gone: the keyboard goes on here. Outlook lets Tab go on
  // only from what it counts as a stop.
  useEffect(() => {
    if (wantsForm) title.current?.focus();
  }, [wantsForm]);
  const missing = isPressed ? missingIn(state) : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setPressed(true);
    signOff.ask();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <h3 ref={title} tabIndex={0} data-focus="ask" className={styles.heading}>
        {heading.title}
      </h3>
      <p className={styles.text}>{heading.text}</p>
      <ReasonField state={state} signOff={signOff} words={words} isMissing={missing === "reason"} />
      <NoteField state={state} signOff={signOff} words={words} isMissing={missing === "note"} />
      <Field hint={words.texts.urgentHint}>
        <Checkbox
          label={words.texts.urgent}
          checked={state.form.urgent}
          onChange={(_, { checked }) => signOff.fill({ urgent: checked === true })}
        />
      </Field>
      <p className={styles.quiet}>{words.texts.whatIsSent}</p>
      <Button type="submit" appearance="primary" disabledFocusable={state.work !== null}>
        {words.texts.askButton}
      </Button>
    </form>
  );
}

type FieldProps = Omit<AskFormProps, "heading"> & { readonly isMissing: boolean };

function ReasonField({ state, signOff, words, isMissing }: FieldProps) {
  const { texts, reasons } = words;
  return (
    <Field
      label={texts.reason}
      required
      validationState={isMissing ? "error" : "none"}
      validationMessage={isMissing ? texts.missing.reason : null}
    >
      <Select
        value={state.form.reason ?? ""}
        onChange={(_, { value }) =>
          signOff.fill({ reason: value === "" ? null : (value as Reason) })
        }
      >
        <option value="">{texts.chooseReason}</option>
        {Object.entries(reasons).map(([reason, label]) => (
          <option key={reason} value={reason}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Only where it is wanted: nobody writes an essay for one quotation. */
function NoteField({ state, signOff, words, isMissing }: FieldProps) {
  const styles = useStyles();
  const { texts } = words;
  const others = state.checked?.judgement.report.others ?? 0;
  if (state.form.reason !== "other" && others < NOTE_FROM) return null;
  return (
    <Field
      label={texts.note}
      required
      hint={(others >= NOTE_FROM ? texts.noteWanted(others) : "") + texts.noteHint}
      validationState={isMissing ? "error" : "none"}
      validationMessage={isMissing ? texts.missing.note : null}
    >
      <Textarea
        className={styles.note}
        value={state.form.note}
        rows={3}
        resize="vertical"
        textarea={{ maxLength: LONGEST_NOTE, className: styles.note }}
        onChange={(_, { value }) => signOff.fill({ note: value.slice(0, LONGEST_NOTE) })}
      />
    </Field>
  );
}
