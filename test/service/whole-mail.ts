import type { Answered, ApiClient } from "../../src/api/client";
import type { DraftMail, RequestDetail } from "../../src/api/requests";
import { cells, csv, customers, HEADER } from "../inspection/customers";

export interface Sending {
  readonly mail: DraftMail;
  readonly files: readonly Uint8Array<ArrayBuffer>[];
}

/** A mail to a partner with a list of `count` customers, the first of which is `first`. */
export function sending(more: Partial<DraftMail> = {}, count = 3, first = 0): Sending {
  const file = new Uint8Array(Buffer.from(csv([HEADER, ...customers(count, first).map(cells)])));
  const sender = { name: "佐藤", address: "sato@sekisho-motors.example" };
  const mail: DraftMail = {
    sender,
    from: sender,
    recipients: [{ field: "to", name: "山田", address: "yamada@partner.example", group: false }],
    subject: "お客様一覧",
    bodyHtml: "<p>一覧をお送りします。</p>",
    composeType: "new",
    attachments: [{ name: "一覧.csv", inline: false, contentId: "", bytes: file.length }],
    history: { state: "unknown" },
    item: "item-1",
    ...more,
  };
  return { mail, files: [file] };
}

export const asDetail = (answered: Answered<RequestDetail>): RequestDetail => {
  if (!answered.ok) throw new Error(`${answered.code} ${answered.path ?? ""}`);
  return answered.value;
};

export async function asked(client: ApiClient, { mail, files }: Sending): Promise<RequestDetail> {
  const draft = await client.call("beginDraft", { body: mail });
  if (!draft.ok) throw new Error(`${draft.code} ${draft.path ?? ""}`);
  const { id } = draft.value;
  for (const [index, bytes] of files.entries()) {
    const put = await client.call("putAttachment", { params: { id, index }, body: bytes });
    if (!put.ok) throw new Error(put.code);
  }
  const body = { reason: "quotation" as const, note: "", urgent: false };
  return asDetail(await client.call("ask", { params: { id }, body }));
}
