import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { OWN_CUSTOMER_LINES } from "../seed/files";
import { useDemo } from "./demo-context";
import { Icon } from "./icon";
import { STORIES, begin } from "./stories";
import type { Story } from "./stories";

const useStyles = makeStyles({
  panel: { padding: "12px 8px 16px", fontSize: "13px" },
  title: { margin: "0 8px 4px", fontSize: "15px", fontWeight: 600 },
  intro: { margin: "0 8px 8px", fontSize: "12px", color: tokens.colorNeutralForeground3 },
  header: {
    "& button": { minHeight: "34px", paddingBlock: "5px", fontSize: "13px", lineHeight: 1.35 },
  },
  steps: { margin: "0 0 8px", paddingLeft: "20px", lineHeight: 1.6, display: "grid", gap: "4px" },
  body: { margin: "0 4px 8px" },
  actions: { display: "grid", gap: "6px" },
});

interface StoryPanelProps {
  readonly onBegin: () => void;
}

/** The scenes of the demo, step by step. */
export function StoryPanel({ onBegin }: StoryPanelProps) {
  const { texts } = useDemo();
  const styles = useStyles();
  return (
    <section className={styles.panel} aria-label={texts.stories.title}>
      <h2 className={styles.title}>{texts.stories.title}</h2>
      <p className={styles.intro}>{texts.stories.intro}</p>
      <Accordion collapsible defaultOpenItems="accident">
        {STORIES.map((story) => (
          <AccordionItem key={story.id} value={story.id}>
            <AccordionHeader className={styles.header} size="small">
              {texts.stories.all[story.id].title}
            </AccordionHeader>
            <AccordionPanel className={styles.body}>
              <StorySteps story={story} onBegin={onBegin} />
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
    </section>
  );
}

function StorySteps({ story, onBegin }: StoryPanelProps & { readonly story: Story }) {
  const { texts, client } = useDemo();
  const styles = useStyles();
  const start = () => {
    begin(client, story);
    onBegin();
  };
  return (
    <>
      <ol className={styles.steps}>
        {texts.stories.all[story.id].steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className={styles.actions}>
        <Button size="small" appearance="primary" onClick={start}>
          {texts.stories.begin}
        </Button>
        {story.addresses && <CopyAddresses />}
      </div>
    </>
  );
}

function CopyAddresses() {
  const { texts } = useDemo();
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(OWN_CUSTOMER_LINES.join("\n")).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Button
      size="small"
      icon={<Icon name="copy" size={16} />}
      aria-live="polite"
      onClick={() => void copy()}
    >
      {isCopied ? texts.stories.copied : texts.stories.copyAddresses}
    </Button>
  );
}
