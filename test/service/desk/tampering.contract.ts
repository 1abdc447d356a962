import path from "node:path";
import { readFileSync } from "node:fs";
import type { Kysely } from "kysely";
import { auditCommand } from "../../../src/cli/audit";
import { auditAll } from "../../../src/service/storage/audit";
import { currentHeads, fileSink } from "../../../src/service/storage/heads";
import { HeadExport } from "../../../src/service/storage/head-export";
import type { Tables } from "../../../src/service/storage/tables";
import { MASTER, TENANT } from "../storage/opened";
import type { DatabaseName } from "../storage/places";
import { approve, asked, company, companyAt, sending, type Company } from "./company";
import { release } from "./road";

const SEAL_BROKEN = { code: "approval/seal-broken" };

/** What somebody can do who has the database and nothing else. */
export function tamperingContract(name: DatabaseName): void {
  let at: Company;
  let db: Kysely<Tables>;
  beforeEach(async () => {
    at = await company(name);
    db = at.storage.database.kysely;
  });
  afterEach(() => at.storage.close());

  const named = async () =>
    (await auditAll(at.storage, [])).flatMap(({ rows }) =>
      rows.map(({ table, id }) => `${table} ${id}`),
    );

  test("an untouched database is whole", async () => {
    const shown = await asked(at);
    await approve(at, shown);
    await release(at, shown.digest);
    expect(await named()).toEqual([]);
  });

  test("an approval that is put in gives no ticket", async () => {
    const shown = await asked(at);
    const row = await db.selectFrom("requests").selectAll().executeTakeFirstOrThrow();
    const content = JSON.parse(row.content) as object;
    const decisions = [{ by: "kato", decision: "approve", at: at.clock.now }];
    await db
      .updateTable("requests")
      .set({
        state: "approved",
        content: JSON.stringify({ ...content, state: "approved", decisions }),
      })
      .execute();
    await expect(at.desk.ticket(at.as("sato"), shown.id)).rejects.toMatchObject(SEAL_BROKEN);
    await expect(release(at, shown.digest)).rejects.toMatchObject(SEAL_BROKEN);
    expect(at.alarms[0]).toEqual({ tenant: TENANT, table: "requests", id: shown.id });
    expect(await named()).toEqual([`requests ${shown.id}`]);
  });

  test("a role that is changed gives no right to anybody", async () => {
    const shown = await asked(at);
    const row = await db.selectFrom("documents").selectAll().executeTakeFirstOrThrow();
    const box = Buffer.from(row.box);
    box[box.length - 1]! ^= 1;
    await db.updateTable("documents").set({ box }).execute();
    await expect(approve(at, shown)).rejects.toMatchObject(SEAL_BROKEN);
    expect(at.alarms).toEqual([{ tenant: TENANT, table: "documents", id: "directory" }]);
    expect(await named()).toEqual(["documents directory"]);
  });

  test("an old directory that is put back gives no right", async () => {
    const old = await db.selectFrom("documents").selectAll().executeTakeFirstOrThrow();
    const live = await at.desk.directory(at.as("admin"));
    await at.desk.publishDirectory(at.as("admin"), live);
    await db.deleteFrom("documents").execute();
    await db
      .insertInto("documents")
      .values({ ...old, box: Buffer.from(old.box) })
      .execute();
    await expect(at.desk.me(at.as("kato"))).rejects.toMatchObject(SEAL_BROKEN);
    expect(await named()).toEqual(["documents directory"]);
  });

  test("an old row that is put back gives no second ticket", async () => {
    const shown = await asked(at);
    await approve(at, shown);
    const old = await db.selectFrom("requests").selectAll().executeTakeFirstOrThrow();
    await release(at, shown.digest);
    await db.updateTable("requests").set(old).execute();
    await expect(release(at, shown.digest, "another-nonce-0123")).rejects.toMatchObject(
      SEAL_BROKEN,
    );
    expect(await named()).toEqual([`requests ${shown.id}`]);
  });

  test.each([true, false])(
    "an old row with its newer entry taken out gives no second ticket (running before: %s)",
    async (wasRunning) => {
      const shown = await asked(at);
      await approve(at, shown);
      const old = await db.selectFrom("requests").selectAll().executeTakeFirstOrThrow();
      await release(at, shown.digest);
      await asked(at, sending({ item: "later", subject: "later" }));
      await db.updateTable("requests").set(old).where("id", "=", shown.id).execute();
      const gone = db.deleteFrom("record").where("version", "=", old.version + 1);
      expect((await gone.executeTakeFirst()).numDeletedRows).toBe(1n);
      const other = await companyAt(at.place);
      const replica = wasRunning ? at : other;
      await expect(release(replica, shown.digest, "another-nonce-0123")).rejects.toMatchObject(
        SEAL_BROKEN,
      );
      await other.storage.close();
      const [audit] = await auditAll(at.storage, []);
      expect(audit?.chain.problems.map(({ code }) => code)).toContain("record/gap");
    },
  );

  test("two blobs that are swapped: no ticket", async () => {
    const one = await asked(at);
    const two = await asked(at, sending({ item: "b", subject: "b" }, 5, 50));
    const rows = await db
      .selectFrom("contents")
      .selectAll()
      .where("field", "=", "attachment/0")
      .execute();
    for (const row of rows) {
      const other = rows.find(({ owner }) => owner !== row.owner)!;
      await db
        .updateTable("contents")
        .set({ box: Buffer.from(other.box) })
        .where("owner", "=", row.owner)
        .where("field", "=", "attachment/0")
        .execute();
    }
    await expect(approve(at, one)).rejects.toMatchObject(SEAL_BROKEN);
    expect((await named()).sort()).toEqual(
      [one, two].map(({ id }) => `contents ${id}/attachment/0`).sort(),
    );
  });

  test("entries of the record that are taken off or changed stop every change", async () => {
    const shown = await asked(at);
    const last = await db
      .selectFrom("record")
      .select("sequence")
      .orderBy("sequence", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();
    await db.deleteFrom("record").where("sequence", "=", last.sequence).execute();
    await expect(approve(at, shown)).rejects.toMatchObject(SEAL_BROKEN);
    expect(await named()).toContain(`record_heads ${TENANT}`);
  });

  describe("audit verify, with exported heads", () => {
    let count = 0;
    beforeEach(() => (count += 1));
    const file = () => path.join(at.place.directory, `heads-${count}.jsonl`);
    const verify = async (...more: string[]) => {
      const out: string[] = [];
      const terminal = {
        out: (line: string) => out.push(line),
        err: (line: string) => out.push(line),
        read: (from: string) => readFileSync(from),
      };
      const environment = {
        DATABASE_URL: at.place.url,
        SEKISHO_KEY_STORE_URL: at.place.keyStoreUrl,
        SEKISHO_MASTER_SECRET: MASTER.toString("base64url"),
      };
      const status = await auditCommand(["verify", ...more], environment, terminal, "en");
      return { status, out: out.join("\n") };
    };
    const exported = async () => {
      for (let i = 0; i < 5; i++) await asked(at, sending({ item: `${i}`, subject: `${i}` }));
      const heads = new HeadExport(db, fileSink(file()), at.storage.clock);
      await heads.run();
    };
    const cut = async (entries: number | "all") => {
      const keep = entries === "all" ? 0 : 6 - entries;
      await db.deleteFrom("record").where("sequence", ">", keep).execute();
      const last = await db
        .selectFrom("record")
        .select("entry")
        .orderBy("sequence", "desc")
        .executeTakeFirst();
      const head = last === undefined ? null : (JSON.parse(last.entry) as { hash: string });
      await db
        .updateTable("record_heads")
        .set({ sequence: keep, head: head?.hash ?? "" })
        .execute();
    };

    test("whole and proven; without a head the end is unproven", async () => {
      await exported();
      expect(await verify("--heads", file(), "--require-anchor")).toMatchObject({ status: 0 });
      expect(await verify()).toMatchObject({ status: 0 });
      expect(await verify("--require-anchor")).toMatchObject({ status: 1 });
    });

    test.each([1, 3, "all"] as const)(
      "%s entries cut off, the head moved back: found",
      async (n) => {
        await exported();
        await cut(n);
        const { status, out } = await verify("--heads", file());
        expect(status).toBe(1);
        expect(out).toContain("record/truncated");
      },
    );

    test("a record of two replicas is one chain", async () => {
      const other = await companyAt(at.place);
      for (let i = 0; i < 4; i++)
        await asked(i % 2 ? at : other, sending({ item: `${i}`, subject: `${i}` }));
      await fileSink(file()).append(await currentHeads(db, 0));
      expect((await verify("--heads", file(), "--require-anchor")).status).toBe(0);
      await other.storage.close();
    });

    test("a database of yesterday is found", async () => {
      await asked(at, sending({ item: "0", subject: "0" }));
      const tables = ["requests", "record", "record_heads"] as const;
      const yesterday = await Promise.all(
        tables.map((each) => db.selectFrom(each).selectAll().execute()),
      );
      await exported();
      for (const [index, table] of tables.entries()) {
        await db.deleteFrom(table).execute();
        await db
          .insertInto(table)
          .values(yesterday[index] as never)
          .execute();
      }
      expect((await verify("--heads", file())).out).toContain("record/truncated");
    });

    test("wrong usage is 64, what cannot be read is 2", async () => {
      expect((await verify("--no-such")).status).toBe(64);
      expect((await verify("--heads", "/no/such/file")).status).toBe(2);
    });
  });

  test("a sink that fails makes the service not ready; one that works again, ready", async () => {
    let isDown = false;
    const sink = {
      append: () => (isDown ? Promise.reject(new Error("full")) : Promise.resolve()),
    };
    const heads = new HeadExport(db, sink, at.storage.clock);
    expect(heads.isReady).toBe(false);
    await heads.run();
    expect(heads.isReady).toBe(true);
    isDown = true;
    await expect(heads.run()).rejects.toThrow("full");
    expect(heads.isReady).toBe(false);
    isDown = false;
    await heads.run();
    at.clock.now += 2 * 3_600_000;
    expect(heads.isReady).toBe(false);
  });
}
