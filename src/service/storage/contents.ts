import { closeBox, openBox } from "./box";
import { bytesOf } from "./database";
import { broken, type Reading, type Work } from "./work";

/** Fields of a request's or draft's content; attachments are `attachment/0`, `attachment/1` … */
export interface ContentField {
  readonly owner: string;
  readonly field: string;
  /** The digest that it belongs to; empty for a draft and for what names the digest itself. */
  readonly digest: string;
}

const about = (tenant: string, { owner, field, digest }: ContentField): string[] => [
  tenant,
  owner,
  field,
  digest,
];

/** The key of an owner's content, or null once it is erased. */
export async function contentKey(reading: Reading, owner: string): Promise<Uint8Array | null> {
  const key = await reading.keys.find(reading.tenant, owner);
  return key === "broken" ? broken(reading, "content_keys", owner) : key;
}

export async function putContent(
  work: Work,
  key: Uint8Array,
  field: ContentField,
  plain: Uint8Array,
): Promise<void> {
  const box = closeBox(key, about(work.tenant, field), plain);
  await work.trx
    .insertInto("contents")
    .values({ tenant_id: work.tenant, owner: field.owner, field: field.field, box })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "owner", "field"]).doUpdateSet({ box }),
    )
    .execute();
}

/** Null where there is none; a box that does not open with this key for this field is an alarm. */
export async function readContent(
  reading: Reading,
  key: Uint8Array,
  field: ContentField,
): Promise<Uint8Array | null> {
  const row = await reading.trx
    .selectFrom("contents")
    .select("box")
    .where("tenant_id", "=", reading.tenant)
    .where("owner", "=", field.owner)
    .where("field", "=", field.field)
    .executeTakeFirst();
  if (row === undefined) return null;
  const plain = openBox(key, about(reading.tenant, field), bytesOf(row.box));
  return plain ?? broken(reading, "contents", `${field.owner}/${field.field}`);
}

export const putJson = (
  work: Work,
  key: Uint8Array,
  field: ContentField,
  value: unknown,
): Promise<void> => putContent(work, key, field, Buffer.from(JSON.stringify(value)));

export async function readJson<T>(
  reading: Reading,
  key: Uint8Array,
  field: ContentField,
): Promise<T | null> {
  const plain = await readContent(reading, key, field);
  return plain === null ? null : (JSON.parse(Buffer.from(plain).toString("utf8")) as T);
}

export async function deleteContents(work: Work, owner: string): Promise<void> {
  await work.trx
    .deleteFrom("contents")
    .where("tenant_id", "=", work.tenant)
    .where("owner", "=", owner)
    .execute();
}
