import type { Work } from "./work";

/** Adds to a day's counts; `day` is `YYYY-MM-DD`. */
export async function addCounts(
  work: Work,
  day: string,
  counts: Readonly<Record<string, number>>,
): Promise<void> {
  for (const [name, total] of Object.entries(counts)) {
    await work.trx
      .insertInto("counts")
      .values({ tenant_id: work.tenant, day, name, total })
      .onConflict((conflict) =>
        conflict
          .columns(["tenant_id", "day", "name"])
          .doUpdateSet((row) => ({ total: row("counts.total", "+", row.ref("excluded.total")) })),
      )
      .execute();
  }
}
