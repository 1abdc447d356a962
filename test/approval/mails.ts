import { createHash } from "node:crypto";
import type { Attachment } from "../../src/core/attachment";
import type { Message } from "../../src/core/message";
import type { Recipient, RecipientField } from "../../src/core/recipient";

export const recipient = (
  address: string,
  field: RecipientField = "to",
  over: Partial<Recipient> = {},
): Recipient => ({ name: "", address, field, group: false, ...over });

export const file = (name: string, text: string, over: Partial<Attachment> = {}): Attachment => ({
  id: "",
  name,
  inline: false,
  contentId: "",
  content: { state: "read", bytes: new TextEncoder().encode(text) },
  ...over,
});

/** A clean mail from inside to one inside colleague; each test changes what it is about. */
export const mail = (over: Partial<Message> = {}): Message => ({
  sender: { name: "山田 太郎", address: "yamada@example.co.jp" },
  from: { name: "山田 太郎", address: "yamada@example.co.jp" },
  recipients: [recipient("suzuki@example.co.jp")],
  cappedFields: [],
  subject: "打ち合わせ",
  bodyHtml: "<p>明日10時でお願いします。</p>",
  attachments: [],
  composeType: "new",
  ...over,
});

/** Hex SHA-256 of each attachment by Node, empty where there are no bytes. */
export const digestsOf = (message: Message): string[] =>
  message.attachments.map(({ content }) =>
    content.state === "read" ? createHash("sha256").update(content.bytes).digest("hex") : "",
  );
