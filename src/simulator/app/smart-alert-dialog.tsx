import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Spinner,
  makeStyles,
} from "@fluentui/react-components";
import { AlertMarkdown } from "./alert-markdown";
import type { ComposeTab, Interruption } from "./compose-tab";
import { useDemo, useObservable } from "./demo-context";
import { focusSend } from "./keyboard";

const useStyles = makeStyles({
  surface: { maxWidth: "480px" },
  title: { display: "flex", alignItems: "center", gap: "10px", fontSize: "18px" },
  text: { whiteSpace: "pre-line", lineHeight: 1.7, "& p": { margin: "0 0 8px" } },
  actions: { flexWrap: "wrap" },
});

/** What Outlook shows when a message was stopped, or is still being checked. */
export function SmartAlertDialog({ tab }: { readonly tab: ComposeTab }) {
  const { manifest } = useDemo();
  const styles = useStyles();
  const { interruption } = useObservable(tab);
  if (!interruption) return null;
  const isWaiting = interruption.outcome === "taking-longer";
  const close = (reason: string) => {
    if (isWaiting || reason !== "escapeKeyDown") return;
    tab.dismissInterruption();
    focusSend(tab.id);
  };
  return (
    <Dialog key={interruption.outcome} open onOpenChange={(_, { type }) => close(type)}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle className={styles.title}>
            <img src={manifest?.iconUrl} width={24} height={24} alt="" />
            {manifest?.name}
          </DialogTitle>
          <DialogContent
            className={styles.text}
            {...(isWaiting ? { tabIndex: 0, role: "status" } : {})}
          >
            <AlertText interruption={interruption} />
          </DialogContent>
          <DialogActions className={styles.actions} fluid>
            <AlertButtons interruption={interruption} tab={tab} />
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function AlertText({ interruption }: { readonly interruption: Interruption }) {
  const { texts, manifest } = useDemo();
  const name = manifest?.name ?? "";
  switch (interruption.outcome) {
    case "stopped":
      return interruption.markdown === undefined ? (
        <>{interruption.message}</>
      ) : (
        <AlertMarkdown text={interruption.markdown} />
      );
    case "unavailable":
      return <>{texts.alert.unavailable(name)}</>;
    case "timed-out":
      return <>{texts.alert.timedOut(name)}</>;
    case "taking-longer":
      return (
        <>
          <Spinner
            size="small"
            labelPosition="after"
            label={texts.alert.takingLonger(name)}
            style={{ justifyContent: "flex-start", marginBottom: "8px" }}
          />
          {texts.alert.takingLongerHint}
        </>
      );
  }
}

interface AlertButtonsProps {
  readonly interruption: Interruption;
  readonly tab: ComposeTab;
}

/** The add-in's button first; "send anyway" only where the send mode leaves it to the person. */
function AlertButtons({ interruption, tab }: AlertButtonsProps) {
  const { texts, client } = useDemo();
  if (interruption.outcome === "taking-longer") return null;
  const takeAction = interruption.outcome === "stopped" ? interruption.takeAction : undefined;
  const cancelLabel = interruption.outcome === "stopped" ? interruption.cancelLabel : undefined;
  const open = () => {
    tab.dismissInterruption();
    takeAction?.openPane();
  };
  return (
    <>
      {takeAction && (
        <Button appearance="primary" onClick={open}>
          {takeAction.label}
        </Button>
      )}
      {interruption.sendAnyway && (
        <Button onClick={() => client.deliver(tab)}>{texts.alert.sendAnyway}</Button>
      )}
      <Button
        appearance={takeAction ? "secondary" : "primary"}
        onClick={() => {
          tab.dismissInterruption();
          focusSend(tab.id);
        }}
      >
        {cancelLabel ?? texts.alert.dontSend}
      </Button>
    </>
  );
}
