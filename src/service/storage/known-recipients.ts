import { keyedHash } from "./secrets";
import type { Reading, Work } from "./work";

/** Whom somebody has sent to before, as keyed hashes. */
const refOfAddress = (reading: Reading, address: string): string =>
  keyedHash(reading.secrets.column, "recipient", reading.tenant, address);

/** Those of `addresses` (normal) that this sender never sent a released mail to. */
export async function firstTimeRecipients(
  reading: Reading,
  sender: string,
  addresses: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await reading.trx
    .selectFrom("recipients")
    .select("ref")
    .where("tenant_id", "=", reading.tenant)
    .where("sender", "=", sender)
    .execute();
  const known = new Set(rows.map(({ ref }) => ref));
  return new Set(addresses.filter((address) => !known.has(refOfAddress(reading, address))));
}

export async function rememberRecipients(
  work: Work,
  sender: string,
  addresses: readonly string[],
  at: number,
): Promise<void> {
  for (const address of new Set(addresses)) {
    await work.trx
      .insertInto("recipients")
      .values({ tenant_id: work.tenant, sender, ref: refOfAddress(work, address), at })
      .onConflict((conflict) =>
        conflict.columns(["tenant_id", "sender", "ref"]).doUpdateSet({ at }),
      )
      .execute();
  }
}
