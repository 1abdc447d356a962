import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { useState } from "react";
import type { ReactNode } from "react";
import { useDemo } from "./demo-context";

/** Asks before the page begins anew, where that would lose something written. */
export function useAskFirst(): { dialog: ReactNode; ask: (goOn: () => void) => void } {
  const { texts, client } = useDemo();
  const [goOn, setGoOn] = useState<(() => void) | null>(null);
  const ask = (next: () => void) => {
    if (client.hasWritten) setGoOn(() => next);
    else next();
  };
  const close = () => setGoOn(null);
  const dialog = goOn !== null && (
    <Dialog open modalType="alert" onOpenChange={close}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{texts.losing.title}</DialogTitle>
          <DialogContent>{texts.losing.text}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={close}>
              {texts.losing.stay}
            </Button>
            <Button onClick={goOn}>{texts.losing.goOn}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
  return { dialog, ask };
}
