import { noticesTexts, type NoticeWord } from "../../locales/notices";
import { checkMail, type NoticeMail } from "./mail";

/** What a notice says: counts, and a colleague's name from the directory. Nothing of the mail. */
export interface NoticeFacts {
  readonly id: string;
  readonly request: string;
  readonly word: NoticeWord;
  readonly to: readonly string[];
  /** As the directory has it. */
  readonly sender: string;
  readonly others: number;
  readonly outside: number;
  readonly files: number;
}

export const REQUEST_HEADER = "x-sekisho-request";
const ID = /^[A-Za-z0-9_-]{22}$/;
const LONGEST_NAME = 60;

/** Japanese first, then English; subject, link and words are fixed. `origin` is the service's. */
export function composeNotice(facts: NoticeFacts, origin: string): NoticeMail {
  if (!ID.test(facts.request) || !ID.test(facts.id)) throw new TypeError("not an id");
  const told = { ...facts, sender: nameOnly(facts.sender) };
  const link = `${origin}/review#${facts.request}`;
  const { ja, en } = noticesTexts;
  return checkMail({
    to: facts.to,
    subject: `${ja.subjects[facts.word]} / ${en.subjects[facts.word]} [${facts.request}]`,
    text: [
      ja.text(facts.word, told),
      link,
      "",
      en.text(facts.word, told),
      link,
      "",
      ja.footer,
      en.footer,
      "",
    ].join("\n"),
    headers: { [REQUEST_HEADER]: facts.request, "auto-submitted": "auto-generated" },
    messageId: `<${facts.id}@${new URL(origin).hostname}>`,
  });
}

/** A name on one line: no signs that turn text round, nothing that a mail program makes a link of. */
const nameOnly = (name: string): string =>
  [...name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}:/@]|www\./giu, " ").trim()]
    .slice(0, LONGEST_NAME)
    .join("");
