import { Button, CounterBadge, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { PLACES } from "./client";
import type { Place } from "./client";
import { useDemo, useObservable } from "./demo-context";
import { Icon } from "./icon";

const useStyles = makeStyles({
  rail: { display: "grid", gap: "2px", padding: "10px 8px" },
  new: { marginBottom: "8px", justifyContent: "flex-start" },
  place: { justifyContent: "flex-start", fontWeight: 400, width: "100%", minWidth: 0 },
  current: { backgroundColor: tokens.colorNeutralBackground1Selected, fontWeight: 600 },
  outside: { marginTop: "6px", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  label: { flexGrow: 1, textAlign: "start", whiteSpace: "nowrap" },
});

/** The folders of the signed-in person, and the inboxes of everyone outside. */
export function FolderRail() {
  const { texts, client } = useDemo();
  const styles = useStyles();
  return (
    <nav className={styles.rail} aria-label={texts.foldersLabel}>
      <Button
        className={styles.new}
        appearance="primary"
        icon={<Icon name="write" />}
        onClick={() => client.newMail()}
      >
        <span className="wide-only">{texts.newMail}</span>
        <span className="narrow-only visually-hidden">{texts.newMail}</span>
      </Button>
      {PLACES.map((place) => (
        <PlaceButton key={place} place={place} />
      ))}
    </nav>
  );
}

function PlaceButton({ place }: { readonly place: Place }) {
  const { texts, ...demo } = useDemo();
  const client = useObservable(demo.client);
  useObservable(client.store);
  const styles = useStyles();
  const isCurrent = client.place === place;
  const count = place === "drafts" ? client.mails("drafts").length : client.unreadCount(place);
  return (
    <div className={mergeClasses(place === "outside" && styles.outside)}>
      <Button
        className={mergeClasses(styles.place, isCurrent && styles.current)}
        appearance="subtle"
        icon={<Icon name={place} />}
        aria-current={isCurrent ? "page" : undefined}
        title={texts.folders[place]}
        onClick={() => client.open(place)}
      >
        <span className={`${styles.label} wide-only`}>{texts.folders[place]}</span>
        <span className="narrow-only visually-hidden">{texts.folders[place]}</span>
        {count > 0 && (
          <CounterBadge
            className="wide-only"
            count={count}
            overflowCount={999}
            appearance="filled"
            color={place === "drafts" ? "informative" : "brand"}
          />
        )}
      </Button>
    </div>
  );
}
