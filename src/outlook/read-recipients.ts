import {
  RECIPIENT_FIELDS,
  type Mailbox,
  type Recipient,
  type RecipientField,
} from "../core/recipient";
import { offers, type Call, type CallFailure } from "./call";
import type { Platform } from "./platform";

/**
 * Lengths at which a client cuts its answer off without saying so. Classic Outlook on Windows stops
 * at 500 or 1,000 by version; an unknown client may be any of them.
 */
const CUT_OFF: Readonly<Record<Platform, readonly number[]>> = {
  windows: [500, 1000],
  web: [1000],
  mac: [],
  mobile: [100],
  unknown: [100, 500, 1000],
};

export function isCapped(length: number, platform: Platform): boolean {
  const lengths = CUT_OFF[platform];
  return lengths.includes(length) || (lengths.length > 0 && length > Math.max(...lengths));
}

export type Details = Office.EmailAddressDetails;

export const mailboxOf = (details: Details | null | undefined): Mailbox => ({
  name: String(details?.displayName ?? ""),
  address: String(details?.emailAddress ?? ""),
});

/** A list, or something without an address that is no plain person: it may stand for several. */
export function isGroup(details: Details): boolean {
  const type = String(details.recipientType ?? "");
  const isPerson = type === "user" || type === "externalUser";
  return type === "distributionList" || (!details.emailAddress && !isPerson);
}

export interface ReadRecipients {
  readonly ok: true;
  readonly recipients: readonly Recipient[];
  readonly cappedFields: readonly RecipientField[];
}

export const readField = (call: Call, item: Office.MessageCompose, field: RecipientField) =>
  call<Details[]>(offers(item[field], "getAsync") ? (done) => item[field].getAsync(done) : null);

/** To, Cc and Bcc as the client gives them; one field that is not answered makes all unread. */
export async function readRecipients(
  call: Call,
  item: Office.MessageCompose,
  platform: Platform,
): Promise<ReadRecipients | CallFailure> {
  const recipients: Recipient[] = [];
  const cappedFields: RecipientField[] = [];
  for (const field of RECIPIENT_FIELDS) {
    const read = await readField(call, item, field);
    if (!read.ok) return read;
    if (!Array.isArray(read.value)) return { ok: false, code: "outlook/failed" };
    if (isCapped(read.value.length, platform)) cappedFields.push(field);
    for (const each of read.value)
      recipients.push({ ...mailboxOf(each), field, group: isGroup(each) });
  }
  return { ok: true, recipients, cappedFields };
}
