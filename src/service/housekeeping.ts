import type { Logger } from "pino";
import { errorFields } from "./http/log";
import { dropOldLinks } from "./storage/content-links";
import { forgetSent } from "./storage/outbox";
import type { Storage } from "./storage/storage";

export interface HousekeepingParts {
  readonly storage: Storage;
  readonly tenants: readonly string[];
  /** Ends and erases what has had its time, for one tenant. */
  readonly sweep: (tenant: string) => Promise<void>;
  readonly logger: Logger;
}

const EVERY = 60_000;
const SENT_KEPT = 7 * 24 * 60 * 60_000;

/**
 * What nobody asks for: requests that end, content that is erased, day-old sums, used addresses.
 * Several replicas may do it at once; each step finds out for itself what is still to be done.
 */
export class Housekeeping {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(private readonly parts: HousekeepingParts) {}

  start(): void {
    const round = async (): Promise<void> => {
      await this.runOnce();
      // Not all replicas in the same moment.
      const wait = EVERY * (0.75 + Math.random() / 2);
      if (!this.isStopped) this.timer = setTimeout(next, wait).unref();
    };
    const next = (): void => {
      this.running = round();
    };
    next();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.running;
  }

  /** Never rejects: what did not work is said, and tried again in the next round. */
  async runOnce(): Promise<void> {
    const { storage, tenants, sweep } = this.parts;
    const { kysely } = storage.database;
    for (const tenant of tenants) await this.step("sweep", () => sweep(tenant));
    await this.step("links", () => dropOldLinks(kysely, storage.clock()));
    await this.step("outbox", () => forgetSent(kysely, storage.clock() - SENT_KEPT));
  }

  private async step(name: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.parts.logger.error({ ...errorFields(error), step: name }, "housekeeping failed");
    }
  }
}
