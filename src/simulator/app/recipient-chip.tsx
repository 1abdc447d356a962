import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ComposeRecipient } from "../compose-item";
import { isOutside } from "./outside";
import { useDemo } from "./demo-context";
import { Icon } from "./icon";

const useStyles = makeStyles({
  chip: {
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    height: "26px",
    maxWidth: "260px",
    paddingLeft: "10px",
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: "13px",
  },
  outside: {
    border: `1px solid ${tokens.colorPaletteMarigoldBorder2}`,
    backgroundColor: tokens.colorPaletteMarigoldBackground1,
  },
  unresolved: {
    border: `1px dashed ${tokens.colorPaletteRedBorder2}`,
    color: tokens.colorPaletteRedForeground1,
  },
  name: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  remove: {
    display: "inline-flex",
    alignItems: "center",
    justifyContent: "center",
    width: "24px",
    height: "24px",
    padding: 0,
    border: "none",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: "transparent",
    color: "inherit",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface RecipientChipProps {
  readonly recipient: ComposeRecipient;
  /** One chip of a field is reached by Tab, the others by the arrows. */
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
  readonly onRemove: () => void;
}

export function RecipientChip({ recipient, isTabStop, onFocus, onRemove }: RecipientChipProps) {
  const { texts } = useDemo();
  const styles = useStyles();
  const { name, address, group, unresolved } = recipient;
  const isForeign = !unresolved && !group && isOutside(address);
  return (
    <span
      className={mergeClasses(
        styles.chip,
        isForeign && styles.outside,
        unresolved && styles.unresolved,
      )}
      title={unresolved ? texts.unresolved : group ? texts.group : address}
    >
      {group && <Icon name="group" size={16} />}
      <span className={styles.name}>{name || address}</span>
      <button
        type="button"
        className={styles.remove}
        data-chip=""
        tabIndex={isTabStop ? 0 : -1}
        aria-label={texts.removeRecipient(name || address)}
        onFocus={onFocus}
        onClick={onRemove}
      >
        <Icon name="close" size={12} />
      </button>
    </span>
  );
}
