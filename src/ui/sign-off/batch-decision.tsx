import { Button, Field, makeStyles, Textarea } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { Batch } from "./batch-state";
import type { BatchView } from "./batch-view";
import { DecisionButtons } from "./decision-form";
import type { Desk } from "./desk";
import { useShared } from "./shared-styles";
import type { SignOffWords } from "./words";

const useStyles = makeStyles({ back: { alignSelf: "flex-start" } });

/** One comment for all of them, one press, and the way back to deciding each by itself. */
export function BatchDecision({
  batch,
  view,
  desk,
  words,
}: {
  readonly batch: Batch;
  readonly view: BatchView;
  readonly desk: Desk;
  readonly words: SignOffWords;
}) {
  const styles = useStyles();
  const shared = useShared();
  const { texts } = words;
  const comment = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (view.commentError !== "") comment.current?.focus();
  }, [view.commentError]);
  return (
    <>
      <Field
        label={texts.comment}
        hint={texts.commentNote}
        {...(view.commentError === "" ? {} : { validationMessage: view.commentError })}
      >
        <Textarea
          textarea={{ ref: comment }}
          rows={3}
          maxLength={1000}
          value={batch.comment}
          disabled={batch.sending !== null}
          onChange={(_, { value }) => desk.together.comment(value)}
        />
      </Field>
      <Button
        className={`${shared.button} ${styles.back}`}
        appearance="subtle"
        disabledFocusable={batch.sending !== null}
        onClick={desk.together.end}
      >
        {texts.together.single}
      </Button>
      <DecisionButtons
        hint={view.hint}
        approve={{ label: view.approve, isOff: !view.canApprove }}
        reject={{ label: view.reject, isOff: !view.canReject }}
        onDecide={desk.together.decide}
      />
    </>
  );
}
