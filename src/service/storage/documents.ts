import { closeBox, openBox } from "./box";
import { RIGHTS } from "./changes";
import { bytesOf } from "./database";
import { append, versionOnRecord, type Happened } from "./record";
import type { Secrets } from "./secrets";
import { refOf, sealHolds, sealOf } from "./seal";
import { broken, type Reading, type Work } from "./work";

export type DocumentKind = "directory" | "policy";

export interface Document<T> {
  readonly version: number;
  readonly value: T;
}

const TABLE = "documents";
const about = (tenant: string, kind: DocumentKind, version: number): string[] => [
  tenant,
  TABLE,
  kind,
  String(version),
];

interface Opened {
  readonly box: Uint8Array;
  readonly seal: string;
  readonly document: Document<unknown>;
}

/** The last of each whose seal was found to hold: the same bytes under the same seal hold again. */
const opened = new WeakMap<Secrets, Map<string, Opened>>();

/** The document in force, or null where none was published yet. */
export async function liveDocument<T>(
  reading: Reading,
  kind: DocumentKind,
): Promise<Document<T> | null> {
  const { tenant, secrets, trx } = reading;
  const row = await trx
    .selectFrom(TABLE)
    .select(["version", "box", "seal"])
    .where("tenant_id", "=", tenant)
    .where("kind", "=", kind)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  const recorded = await versionOnRecord(reading, refOf(secrets, tenant, TABLE, kind));
  if (row === undefined) return recorded === 0 ? null : broken(reading, TABLE, kind);
  const { version, seal } = row;
  if (version !== recorded) return broken(reading, TABLE, kind);
  const box = bytesOf(row.box);
  const known = opened.get(secrets)?.get(`${tenant}/${kind}`);
  if (known?.seal === seal && known.document.version === version && isSame(known.box, box))
    return known.document as Document<T>;
  const content = Buffer.from(box).toString("base64");
  if (!sealHolds(secrets, { tenant, table: TABLE, id: kind, version, content }, seal))
    return broken(reading, TABLE, kind);
  const plain = openBox(secrets.documents, about(tenant, kind, version), box);
  if (plain === null) return broken(reading, TABLE, kind);
  const document = { version, value: JSON.parse(Buffer.from(plain).toString("utf8")) as T };
  const cache = opened.get(secrets) ?? new Map<string, Opened>();
  opened.set(secrets, cache.set(`${tenant}/${kind}`, { box, seal, document }));
  return document;
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/** Publishes the next version; earlier ones of the directory, with who left since, are not kept. */
export async function publishDocument(
  work: Work,
  kind: DocumentKind,
  version: number,
  value: unknown,
  happened: Omit<Happened, "row">,
): Promise<void> {
  const { tenant, secrets, trx } = work;
  const plain = Buffer.from(JSON.stringify(value));
  const box = closeBox(secrets.documents, about(tenant, kind, version), plain);
  const content = Buffer.from(box).toString("base64");
  const seal = sealOf(secrets, { tenant, table: TABLE, id: kind, version, content });
  if (kind === "directory") {
    await trx.deleteFrom(TABLE).where("tenant_id", "=", tenant).where("kind", "=", kind).execute();
  }
  await trx.insertInto(TABLE).values({ tenant_id: tenant, kind, version, box, seal }).execute();
  await append(work, { ...happened, row: { ref: refOf(secrets, tenant, TABLE, kind), version } });
  work.changed.add(RIGHTS);
}
