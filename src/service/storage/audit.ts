import { openBox } from "./box";
import { bytesOf } from "./database";
import { ChainVerifier, type ChainReport } from "../../record/verify";
import type { RecordHead } from "../../core/record";
import type { StoredRequest } from "./requests";
import { entryOf } from "./record";
import type { Storage } from "./storage";
import type { Reading, BrokenRow } from "./work";
import { checked } from "./requests";
import { liveDocument, type DocumentKind } from "./documents";

/** What was found of one tenant: the chain, and each row that does not hold. */
export interface TenantAudit {
  readonly tenant: string;
  readonly chain: ChainReport;
  readonly rows: readonly BrokenRow[];
}

const PAGE = 1000;
const KINDS: readonly DocumentKind[] = ["directory", "policy"];

/** Every tenant that the database or an exported head knows of. */
export async function auditAll(
  storage: Storage,
  anchors: readonly RecordHead[],
): Promise<TenantAudit[]> {
  const db = storage.database.kysely;
  const known = await db.selectFrom("record_heads").select("tenant_id").execute();
  const recorded = await db.selectFrom("record").select("tenant_id").distinct().execute();
  const asked = await db.selectFrom("requests").select("tenant_id").distinct().execute();
  const tenants = new Set([
    ...[...known, ...recorded, ...asked].map(({ tenant_id }) => tenant_id),
    ...anchors.map(({ tenant }) => tenant),
  ]);
  const audits: TenantAudit[] = [];
  for (const tenant of [...tenants].sort()) audits.push(await audit(storage, tenant, anchors));
  return audits;
}

async function audit(
  storage: Storage,
  tenant: string,
  anchors: readonly RecordHead[],
): Promise<TenantAudit> {
  return storage.read(tenant, async (snapshot) => {
    const rows: BrokenRow[] = [];
    const reading: Reading = { ...snapshot, watch: null, alarm: (row) => rows.push(row) };
    const chain = await auditRecord(reading, anchors, rows);
    await auditRequests(reading, rows);
    for (const kind of KINDS) await liveDocument(reading, kind).catch(() => undefined);
    return { tenant, chain, rows };
  });
}

async function auditRecord(
  reading: Reading,
  anchors: readonly RecordHead[],
  rows: BrokenRow[],
): Promise<ChainReport> {
  const { trx, tenant, secrets } = reading;
  const verifier = new ChainVerifier(tenant, anchors);
  const seen = new Set<string>();
  for (let after = 0; ;) {
    const page = await trx
      .selectFrom("record")
      .selectAll()
      .where("tenant_id", "=", tenant)
      .where("sequence", ">", after)
      .orderBy("sequence")
      .limit(PAGE)
      .execute();
    for (const row of page) {
      verifier.push(parsed(row.entry));
      const entry = entryOf(secrets, row);
      if (entry === null) rows.push({ tenant, table: "record", id: String(row.sequence) });
      else if (typeof entry.data.request === "string") seen.add(entry.data.request);
      after = row.sequence;
    }
    if (page.length < PAGE) break;
  }
  const report = verifier.end();
  await auditHead(reading, report, rows);
  await auditMissing(reading, seen, rows);
  return report;
}

/** A row without its head, or a head without its row: something was taken from the end. */
async function auditHead(
  { trx, tenant }: Reading,
  { head }: ChainReport,
  rows: BrokenRow[],
): Promise<void> {
  const row = await trx
    .selectFrom("record_heads")
    .selectAll()
    .where("tenant_id", "=", tenant)
    .executeTakeFirst();
  const isSame =
    (row?.sequence ?? 0) === (head?.sequence ?? 0) && (row?.head ?? "") === (head?.hash ?? "");
  if (!isSame) rows.push({ tenant, table: "record_heads", id: tenant });
}

/** Requests that the record tells of and that are not there any more: rows are never deleted. */
async function auditMissing(
  { trx, tenant }: Reading,
  told: ReadonlySet<string>,
  rows: BrokenRow[],
): Promise<void> {
  const there = await trx
    .selectFrom("requests")
    .select("id")
    .where("tenant_id", "=", tenant)
    .execute();
  const ids = new Set(there.map(({ id }) => id));
  for (const id of told) if (!ids.has(id)) rows.push({ tenant, table: "requests", id });
}

async function auditRequests(reading: Reading, rows: BrokenRow[]): Promise<void> {
  const { trx, tenant } = reading;
  const requests = await trx
    .selectFrom("requests")
    .selectAll()
    .where("tenant_id", "=", tenant)
    .orderBy("id")
    .execute();
  for (const row of requests) {
    const request = await checked(reading, row).catch(() => null);
    if (request !== null) await auditContents(reading, request, rows);
  }
}

/** Each box opens for its own field and digest, and nothing lies there that has no key. */
async function auditContents(
  reading: Reading,
  { id }: StoredRequest,
  rows: BrokenRow[],
): Promise<void> {
  const { trx, tenant } = reading;
  const boxes = await trx
    .selectFrom("contents")
    .select(["field", "box"])
    .where("tenant_id", "=", tenant)
    .where("owner", "=", id)
    .orderBy("field")
    .execute();
  const key = await reading.keys.find(tenant, id);
  if (key === "broken") {
    rows.push({ tenant, table: "content_keys", id });
    return;
  }
  if (key === null) return;
  const open = (field: string, digest: string) => {
    const box = boxes.find((each) => each.field === field);
    return box === undefined ? null : openBox(key, [tenant, id, field, digest], bytesOf(box.box));
  };
  const envelope = parsed(Buffer.from(open("envelope", "") ?? []).toString("utf8"));
  const { digest = "" } = (envelope ?? {}) as { digest?: string };
  for (const { field } of boxes) {
    if (open(field, field === "envelope" ? "" : digest) === null)
      rows.push({ tenant, table: "contents", id: `${id}/${field}` });
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether everything holds; the end of the record is proven only by a head kept elsewhere. */
export const isWhole = ({ chain, rows }: TenantAudit): boolean =>
  chain.state === "intact" && rows.length === 0;
