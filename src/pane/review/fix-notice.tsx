import { Button, tokens } from "@fluentui/react-components";
import { Foreign } from "../../ui/foreign";
import { Notice } from "../../ui/notice";
import type { PaneTexts } from "../../locales/pane";
import type { FixReport } from "./fix";
import type { Words } from "./words";

/** What the last fix did and how to take it back, or why it did not do all of it. */
export function FixNotice({
  report,
  words: { pane },
  disabled,
  onUndo,
}: {
  readonly report: FixReport | null;
  readonly words: Words;
  readonly disabled: boolean;
  readonly onUndo: () => void;
}) {
  const missing = report?.missing ?? [];
  return (
    <Notice about={report}>
      {report !== null && sentence(report, pane)}
      {missing.length > 0 && (
        <ul aria-label={pane.missingRecipients}>
          {missing.map(({ address }) => (
            <li key={address}>
              <Foreign text={address} />
            </li>
          ))}
        </ul>
      )}
      {report?.undo && (
        <div style={{ marginTop: tokens.spacingVerticalS }}>
          <Button size="small" disabledFocusable={disabled} onClick={onUndo}>
            {pane.undo}
          </Button>
        </div>
      )}
    </Notice>
  );
}

function sentence({ fix, facts, problem, isUndone }: FixReport, pane: PaneTexts): string {
  if (problem !== null) return pane.fixProblems[problem];
  return isUndone ? pane.undone(fix) : pane.fixed[fix](facts);
}
