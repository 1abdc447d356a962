import { askable } from "../approval/deciding/requirement";
import { SEND_LIMITS } from "../core/limits";
import { drive } from "../core/drive";
import type { History } from "../core/history";
import type { Judgement } from "../core/judgement";
import type { Message } from "../core/message";
import { recipientCensus } from "../inspection/recipients";
import { judge } from "../judgement/judge";
import type { AlertMishap } from "../locales/alert";
import { isAcknowledged, readAcknowledgement } from "./acknowledgement";
import { answerTo, answerToMishap, ALLOWED, type Occasion, type SendOptions } from "./answer";
import { caseOf, domainsOf } from "./case-of";
import { completeOnce, type EventRuntime, type LaunchEvent } from "./completion";
import { readItemNonce } from "./item-nonce";
import { nonce } from "./nonce";
import { composeItem, displayLanguage, platform, signedIn, supportsMailbox } from "./platform";
import { readMessage, type MessageRead, type Unreadable } from "./read-message";
import { release, type Release } from "./release";
import { tellSend, type Outcome } from "./send-event";
import { readPolicyInForce, STRICT, type PolicyInForce } from "./policy-in-force";
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
  const began = clock();
  const item = composeItem();
  const occasion = occasionOf(runtime);
  if (item === null) return answerToMishap("unanswered", occasion);
  await opening.over();
  const history = await readHistory(call, item);
  const read = await readNow(runtime, item);
  if (!read.ok) return answerToMishap(MISHAPS[read.cause], occasion);
  // Outlook sends to somebody: a list of contacts may be missing from every field.
  if (read.message.recipients.length === 0) return answerToMishap("unanswered", occasion);
  const sending: Sending = { runtime, item, history, message: read.message };
  const judged = await judgeOnce(sending);
  const [outcome, answer] = await answerFor(sending, judged, occasion);
  if (judged.judgement.decision.recipients.external > 0)
    tellSend(judged.judgement, outcome, clock() - began);
  return answer;
}

interface Sending {
  readonly runtime: EventRuntime;
  readonly item: Office.MessageCompose;
  readonly history: History;
  readonly message: Message;
}

interface Judged {
  readonly inForce: PolicyInForce;
  readonly judgement: Judgement;
}

/**
 * The company's signed policy costs reading and verifying. What goes inside only, with nobody's data,
 * passes every policy where it passes the strict default: such a mail does not wait for it.
 */
async function judgeOnce(sending: Sending): Promise<Judged> {
  const { runtime, item, message } = sending;
  const first = isInsideOnly(sending) ? judgeBy(sending, STRICT) : null;
  const isPlain = first?.decision.verdict === "allow" && first.report.others === 0;
  if (first !== null && isPlain) return { inForce: STRICT, judgement: first };
  const from = message.from.address;
  const inForce = await readPolicyInForce(runtime.call, item, from, runtime.clock());
  const isStrict = inForce.claims === null;
  return {
    inForce,
    judgement: first !== null && isStrict ? first : judgeBy(sending, inForce),
  };
}

const judgeBy = (sending: Sending, inForce: PolicyInForce): Judgement =>
  drive(judge(caseBy(sending, inForce)));

const caseBy = ({ message, history, runtime }: Sending, inForce: PolicyInForce) =>
  caseOf(message, history, inForce, SEND_LIMITS, runtime.clock);

const isInsideOnly = (sending: Sending): boolean =>
  sending.message.cappedFields.length === 0 &&
  recipientCensus(sending.message, domainsOf(caseBy(sending, STRICT))).every(
    ({ standing, couldNotLook }) => standing === "inside" && couldNotLook === null,
  );

async function answerFor(
  sending: Sending,
  { inForce, judgement }: Judged,
  occasion: Occasion,
): Promise<readonly [Outcome, SendOptions]> {
  const { runtime, item } = sending;
  const { verdict } = judgement.decision;
  if (verdict === "allow") return ["allowed", ALLOWED];
  if (verdict === "confirm") {
    const given = await readAcknowledgement(runtime.call, item);
    const isGiven = isAcknowledged(judgement, given, runtime.clock());
    return [isGiven ? "allowed" : "stopped", answerTo(judgement, isGiven, occasion)];
  }
  const { state } = askable(judgement.decision, judgement.digest);
  const released =
    state === "askable" || state === "no-digest"
      ? await releaseOf(sending, inForce, judgement)
      : null;
  if (released?.state !== "released")
    return ["stopped", answerTo(judgement, false, occasion, released)];
  return [released.offline === null ? "released" : "released-offline", ALLOWED];
}

async function releaseOf(
  sending: Sending,
  inForce: PolicyInForce,
  judgement: Judgement,
): Promise<Release> {
  const { runtime, item, history, message } = sending;
  const { call, clock } = runtime;
  const own = inForce.claims === null ? null : await readItemNonce(call, item, history);
  const again = async (): Promise<Message | null> => {
    const read = await readNow(runtime, item);
    return read.ok ? read.message : null;
  };
  return release({ call, item, clock, message, judgement, inForce, nonce: own, again });
}

const readNow = (
  { call, clock }: EventRuntime,
  item: Office.MessageCompose,
): Promise<MessageRead> =>
  readMessage({
    call,
    item,
    clock,
    sender: signedIn(),
    platform: platform(),
    limits: SEND_LIMITS,
  });

const MISHAPS: Readonly<Record<Unreadable["cause"], AlertMishap>> = {
  "outlook/timeout": "unanswered",
  "outlook/failed": "unanswered",
  "outlook/unsupported": "unsupported",
  "outlook/changing": "changing",
  "outlook/no-sender": "no-sender",
};
