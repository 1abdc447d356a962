import type { Attachment } from "../core/attachment";
import type { Limits } from "../core/limits";
import type { ComposeType, Message } from "../core/message";
import type { Clock } from "../core/ports";
import type { Mailbox } from "../core/recipient";
import { offers, type Call, type CallCode, type CallFailure, type Called } from "./call";
import { citesUnlisted, outlineWords, readOutline, type Outline } from "./outline";
import type { Platform } from "./platform";
import { readAttachments } from "./read-attachments";
import { mailboxOf, type Details } from "./read-recipients";
import { pause } from "./timers";

export interface Reading {
  readonly call: Call;
  readonly item: Office.MessageCompose;
  /** The signed-in person; null where the client does not say who it is. */
  readonly sender: Mailbox | null;
  readonly platform: Platform;
  readonly limits: Limits;
  readonly clock: Clock;
  /** Milliseconds in which a mail has to come to rest. */
  readonly settle?: number;
  /** Milliseconds that a forward without attachments is given to load them. */
  readonly forwardWait?: number;
}

export interface Unreadable {
  readonly ok: false;
  readonly code: "message/unreadable";
  readonly cause: CallCode | "outlook/changing" | "outlook/no-sender";
}

export type MessageRead = { readonly ok: true; readonly message: Message } | Unreadable;

const SETTLE = 8_000;
const FORWARD_WAIT = 1_000;
const BETWEEN_READS = 300;

const unreadable = (cause: Unreadable["cause"]): Unreadable => ({
  ok: false,
  code: "message/unreadable",
  cause,
});

/**
 * The mail being written, whole or not at all. Replies, forwards and bodies with images that are
 * not listed yet are read until two readings agree: a client shows them before it
 * has loaded them.
 */
export async function readMessage(reading: Reading): Promise<MessageRead> {
  const { call, item } = reading;
  const from = await readFrom(reading);
  if (!from.ok) return unreadable(from.code);
  const sender = reading.sender ?? from.value;
  if (sender.address === "") return unreadable("outlook/no-sender");
  const composeType = await readComposeType(call, item);
  const rested = await readRested(reading, composeType);
  if (!rested.ok) return unreadable(rested.code);
  const subject = await readSubject(call, item);
  if (!subject.ok) return unreadable(subject.code);
  const { outline, attachments } = rested;
  return {
    ok: true,
    message: {
      sender,
      from: from.value,
      recipients: outline.people.recipients,
      cappedFields: outline.people.cappedFields,
      subject: subject.value,
      bodyHtml: outline.bodyHtml,
      attachments,
      composeType,
    },
  };
}

/** Clients from before From could be read write from the signed-in person's own mailbox only. */
async function readFrom({ call, item, sender }: Reading): Promise<Called<Mailbox>> {
  const own = sender ?? { name: "", address: "" };
  if (!offers(item.from, "getAsync")) return { ok: true, value: own };
  const read = await call<Details>((done) => item.from.getAsync(done));
  if (!read.ok) return read;
  const from = mailboxOf(read.value);
  return { ok: true, value: from.address === "" ? own : from };
}

async function readSubject(call: Call, item: Office.MessageCompose): Promise<Called<string>> {
  const read = await call<string>(
    offers(item.subject, "getAsync") ? (done) => item.subject.getAsync(done) : null,
  );
  return read.ok ? { ok: true, value: String(read.value ?? "") } : read;
}

const COMPOSE_TYPES: Readonly<Record<string, ComposeType>> = {
  newMail: "new",
  reply: "reply",
  forward: "forward",
};

async function readComposeType(call: Call, item: Office.MessageCompose): Promise<ComposeType> {
  const read = await call<{ composeType?: unknown } | null>(
    offers(item, "getComposeTypeAsync") ? (done) => item.getComposeTypeAsync(done) : null,
  );
  const type = read.ok ? String(read.value?.composeType) : "";
  return COMPOSE_TYPES[type] ?? "unknown";
}

interface Rested {
  readonly ok: true;
  readonly outline: Outline;
  readonly attachments: readonly Attachment[];
}

type Restless = { readonly ok: false; readonly code: "outlook/changing" };

async function readRested(
  reading: Reading,
  composeType: ComposeType,
): Promise<Rested | Restless | CallFailure> {
  const { call, item, platform, limits, clock } = reading;
  const deadline = clock() + (reading.settle ?? SETTLE);
  let outline = await readOutline(call, item, platform);
  if (!outline.ok) return outline;
  const mayBeLoading = composeType !== "new" || citesUnlisted(outline);
  for (;;) {
    const attachments = await readAttachments(call, item, outline.listed, limits);
    if (!mayBeLoading) return { ok: true, outline, attachments };
    if (composeType === "forward" && outline.listed.length === 0)
      await pause(reading.forwardWait ?? FORWARD_WAIT);
    const again = await readOutline(call, item, platform);
    if (!again.ok) return again;
    const isSame = outlineWords(outline) === outlineWords(again);
    const isOver = clock() >= deadline;
    if (isSame && (isOver || !attachments.some(isUnreadable)))
      return { ok: true, outline, attachments };
    if (isOver) return { ok: false, code: "outlook/changing" };
    outline = again;
    await pause(BETWEEN_READS);
  }
}

const isUnreadable = ({ content }: Attachment): boolean =>
  content.state === "refused" && content.code === "attachment/unreadable";
