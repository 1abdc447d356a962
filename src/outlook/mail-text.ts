import { escapeHtml } from "../text/escape-html";
import { offers, type Call, type CallFailure, type Called } from "./call";

/** Subject and body of the mail being written, in the form in which the client keeps the body. */
export interface MailText {
  readonly subject: string;
  readonly body: string;
  readonly type: "html" | "text";
}

type Item = Office.MessageCompose;
export type MailTextRead = ({ readonly ok: true } & MailText) | CallFailure;

export async function readMailText(call: Call, item: Item): Promise<MailTextRead> {
  const subject = await call<string>(
    offers(item.subject, "getAsync") ? (done) => item.subject.getAsync(done) : null,
  );
  if (!subject.ok) return subject;
  const given = await call<Office.CoercionType>(
    offers(item.body, "getTypeAsync") ? (done) => item.body.getTypeAsync(done) : null,
  );
  if (!given.ok) return given;
  const type = String(given.value) === "text" ? "text" : "html";
  const body = await call<string>(
    offers(item.body, "getAsync") ? (done) => item.body.getAsync(type, done) : null,
  );
  if (!body.ok) return body;
  if (typeof body.value !== "string") return { ok: false, code: "outlook/failed" };
  return { ok: true, subject: String(subject.value ?? ""), body: body.value, type };
}

/** The body as HTML, whatever the client keeps. */
export const htmlOf = ({ body, type }: MailText): string =>
  type === "html" ? body : `<pre>${escapeHtml(body)}</pre>`;

/** Lines of words as a body of the type. */
export const bodyOf = (lines: readonly string[], type: MailText["type"]): string =>
  type === "text"
    ? lines.join("\n")
    : lines.map((line) => `<div>${escapeHtml(line)}</div>`).join("");

export async function writeMailText(
  call: Call,
  item: Item,
  { subject, body, type }: MailText,
): Promise<Called<void>> {
  const options = { coercionType: type as Office.CoercionType };
  const written = await call<void>(
    offers(item.body, "setAsync") ? (done) => item.body.setAsync(body, options, done) : null,
  );
  if (!written.ok) return written;
  return call<void>(
    offers(item.subject, "setAsync") ? (done) => item.subject.setAsync(subject, done) : null,
  );
}
