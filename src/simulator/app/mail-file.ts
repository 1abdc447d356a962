import { encodeUtf8 } from "../../text/utf8";
import type { Addressee, StoredFile } from "../model";
import { binaryText } from "../seed/stored-file";

/** What goes into a mail file: a stored mail, or the message in a compose window. */
export interface MailContent {
  readonly from: Addressee;
  readonly to: readonly Addressee[];
  readonly cc: readonly Addressee[];
  readonly bcc: readonly Addressee[];
  readonly subject: string;
  readonly html: string;
  readonly files: readonly StoredFile[];
  /** Milliseconds since the epoch. */
  readonly date: number;
}

const CRLF = "\r\n";
const LINE_CHARS = 76;
/** Bytes of text that leave one encoded word within 75 characters (RFC 2047). */
const WORD_BYTES = 45;

/**
 * The mail as an .eml file (RFC 5322, MIME): 7-bit throughout unless an attached mail is not, with
 * Bcc, the body's bytes unchanged, pictures of the body beside it.
 */
export function mailFile(mail: MailContent): Uint8Array {
  const inline = mail.files.filter((file) => file.inline);
  const attached = mail.files.filter((file) => !file.inline);
  const body = multipart("related", [htmlPart(mail.html), ...inline.map(filePart)]);
  const whole = multipart("mixed", [body, ...attached.map(filePart)]);
  return binaryBytes(`${envelope(mail)}MIME-Version: 1.0${CRLF}${whole}`);
}

function envelope(mail: MailContent): string {
  const lists: readonly (readonly [string, readonly Addressee[]])[] = [
    ["From", [mail.from]],
    ["To", mail.to],
    ["Cc", mail.cc],
    ["Bcc", mail.bcc],
  ];
  return [
    ...lists.filter(([, list]) => list.length > 0).map(([name, list]) => addressLine(name, list)),
    `Subject: ${encodedText(mail.subject)}`,
    `Date: ${new Date(mail.date).toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: <${mail.date}.${mail.files.length}@${domainOf(mail.from.address)}>`,
    "",
  ].join(CRLF);
}

const addressLine = (name: string, list: readonly Addressee[]): string =>
  `${name}: ${list.map(mailbox).join(`,${CRLF} `)}`;

/** No line break may end a header early. */
const oneLine = (text: string): string => text.replace(/[\r\n]+/g, " ");

function mailbox({ name, address }: Addressee): string {
  const plain = oneLine(address).trim();
  return name === "" || name === address ? plain : `${encodedText(name)} <${plain}>`;
}

const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf("@") + 1).replace(/[^A-Za-z0-9.-]/g, "") || "localhost";

/** Words that are safe as they stand, else encoded words of whole characters. */
function encodedText(text: string): string {
  const line = oneLine(text);
  if (/^[A-Za-z0-9 ]{0,60}$/.test(line) && line.trim() === line) return line;
  const words: string[] = [];
  let word = "";
  for (const sign of line) {
    if (encodeUtf8(word + sign).length > WORD_BYTES) {
      words.push(word);
      word = "";
    }
    word += sign;
  }
  return [...words, word].map((each) => `=?UTF-8?B?${base64(each)}?=`).join(`${CRLF} `);
}

const base64 = (text: string): string => btoa(binaryText(encodeUtf8(text)));

const htmlPart = (html: string): string =>
  [
    "Content-Type: text/html; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    wrapped(base64(html)),
    "",
  ].join(CRLF);

function filePart(file: StoredFile): string {
  const placement = file.inline ? "inline" : "attachment";
  const identity = file.contentId && `Content-ID: <${oneLine(file.contentId)}>${CRLF}`;
  const disposition = `Content-Disposition: ${placement};${CRLF} ${nameParameter(file.name)}${CRLF}`;
  return identity + disposition + (file.isItem ? mailPart(file) : bytesPart(file));
}

const bytesPart = (file: StoredFile): string =>
  [
    `Content-Type: ${mediaType(file.name)};${CRLF} name="${encodedText(file.name)}"`,
    "Content-Transfer-Encoding: base64",
    "",
    wrapped(file.contentBase64),
    "",
  ].join(CRLF);

/** A mail in a mail may not be encoded as a whole (RFC 2046, 5.2.1). */
function mailPart(file: StoredFile): string {
  const content = atob(file.contentBase64);
  const isPlain = !/[\x80-\xff]/.test(content);
  return [
    "Content-Type: message/rfc822",
    `Content-Transfer-Encoding: ${isPlain ? "7bit" : "8bit"}`,
    "",
    content,
    "",
  ].join(CRLF);
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  pdf: "application/pdf",
  zip: "application/zip",
  csv: "text/csv",
  txt: "text/plain",
  png: "image/png",
  jpg: "image/jpeg",
};

export const mediaType = (name: string): string =>
  MEDIA_TYPES[name.slice(name.lastIndexOf(".") + 1).toLowerCase()] ?? "application/octet-stream";

const wrapped = (encoded: string): string =>
  (encoded.match(new RegExp(`.{1,${LINE_CHARS}}`, "g")) ?? []).join(CRLF);

/** A long name goes on over several lines (RFC 2231, 3 and 4). */
function nameParameter(name: string): string {
  const pieces = percentEncoded(name).match(/(?:%..|[^%]){1,66}/g) ?? [""];
  if (pieces.length === 1) return `filename*=UTF-8''${pieces[0]}`;
  return pieces
    .map((piece, index) => `filename*${index}*=${index === 0 ? "UTF-8''" : ""}${piece}`)
    .join(`;${CRLF} `);
}

/** RFC 8187; `encodeURIComponent` leaves five signs that the syntax reserves. */
const percentEncoded = (name: string): string =>
  encodeURIComponent(oneLine(name)).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** A single part stands without a wrapping. */
function multipart(kind: string, parts: readonly string[]): string {
  if (parts.length === 1) return parts.join("");
  const boundary = boundaryFor(parts);
  const pieces = parts.map((part) => `--${boundary}${CRLF}${part}`).join(CRLF);
  return `Content-Type: multipart/${kind};${CRLF} boundary="${boundary}"${CRLF}${CRLF}${pieces}${CRLF}--${boundary}--${CRLF}`;
}

/** "=_" never stands in base64; mails in mails may hold boundaries of ours. */
function boundaryFor(parts: readonly string[]): string {
  for (let number = 1; ; number++) {
    const boundary = `=_part_${number}`;
    if (!parts.some((part) => part.includes(boundary))) return boundary;
  }
}

function binaryBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
