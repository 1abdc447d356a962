import { offers, type Call, type CallFailure, type Called } from "./call";
import { listAttachments, type Listed } from "./read-attachments";
import { readRecipients, type ReadRecipients } from "./read-recipients";
import type { Platform } from "./platform";

/** What a client may still be loading when a reply or a forward opens. */
export interface Outline {
  readonly ok: true;
  readonly people: ReadRecipients;
  readonly bodyHtml: string;
  readonly listed: readonly Listed[];
}

export async function readOutline(
  call: Call,
  item: Office.MessageCompose,
  platform: Platform,
): Promise<Outline | CallFailure> {
  const people = await readRecipients(call, item, platform);
  if (!people.ok) return people;
  const body = await readBody(call, item);
  if (!body.ok) return body;
  const listed = await listAttachments(call, item);
  if (!listed.ok) return listed;
  if (!Array.isArray(listed.value)) return { ok: false, code: "outlook/failed" };
  return { ok: true, people, bodyHtml: body.value, listed: listed.value };
}

const entry = (each: Listed) => [each.id, each.name, each.size, each.attachmentType, each.isInline];

/** Two outlines of one mail that nobody and nothing changed in between have the same words. */
export const outlineWords = (outline: Outline): string =>
  JSON.stringify([
    outline.people.recipients,
    outline.people.cappedFields,
    outline.bodyHtml,
    outline.listed.map(entry),
  ]);

/** Whether the body shows an image by `cid:` that the client does not list (yet). */
export function citesUnlisted({ bodyHtml, listed }: Outline): boolean {
  const known = new Set<string>();
  for (const each of listed) known.add(cid(each.contentId)).add(cid(each.name));
  const cited = bodyHtml.match(/\bcid:[^"'\s)>]{1,500}/gi) ?? [];
  return cited.some((each) => !known.has(cid(each.slice(4))));
}

const cid = (text: unknown): string =>
  typeof text === "string" ? text.replace(/^<|>$/g, "").toLowerCase() : "";

async function readBody(call: Call, item: Office.MessageCompose): Promise<Called<string>> {
  const html = await readBodyAs(call, item, "html");
  if (html.ok || html.code !== "outlook/failed" || !(await isPlainText(call, item))) return html;
  const text = await readBodyAs(call, item, "text");
  return text.ok ? { ok: true, value: `<pre>${escapeHtml(text.value)}</pre>` } : text;
}

async function readBodyAs(
  call: Call,
  item: Office.MessageCompose,
  type: "html" | "text",
): Promise<Called<string>> {
  const read = await call<string>(
    offers(item.body, "getAsync") ? (done) => item.body.getAsync(type, done) : null,
  );
  if (read.ok && typeof read.value !== "string") return { ok: false, code: "outlook/failed" };
  return read;
}

async function isPlainText(call: Call, item: Office.MessageCompose): Promise<boolean> {
  const type = await call<Office.CoercionType>(
    offers(item.body, "getTypeAsync") ? (done) => item.body.getTypeAsync(done) : null,
  );
  return type.ok && String(type.value) === "text";
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
