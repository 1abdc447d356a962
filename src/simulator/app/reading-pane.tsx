import {
  Avatar,
  Badge,
  Overflow,
  OverflowItem,
  Toolbar,
  ToolbarButton,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { Addressee, StoredMail } from "../model";
import { AttachmentList } from "./attachment-list";
import { isOutside } from "./outside";
import { useDemo, useObservable } from "./demo-context";
import { downloadMail } from "./download";
import { Icon } from "./icon";
import { MAIL_ACTIONS } from "./mail-actions";
import type { MailAction } from "./mail-actions";
import { OverflowMenu } from "./overflow-menu";
import type { Command } from "./overflow-menu";
import { safeNodes } from "./safe-html";

const useStyles = makeStyles({
  pane: { display: "flex", flexDirection: "column", minWidth: 0, minHeight: 0, flexGrow: 1 },
  toolbar: {
    flexWrap: "nowrap",
    minWidth: 0,
    overflow: "hidden",
    padding: "6px 10px",
    "& button": {
      flexShrink: 0,
      minWidth: 0,
      padding: "5px 8px",
      fontWeight: 400,
      whiteSpace: "nowrap",
    },
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  page: { overflowY: "auto", padding: "16px 24px 32px", flexGrow: 1 },
  subject: { margin: "0 0 14px", fontSize: "20px", fontWeight: 600, lineHeight: 1.4 },
  head: { display: "flex", gap: "12px", marginBottom: "14px" },
  who: { minWidth: 0, flexGrow: 1, fontSize: "13px", lineHeight: 1.6 },
  from: { fontSize: "14px", fontWeight: 600 },
  quiet: { color: tokens.colorNeutralForeground3 },
  people: { overflowWrap: "anywhere", maxHeight: "8.2em", overflowY: "auto" },
  when: { fontSize: "12px", color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
  body: {
    marginTop: "16px",
    fontSize: "14px",
    lineHeight: 1.7,
    overflowWrap: "anywhere",
    "& pre": { margin: 0, font: "inherit", whiteSpace: "pre-wrap" },
  },
  empty: {
    display: "grid",
    placeContent: "center",
    justifyItems: "center",
    gap: "8px",
    flexGrow: 1,
    padding: "24px",
    textAlign: "center",
    color: tokens.colorNeutralForeground3,
  },
});

export function ReadingPane() {
  const { texts, ...demo } = useDemo();
  const client = useObservable(demo.client);
  useObservable(client.store);
  const styles = useStyles();
  const mail = client.selected;
  if (!mail)
    return (
      <div className={styles.empty}>
        <Icon name="mail" size={56} />
        <strong>{texts.nothingSelected}</strong>
        <span className="wide-hint">{texts.nothingSelectedHint}</span>
        <span className="narrow-only">{texts.nothingSelectedHintNarrow}</span>
      </div>
    );
  return (
    <article className={styles.pane} aria-label={texts.readingLabel}>
      <ReadingToolbar mail={mail} />
      <div className={styles.page}>
        <h2 className={styles.subject}>{mail.subject || texts.noSubject}</h2>
        <MailHead mail={mail} />
        <AttachmentList files={mail.files} />
        <MailBody mail={mail} />
      </div>
    </article>
  );
}

/** Room goes to what a person presses most. */
const PRIORITIES: Readonly<Record<MailAction, number>> = {
  reply: 5,
  forward: 4,
  editAsNew: 4,
  replyAll: 3,
  resend: 1,
};

function ReadingToolbar({ mail }: { readonly mail: StoredMail }) {
  const { texts } = useDemo();
  const styles = useStyles();
  const commands = useCommands(mail);
  return (
    <Overflow padding={8}>
      <Toolbar className={styles.toolbar} aria-label={texts.compose.commands} size="small">
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
            id: "save",
            label: texts.saveAsFile,
            icon: <Icon name="save" />,
            run: () => downloadMail(mail, texts.noSubject),
          }}
        />
      </Toolbar>
    </Overflow>
  );
}

function useCommands(mail: StoredMail): readonly Command[] {
  const { texts, client, manifest } = useDemo();
  const own = client.place === "outside" ? [] : MAIL_ACTIONS;
  const controls = manifest?.controls.filter((each) => each.surface === "read" && each.paneUrl);
  return [
    ...own.map((action) => ({
      id: action,
      label: texts.actions[action],
      icon: <Icon name={action} />,
      priority: PRIORITIES[action],
      run: () => client.act(action, mail),
    })),
    ...(controls ?? []).map((control) => ({
      id: control.id,
      label: control.label,
      icon: <img src={control.icon} width={20} height={20} alt="" />,
      tip: control.tip,
      priority: 2,
      run: () => client.openReadPane({ control }),
    })),
  ];
}

function MailHead({ mail }: { readonly mail: StoredMail }) {
  const { texts } = useDemo();
  const styles = useStyles();
  const { name, address } = mail.from;
  return (
    <div className={styles.head}>
      <Avatar name={name} initials={name[0] ?? ""} size={40} color="colorful" aria-hidden />
      <div className={styles.who}>
        <div>
          <span className={styles.from}>{name}</span>{" "}
          <span className={styles.quiet}>&lt;{address}&gt;</span>{" "}
          {isOutside(address) && (
            <Badge appearance="tint" color="warning">
              {texts.outside}
            </Badge>
          )}
        </div>
        <PeopleLine label={texts.fields.to} people={mail.to} />
        <PeopleLine label={texts.fields.cc} people={mail.cc} />
        <PeopleLine label={texts.fields.bcc} people={mail.bcc} />
        <time className={styles.when} dateTime={new Date(mail.date).toISOString()}>
          {texts.longDate(mail.date)}
        </time>
      </div>
    </div>
  );
}

interface PeopleLineProps {
  readonly label: string;
  readonly people: readonly Addressee[];
}

function PeopleLine({ label, people }: PeopleLineProps) {
  const { texts } = useDemo();
  const styles = useStyles();
  if (people.length === 0) return null;
  const count = people.length > 3 ? ` (${texts.recipientCount(people.length)})` : "";
  return (
    <div className={styles.people}>
      <span className={styles.quiet}>
        {label}
        {count}:
      </span>{" "}
      {people.map(shownAs).join("; ")}
    </div>
  );
}

const shownAs = ({ name, address, group }: Addressee): string =>
  group || !isOutside(address)
    ? name || address
    : name === address
      ? address
      : `${name} <${address}>`;

function MailBody({ mail }: { readonly mail: StoredMail }) {
  const styles = useStyles();
  const body = useRef<HTMLDivElement>(null);
  const { html, files } = mail;
  useEffect(() => body.current?.replaceChildren(...safeNodes(html, files)), [html, files]);
  return <div className={styles.body} ref={body} />;
}
