import { makeStyles, tokens } from "@fluentui/react-components";
import type { RequestDetail } from "../../api/requests";
import { Evidence } from "../evidence";
import { Foreign } from "../foreign";
import { Section } from "../section";
import type { Desk } from "./desk";
import type { Opened } from "./desk-state";
import { Files } from "./files";
import { evidenceOf, filesView } from "./files-view";
import { useShared } from "./shared-styles";
import { TextPreview } from "./text-preview";
import type { SignOffWords } from "./words";

const useStyles = makeStyles({ label: { color: tokens.colorNeutralForeground2 } });

export interface MailContentProps {
  readonly detail: RequestDetail;
  readonly opened: Opened;
  readonly desk: Desk;
  readonly words: SignOffWords;
}

/** Attachments, subject and text of the mail, as the service stored them. */
export function MailContent({ detail, opened, desk, words }: MailContentProps) {
  const styles = useStyles();
  const shared = useShared();
  const { texts } = words;
  const body = opened.texts.body;
  const evidence = evidenceOf(detail.body, words);
  const read = (reveal: boolean, more: boolean): void => desk.text("body", { reveal, more });
  return (
    <>
      <Section title={texts.attachments}>
        <Files files={filesView(detail, words)} opened={opened} desk={desk} words={words} />
      </Section>
      <Section title={texts.mail}>
        <p className={shared.text}>
          <span className={styles.label}>{texts.subject} </span>
          <Foreign text={detail.subject === "" ? texts.noSubject : detail.subject} />
        </p>
        {evidence !== null && <Evidence view={evidence} />}
        {body !== undefined && (
          <TextPreview
            text={body}
            words={words}
            label={texts.body}
            onReveal={() => read(true, false)}
            onMore={() => read(body.revealed, true)}
            onRetry={() => read(body.revealed, body.lines.length > 0)}
            onSignIn={desk.signIn}
          />
        )}
      </Section>
    </>
  );
}
