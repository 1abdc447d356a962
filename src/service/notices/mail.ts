/** A notice as it goes out; plain text, and nothing in it that a sender of mails could write. */
export interface NoticeMail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The same for each try, so that a mailbox shows a repeated one once. */
  readonly messageId: string;
}

/** Hands a mail over; what it throws is a failed try. */
export interface NoticeSender {
  send(mail: NoticeMail): Promise<void>;
  close(): void;
}

/** A value that would begin another header, or end the text. */
export class UnsafeMail extends Error {
  override readonly name = "UnsafeMail";
}

const LONGEST_LINE = 998; // RFC 5322, 2.1.1
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/;
const ADDRESS = /^[^\s@<>()[\]",;:\\]+@[^\s@<>()[\]",;:\\]+$/;
const HEADER = /^[A-Za-z][A-Za-z0-9-]*$/;

/** Throws `UnsafeMail` where a header's value could be more than a value. */
export function checkMail({ to, subject, headers, messageId, text }: NoticeMail): NoticeMail {
  const values = [subject, messageId, ...Object.values(headers)];
  const isSafe =
    to.length > 0 &&
    to.every((address) => ADDRESS.test(address) && !CONTROLS.test(address)) &&
    Object.keys(headers).every((name) => HEADER.test(name)) &&
    values.every((value) => !CONTROLS.test(value) && value.length <= LONGEST_LINE) &&
    !text.includes("\0") &&
    !text.includes("\r");
  if (!isSafe) throw new UnsafeMail();
  return { to, subject, headers, messageId, text };
}
