import { Badge, Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { Foreign } from "./foreign";

export interface RecipientView {
  readonly name: string;
  readonly address: string;
  /** 宛先, CC or BCC in words. */
  readonly field: string;
  /** A word such as "group"; empty for a plain person. */
  readonly mark: string;
  /** Null where there is no address to choose it by. */
  readonly chooseLabel: string | null;
}

export interface DomainView {
  readonly domain: string;
  /** "Private mail", or empty. */
  readonly mark: string;
  readonly recipients: readonly RecipientView[];
}

export interface RecipientGroupView {
  readonly title: string;
  readonly isOutside: boolean;
  readonly domains: readonly DomainView[];
}

export interface RecipientListTexts {
  readonly removeChosen: (count: number) => string;
  readonly more: (count: number) => string;
}

/** A domain with more is cut there until one asks: a mail may have thousands. */
export const SHOWN_AT_FIRST = 5;

const useStyles = makeStyles({
  group: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  domain: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    margin: 0,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  person: { display: "flex", alignItems: "flex-start", minHeight: "32px" },
  who: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere", paddingTop: "6px" },
  address: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  field: { flexShrink: 0, paddingTop: "6px", marginLeft: tokens.spacingHorizontalS },
});

export interface RecipientListProps {
  readonly groups: readonly RecipientGroupView[];
  readonly texts: RecipientListTexts;
  readonly disabled: boolean;
  /** Absent where the mail cannot be changed from here (the manager's page). */
  readonly onRemove?: (addresses: readonly string[]) => void;
}

/** Who gets the mail, those outside first, by domain; those outside can be chosen and removed. */
export function RecipientList({ groups, texts, disabled, onRemove }: RecipientListProps) {
  const styles = useStyles();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  // What a fix removed must not stay chosen.
  const present = new Set(addressesOf(groups));
  const chosen = [...marked].filter((address) => present.has(address));
  const choose = (address: string, on: boolean): void =>
    setMarked(new Set(on ? [...chosen, address] : chosen.filter((each) => each !== address)));
  return (
    <>
      {groups.map((group) => (
        <div key={group.title} className={styles.group}>
          <h3 className={styles.title}>{group.title}</h3>
          {group.domains.map((domain) => (
            <Domain
              key={domain.domain}
              domain={domain}
              more={texts.more}
              disabled={disabled}
              chosen={chosen}
              choose={group.isOutside && onRemove !== undefined ? choose : null}
            />
          ))}
          {group.isOutside && chosen.length > 0 && (
            <Button disabledFocusable={disabled} onClick={() => onRemove?.(chosen)}>
              {texts.removeChosen(chosen.length)}
            </Button>
          )}
        </div>
      ))}
    </>
  );
}

const addressesOf = (groups: readonly RecipientGroupView[]): readonly string[] =>
  groups.flatMap(({ domains }) =>
    domains.flatMap(({ recipients }) => recipients.map(({ address }) => address)),
  );

interface DomainProps {
  readonly domain: DomainView;
  readonly more: (count: number) => string;
  readonly disabled: boolean;
  readonly chosen: readonly string[];
  readonly choose: ((address: string, on: boolean) => void) | null;
}

function Domain({ domain, more, disabled, chosen, choose }: DomainProps) {
  const styles = useStyles();
  const [isWhole, showWhole] = useState(false);
  const shown = isWhole ? domain.recipients : domain.recipients.slice(0, SHOWN_AT_FIRST);
  const hidden = domain.recipients.length - shown.length;
  return (
    <div>
      <p className={styles.domain}>
        <Foreign text={domain.domain} />
        {domain.mark !== "" && (
          <Badge appearance="outline" color="warning">
            {domain.mark}
          </Badge>
        )}
      </p>
      <ul className={styles.list}>
        {shown.map((recipient, index) => (
          <li key={index} className={styles.person}>
            {choose !== null && recipient.chooseLabel !== null && (
              <Checkbox
                aria-label={recipient.chooseLabel}
                checked={chosen.includes(recipient.address)}
                disabled={disabled}
                onChange={(_, { checked }) => choose(recipient.address, checked === true)}
              />
            )}
            <Person recipient={recipient} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button size="small" onClick={() => showWhole(true)}>
          {more(hidden)}
        </Button>
      )}
    </div>
  );
}

/** Breaks before the @, if it has to. */
function Address({ text }: { readonly text: string }) {
  const at = text.lastIndexOf("@");
  if (at <= 0) return <Foreign text={text} />;
  return (
    <>
      <Foreign text={text.slice(0, at)} />
      <wbr />
      <Foreign text={text.slice(at)} />
    </>
  );
}

function Person({
  recipient: { name, address, field, mark },
}: {
  readonly recipient: RecipientView;
}) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.who}>
        {name !== "" && name !== address && (
          <div>
            <Foreign text={name} />
          </div>
        )}
        <div className={styles.address}>
          <Address text={address} />
          {mark !== "" && ` (${mark})`}
        </div>
      </div>
      <span className={styles.field}>
        <Badge appearance="tint" color="informative">
          {field}
        </Badge>
      </span>
    </>
  );
}
