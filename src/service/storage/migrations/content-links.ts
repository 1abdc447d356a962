import { sql, type Kysely } from "kysely";
import type { Dialect } from "../database";

/** One-use addresses of attachments, for a minute each. */
export async function contentLinks(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const int = dialect === "sqlite" ? "integer" : "bigint";
  await sql
    .raw(
      `create table content_links (
         link text not null primary key, tenant_id text not null, oid text not null,
         auth_time ${int} not null, request text not null, attachment ${int} not null,
         expires_at ${int} not null)`,
    )
    .execute(db);
}
