import type { Logger } from "pino";
import { errorFields } from "../http/log";
import type { Metrics } from "../http/metrics";
import type { Notice } from "../storage/outbox";
import { composeNotice, type NoticeFacts } from "./compose";
import type { NoticeSender } from "./mail";

/** Where notices wait; each belongs to one replica for as long as it was claimed. */
export interface Outbox {
  due(now: number, limit: number): Promise<readonly Notice[]>;
  /** False where another replica has it. */
  claim(notice: Notice, until: number): Promise<boolean>;
  markSent(notice: Notice, at: number): Promise<void>;
  postpone(notice: Notice, dueAt: number): Promise<void>;
}

export interface WorkerParts {
  readonly outbox: Outbox;
  /** What it says, read at the moment of sending; null: it has lost its point. */
  readonly facts: (notice: Notice) => Promise<NoticeFacts | null>;
  readonly sender: NoticeSender;
  /** The service's own. */
  readonly origin: string;
  readonly metrics: Pick<Metrics, "notice">;
  readonly logger: Logger;
  readonly clock: () => number;
}

const AT_ONCE = 20;
/** A replica that died gives its notices back after this; longer than any mail server takes. */
const CLAIM = 5 * 60_000;
const PAUSE = 5_000;
const FIRST_BACK_OFF = 60_000;
const LONGEST_BACK_OFF = 60 * 60_000;

export const backOff = (tries: number): number =>
  Math.min(LONGEST_BACK_OFF, FIRST_BACK_OFF * 2 ** Math.min(10, tries));

/**
 * Sends what waits. A notice is marked right after its mail was handed over, so a crash repeats at
 * most the one mail that was on its way.
 */
export class NoticeWorker {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<unknown> = Promise.resolve();
  private isStopped = false;

  constructor(private readonly parts: WorkerParts) {}

  start(): void {
    const round = async (): Promise<void> => {
      await this.runOnce().catch((error: unknown) =>
        this.parts.logger.error(errorFields(error), "notices failed"),
      );
      if (!this.isStopped) this.timer = setTimeout(next, PAUSE).unref();
    };
    const next = (): void => {
      this.running = round();
    };
    next();
  }

  /** Waits for the mail that is on its way. */
  async stop(): Promise<void> {
    this.isStopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.running;
    this.parts.sender.close();
  }

  /** All that is due now; answers how many mails were handed over. */
  async runOnce(): Promise<number> {
    const { outbox, clock } = this.parts;
    let sent = 0;
    for (const notice of await outbox.due(clock(), AT_ONCE)) {
      if (this.isStopped) break;
      if (!(await outbox.claim(notice, clock() + CLAIM))) continue;
      if (await this.deliver(notice)) sent += 1;
    }
    return sent;
  }

  private async deliver(notice: Notice): Promise<boolean> {
    const { outbox, facts, sender, origin, metrics, logger, clock } = this.parts;
    let isSent = false;
    try {
      const said = await facts(notice);
      if (said !== null && said.to.length > 0) {
        await sender.send(composeNotice(said, origin));
        isSent = true;
        metrics.notice("sent");
      }
      await outbox.markSent(notice, clock());
    } catch (error) {
      metrics.notice("retried");
      logger.warn({ ...errorFields(error), tries: notice.tries + 1 }, "notice not sent");
      if (!isSent) await outbox.postpone(notice, clock() + backOff(notice.tries));
    }
    return isSent;
  }
}
