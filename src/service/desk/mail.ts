import type { DraftMail } from "../../api/requests";
import type { DigestResult } from "../../core/judgement";
import type { Message } from "../../core/message";
import type { Report } from "../../core/report";
import type { Decision } from "../../core/verdict";
import type { AnswerOf } from "../../api/routes";
import { broken, type Reading } from "../storage/work";
import { contentKey, readContent, readJson } from "../storage/contents";
import type { StoredRequest } from "../storage/requests";
import { digestRefOf } from "./refs";

type Detail = AnswerOf<"request">;

/** Names the digest that the rest of the content belongs to; the row's keyed hash vouches for it. */
export interface Envelope {
  readonly digest: string;
  readonly item: string;
}

/** What the service found, as the manager is shown it. */
export interface Findings {
  readonly report: Omit<Report, "named">;
  readonly decision: Decision;
  readonly recipients: Detail["recipients"];
  readonly ticks: readonly string[];
  readonly changes: Detail["changes"];
  readonly note: string;
}

/** The content of one request, as long as it is not erased. */
export interface Content extends Envelope {
  readonly key: Uint8Array;
  readonly mail: DraftMail;
  readonly findings: Findings;
}

export const attachmentField = (index: number): string => `attachment/${index}`;

export async function contentOf(reading: Reading, request: StoredRequest): Promise<Content | null> {
  const key = await contentKey(reading, request.id);
  if (key === null) return null;
  const owner = request.id;
  const envelope = await readJson<Envelope>(reading, key, { owner, field: "envelope", digest: "" });
  if (envelope === null) return broken(reading, "contents", `${owner}/envelope`);
  const { digest, item } = envelope;
  if (digestRefOf(reading, digest) !== request.digestRef)
    return broken(reading, "contents", `${owner}/envelope`);
  const mail = await readJson<DraftMail>(reading, key, { owner, field: "mail", digest });
  const findings = await readJson<Findings>(reading, key, { owner, field: "findings", digest });
  if (mail === null || findings === null) return broken(reading, "contents", `${owner}/mail`);
  return { key, digest, item, mail, findings };
}

export async function attachmentBytes(
  reading: Reading,
  owner: string,
  { key, digest }: Pick<Content, "key" | "digest">,
  index: number,
): Promise<Uint8Array> {
  const field = attachmentField(index);
  const bytes = await readContent(reading, key, { owner, field, digest });
  return bytes ?? broken(reading, "contents", `${owner}/${field}`);
}

export const messageOf = (mail: DraftMail, bytes: readonly Uint8Array[]): Message => ({
  sender: mail.sender,
  from: mail.from,
  recipients: mail.recipients,
  cappedFields: [],
  subject: mail.subject,
  bodyHtml: mail.bodyHtml,
  attachments: mail.attachments.map(({ name, inline, contentId }, index) => ({
    id: "",
    name,
    inline,
    contentId,
    content: { state: "read", bytes: bytes[index] as Uint8Array },
  })),
  composeType: mail.composeType,
});

export const digestOf = (digest: DigestResult): string | null =>
  digest.state === "computed" ? digest.digest : null;
