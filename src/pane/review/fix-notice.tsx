import { Foreign } from "../../ui/foreign";
import { Notice } from "../../ui/notice";
import type { FixReport } from "./fix";
import type { Words } from "./words";

/** What the last fix did and how to take it back, or why it did not do all of it. */
export function FixNotice({
  report,
  words: { pane },
}: {
  readonly report: FixReport | null;
  readonly words: Words;
}) {
  if (report === null) return <Notice>{null}</Notice>;
  const { fix, facts, problem, missing } = report;
  return (
    <Notice>
      {problem === null ? pane.fixed[fix](facts) : pane.fixProblems[problem]}
      {missing.length > 0 && (
        <ul aria-label={pane.missingRecipients}>
          {missing.map(({ address }) => (
            <li key={address}>
              <Foreign text={address} />
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
