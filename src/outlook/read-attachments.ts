import type { Attachment, AttachmentContent } from "../core/attachment";
import type { Limits } from "../core/limits";
import type { RefusalCode } from "../core/refusal";
import { decodeBase64 } from "../text/base64";
import { encodeUtf8 } from "../text/utf8";
import { offers, type Call } from "./call";

export type Listed = Office.AttachmentDetailsCompose;

/** 25 MB in base64 take their time through the client's bridge. */
const CONTENT_MILLISECONDS = 20_000;

const refused = (code: RefusalCode): AttachmentContent => ({ state: "refused", code });

export const listAttachments = (call: Call, item: Office.MessageCompose) =>
  call<Listed[]>(
    offers(item, "getAttachmentsAsync") ? (done) => item.getAttachmentsAsync(done) : null,
  );

/** Decodes what is listed, one after the other; what cannot be had says why in its content. */
export async function readAttachments(
  call: Call,
  item: Office.MessageCompose,
  listed: readonly Listed[],
  limits: Limits,
): Promise<readonly Attachment[]> {
  const attachments: Attachment[] = [];
  let total = 0;
  for (const each of listed) {
    const size = Number(each.size) || 0;
    const fits = size <= limits.fileBytes && total + size <= limits.mailBytes;
    const content = fits ? await readContent(call, item, each) : refused("extract/too-large");
    total += content.state === "read" ? content.bytes.length : 0;
    attachments.push(attachmentOf(each, content));
  }
  return attachments;
}

const attachmentOf = (listed: Listed, content: AttachmentContent): Attachment => ({
  id: String(listed.id ?? ""),
  name: String(listed.name ?? ""),
  inline: listed.isInline === true,
  contentId: String(listed.contentId ?? "").replace(/^<|>$/g, ""),
  content,
});

async function readContent(
  call: Call,
  item: Office.MessageCompose,
  listed: Listed,
): Promise<AttachmentContent> {
  const type = String(listed.attachmentType);
  if (type === "cloud") return refused("attachment/cloud");
  const first = loaded(listed, await readOnce(call, item, listed.id));
  if (type !== "item" || first.state === "refused") return first;
  // Some clients write an attached mail anew at every read; such bytes cannot be signed off.
  const second = await readOnce(call, item, listed.id);
  return second.state === "read" && sameBytes(first.bytes, second.bytes)
    ? first
    : refused("attachment/item");
}

async function readOnce(
  call: Call,
  item: Office.MessageCompose,
  id: string,
): Promise<AttachmentContent> {
  const read = await call<Office.AttachmentContent>(
    offers(item, "getAttachmentContentAsync")
      ? (done) => item.getAttachmentContentAsync(id, done)
      : null,
    CONTENT_MILLISECONDS,
  );
  return read.ok ? decode(read.value) : refused("attachment/unreadable");
}

/** An empty answer for a file not known to be empty is one that the client is still loading. */
const loaded = (listed: Listed, content: AttachmentContent): AttachmentContent =>
  content.state === "read" && content.bytes.length === 0 && listed.size !== 0
    ? refused("attachment/unreadable")
    : content;

function decode(value: Office.AttachmentContent | null | undefined): AttachmentContent {
  const format = String(value?.format);
  const content = value?.content;
  if (format === "url") return refused("attachment/cloud");
  if (typeof content !== "string") return refused("attachment/unreadable");
  const isText = format === "eml" || format === "iCalendar";
  const bytes = isText ? encodeUtf8(content) : format === "base64" ? decodeBase64(content) : null;
  return bytes === null ? refused("attachment/unreadable") : { state: "read", bytes };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
