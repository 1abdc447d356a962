import type { Kysely } from "kysely";
import type { Clock } from "../../core/ports";
import { currentHeads, type HeadSink } from "./heads";
import type { Tables } from "./tables";

/** At least hourly, says the protocol; a failure leaves time for other tries. */
export const EXPORT_EVERY_MS = 15 * 60 * 1000;
const OVERDUE_MS = 60 * 60 * 1000;

/** Exports the heads of all records; while that fails, the service is not ready. */
export class HeadExport {
  private lastDone = -Infinity;
  private failed = false;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly db: Kysely<Tables>,
    private readonly sink: HeadSink,
    private readonly clock: Clock,
  ) {}

  /** The first export is awaited: a service without a working sink does not start. */
  async start(): Promise<void> {
    await this.run();
    this.timer = setInterval(() => void this.run().catch(() => undefined), EXPORT_EVERY_MS);
    this.timer.unref();
  }

  /** Rejects with what the sink says. */
  async run(): Promise<void> {
    const now = this.clock();
    try {
      await this.sink.append(await currentHeads(this.db, now));
      this.lastDone = now;
      this.failed = false;
    } catch (error) {
      this.failed = true;
      throw error;
    }
  }

  get isReady(): boolean {
    return !this.failed && this.clock() - this.lastDone <= OVERDUE_MS;
  }

  /** Once more, so that the end of the record is proven. */
  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.run();
  }
}
