import { Badge, Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { Disclosure } from "../disclosure";
import { Foreign } from "../foreign";
import { Marks } from "./marks";
import type { OutsideGroup, RecipientRow, RecipientsView } from "./recipients-view";
import { TOUCH, useShared } from "./shared-styles";
import type { SignOffWords } from "./words";

/** A domain with more is cut there until one asks: a mail may have thousands. */
const SHOWN_AT_FIRST = 5;

const useStyles = makeStyles({
  groups: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  group: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: "anywhere",
  },
  subtitle: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  person: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalS,
    overflowWrap: "anywhere",
  },
  tick: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    minHeight: TOUCH,
    cursor: "pointer",
    // The address in one piece, the words after it in another.
    wordBreak: "keep-all",
    overflowWrap: "anywhere",
  },
  box: {
    width: "24px",
    height: "24px",
    flexShrink: 0,
    margin: 0,
    accentColor: tokens.colorBrandBackground,
  },
});

export interface RecipientsProps {
  readonly view: RecipientsView;
  readonly words: SignOffWords;
  readonly ticks: readonly string[];
  /** Absent where nothing is to be decided. */
  readonly onTick?: ((tick: string, on: boolean) => void) | undefined;
}

/** Who gets the mail: those outside with a tick each, the strangest first; those inside folded. */
export function Recipients({ view, words, ticks, onTick }: RecipientsProps) {
  const styles = useStyles();
  const shared = useShared();
  const { texts } = words;
  return (
    <div className={styles.groups}>
      <h3 className={styles.subtitle}>{view.outsideTitle}</h3>
      {onTick !== undefined && (
        <p className={mergeClasses(shared.text, shared.quiet)}>{texts.tickAsk}</p>
      )}
      {view.outside.map((group, index) => (
        <Outside key={index} group={group} words={words} ticks={ticks} onTick={onTick} />
      ))}
      {view.inside.length > 0 && (
        <Disclosure summary={view.insideTitle}>
          <People rows={view.inside} words={words} />
        </Disclosure>
      )}
    </div>
  );
}

function Outside({
  group: { title, marks, recipients, tick, isPlain },
  words,
  ticks,
  onTick,
}: Omit<RecipientsProps, "view"> & { readonly group: OutsideGroup }) {
  const styles = useStyles();
  return (
    <div className={styles.group}>
      <h4 className={styles.title}>
        <Foreign text={title} />
      </h4>
      {isPlain ? (
        <div className={styles.person}>
          {recipients.map((row, index) => (
            <FieldBadge key={index} row={row} />
          ))}
          <Marks marks={marks} />
        </div>
      ) : (
        <>
          <Marks marks={marks} />
          <People rows={recipients} words={words} hides={title} />
        </>
      )}
      {tick !== null && onTick !== undefined && (
        <label className={styles.tick}>
          <input
            type="checkbox"
            className={styles.box}
            checked={ticks.includes(tick.value)}
            onChange={(event) => onTick(tick.value, event.target.checked)}
          />
          <bdi>{tick.label}</bdi>
        </label>
      )}
    </div>
  );
}

/** `hides`: an address that stands above already. */
function People({
  rows,
  words,
  hides = "",
}: {
  readonly rows: readonly RecipientRow[];
  readonly words: SignOffWords;
  readonly hides?: string;
}) {
  const shared = useShared();
  const [isWhole, showWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <ul className={shared.list}>
        {shown.map((row, index) => (
          <Person key={index} row={row} hides={hides} />
        ))}
      </ul>
      {rows.length > shown.length && (
        <Button className={shared.button} appearance="subtle" onClick={() => showWhole(true)}>
          {words.texts.more(rows.length - shown.length)}
        </Button>
      )}
    </>
  );
}

function Person({ row, hides }: { readonly row: RecipientRow; readonly hides: string }) {
  const styles = useStyles();
  const { name, address, marks } = row;
  return (
    <li className={styles.person}>
      <FieldBadge row={row} />
      {name !== "" && name !== address && <Foreign text={name} />}
      {address !== hides && <Foreign text={address} />}
      {marks.length > 0 && <span>({marks.join(", ")})</span>}
    </li>
  );
}

/** A hidden recipient is told apart by word and form. */
const FieldBadge = ({ row: { field, isHidden } }: { readonly row: RecipientRow }) => (
  <Badge appearance={isHidden ? "filled" : "tint"} color={isHidden ? "important" : "informative"}>
    {field}
  </Badge>
);
