import { Tab, TabList, makeStyles, tokens } from "@fluentui/react-components";
import type { ComposeTab } from "./compose-tab";
import { useDemo, useObservable } from "./demo-context";
import { Icon } from "./icon";

const READING = "reading";

const useStyles = makeStyles({
  strip: {
    flexShrink: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowX: "auto",
  },
});

/** Several messages may be open at once, as the strip at the bottom of Outlook on the web. */
export function ComposeTabs() {
  const { texts, ...demo } = useDemo();
  const client = useObservable(demo.client);
  const styles = useStyles();
  if (client.tabs.length === 0) return null;
  const activate = (id: unknown) =>
    client.activate(client.tabs.find((tab) => tab.id === id) ?? null);
  return (
    <TabList
      className={styles.strip}
      size="small"
      aria-label={texts.compose.tabs}
      selectedValue={client.activeTab?.id ?? READING}
      onTabSelect={(_, { value }) => activate(value)}
    >
      <Tab value={READING} icon={<Icon name="mail" />}>
        {client.selected?.subject || texts.folders[client.place]}
      </Tab>
      {client.tabs.map((tab) => (
        <Tab key={tab.id} value={tab.id} icon={<Icon name="write" />}>
          <TabTitle tab={tab} />
        </Tab>
      ))}
    </TabList>
  );
}

function TabTitle({ tab }: { readonly tab: ComposeTab }) {
  const { texts } = useDemo();
  const { subject } = useObservable(tab.item);
  return <>{subject || texts.noSubject}</>;
}
