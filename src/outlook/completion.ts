import type { Clock } from "../core/ports";
import type { Call } from "./call";
import type { Opening } from "./opening";
import { after } from "./timers";

type Options = Office.SmartAlertsEventCompletedOptions | undefined;

/** What a launch event hands over; only `completed` is used. */
export interface LaunchEvent {
  completed(options?: Office.SmartAlertsEventCompletedOptions): void;
}

/** What the handlers of one bundle share. */
export interface EventRuntime {
  readonly call: Call;
  readonly clock: Clock;
  /** Milliseconds after which an event is ended as late; Outlook itself gives up after 5 minutes. */
  readonly watchdog: number;
  readonly opening: Opening;
}

/** Why there is no answer of the work's own. */
export type Mishap = "late" | "broken";

/**
 * Ends a launch event exactly once: by the work's own answer or, if that throws or is late, by the
 * one given for a mishap. Outlook waits for minutes for an event that is not ended; what a second
 * end does differs by client.
 */
export function completeOnce(
  event: LaunchEvent,
  milliseconds: number,
  work: () => Promise<Options>,
  otherwise: (mishap: Mishap) => Options,
): Promise<void> {
  let isOpen = true;
  const complete = (options: Options): void => {
    if (!isOpen) return;
    isOpen = false;
    stop();
    event.completed(options);
  };
  const fail = (mishap: Mishap): void => complete(answerOr(() => otherwise(mishap)));
  const stop = after(milliseconds, () => fail("late"));
  return Promise.resolve()
    .then(work)
    .then(complete, () => fail("broken"))
    .catch(() => undefined);
}

function answerOr(otherwise: () => Options): Options {
  try {
    return otherwise();
  } catch {
    return { allowEvent: false };
  }
}
