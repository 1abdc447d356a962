import type { Attachment } from "../core/attachment";
import type { Message } from "../core/message";
import { RECIPIENT_FIELDS, type Mailbox, type Recipient } from "../core/recipient";
import type { RefusalCode } from "../core/refusal";
import { normalAddress } from "../text/address";
import { nfc } from "../text/nfc";
import { ByteWriter, compareBytes } from "./byte-writer";
import { canonicalText, hasLoneSurrogate } from "./canonical-text";
import { shownInBody } from "./content-ids";
import { bytesOfHex } from "./hex";
import { projectBody, type Projection } from "./projection";

export const DOMAIN_TAG = "sekisho/v1";

/** In the order in which they are hashed. */
export const CANONICAL_FIELDS = [
  "tenant",
  "sender",
  "from",
  "to",
  "cc",
  "bcc",
  "subject",
  "body",
  "attachments",
] as const;
export type CanonicalField = (typeof CANONICAL_FIELDS)[number];

export type CanonicalForm =
  | { readonly state: "formed"; readonly fields: Readonly<Record<CanonicalField, Uint8Array>> }
  | { readonly state: "refused"; readonly code: RefusalCode };

const ADDRESS = 0x61;
const GROUP = 0x67;
const RAW = 0x72;
const FILE = 0x66;
const IMAGE = 0x69;

/**
 * The bytes that a sign-off stands for, field by field (docs/canonical-form.md, version 1).
 * `digests` are the hex SHA-256 of the attachments, empty where their bytes could not be read.
 */
export function canonicalForm(
  message: Message,
  tenant: string,
  digests: readonly string[],
): CanonicalForm {
  const code = refusalOf(message, digests);
  if (code !== null) return { state: "refused", code };
  const body = project(message, digests);
  if (body.state === "refused") return body;
  const [to, cc, bcc] = RECIPIENT_FIELDS.map((field) => recipientsIn(message, field)) as Three;
  return {
    state: "formed",
    fields: {
      tenant: new ByteWriter().text(canonicalText(tenant)).take(),
      sender: mailboxBytes(message.sender),
      from: mailboxBytes(message.from),
      to,
      cc,
      bcc,
      subject: new ByteWriter().text(canonicalText(message.subject)).take(),
      body: body.bytes,
      attachments: attachmentsBytes(message, digests),
    },
  };
}

type Three = [Uint8Array, Uint8Array, Uint8Array];

/** What was not read cannot be what a manager saw. */
function refusalOf(message: Message, digests: readonly string[]): RefusalCode | null {
  if (message.cappedFields.length > 0) return "recipient/capped";
  for (let i = 0; i < message.attachments.length; i++) {
    const { content } = message.attachments[i] as Attachment;
    if (content.state === "refused") return content.code;
    if (!digests[i]) return "attachment/unreadable";
  }
  return textsOf(message).some(hasLoneSurrogate) ? "extract/damaged" : null;
}

const textsOf = (message: Message): string[] => [
  message.subject,
  ...message.attachments.map((each) => each.name),
  ...[message.sender, message.from, ...message.recipients].map((each) => each.name + each.address),
];

function project(message: Message, digests: readonly string[]): Projection {
  const byContentId = new Map<string, Uint8Array[]>();
  message.attachments.forEach(({ contentId }, index) => {
    if (contentId === "") return;
    const images = byContentId.get(contentId) || [];
    images.push(bytesOfHex(digests[index] as string));
    byContentId.set(contentId, images);
  });
  byContentId.forEach((images) => images.sort(compareBytes));
  return projectBody(message.bodyHtml, (contentId) => byContentId.get(contentId) || []);
}

/** A plain address, or, where nobody can say where mail for it goes, all that is known, marked. */
function mailboxBytes(mailbox: Mailbox): Uint8Array {
  const address = normalAddress(mailbox.address);
  if (address === null) return rawBytes(RAW, mailbox);
  return new ByteWriter().byte(ADDRESS).text(nfc(address)).take();
}

const rawBytes = (mark: number, { address, name }: Mailbox): Uint8Array =>
  new ByteWriter().byte(mark).text(canonicalText(address)).text(canonicalText(name)).take();

const recipientBytes = (recipient: Recipient): Uint8Array =>
  recipient.group ? rawBytes(GROUP, recipient) : mailboxBytes(recipient);

const recipientsIn = (message: Message, field: Recipient["field"]): Uint8Array =>
  multiset(message.recipients.filter((each) => each.field === field).map(recipientBytes));

function attachmentsBytes(message: Message, digests: readonly string[]): Uint8Array {
  const shown = shownInBody(message);
  return multiset(
    message.attachments.map((attachment, index) => {
      const digest = bytesOfHex(digests[index] as string);
      if (shown.has(index)) return new ByteWriter().byte(IMAGE).raw(digest).take();
      return fileBytes(attachment, digest);
    }),
  );
}

function fileBytes({ name, content }: Attachment, digest: Uint8Array): Uint8Array {
  const length = content.state === "read" ? content.bytes.length : 0;
  return new ByteWriter().byte(FILE).text(canonicalText(name)).number(length).raw(digest).take();
}

/** A list whose order means nothing: its number, then its members in the order of their bytes. */
function multiset(members: readonly Uint8Array[]): Uint8Array {
  const writer = new ByteWriter().number(members.length);
  for (const member of members.slice().sort(compareBytes)) writer.field(member);
  return writer.take();
}
