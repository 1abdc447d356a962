import type { Kysely } from "kysely";
import type { Tables } from "./tables";

/** Who may fetch which attachment by an address, until when. */
export type ContentLinkRow = Omit<Tables["content_links"], "link">;

export async function putLink(
  db: Kysely<Tables>,
  link: string,
  row: ContentLinkRow,
): Promise<void> {
  await db
    .insertInto("content_links")
    .values({ link, ...row })
    .execute();
}

/** Takes it out: of several replicas that are asked at once, one has it. */
export async function takeLink(db: Kysely<Tables>, link: string): Promise<ContentLinkRow | null> {
  const row = await db
    .deleteFrom("content_links")
    .where("link", "=", link)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

export async function dropOldLinks(db: Kysely<Tables>, now: number): Promise<void> {
  await db.deleteFrom("content_links").where("expires_at", "<=", now).execute();
}
