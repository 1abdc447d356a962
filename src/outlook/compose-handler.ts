import { SEND_LIMITS } from "../core/limits";
import type { Message } from "../core/message";
import type { Recipient } from "../core/recipient";
import { baselineOf } from "../judgement/baseline";
import type { CallFailure } from "./call";
import { caseOf, domainsOf } from "./case-of";
import { completeOnce, type EventRuntime, type LaunchEvent } from "./completion";
import { nonce } from "./nonce";
import { composeItem, platform, signedIn } from "./platform";
import { readMessage } from "./read-message";
import { readRecipients, type ReadRecipients } from "./read-recipients";
import { refreshSilently } from "./refresh-policy";
import { STRICT } from "./policy-in-force";
import { tellOfflineReleases } from "./offline-releases";
import { hasService, surroundings } from "./surroundings";
import { hasSessionBaseline, mayBeReopened, readHistory, storeBaseline } from "./stored";

/** Nobody waits for this event, so a forward gets more time to load what came along. */
const FORWARD_WAIT = 3_000;

/**
 * A mail opens: remembers what was in it before the sender did anything. Then, while nobody waits,
 * the service is told and asked what there is; Send waits for the remembering alone.
 */
export function composeHandler(runtime: EventRuntime): (event: LaunchEvent) => Promise<void> {
  const end = () => undefined;
  return (event) => {
    const remembered = remember(runtime);
    runtime.opening.begins(remembered);
    return completeOnce(
      event,
      runtime.watchdog,
      () => remembered.then(() => catchUp(runtime)),
      end,
    );
  };
}

async function catchUp({ clock }: EventRuntime): Promise<undefined> {
  const item = composeItem();
  if (item === null || !hasService(surroundings())) return undefined;
  await tellOfflineReleases();
  await refreshSilently(item, clock());
  return undefined;
}

async function remember({ call, clock }: EventRuntime): Promise<undefined> {
  const item = composeItem();
  if (item === null || (await hasSessionBaseline(call, item))) return undefined;
  const earlier = await readHistory(call, item);
  if (earlier.state === "known") {
    await storeBaseline(call, item, earlier.baseline);
    return undefined;
  }
  const first = await readRecipients(call, item, platform());
  const isReopened = await mayBeReopened(call, item);
  const read = await readMessage({
    call,
    item,
    clock,
    sender: signedIn(),
    platform: platform(),
    limits: SEND_LIMITS,
    forwardWait: FORWARD_WAIT,
  });
  if (!read.ok) return undefined;
  const inside = domainsOf(caseOf(read.message, earlier, STRICT, SEND_LIMITS, clock));
  const recipients = beginners(first, read.message);
  const baseline = baselineOf({ ...read.message, recipients }, nonce(clock()), inside);
  if (isBeginning(read.message, baseline.outside.length > 0, isReopened))
    await storeBaseline(call, item, baseline);
  return undefined;
}

/**
 * Who was there before anybody could type: while files are still being loaded, a quick sender adds
 * people. Only a reply may show its own recipients late.
 */
function beginners(
  first: ReadRecipients | CallFailure,
  { composeType, recipients }: Message,
): readonly Recipient[] {
  const isLate = composeType === "reply" || composeType === "unknown";
  return first.ok && (first.recipients.length > 0 || !isLate) ? first.recipients : recipients;
}

/**
 * Whether what is there may be taken for the beginning. Everything present counts as having come
 * along, so that is safe as long as nobody outside is present. Outside recipients in a draft that
 * was written before, or in a "new" mail that opens with files (resent), were put there by someone
 * unseen.
 */
function isBeginning(message: Message, hasOutside: boolean, isReopened: boolean): boolean {
  if (!hasOutside) return true;
  return !isReopened && (message.composeType !== "new" || message.attachments.length === 0);
}
