import {
  FluentProvider,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Button,
  makeStyles,
  mergeClasses,
  tokens,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import { useState } from "react";
import { AddInPane } from "./add-in-pane";
import { ComposeTabs } from "./compose-tabs";
import { ComposeWindow } from "./compose-window";
import { DemoProvider, useDemo, useObservable } from "./demo-context";
import type { Demo } from "./demo-context";
import { FolderRail } from "./folder-rail";
import { Icon } from "./icon";
import { MessageList } from "./message-list";
import { ReadingPane } from "./reading-pane";
import { StoryPanel } from "./story-panel";
import { TopBar } from "./top-bar";

const FONTS =
  '"Segoe UI", "Yu Gothic UI", "Hiragino Sans", "BIZ UDPGothic", "Noto Sans JP", Meiryo, sans-serif';
const THEMES = {
  light: { ...webLightTheme, fontFamilyBase: FONTS },
  dark: { ...webDarkTheme, fontFamilyBase: FONTS },
};

const useStyles = makeStyles({
  page: {
    display: "grid",
    gridTemplateRows: "48px minmax(0, 1fr)",
    height: "100vh",
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  columns: { display: "flex", minHeight: 0, minWidth: 0 },
  side: {
    display: "flex",
    flexDirection: "column",
    flexShrink: 0,
    width: "256px",
    minHeight: 0,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  stories: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: "auto",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  main: {
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  content: { display: "flex", flexGrow: 1, minHeight: 0, minWidth: 0 },
  sent: { margin: "8px 12px 0", flexShrink: 0 },
});

interface AppProps {
  readonly demo: Omit<Demo, "isDark">;
  readonly isDarkFirst: boolean;
}

/** The demo's one page: a mail program in which the add-in works as in Outlook on the web. */
export function App({ demo, isDarkFirst }: AppProps) {
  const [isDark, setDark] = useState(isDarkFirst);
  const [areStoriesOpen, setStoriesOpen] = useState(false);
  const styles = useStyles();
  return (
    <FluentProvider theme={isDark ? THEMES.dark : THEMES.light}>
      <DemoProvider value={{ ...demo, isDark }}>
        <div className={styles.page}>
          <TopBar
            isDark={isDark}
            onDark={setDark}
            onStories={() => setStoriesOpen(!areStoriesOpen)}
          />
          <Columns areStoriesOpen={areStoriesOpen} onBegin={() => setStoriesOpen(false)} />
        </div>
      </DemoProvider>
    </FluentProvider>
  );
}

interface ColumnsProps {
  /** In a narrow window the stories lie over the message until one begins. */
  readonly areStoriesOpen: boolean;
  readonly onBegin: () => void;
}

function Columns({ areStoriesOpen, onBegin }: ColumnsProps) {
  const client = useObservable(useDemo().client);
  const styles = useStyles();
  return (
    <div
      className={mergeClasses(
        styles.columns,
        "columns",
        client.activeTab !== null && "is-composing",
        client.selected !== null && "is-reading",
      )}
    >
      <div className={`${styles.side} side${areStoriesOpen ? " is-open" : ""}`}>
        <FolderRail />
        <div className={`${styles.stories} stories`}>
          <StoryPanel onBegin={onBegin} />
        </div>
      </div>
      <MessageList />
      <main className={styles.main}>
        <SentNotice />
        <div className={mergeClasses(styles.content, "content")}>
          {client.activeTab === null && <Reading />}
          {client.allTabs.map((tab) => (
            <ComposeWindow key={tab.id} tab={tab} isActive={tab === client.activeTab} />
          ))}
        </div>
        <ComposeTabs />
      </main>
    </div>
  );
}

function Reading() {
  const client = useObservable(useDemo().client);
  return (
    <>
      <ReadingPane />
      {client.readPane && client.reading && (
        <AddInPane
          session={client.reading}
          pane={client.readPane}
          onClose={() => client.closeReadPane()}
        />
      )}
    </>
  );
}

/** Says what left, and for how many people outside. */
function SentNotice() {
  const { texts, ...demo } = useDemo();
  const client = useObservable(demo.client);
  const styles = useStyles();
  if (!client.sent) return null;
  const { outside } = client.sent;
  return (
    <MessageBar className={styles.sent} intent={outside > 0 ? "warning" : "success"} role="status">
      <MessageBarBody>
        {outside > 0 ? texts.outsideNotice(outside) : texts.sentNotice}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            size="small"
            aria-label={texts.compose.dismiss}
            icon={<Icon name="close" size={14} />}
            onClick={() => client.dismissSent()}
          />
        }
      >
        {outside > 0 && (
          <Button onClick={() => client.open("outside")}>{texts.folders.outside}</Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
