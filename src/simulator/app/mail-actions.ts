import type { SimulatorTexts } from "../../locales/simulator";
import type { ComposeInit } from "../compose-item";
import { addressKey } from "../model";
import type { Addressee, Person, StoredFile, StoredMail } from "../model";
import { escapeHtml } from "../seed/letter";

export const MAIL_ACTIONS = ["reply", "replyAll", "forward", "resend", "editAsNew"] as const;
export type MailAction = (typeof MAIL_ACTIONS)[number];

interface Occasion {
  readonly mail: StoredMail;
  readonly owner: Person;
  readonly texts: SimulatorTexts;
}

/** What the compose window starts with when a person acts on a mail, as Outlook fills it in. */
export const composeFrom: Readonly<Record<MailAction, (occasion: Occasion) => ComposeInit>> = {
  reply: (occasion) => replyTo(occasion, [occasion.mail.from], []),
  replyAll: (occasion) => {
    const { mail, owner } = occasion;
    const others = [mail.from, ...mail.to].filter((each) => !isSame(each, owner));
    const to = uniqueOf(others.length > 0 ? others : [mail.from]);
    const cc = mail.cc.filter((each) => !isSame(each, owner));
    return replyTo(occasion, to, uniqueOf(cc, to));
  },
  forward: (occasion) => ({
    composeType: "forward",
    owner: occasion.owner,
    subject: prefixed("FW: ", occasion.mail.subject),
    html: quoted(occasion),
    files: occasion.mail.files,
    conversationId: occasion.mail.id,
  }),
  resend: ({ mail, owner }) => ({
    composeType: "newMail",
    owner,
    to: mail.to,
    cc: mail.cc,
    bcc: mail.bcc,
    subject: mail.subject,
    html: mail.html,
    files: mail.files,
  }),
  editAsNew: ({ mail, owner }) => ({
    composeType: "newMail",
    owner,
    subject: mail.subject,
    html: mail.html,
    files: mail.files,
  }),
};

/** A reply keeps the pictures of the quoted body and no other file. */
function replyTo(
  occasion: Occasion,
  to: readonly Addressee[],
  cc: readonly Addressee[],
): ComposeInit {
  const { mail, owner } = occasion;
  return {
    composeType: "reply",
    owner,
    to,
    cc,
    subject: prefixed("Re: ", mail.subject),
    html: quoted(occasion),
    files: mail.files.filter((file: StoredFile) => file.inline),
    conversationId: mail.id,
  };
}

const isSame = (one: Addressee, other: Addressee): boolean =>
  addressKey(one.address) === addressKey(other.address);

const uniqueOf = (list: readonly Addressee[], taken: readonly Addressee[] = []) =>
  list.filter(
    (each, index) =>
      list.findIndex((other) => isSame(other, each)) === index &&
      !taken.some((other) => isSame(other, each)),
  );

const prefixed = (prefix: string, subject: string): string =>
  subject.toLowerCase().startsWith(prefix.trim().toLowerCase()) ? subject : prefix + subject;

/** An empty line to write on, a rule, the header of the quoted mail, its body. */
function quoted({ mail, texts }: Occasion): string {
  const header = [
    [texts.quote.from, nameAndAddress(mail.from)],
    [texts.quote.sent, texts.longDate(mail.date)],
    [texts.quote.to, mail.to.map(nameAndAddress).join("; ")],
    ...(mail.cc.length > 0 ? [[texts.quote.cc, mail.cc.map(nameAndAddress).join("; ")]] : []),
    [texts.quote.subject, mail.subject],
  ] as const;
  const lines = header.map(
    ([label = "", value = ""]) => `<b>${escapeHtml(label)}</b> ${escapeHtml(value)}<br>`,
  );
  return (
    '<div><br></div><div id="appendonsend"></div><hr>' +
    `<div id="divRplyFwdMsg" dir="ltr">${lines.join("")}<div>&nbsp;</div></div>` +
    `<div>${mail.html}</div>`
  );
}

const nameAndAddress = ({ name, address, group }: Addressee): string =>
  name === "" || name === address ? address : group ? name : `${name} <${address}>`;
