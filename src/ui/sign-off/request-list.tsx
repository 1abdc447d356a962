import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Listed } from "./desk-state";
import { cardView, type CardView } from "./card-view";
import { failureView } from "./decision-view";
import { Marks } from "./marks";
import { Problem } from "./problem";
import { useShared } from "./shared-styles";
import type { SignOffWords } from "./words";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  card: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXS,
    width: "100%",
    boxSizing: "border-box",
    minHeight: "44px",
    padding: tokens.spacingHorizontalM,
    font: "inherit",
    textAlign: "left",
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: "pointer",
    overflowWrap: "anywhere",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `3px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  current: {
    borderLeft: `6px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1Selected,
  },
  headline: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightBold,
    wordBreak: "keep-all",
  },
  row: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM },
});

export interface RequestListProps {
  readonly listed: Listed;
  readonly current: string | null;
  readonly now: number;
  readonly words: SignOffWords;
  readonly empty: { readonly title: string; readonly text: string };
  readonly onOpen: (id: string) => void;
  readonly onMore: () => void;
  readonly onRetry: () => void;
  readonly onSignIn: () => void;
}

/** The requests as cards, the one to look at first on top. */
export function RequestList(props: RequestListProps) {
  const { listed, now, words, empty, current, onOpen } = props;
  const styles = useStyles();
  const shared = useShared();
  const { texts } = words;
  const { phase, requests, failure, next } = listed;
  return (
    <div className={styles.list} aria-busy={phase === "loading"}>
      {failure !== null && (
        <Problem
          view={failureView(failure, words)}
          words={words}
          onRetry={props.onRetry}
          onSignIn={props.onSignIn}
        />
      )}
      {requests.length === 0 && phase === "loading" && (
        <p className={shared.text}>{texts.loading}</p>
      )}
      {requests.length === 0 && phase === "loaded" && (
        <div>
          <strong>{empty.title}</strong>
          <p className={shared.text}>{empty.text}</p>
        </div>
      )}
      {requests.length > 0 && (
        <ul className={mergeClasses(shared.list, styles.list)}>
          {requests.map((request) => (
            <li key={request.id}>
              <Card
                view={cardView(request, now, words)}
                isCurrent={request.id === current}
                onOpen={onOpen}
              />
            </li>
          ))}
        </ul>
      )}
      {next !== null && (
        <Button className={shared.button} onClick={props.onMore}>
          {texts.moreRequests}
        </Button>
      )}
    </div>
  );
}

function Card({
  view,
  isCurrent,
  onOpen,
}: {
  readonly view: CardView;
  readonly isCurrent: boolean;
  readonly onOpen: (id: string) => void;
}) {
  const styles = useStyles();
  const shared = useShared();
  return (
    <button
      type="button"
      data-card={view.id}
      aria-current={isCurrent ? "true" : undefined}
      className={mergeClasses(styles.card, isCurrent && styles.current)}
      onClick={() => onOpen(view.id)}
    >
      <span className={styles.headline}>{view.headline}</span>
      <span className={styles.row}>
        {view.urgent !== "" && <span className={shared.urgent}>{view.urgent}</span>}
        <span>{view.who}</span>
      </span>
      <Marks marks={view.unusual} />
      <span className={mergeClasses(shared.quiet, styles.row)}>
        <span>{view.status}</span>
        {view.approvals !== "" && <span>{view.approvals}</span>}
        {view.again !== "" && <span>{view.again}</span>}
      </span>
    </button>
  );
}
