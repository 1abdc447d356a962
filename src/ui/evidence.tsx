import { makeStyles, tokens } from "@fluentui/react-components";
import { Disclosure } from "./disclosure";
import { Foreign } from "./foreign";
import { PlaceLabel } from "./place-label";

export interface SampleView {
  readonly kind: string;
  /** Masked by the inspection; never the value itself. */
  readonly sample: string;
  readonly place: readonly string[];
}

export interface RefusalView {
  readonly place: readonly string[];
  readonly reason: string;
  readonly toDo: string;
}

export interface EvidenceView {
  /** 「氏名 2,938」 and so on, the most first. */
  readonly kinds: readonly string[];
  readonly samplesSummary: string;
  readonly samples: readonly SampleView[];
  readonly refusalsSummary: string;
  readonly refusals: readonly RefusalView[];
}

const useStyles = makeStyles({
  list: {
    margin: `${tokens.spacingVerticalXS} 0`,
    padding: 0,
    listStyleType: "none",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  place: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  kind: { fontWeight: tokens.fontWeightSemibold, marginRight: tokens.spacingHorizontalS },
  kinds: { margin: 0, color: tokens.colorNeutralForeground2 },
  line: { margin: 0 },
});

/** What a finding rests on: kinds and counts at once, masked samples for whoever asks. */
export function Evidence({ view }: { readonly view: EvidenceView }) {
  const styles = useStyles();
  return (
    <>
      {view.kinds.length > 0 && <p className={styles.kinds}>{view.kinds.join(" / ")}</p>}
      {view.refusals.length > 0 && <Refusals view={view} />}
      {view.samples.length > 0 && (
        <Disclosure summary={view.samplesSummary}>
          <ul className={styles.list}>
            {view.samples.map(({ kind, sample, place }, index) => (
              <li key={index}>
                <span className={styles.kind}>{kind}</span>
                <Foreign text={sample} />
                <div className={styles.place}>
                  <PlaceLabel steps={place} />
                </div>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

function Refusals({ view }: { readonly view: EvidenceView }) {
  const styles = useStyles();
  return (
    <div>
      <p className={styles.kinds}>{view.refusalsSummary}</p>
      <ul className={styles.list}>
        {view.refusals.map(({ place, reason, toDo }, index) => (
          <li key={index}>
            <PlaceLabel steps={place} />
            <p className={styles.line}>{reason}</p>
            <p className={styles.place + " " + styles.line}>{toDo}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
