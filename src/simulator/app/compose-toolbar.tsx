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
import { AddInButtons } from "./add-in-buttons";
import { draftOf } from "./compose-tab";
import type { ComposeTab } from "./compose-tab";
import { useDemo, useObservable } from "./demo-context";
import { downloadMail } from "./download";
import { Icon } from "./icon";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "flex-start",
    padding: "6px 10px",
    "& button": { minWidth: 0, padding: "5px 8px", fontWeight: 400, whiteSpace: "nowrap" },
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexShrink: 0,
  },
  commands: { flexGrow: 1, flexWrap: "wrap", padding: 0 },
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
  return (
    <div className={styles.bar}>
      <Toolbar className={styles.commands} size="small" aria-label={texts.compose.commands}>
        <ToolbarButton
          appearance="primary"
          icon={isSending ? <Spinner size="extra-tiny" /> : <Icon name="sent" />}
          disabledFocusable={isSending}
          onClick={() => void client.send(tab)}
        >
          {isSending ? texts.compose.sending : texts.compose.send}
        </ToolbarButton>
        <AttachMenu tab={tab} />
        <ToolbarButton icon={<Icon name="drafts" />} onClick={() => client.saveDraft(tab)}>
          {texts.compose.save}
        </ToolbarButton>
        <ToolbarButton icon={<Icon name="discard" />} onClick={() => client.discard(tab)}>
          {texts.compose.discard}
        </ToolbarButton>
        <AddInButtons surface="compose" onOpen={(control) => tab.openPane(control)} />
        <MoreMenu tab={tab} />
      </Toolbar>
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

function MoreMenu({ tab }: { readonly tab: ComposeTab }) {
  const { texts } = useDemo();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <ToolbarButton aria-label={texts.compose.more}>…</ToolbarButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem
            icon={<Icon name="save" />}
            onClick={() => downloadMail(draftOf(tab.item, Date.now()), texts.noSubject)}
          >
            {texts.saveAsFile}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
