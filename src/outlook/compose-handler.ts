import { SEND_LIMITS } from "../core/limits";
import type { Baseline } from "../core/history";
import type { Message } from "../core/message";
import { baselineOf } from "../judgement/baseline";
import { caseOf, domainsOf } from "./case-of";
import { completeOnce, type EventRuntime, type LaunchEvent } from "./completion";
import { nonce } from "./nonce";
import { composeItem, platform, signedIn } from "./platform";
import { readMessage } from "./read-message";
import { hasSessionBaseline, mayBeReopened, readHistory, storeBaseline } from "./stored";

/** Nobody waits for this event, so a forward gets more time to load what came along. */
const FORWARD_WAIT = 3_000;

/** A mail opens: remembers what was in it before the sender did anything. */
export function composeHandler(runtime: EventRuntime): (event: LaunchEvent) => Promise<void> {
  const end = () => undefined;
  return (event) => {
    const done = completeOnce(event, runtime.watchdog, () => remember(runtime), end);
    runtime.opening.begins(done);
    return done;
  };
}

async function remember({ call, clock }: EventRuntime): Promise<undefined> {
  const item = composeItem();
  if (item === null || (await hasSessionBaseline(call, item))) return undefined;
  const earlier = await readHistory(call, item);
  if (earlier.state === "known") {
    await storeBaseline(call, item, earlier.baseline);
    return undefined;
  }
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
  const inside = domainsOf(caseOf(read.message, earlier, SEND_LIMITS, clock));
  const baseline = baselineOf(read.message, nonce(clock()), inside);
  if (isBeginning(read.message, baseline.outside.length > 0, isReopened))
    await storeBaseline(call, item, withoutLater(read.message, baseline));
  return undefined;
}

/** A forward begins without recipients; those seen meanwhile were quicker than its files. */
const withoutLater = (message: Message, baseline: Baseline): Baseline =>
  message.composeType === "forward" ? { ...baseline, outside: [], hadInside: false } : baseline;

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
