import { sql, type Kysely } from "kysely";
import type { Dialect } from "../database";

/** The key store: one wrapped key for the content of each request or draft. */
export async function keyTables(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const [bytes, int] = dialect === "sqlite" ? ["blob", "integer"] : ["bytea", "bigint"];
  await sql
    .raw(
      `create table content_keys (
         tenant_id text not null, id text not null, wrapped ${bytes} not null,
         made_at ${int} not null,
         primary key (tenant_id, id))`,
    )
    .execute(db);
}
