import { SEND_LIMITS } from "../../core/limits";
import type { Mail, MailAddress, MailAttachment } from "../../text/mime/read-mail";
import { Budget } from "../budget";
import { codePageText } from "../compound/code-page";
import { readCompoundFile } from "../compound/compound-file";
import { isCompoundFile } from "../compound/is-compound-file";
import { isMail } from "../compound/kinds";
import type { Storage } from "../compound/storage";
import { Refused } from "../refused";
import { unpackRtf } from "./compressed-rtf";
import { ATTACHMENT, CODE_PAGE_OF_PAGE, HEAD_OF_MAIL, HEAD_OF_PART, LINKS, METHOD, RECIPIENT } from "./layout"; // prettier-ignore
import { Properties } from "./properties";

const RECIPIENT_TYPE = 0x0c15;
const CC = 2;
const BCC = 3;
/** A distribution list, whose members nobody here knows. */
const OBJECT_TYPE = 0x0ffe;
const LIST = 8;

/** A mail that Outlook saved, as if it had come as a mail file; null where it is none, or damaged. */
export function readSavedMail(bytes: Uint8Array): Mail | null {
  if (!isCompoundFile(bytes)) return null;
  try {
    const budget = new Budget(SEND_LIMITS, () => 0);
    budget.file(bytes.length);
    const storage = readCompoundFile(bytes, budget);
    return isMail(storage) ? mailOf(storage, budget) : null;
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

function mailOf(storage: Storage, budget: Budget): Mail {
  const own = new Properties(storage, HEAD_OF_MAIL, budget);
  const people = recipients(storage, own, budget);
  const to = (type: number): MailAddress[] =>
    people.filter((each) => each.type === type).map(({ address }) => address);
  const known = people.filter(({ type }) => type !== CC && type !== BCC);
  const page = own.bytes("1013");
  const html = page
    ? codePageText(page, own.number(CODE_PAGE_OF_PAGE) || own.codePage)
    : own.text("1013");
  const text = own.text("1000");
  return {
    fields: [],
    from: address(own.text("0042"), own.text("5D02") || own.text("0065")),
    sender: address(own.text("0C1A"), own.text("5D01") || own.text("0C1F")),
    to: known.map(({ address: each }) => each),
    cc: to(CC),
    bcc: to(BCC),
    subject: own.text("0037"),
    html: html === "" ? null : html,
    text: text === "" ? null : text,
    attachments: [...richBody(own, html + text, budget), ...attachments(storage, own, budget)],
  };
}

const address = (name: string, mailbox: string): MailAddress | null =>
  name === "" && mailbox === "" ? null : { name, address: mailbox, group: false };

function recipients(storage: Storage, own: Properties, budget: Budget) {
  return storage.storages
    .filter(({ name }) => RECIPIENT.test(name))
    .map((part) => {
      budget.entry();
      const person = new Properties(part, HEAD_OF_PART, budget, own.codePage);
      const mailbox = person.text("39FE") || person.text("3003");
      const group = person.number(OBJECT_TYPE) === LIST;
      const shown: MailAddress = { name: person.text("3001"), address: mailbox, group };
      return { type: person.number(RECIPIENT_TYPE), address: shown };
    });
}

/** A body that is rich text alone is inspected like a file. */
function richBody(own: Properties, other: string, budget: Budget): MailAttachment[] {
  const packed = own.bytes("1009");
  if (other !== "" || !packed || packed.length === 0) return [];
  const content = { state: "read", bytes: unpackRtf(packed, budget) } as const;
  return [{ name: "body.rtf", contentId: "", inline: false, content }];
}

function attachments(storage: Storage, own: Properties, budget: Budget): MailAttachment[] {
  return storage.storages
    .filter(({ name }) => ATTACHMENT.test(name))
    .map((part): MailAttachment => {
      budget.entry();
      const file = new Properties(part, HEAD_OF_PART, budget, own.codePage);
      const name = file.text("3707") || file.text("3704") || file.text("3001");
      const contentId = file.text("3712");
      const bytes = file.bytes("3701");
      const isLink = LINKS.has(file.number(METHOD));
      const content: MailAttachment["content"] = bytes
        ? { state: "read", bytes }
        : { state: "refused", code: isLink ? "attachment/cloud" : "attachment/item" };
      return { name, contentId, inline: contentId !== "", content };
    });
}
