import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Overflow,
  OverflowItem,
  Spinner,
  Toolbar,
  ToolbarButton,
  Tooltip,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useRef } from "react";
import { DESKTOP } from "../seed/files";
import { storedFile } from "../seed/stored-file";
import { draftOf } from "./compose-tab";
import type { ComposeTab } from "./compose-tab";
import { useDemo, useObservable } from "./demo-context";
import { downloadMail } from "./download";
import { Icon } from "./icon";
import { OverflowMenu } from "./overflow-menu";
import type { Command } from "./overflow-menu";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "flex-start",
    padding: "6px 10px",
    "& button": {
      flexShrink: 0,
      minWidth: 0,
      padding: "5px 8px",
      fontWeight: 400,
      whiteSpace: "nowrap",
    },
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexShrink: 0,
  },
  commands: { flexGrow: 1, flexWrap: "nowrap", minWidth: 0, overflow: "hidden", padding: "2px" },
});

/** Files that a person picked or dropped, attached as they are read. */
export function attachFiles(tab: ComposeTab, files: FileList | null): void {
  for (const file of [...(files ?? [])])
    void file
      .arrayBuffer()
      .then((content) => tab.addFile(storedFile(file.name, new Uint8Array(content))));
}

export function ComposeToolbar({ tab }: { readonly tab: ComposeTab }) {
  const { texts, client } = useDemo();
  const styles = useStyles();
  const { isSending } = useObservable(tab);
  const commands = useCommands(tab);
  return (
    <div className={styles.bar}>
      <Overflow padding={8}>
        <Toolbar className={styles.commands} size="small" aria-label={texts.compose.commands}>
          <OverflowItem id="send" priority={9}>
            <ToolbarButton
              appearance="primary"
              icon={isSending ? <Spinner size="extra-tiny" /> : <Icon name="sent" />}
              data-send={tab.id}
              disabledFocusable={isSending}
              onClick={() => void client.send(tab)}
            >
              {isSending ? texts.compose.sending : texts.compose.send}
            </ToolbarButton>
          </OverflowItem>
          <OverflowItem id="attach" priority={8}>
            <div>
              <AttachMenu tab={tab} />
            </div>
          </OverflowItem>
          {commands.map(({ id, label, icon, tip, priority, run }) => (
            <OverflowItem key={id} id={id} priority={priority}>
              <ToolbarButton icon={icon} title={tip} onClick={run}>
                {label}
              </ToolbarButton>
            </OverflowItem>
          ))}
          <OverflowMenu
            commands={commands}
            always={{
              id: "save-as",
              label: texts.saveAsFile,
              icon: <Icon name="save" />,
              run: () => downloadMail(draftOf(tab.item, Date.now()), texts.noSubject),
            }}
          />
        </Toolbar>
      </Overflow>
      <Tooltip content={texts.compose.close} relationship="label">
        <Button
          appearance="subtle"
          icon={<Icon name="close" />}
          onClick={() => client.closeTab(tab)}
        />
      </Tooltip>
    </div>
  );
}

function AttachMenu({ tab }: { readonly tab: ComposeTab }) {
  const { texts } = useDemo();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <ToolbarButton icon={<Icon name="attach" />}>{texts.compose.attach}</ToolbarButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem icon={<Icon name="file" />} onClick={() => input.current?.click()}>
              {texts.compose.ownFile}
            </MenuItem>
            <MenuDivider />
            <MenuGroup>
              <MenuGroupHeader>{texts.compose.desktop}</MenuGroupHeader>
              {DESKTOP.map((file) => (
                <MenuItem
                  key={file.name}
                  icon={<Icon name="file" />}
                  onClick={() => tab.addFile(file)}
                >
                  {file.name}
                </MenuItem>
              ))}
            </MenuGroup>
          </MenuList>
        </MenuPopover>
      </Menu>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={texts.compose.ownFile}
        onChange={({ target }) => {
          attachFiles(tab, target.files);
          target.value = "";
        }}
      />
    </>
  );
}

function useCommands(tab: ComposeTab): readonly Command[] {
  const { texts, client, manifest } = useDemo();
  const controls = manifest?.controls.filter((each) => each.surface === "compose" && each.paneUrl);
  return [
    {
      id: "save",
      label: texts.compose.save,
      icon: <Icon name="drafts" />,
      priority: 3,
      run: () => client.saveDraft(tab),
    },
    {
      id: "discard",
      label: texts.compose.discard,
      icon: <Icon name="discard" />,
      priority: 1,
      run: () => client.discard(tab),
    },
    ...(controls ?? []).map((control) => ({
      id: control.id,
      label: control.label,
      icon: <img src={control.icon} width={20} height={20} alt="" />,
      tip: control.tip,
      priority: 5,
      run: () => tab.openPane(control),
    })),
  ];
}
