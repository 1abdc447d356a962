import type { Attachment } from "../../core/attachment";
import type { Message } from "../../core/message";
import { type Mailbox, type Recipient, RECIPIENT_FIELDS } from "../../core/recipient";
import type { Mail, MailAddress, MailAttachment } from "./read-mail";
import { textAsHtml } from "./read-mail";

/** A mail file as the message that it was, or would be, before it was sent. */
export function messageFromMail(mail: Mail): Message {
  const from = mailbox(mail.from ?? mail.sender);
  const bodyHtml = mail.html ?? textAsHtml(mail.text ?? "");
  return {
    sender: mail.sender ? mailbox(mail.sender) : from,
    from,
    recipients: RECIPIENT_FIELDS.reduce<Recipient[]>(
      (all, field) => all.concat(mail[field].map((each) => ({ ...each, field }))),
      [],
    ),
    cappedFields: [],
    subject: mail.subject,
    bodyHtml,
    attachments: mail.attachments.map((each) => attachment(each, bodyHtml)),
    composeType: "unknown",
  };
}

const mailbox = (address: MailAddress | null): Mailbox => ({
  name: address ? address.name : "",
  address: address ? address.address : "",
});

/** Only what the body shows is a part of the body. */
function attachment(
  { name, contentId, inline, content }: MailAttachment,
  html: string,
): Attachment {
  const isShown = inline && html.indexOf(`cid:${contentId}`) >= 0;
  return { id: "", name, inline: isShown, contentId, content };
}
