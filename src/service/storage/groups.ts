import { setImmediate as turn } from "node:timers/promises";
import { sql, type Kysely, type Transaction } from "kysely";

/** So much is committed together at most, and so long (milliseconds) nothing more is taken in. */
const MOST = 50;
const LONGEST = 100;

type Within<T, C, R> = (trx: Transaction<T>, context: C) => Promise<R>;

interface Job<T, C> {
  /** Rejects where nothing of it is to stay; what it answers settles it once that is on disk. */
  run(trx: Transaction<T>, context: C): Promise<() => void>;
  reject(error: unknown): void;
}

/**
 * Commits together what waits at one moment: a commit has to reach the disk, and costs the same for
 * one change as for twenty. Each is a savepoint of its own, none is answered before the commit, and
 * those of one lane come one after the other.
 */
export class Groups<T, C> {
  private readonly lanes = new Map<string, Job<T, C>[]>();

  /** `begin` comes first in each transaction; the changes of a group share what it answers. */
  constructor(
    private readonly kysely: Kysely<T>,
    private readonly begin: (trx: Transaction<T>, lane: string) => Promise<C>,
  ) {}

  run<R>(lane: string, work: Within<T, C, R>): Promise<R> {
    return new Promise((resolve, reject) => {
      const job: Job<T, C> = {
        run: async (trx, context) => {
          const value = await work(trx, context);
          return () => resolve(value);
        },
        reject,
      };
      const waiting = this.lanes.get(lane);
      if (waiting !== undefined) return void waiting.push(job);
      const jobs = [job];
      this.lanes.set(lane, jobs);
      void this.runLane(lane, jobs);
    });
  }

  private async runLane(lane: string, jobs: Job<T, C>[]): Promise<void> {
    while (jobs.length > 0) {
      await this.runGroup(lane, jobs);
      // Lets calls arrive and be answered.
      await turn();
    }
    this.lanes.delete(lane);
  }

  /** Takes from `jobs`, and settles all that it has taken. Never rejects. */
  private async runGroup(lane: string, jobs: Job<T, C>[]): Promise<void> {
    const taken: Job<T, C>[] = [];
    const settle: (() => void)[] = [];
    const end = performance.now() + LONGEST;
    try {
      await this.kysely.transaction().execute(async (trx) => {
        const context = await this.begin(trx, lane);
        while (taken.length < MOST && (taken.length === 0 || performance.now() < end)) {
          const job = jobs.shift();
          if (job === undefined) return;
          taken.push(job);
          if (taken.length === 1) settle.push(await job.run(trx, context));
          else settle.push(await apart(job, trx, context));
        }
      });
    } catch (error) {
      // The transaction is gone: nothing of any of them was done.
      if (taken.length === 0) taken.push(...jobs.splice(0));
      for (const job of taken) job.reject(error);
      return;
    }
    for (const each of settle) each();
  }
}

/** What fails here leaves the others of its group as they are. */
async function apart<T, C>(job: Job<T, C>, trx: Transaction<T>, context: C): Promise<() => void> {
  await sql`savepoint one`.execute(trx);
  let settle: () => void;
  try {
    settle = await job.run(trx, context);
  } catch (error) {
    // Where the database has taken the whole transaction back, this fails, and all of it with it.
    await sql`rollback to savepoint one`.execute(trx);
    settle = () => job.reject(error);
  }
  await sql`release savepoint one`.execute(trx);
  return settle;
}
