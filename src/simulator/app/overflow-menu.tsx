import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useDemo } from "./demo-context";

/** One command of a toolbar, as a button or, where there is no room, in the menu at its end. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly icon: ReactElement;
  readonly tip?: string;
  /** The higher, the longer it stays a button. */
  readonly priority: number;
  readonly run: () => void;
}

interface OverflowMenuProps {
  readonly commands: readonly Command[];
  /** What stands in the menu at any width. */
  readonly always: Omit<Command, "priority">;
}

export function OverflowMenu({ commands, always }: OverflowMenuProps) {
  const { texts } = useDemo();
  const { ref, isOverflowing } = useOverflowMenu<HTMLDivElement>();
  return (
    <div ref={ref}>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" aria-label={texts.compose.more}>
            …
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {commands.map((command) => (
              <HiddenCommand key={command.id} command={command} />
            ))}
            {isOverflowing && <MenuDivider />}
            <MenuItem icon={always.icon} onClick={always.run}>
              {always.label}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}

function HiddenCommand({ command: { id, label, icon, run } }: { readonly command: Command }) {
  const isVisible = useIsOverflowItemVisible(id);
  if (isVisible) return null;
  return (
    <MenuItem icon={icon} onClick={run}>
      {label}
    </MenuItem>
  );
}
