import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Place, DatabaseName } from "../storage/places";
import { onPostgres } from "../storage/postgres";
import { TENANT } from "../storage/opened";
import { approve, asked, company, reject, sending, type Company } from "./company";
import { NONCE, release } from "./road";

const DAY = 24 * 3_600_000;
const MARK = "7Qz9mark4711";

/** Everything that a database would give away: files with their logs, or all rows of all tables. */
async function dumpOf(place: Place): Promise<string> {
  if (place.name === "sqlite") {
    return readdirSync(place.directory)
      .map((file) => readFileSync(path.join(place.directory, file)).toString("latin1"))
      .join("\n");
  }
  const parts: string[] = [];
  for (const url of [place.url, place.keyStoreUrl]) {
    await onPostgres(url, async (client) => {
      await client.query("set bytea_output = 'escape'");
      const { rows } = await client.query<{ name: string }>(
        "select tablename as name from pg_tables where schemaname = 'public'",
      );
      for (const { name } of rows) {
        const content = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
        parts.push(...content.rows.map(({ row }) => row));
      }
    });
  }
  return parts.join("\n");
}

const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

export function secrecyContract(name: DatabaseName): void {
  let at: Company;
  beforeEach(async () => {
    at = await company(name);
  });
  afterEach(() => at.storage.close());

  /** A mail with marks in every field. */
  const marked = (index = 0) =>
    sending({
      subject: `${MARK} ${index}`,
      bodyHtml: `<p>${MARK} body</p>`,
      item: `${MARK}-${index}`,
      recipients: [
        { field: "to", name: `${MARK} name`, address: `${MARK}@partner.example`, group: false },
      ],
      attachments: [
        { name: `${MARK}.csv`, inline: false, contentId: "", bytes: sending().files[0]!.length },
      ],
    });

  test("a dictionary of plain texts against the whole dump: no hit", async () => {
    const mail = marked();
    const shown = await asked(at, mail);
    await at.desk.decide(at.as("kato"), shown.id, {
      decision: "approve",
      digest: shown.digest,
      ticks: shown.ticks,
      comment: `${MARK} comment`,
      number: null,
    });
    const { ticket } = await at.desk.ticket(at.as("sato"), shown.id);
    await release(at, shown.digest, `${MARK}-nonce-0123456789`, null, mail.mail.item);
    const address = `${MARK.toLowerCase()}@partner.example`;
    const file = mail.files[0]!;
    const words = [
      MARK,
      MARK.toLowerCase(),
      address,
      sha256(address),
      shown.digest,
      Buffer.from(shown.digest, "hex").toString("latin1"),
      sha256(file),
      Buffer.from(sha256(file), "hex").toString("base64"),
      "customer1@mail.example",
      sha256("customer1@mail.example"),
      "sato@sekisho-motors.example",
      ticket ?? "none",
      Buffer.from("一覧をお送りします").toString("latin1"),
    ];
    const dump = await dumpOf(at.place);
    expect(dump).toContain(shown.id);
    expect(words.filter((word) => dump.includes(word))).toEqual([]);
  });

  test("after erasure no mark is left, nor a key that opens a backup", async () => {
    const endings: Record<string, (id: number) => Promise<void>> = {
      rejected: async (id) => void (await reject(at, await asked(at, marked(id)))),
      withdrawn: async (id) =>
        void (await at.desk.withdraw(at.as("sato"), (await asked(at, marked(id))).id)),
      superseded: async (id) => {
        await asked(at, marked(id));
        const next = await asked(at, { ...marked(id), mail: { ...marked(id).mail, subject: "x" } });
        await at.desk.withdraw(at.as("sato"), next.id);
      },
      approved: async (id) => void (await approve(at, await asked(at, marked(id)))),
      released: async (id) => {
        const shown = await asked(at, marked(id));
        await approve(at, shown);
        await release(at, shown.digest, NONCE, null, marked(id).mail.item);
      },
      expired: async (id) => void (await asked(at, marked(id))),
    };
    let id = 0;
    for (const end of Object.values(endings)) await end(id++);
    await at.desk.beginDraft(at.as("sato"), marked(99).mail);
    const db = at.storage.database.kysely;
    const owners = (await db.selectFrom("contents").select("owner").distinct().execute()).length;
    expect(owners).toBe(Object.keys(endings).length + 2);
    const backup = path.join(at.place.directory, "backup.db");
    if (name === "sqlite") {
      await at.storage.database.checkpoint();
      copyFileSync(path.join(at.place.directory, "sekisho.db"), backup);
    }
    const before = await db.selectFrom("contents").selectAll().execute();
    at.clock.now += 9 * DAY;
    await at.desk.sweep(TENANT);
    at.clock.now += 2 * DAY;
    await at.desk.sweep(TENANT);
    expect(await db.selectFrom("contents").selectAll().execute()).toEqual([]);
    for (const { owner } of before) expect(await at.storage.keys.find(TENANT, owner)).toBeNull();
    const dump = await dumpOf(at.place);
    expect(dump).not.toContain(MARK);
    const left = before.filter(({ box }) =>
      dumpWithout(dump, backup).includes(Buffer.from(box).toString("latin1")),
    );
    expect(left).toEqual([]);
    expect((await at.desk.list(at.as("sato"), { box: "mine" })).requests).toHaveLength(
      Object.keys(endings).length + 1,
    );
    const [one] = (await at.desk.list(at.as("sato"), { box: "mine" })).requests;
    expect(await at.desk.detail(at.as("sato"), one!.id)).toMatchObject({
      erased: true,
      subject: "",
    });
  });

  /** The backup still holds the boxes; what it must not hold is a way to open them. */
  const dumpWithout = (dump: string, file: string): string =>
    existsSync(file) ? dump.split(readFileSync(file).toString("latin1")).join("") : dump;

  test("an erasure that is cut off after the key goes on at the next run", async () => {
    const shown = await asked(at, marked());
    await at.desk.withdraw(at.as("sato"), shown.id);
    at.clock.now += 2 * DAY;
    await at.storage.keys.destroy(TENANT, shown.id);
    expect(await at.desk.detail(at.as("sato"), shown.id)).toMatchObject({ erased: true });
    await at.desk.sweep(TENANT);
    const rows = await at.storage.database.kysely.selectFrom("contents").selectAll().execute();
    expect(rows).toEqual([]);
  });

  test("the key goes first, and one row that fails holds up no other", async () => {
    const broken = await asked(at, marked(1));
    const other = await asked(at, marked(2));
    for (const { id } of [broken, other]) await at.desk.withdraw(at.as("sato"), id);
    const db = at.storage.database.kysely;
    await db
      .updateTable("requests")
      .set({ seal: "0".repeat(64) })
      .where("id", "=", broken.id)
      .execute();
    at.clock.now += 2 * DAY;
    await expect(at.desk.sweep(TENANT)).rejects.toMatchObject({ code: "approval/seal-broken" });
    const left = await db.selectFrom("contents").select("owner").distinct().execute();
    expect(left.map(({ owner }) => owner)).toEqual([broken.id]);
    expect(await at.storage.keys.find(TENANT, broken.id)).toBeNull();
  });

  test("sums of persons are gone after their window", async () => {
    await asked(at);
    const db = at.storage.database.kysely;
    expect(await db.selectFrom("sums").selectAll().execute()).not.toEqual([]);
    at.clock.now += DAY + 1;
    await at.desk.sweep(TENANT);
    expect(await db.selectFrom("sums").selectAll().execute()).toEqual([]);
  });
}
