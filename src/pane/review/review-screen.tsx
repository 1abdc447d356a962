import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useSyncExternalStore, type ReactNode } from "react";
import { AttachmentList } from "../../ui/attachment-list";
import { Disclosure } from "../../ui/disclosure";
import { Evidence } from "../../ui/evidence";
import { FindingCard } from "../../ui/finding-card";
import { RecipientList } from "../../ui/recipient-list";
import { Section } from "../../ui/section";
import { VerdictBanner } from "../../ui/verdict-banner";
import { OpenRequests } from "../sign-off/open-requests";
import { panelView } from "../sign-off/panel-view";
import type { SignOff } from "../sign-off/sign-off";
import { SignOffPanel } from "../sign-off/sign-off-panel";
import { stageOf, type Stage } from "../sign-off/state";
import type { AskingWords } from "../sign-off/words";
import { attachmentsView } from "./attachments-view";
import { bannerView } from "./banner-view";
import { place } from "./census";
import { findingsView, looseEvidence } from "./findings-view";
import { FixNotice } from "./fix-notice";
import { fieldsOf } from "./offers";
import { recipientsView } from "./recipients-view";
import type { Review } from "./review";
import type { Checked, ReviewState } from "./state";
import type { Words } from "./words";

const useStyles = makeStyles({
  screen: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalM,
    maxWidth: "640px",
    boxSizing: "border-box",
    overflowWrap: "anywhere",
  },
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  text: { margin: 0 },
  folded: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  digest: { fontFamily: tokens.fontFamilyMonospace, display: "block" },
});

interface ScreenProps {
  readonly review: Review;
  readonly words: Words;
}

export interface ReviewScreenProps extends ScreenProps {
  readonly signOff: SignOff;
  readonly asking: AskingWords;
}

/** The one screen beside a mail that is being written: verdict, findings, who gets what. */
export function ReviewScreen({ review, words, signOff, asking }: ReviewScreenProps) {
  const styles = useStyles();
  const state = useSyncExternalStore(review.subscribe, review.state, review.state);
  const asked = useSyncExternalStore(signOff.subscribe, signOff.state, signOff.state);
  const main = useRef<HTMLElement>(null);
  const isBusy = state.phase.name !== "judged" && state.phase.name !== "failed";
  const view = isBusy ? null : panelView(asked, asking);
  useKeyboardAtVerdict(main, `${stageOf(asked)} ${asked.open.length}`);
  const panel = view && <SignOffPanel signOff={signOff} state={asked} view={view} words={asking} />;
  return (
    <main ref={main} className={styles.screen} aria-busy={isBusy}>
      <VerdictBanner view={{ ...bannerView(state, words), ...view?.banner }}>
        {view?.form && <AskButton label={asking.texts.askButton} main={main} />}
        <StateButtons state={state} review={review} words={words} />
      </VerdictBanner>
      <FixNotice
        report={state.lastFix}
        words={words}
        disabled={state.phase.name === "fixing"}
        onUndo={review.undo}
      />
      {view?.form === null && panel}
      {state.checked !== null && (
        <CheckedMail
          checked={state.checked}
          state={state}
          review={review}
          words={words}
          form={view?.form === null ? null : panel}
          isSettled={!isBusy && SETTLED.includes(stageOf(asked))}
        />
      )}
      <OpenRequests signOff={signOff} state={asked} words={asking} />
    </main>
  );
}

/** What was found is known and asked for: mending it would only void that. */
const SETTLED: readonly Stage[] = ["waiting", "approved", "released"];

/** The form stands below the findings, which come first; this leads there. */
function AskButton({ label, main }: { label: string; main: { current: HTMLElement | null } }) {
  return (
    <Button
      appearance="primary"
      onClick={() => main.current?.querySelector<HTMLElement>("[data-focus=ask]")?.focus()}
    >
      {label}
    </Button>
  );
}

/**
 * Outlook leaves the pane at once where Tab is pressed and nothing in it has the keyboard: when it has
 * just opened, or when the button that was pressed went with what it did (`stage`).
 */
function useKeyboardAtVerdict(main: { current: HTMLElement | null }, stage: string) {
  useEffect(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (!document.hasFocus() || !isFree) return;
    // Nobody has pressed a key here yet: a ring would only frame the title.
    const quietly = { focusVisible: false } as FocusOptions;
    main.current?.querySelector<HTMLElement>("[data-focus=verdict]")?.focus(quietly);
  }, [main, stage]);
}

function StateButtons({ state, review, words }: ScreenProps & { readonly state: ReviewState }) {
  const styles = useStyles();
  const { phase, checked } = state;
  const { pane } = words;
  if (phase.name === "fixing") return null;
  if (phase.name === "reading" || phase.name === "inspecting")
    return (
      <div className={styles.row}>
        <span className={styles.quiet}>{bannerView(state, words).progressText}</span>
        <Button size="small" onClick={review.cancel}>
          {pane.cancel}
        </Button>
      </div>
    );
  return (
    <div className={styles.row}>
      <span className={styles.quiet}>
        {phase.name === "judged" && checked !== null && pane.checkedAt(words.time(checked.at))}
      </span>
      <Button size="small" onClick={review.check}>
        {pane.recheck}
      </Button>
    </div>
  );
}

interface CheckedProps extends ScreenProps {
  readonly checked: Checked;
  readonly state: ReviewState;
}

function CheckedMail({
  checked,
  state,
  review,
  words,
  form,
  isSettled,
}: CheckedProps & { readonly form: ReactNode; readonly isSettled: boolean }) {
  const { pane } = words;
  const isBusy = state.phase.name !== "judged";
  const placed = useMemo(() => place(checked.job), [checked]);
  const groups = useMemo(() => recipientsView(placed, words), [placed, words]);
  const fieldsAt = (addresses: readonly string[]) =>
    fieldsOf(placed.filter(({ recipient }) => addresses.includes(recipient.address)));
  const attachments = useMemo(
    () => attachmentsView(checked, words, review.fix),
    [checked, words, review],
  );
  return (
    <>
      <Findings
        checked={checked}
        state={state}
        review={review}
        words={words}
        isFolded={isSettled}
      />
      {form}
      {attachments.length > 0 && (
        <Section title={pane.attachments}>
          <AttachmentList attachments={attachments} disabled={isBusy} />
        </Section>
      )}
      <Section title={pane.recipients}>
        {groups.length === 0 && <span>{pane.noRecipients}</span>}
        <RecipientList
          groups={groups}
          texts={pane}
          disabled={isBusy}
          onRemove={(addresses) =>
            review.fix({
              fix: "remove-outside-recipients",
              addresses,
              attachments: [],
              facts: { recipients: addresses.length, fields: fieldsAt(addresses), files: [] },
            })
          }
        />
      </Section>
      <DigestLine checked={checked} words={words} />
    </>
  );
}

/** The fingerprint of what was judged: the same on the command line, and what a sign-off names. */
function DigestLine({ checked, words }: Pick<CheckedProps, "checked" | "words">) {
  const styles = useStyles();
  const { digest } = checked.judgement;
  if (digest.state === "refused") return null;
  return (
    <p className={`${styles.quiet} ${styles.text}`}>
      {words.pane.digest}
      <code className={styles.digest}>{digest.digest}</code>
    </p>
  );
}

function Findings({
  checked,
  state,
  review,
  words,
  isFolded,
}: CheckedProps & { readonly isFolded: boolean }) {
  const styles = useStyles();
  const { phase, ticked, acknowledged } = state;
  const cards = useMemo(
    () =>
      findingsView(checked, words, {
        ticked,
        isAcknowledged: acknowledged === "stored",
        fix: review.fix,
        tick: review.tick,
      }),
    [checked, words, ticked, acknowledged, review],
  );
  const loose = useMemo(() => looseEvidence(checked, words), [checked, words]);
  if (cards.length === 0 && loose === null) return null;
  const shown = (
    <>
      {cards.map((card, index) => (
        <FindingCard key={index} view={card} disabled={phase.name !== "judged"} />
      ))}
      {loose !== null && <Evidence view={loose} />}
    </>
  );
  if (!isFolded) return <Section title={words.pane.findings}>{shown}</Section>;
  return (
    <Disclosure summary={words.pane.findingsFolded(cards.length)}>
      <div className={styles.folded}>{shown}</div>
    </Disclosure>
  );
}
