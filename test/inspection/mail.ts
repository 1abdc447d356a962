import { BATCH_LIMITS } from "../../src/core/limits";
import { drive } from "../../src/core/drive";
import type { Message } from "../../src/core/message";
import type { Recipient } from "../../src/core/recipient";
import type { Report } from "../../src/core/report";
import { inspect } from "../../src/inspection/inspect";
import { inspectFile, type FileReport } from "../../src/inspection/inspect-file";

export const OPTIONS = {
  insideDomains: ["sekisho-motors.example"],
  limits: BATCH_LIMITS,
  clock: () => 0,
};

export const to = (address: string, name = ""): Recipient => ({
  name,
  address,
  field: "to",
  group: false,
});

export const file = (name: string, text: string): Message["attachments"][number] => ({
  id: name,
  name,
  inline: false,
  contentId: "",
  content: { state: "read", bytes: Buffer.from(text) },
});

const escaped = (line: string): string =>
  line.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** Lines of text as the body of a mail. */
export const body = (...lines: string[]): string =>
  lines.map((line) => `<div>${escaped(line)}</div>`).join("\n");

export function mail(parts: Partial<Message> = {}): Message {
  const sender = { name: "佐藤 花子", address: "sato@sekisho-motors.example" };
  return {
    sender,
    from: sender,
    recipients: [to("yamada@customer.example", "山田 太郎")],
    cappedFields: [],
    subject: "ご連絡",
    bodyHtml: "",
    attachments: [],
    composeType: "new",
    ...parts,
  };
}

export const look = (parts: Partial<Message>): Report => drive(inspect(mail(parts), OPTIONS));

export const lookInto = (name: string, text: string | Uint8Array): FileReport =>
  drive(inspectFile(name, typeof text === "string" ? Buffer.from(text) : text, OPTIONS));
