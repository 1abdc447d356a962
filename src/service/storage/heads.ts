import { open } from "node:fs/promises";
import type { Kysely } from "kysely";
import type { RecordHead } from "../../core/record";
import type { Tables } from "./tables";

/** Where a tenant's record stood at a moment; kept where the database's admin cannot write. */
export interface ExportedHead extends RecordHead {
  readonly at: number;
}

/** Port: rejects where the heads are not safely kept. */
export interface HeadSink {
  append(heads: readonly ExportedHead[]): Promise<void>;
}

/** One line of JSON a head, on disk (fsync) before it answers. */
export const fileSink = (file: string): HeadSink => ({
  append: async (heads) => {
    const handle = await open(file, "a", 0o600);
    try {
      await handle.writeFile(heads.map((head) => `${JSON.stringify(head)}\n`).join(""));
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
});

/** The lines of a file sink; throws where one cannot be read: an anchor is not guessed. */
export function parseHeads(text: string): ExportedHead[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const head = JSON.parse(line) as ExportedHead;
      const isRight =
        typeof head.tenant === "string" &&
        Number.isSafeInteger(head.sequence) &&
        /^[0-9a-f]{64}$/.test(head.hash);
      if (!isRight) throw new SyntaxError("not a head");
      return head;
    });
}

export async function currentHeads(db: Kysely<Tables>, at: number): Promise<ExportedHead[]> {
  const rows = await db.selectFrom("record_heads").selectAll().where("sequence", ">", 0).execute();
  return rows.map(({ tenant_id, sequence, head }) => ({
    tenant: tenant_id,
    sequence,
    hash: head,
    at,
  }));
}
