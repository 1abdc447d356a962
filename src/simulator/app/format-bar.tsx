import {
  Button,
  Input,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Toolbar,
  ToolbarButton,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { RefObject } from "react";
import { useDemo } from "./demo-context";
import { Icon } from "./icon";

const useStyles = makeStyles({
  bar: {
    padding: "2px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    flexShrink: 0,
  },
  link: { display: "flex", gap: "8px" },
});

interface FormatBarProps {
  readonly editor: RefObject<HTMLDivElement | null>;
  readonly onChange: () => void;
}

export function FormatBar({ editor, onChange }: FormatBarProps) {
  const { texts } = useDemo();
  const styles = useStyles();
  const format = (command: string, value?: string) => {
    editor.current?.focus();
    document.execCommand(command, false, value);
    onChange();
  };
  return (
    <Toolbar className={styles.bar} size="small" aria-label={texts.compose.formatting}>
      <ToolbarButton
        icon={<Icon name="bold" />}
        aria-label={texts.compose.bold}
        onMouseDown={keepSelection}
        onClick={() => format("bold")}
      />
      <ToolbarButton
        icon={<Icon name="list" />}
        aria-label={texts.compose.list}
        onMouseDown={keepSelection}
        onClick={() => format("insertUnorderedList")}
      />
      <LinkButton onInsert={(address) => format("createLink", address)} />
    </Toolbar>
  );
}

const keepSelection = (event: { preventDefault(): void }): void => event.preventDefault();

/** The field takes the focus, so the selected words are remembered. */
function LinkButton({ onInsert }: { readonly onInsert: (address: string) => void }) {
  const { texts } = useDemo();
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const [address, setAddress] = useState("");
  const selected = useRef<Range | null>(null);
  const open = (willOpen: boolean) => {
    const selection = getSelection();
    if (willOpen) selected.current = selection?.rangeCount ? selection.getRangeAt(0) : null;
    setOpen(willOpen);
  };
  const insert = () => {
    const selection = getSelection();
    if (selected.current) {
      selection?.removeAllRanges();
      selection?.addRange(selected.current);
    }
    setOpen(false);
    if (/^(https?:\/\/|mailto:)/i.test(address)) onInsert(address);
    setAddress("");
  };
  return (
    <Popover open={isOpen} onOpenChange={(_, data) => open(data.open)} trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <ToolbarButton
          icon={<Icon name="link" />}
          aria-label={texts.compose.link}
          onMouseDown={keepSelection}
        />
      </PopoverTrigger>
      <PopoverSurface aria-label={texts.compose.link}>
        <div className={styles.link}>
          <Input
            value={address}
            aria-label={texts.compose.linkAddress}
            placeholder="https://"
            onChange={(_, { value }) => setAddress(value)}
          />
          <Button appearance="primary" onClick={insert}>
            {texts.compose.insertLink}
          </Button>
        </div>
      </PopoverSurface>
    </Popover>
  );
}
