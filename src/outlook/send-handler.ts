import { SEND_LIMITS } from "../core/limits";
import { drive } from "../core/drive";
import { judge } from "../judgement/judge";
import type { AlertMishap } from "../locales/alert";
import { isAcknowledged, readAcknowledgement } from "./acknowledgement";
import { answerTo, answerToMishap, type Occasion, type SendOptions } from "./answer";
import { caseOf } from "./case-of";
import { completeOnce, type EventRuntime, type LaunchEvent } from "./completion";
import { nonce } from "./nonce";
import { composeItem, displayLanguage, platform, signedIn, supportsMailbox } from "./platform";
import { readMessage, type Unreadable } from "./read-message";
import { readHistory } from "./stored";

/** Press of Send: reads the mail, judges it, and answers Outlook exactly once. Changes nothing. */
export function sendHandler(runtime: EventRuntime): (event: LaunchEvent) => Promise<void> {
  return (event) =>
    completeOnce(
      event,
      runtime.watchdog,
      () => decideSend(runtime),
      (mishap) => answerToMishap(mishap, occasionOf(runtime)),
    );
}

const occasionOf = ({ clock }: EventRuntime): Occasion => ({
  language: displayLanguage(),
  canPrompt: supportsMailbox("1.14"),
  nonce: nonce(clock()),
  now: clock(),
});

async function decideSend(runtime: EventRuntime): Promise<SendOptions> {
  const { call, clock, opening } = runtime;
  const item = composeItem();
  const occasion = occasionOf(runtime);
  if (item === null) return answerToMishap("unanswered", occasion);
  await opening.over();
  const history = await readHistory(call, item);
  const acknowledgement = await readAcknowledgement(call, item);
  const read = await readMessage({
    call,
    item,
    clock,
    sender: signedIn(),
    platform: platform(),
    limits: SEND_LIMITS,
  });
  if (!read.ok) return answerToMishap(MISHAPS[read.cause], occasion);
  // Outlook sends to somebody: a list of contacts may be missing from every field.
  if (read.message.recipients.length === 0) return answerToMishap("unanswered", occasion);
  const judgement = drive(judge(caseOf(read.message, history, SEND_LIMITS, clock)));
  return answerTo(judgement, isAcknowledged(judgement, acknowledgement, clock()), occasion);
}

const MISHAPS: Readonly<Record<Unreadable["cause"], AlertMishap>> = {
  "outlook/timeout": "unanswered",
  "outlook/failed": "unanswered",
  "outlook/unsupported": "unsupported",
  "outlook/changing": "changing",
  "outlook/no-sender": "no-sender",
};
