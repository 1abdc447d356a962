import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
  makeStyles,
} from "@fluentui/react-components";
import type { Notification } from "../compose-item";
import type { ComposeTab } from "./compose-tab";
import { useDemo, useObservable } from "./demo-context";
import { Icon } from "./icon";

const useStyles = makeStyles({
  group: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: "4px",
    padding: "6px 12px 0",
    flexShrink: 0,
  },
  line: { whiteSpace: "normal", paddingBlock: "6px", lineHeight: 1.5 },
});

/** The lines above a message: what the client has to say, then what the add-in has. */
export function InfoBar({ tab }: { readonly tab: ComposeTab }) {
  const { texts, client } = useDemo();
  const styles = useStyles();
  useObservable(tab);
  const { notifications } = useObservable(tab.item);
  const isEmpty = client.hasAddIn && !tab.shortcoming && notifications.length === 0;
  if (isEmpty) return null;
  return (
    <div className={styles.group} role="region" aria-label={texts.compose.notices}>
      {!client.hasAddIn && <ErrorLine text={texts.addInMissing} />}
      {tab.shortcoming && (
        <ErrorLine text={texts.compose[tab.shortcoming]} onDismiss={() => tab.show(null)} />
      )}
      {notifications.map((notice) => (
        <Notice key={notice.key} notice={notice} tab={tab} />
      ))}
    </div>
  );
}

interface ErrorLineProps {
  readonly text: string;
  readonly onDismiss?: () => void;
}

function ErrorLine({ text, onDismiss }: ErrorLineProps) {
  const styles = useStyles();
  return (
    <MessageBar className={styles.line} intent="error" layout="singleline">
      <MessageBarBody>{text}</MessageBarBody>
      {onDismiss && <MessageBarActions containerAction={<DismissButton onClick={onDismiss} />} />}
    </MessageBar>
  );
}

function DismissButton({ onClick }: { readonly onClick: () => void }) {
  const { texts } = useDemo();
  return (
    <Button
      appearance="transparent"
      size="small"
      aria-label={texts.compose.dismiss}
      icon={<Icon name="close" size={14} />}
      onClick={onClick}
    />
  );
}

interface NoticeProps {
  readonly notice: Notification;
  readonly tab: ComposeTab;
}

function Notice({ notice, tab }: NoticeProps) {
  const { manifest } = useDemo();
  const styles = useStyles();
  const dismiss = () => tab.item.dismissNotification(notice.key);
  return (
    <MessageBar
      className={styles.line}
      layout="singleline"
      intent={notice.type === "errorMessage" ? "error" : "info"}
      {...noticeIcon(notice, manifest?.images)}
    >
      <MessageBarBody>{notice.message}</MessageBarBody>
      <MessageBarActions
        {...(notice.persistent ? {} : { containerAction: <DismissButton onClick={dismiss} /> })}
      >
        {(notice.actions ?? []).map((action) => (
          <Button key={action.commandId} onClick={() => tab.session?.runAction(action)}>
            {action.actionText}
          </Button>
        ))}
      </MessageBarActions>
    </MessageBar>
  );
}

function noticeIcon(notice: Notification, images: ReadonlyMap<string, string> | undefined) {
  if (notice.type === "progressIndicator") return { icon: <Spinner size="extra-tiny" /> };
  const address = images?.get(notice.icon ?? "");
  return address ? { icon: <img src={address} width={16} height={16} alt="" /> } : {};
}
