import type { DraftMail } from "../../api/requests";
import type { AnswerOf } from "../../api/routes";
import { RECIPIENT_FIELDS } from "../../core/recipient";

type Change = AnswerOf<"request">["changes"][number];

/** A mail and the keyed hash of each of its files. */
export interface Compared {
  readonly mail: DraftMail;
  readonly files: readonly string[];
}

/** What is different from the mail that was asked for before, field by field. */
export function mailChanges(before: Compared, after: Compared): Change[] {
  const changes = RECIPIENT_FIELDS.map((field) =>
    changeOf(field, recipients(before.mail, field), recipients(after.mail, field)),
  );
  changes.push(
    changeOf("from", [before.mail.from.address], [after.mail.from.address]),
    changeOf("subject", [before.mail.subject], [after.mail.subject]),
    changeOf("attachments", files(before), files(after), nameOfFile),
  );
  const isBodySame = before.mail.bodyHtml === after.mail.bodyHtml;
  return [
    ...changes.filter(({ added, removed }) => added.length + removed.length > 0),
    ...(isBodySame ? [] : [{ field: "body" as const, added: [], removed: [] }]),
  ];
}

function changeOf(
  field: Change["field"],
  before: readonly string[],
  after: readonly string[],
  shown: (value: string) => string = (value) => value,
): Change {
  const added = after.filter((each) => !before.includes(each)).map(shown);
  const removed = before.filter((each) => !after.includes(each)).map(shown);
  return { field, added, removed };
}

const recipients = (mail: DraftMail, field: string): string[] =>
  mail.recipients.filter((each) => each.field === field).map(({ address }) => address);

const files = ({ mail, files: hashes }: Compared): string[] =>
  mail.attachments.map(({ name }, index) => `${hashes[index] ?? ""} ${name}`);

const nameOfFile = (file: string): string => file.slice(file.indexOf(" ") + 1);
