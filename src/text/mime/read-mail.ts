import { BATCH_LIMITS } from "../../core/limits";
import type { RefusalCode } from "../../core/refusal";
import { escapeHtml } from "../escape-html";
import { type MailAttachment, readBodies } from "./bodies";
import { decodeWords } from "./encoded-words";
import { fieldValue, type MimeLimits, MimeRefused, readEntity } from "./entity";
import type { HeaderField } from "./header-fields";
import { type MailAddress, readMailboxes } from "./mailboxes";

export type { MailAttachment } from "./bodies";
export type { MailAddress } from "./mailboxes";

/** A mail as its file holds it. No value of a header holds a line break. */
export interface Mail {
  readonly fields: readonly HeaderField[];
  readonly from: MailAddress | null;
  readonly sender: MailAddress | null;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly bcc: readonly MailAddress[];
  readonly subject: string;
  /** All texts of the mail as one page, where one of them is HTML. */
  readonly html: string | null;
  /** All texts that the mail holds as plain text. */
  readonly text: string | null;
  readonly attachments: readonly MailAttachment[];
}

export type MailResult =
  | { readonly state: "read"; readonly mail: Mail }
  | { readonly state: "refused"; readonly code: RefusalCode };

/** Reads a mail file (RFC 5322 and MIME); null where it is none, is damaged or goes too deep. */
export function readMail(bytes: Uint8Array): Mail | null {
  if (!looksLikeMail(bytes)) return null;
  const result = parseMail(bytes);
  return result.state === "read" ? result.mail : null;
}

/** Reads a mail whole or not at all: what was not read must not pass for nothing. */
export function parseMail(bytes: Uint8Array, limits: MimeLimits = BATCH_LIMITS): MailResult {
  try {
    return { state: "read", mail: mailOf(bytes, limits) };
  } catch (error) {
    if (!(error instanceof MimeRefused)) throw error;
    return { state: "refused", code: error.code };
  }
}

const FIELDS = /^(?:[!-9;-~]+[ \t]*:[^\n]*\n|[ \t][^\n]*\n|From [^\n]*\n)+/;
const TELLING = /^(?:received|return-path|from|message-id|mime-version|x-sender|delivered-to):/im;
const HEAD = 8192;
const LAST_ASCII = 0x7f;

/** A mail begins with header fields, among them one that only mails have. */
export function looksLikeMail(bytes: Uint8Array): boolean {
  if ((bytes[0] ?? LAST_ASCII) >= LAST_ASCII) return false;
  const head = bytes.subarray(0, HEAD);
  const text = String.fromCharCode.apply(null, head as unknown as number[]);
  const fields = FIELDS.exec(text.replace(/\r\n?/g, "\n"));
  return fields !== null && fields[0].split("\n").length > 2 && TELLING.test(fields[0]);
}

function mailOf(bytes: Uint8Array, limits: MimeLimits): Mail {
  const root = readEntity(bytes, limits);
  const { pieces, attachments } = readBodies(root);
  const hasHtml = pieces.some(({ html }) => html !== null);
  const hasText = pieces.some(({ text }) => text !== null);
  const list = (name: string): readonly MailAddress[] => addresses(root.fields, name);
  return {
    fields: root.fields,
    from: list("from")[0] ?? null,
    sender: list("sender")[0] ?? null,
    to: list("to"),
    cc: list("cc"),
    bcc: list("bcc"),
    subject: known(decodeWords(fieldValue(root.fields, "subject"))),
    html: hasHtml
      ? pieces.map(({ html, text }) => html ?? textAsHtml(text ?? "")).join("\n")
      : null,
    text: hasText ? pieces.map(({ text }) => text ?? "").join("\n") : null,
    attachments,
  };
}

function known<T>(value: T | null): T {
  if (value === null) throw new MimeRefused("extract/damaged");
  return value;
}

/** Fields should stand once; where they do not, every one of them counts. */
function addresses(fields: readonly HeaderField[], name: string): readonly MailAddress[] {
  return fields
    .filter((each) => each.name === name)
    .reduce<MailAddress[]>((all, { value }) => all.concat(known(readMailboxes(value))), []);
}

/** A plain text as HTML that shows the same. */
export const textAsHtml = (text: string): string => `<pre>${escapeHtml(text)}</pre>`;
