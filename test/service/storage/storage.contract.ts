import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { contentKey, putContent, readContent } from "../../../src/service/storage/contents";
import { addCounts } from "../../../src/service/storage/counts";
import { liveDocument, publishDocument } from "../../../src/service/storage/documents";
import {
  firstTimeRecipients,
  rememberRecipients,
} from "../../../src/service/storage/known-recipients";
import {
  claimNotice,
  dropUnsent,
  dueNotices,
  enqueue,
  markSent,
} from "../../../src/service/storage/outbox";
import { append } from "../../../src/service/storage/record";
import { findRequest, saveRequest } from "../../../src/service/storage/requests";
import { addToSums, eraseOldSums, sumsOf, SUM_WINDOW_MS } from "../../../src/service/storage/sums";
import { NOW, opened, openedAt, OTHER_TENANT, request, TENANT, type Opened } from "./opened";
import type { DatabaseName } from "./places";

const happened = { kind: "request-asked", actor: "p-sato" } as const;
const SEAL_BROKEN = { code: "approval/seal-broken" };

export function storageContract(name: DatabaseName): void {
  let at: Opened;
  beforeEach(async () => {
    at = await opened(name);
  });
  afterEach(() => at.storage.close());

  const save = (id: string, more = {}) =>
    at.storage.change(TENANT, (work) => saveRequest(work, request(id, more), happened));
  const find = (id: string) => at.storage.read(TENANT, (reading) => findRequest(reading, id));

  describe("sealed rows", () => {
    test("what was saved is found, by its own tenant only", async () => {
      const saved = await save("a");
      expect(saved.version).toBe(1);
      expect(await find("a")).toEqual(saved);
      expect(
        await at.storage.read(OTHER_TENANT, (reading) => findRequest(reading, "a")),
      ).toBeNull();
      expect(at.alarms).toEqual([]);
    });

    const changes: [string, () => Promise<unknown>][] = [
      ["content", () => alter({ content: JSON.stringify(request("a", { state: "approved" })) })],
      ["a column that is searched by", () => alter({ state: "approved" })],
      ["the version", () => alter({ version: 2 })],
      ["the seal", () => alter({ seal: "0".repeat(64) })],
      [
        "the row of another request",
        async () => {
          await save("b");
          const db = at.storage.database.kysely;
          const b = await db
            .selectFrom("requests")
            .selectAll()
            .where("id", "=", "b")
            .executeTakeFirstOrThrow();
          await alter({ content: b.content, seal: b.seal });
        },
      ],
      [
        "the record's entries about it",
        async () => {
          await at.storage.database.kysely.deleteFrom("record").execute();
        },
      ],
    ];
    const alter = (values: object) =>
      at.storage.database.kysely
        .updateTable("requests")
        .set(values)
        .where("id", "=", "a")
        .execute();

    test.each(changes)(
      "with another %s it gives no right and raises the alarm",
      async (_, change) => {
        await save("a");
        await change();
        await expect(find("a")).rejects.toMatchObject(SEAL_BROKEN);
        expect(at.alarms).toEqual([{ tenant: TENANT, table: "requests", id: "a" }]);
      },
    );

    test("an old row that is put back is older than the record says", async () => {
      await save("a");
      const db = at.storage.database.kysely;
      const old = await db.selectFrom("requests").selectAll().executeTakeFirstOrThrow();
      await save("a", { version: 1, state: "withdrawn" });
      await db.updateTable("requests").set(old).execute();
      await expect(find("a")).rejects.toMatchObject(SEAL_BROKEN);
    });

    test("documents: the newest is in force, an old one is not, none at all is not", async () => {
      const publish = (version: number, value: unknown) =>
        at.storage.change(TENANT, (work) =>
          publishDocument(work, "policy", version, value, happened),
        );
      const live = () => at.storage.read(TENANT, (reading) => liveDocument(reading, "policy"));
      expect(await live()).toBeNull();
      await publish(1, { a: 1 });
      await publish(2, { a: 2 });
      expect(await live()).toEqual({ version: 2, value: { a: 2 } });
      const db = at.storage.database.kysely;
      await db.deleteFrom("documents").where("version", "=", 2).execute();
      await expect(live()).rejects.toMatchObject(SEAL_BROKEN);
      await db.deleteFrom("documents").execute();
      await expect(live()).rejects.toMatchObject(SEAL_BROKEN);
      expect(at.alarms).toHaveLength(2);
    });
  });

  describe("content", () => {
    const field = { owner: "a", field: "mail", digest: "d" };
    const put = async (owner: string, plain: string) => {
      const key = await at.storage.keys.make(TENANT, owner, NOW);
      await at.storage.change(TENANT, (work) =>
        putContent(work, key, { ...field, owner }, Buffer.from(plain)),
      );
    };
    const get = (of: typeof field) =>
      at.storage.read(TENANT, async (reading) => {
        const key = await contentKey(reading, of.owner);
        return key === null ? null : readContent(reading, key, of);
      });

    test("opens for its own request, field and digest only", async () => {
      await put("a", "顧客名簿");
      expect(Buffer.from((await get(field)) ?? []).toString()).toBe("顧客名簿");
      await expect(get({ ...field, digest: "e" })).rejects.toMatchObject(SEAL_BROKEN);
      expect(await get({ ...field, field: "none" })).toBeNull();
    });

    test("two blobs that are swapped do not open", async () => {
      await put("a", "one");
      await put("b", "two");
      const db = at.storage.database.kysely;
      const rows = await db.selectFrom("contents").selectAll().orderBy("owner").execute();
      await db
        .updateTable("contents")
        .set({ box: Buffer.from(rows[1]!.box) })
        .where("owner", "=", "a")
        .execute();
      await expect(get(field)).rejects.toMatchObject(SEAL_BROKEN);
      expect(at.alarms).toEqual([{ tenant: TENANT, table: "contents", id: "a/mail" }]);
    });

    test("without its key there is nothing", async () => {
      await put("a", "one");
      await at.storage.keys.destroy(TENANT, "a");
      expect(await get(field)).toBeNull();
    });
  });

  describe("transactions", () => {
    test("what fails leaves nothing, not even in the record", async () => {
      const failing = at.storage.change(TENANT, async (work) => {
        await saveRequest(work, request("a"), happened);
        await enqueue(work, "asked", "a", "managers", NOW);
        throw new Error("no");
      });
      await expect(failing).rejects.toThrow("no");
      expect(await find("a")).toBeNull();
      expect(await at.storage.database.kysely.selectFrom("record").selectAll().execute()).toEqual(
        [],
      );
      expect(await dueNotices(at.storage.database.kysely, NOW, 10)).toEqual([]);
    });

    describe("changes that wait at one moment", () => {
      const saving = (id: string, more = () => Promise.resolve()) =>
        at.storage.change(TENANT, async (work) => {
          const saved = await saveRequest(work, request(id), happened);
          await more();
          return saved;
        });
      const commits = () => {
        const begun = jest.spyOn(at.storage.database.kysely, "transaction");
        return () => begun.mock.calls.length;
      };
      const failing = () => Promise.reject(new Error("no"));

      test("are few transactions, each with its own answer and entry", async () => {
        const count = commits();
        const ids = Array.from({ length: 40 }, (_, index) => `r${index}`);
        const saved = await Promise.all(ids.map((id) => saving(id)));
        expect(saved.map(({ id }) => id)).toEqual(ids);
        expect(count()).toBeLessThan(20);
        const entries = await at.storage.database.kysely.selectFrom("record").selectAll().execute();
        expect(entries).toHaveLength(40);
        expect((await find("r39"))?.version).toBe(1);
      });

      test.each([0, 1, 2])("one that fails (the %sth) leaves the others as they are", async (n) => {
        const results = await Promise.allSettled(
          ["a", "b", "c"].map((id, index) => saving(id, index === n ? failing : undefined)),
        );
        expect(results.map(({ status }) => status)).toEqual(
          [0, 1, 2].map((index) => (index === n ? "rejected" : "fulfilled")),
        );
        for (const [index, id] of ["a", "b", "c"].entries())
          expect((await find(id)) === null).toBe(index === n);
        const { sequence } = await at.storage.database.kysely
          .selectFrom("record_heads")
          .select("sequence")
          .executeTakeFirstOrThrow();
        expect(sequence).toBe(2);
        expect((await saving("d")).version).toBe(1);
        expect(await find("d")).not.toBeNull();
        expect(at.alarms).toEqual([]);
      });

      test("where the transaction is lost, none of them is done, and the next is", async () => {
        const lose =
          name === "sqlite" ? sql`rollback` : sql`select pg_terminate_backend(pg_backend_pid())`;
        const results = await Promise.allSettled([
          saving("a"),
          at.storage.change(TENANT, async (work) => {
            expect(await findRequest(work, "a")).not.toBeNull();
            await lose.execute(work.trx);
            await append(work, happened);
          }),
          saving("c"),
        ]);
        expect(results).toMatchObject([
          { reason: { code: "api/unavailable" } },
          { reason: { code: "api/unavailable" } },
          { status: "fulfilled" },
        ]);
        expect(await find("a")).toBeNull();
        expect(await find("c")).not.toBeNull();
        await saving("e");
        expect(await find("e")).toMatchObject({ version: 1 });
        expect(at.alarms).toEqual([]);
      });
    });

    test("two replicas append one after the other", async () => {
      const other = await openedAt(at.place);
      const entries = Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? at : other).storage.change(TENANT, async (work) => {
          await append(work, happened);
          await sleep(1);
          await append(work, happened);
        }),
      );
      await Promise.all(entries);
      const rows = await at.storage.database.kysely
        .selectFrom("record")
        .select("sequence")
        .orderBy("sequence")
        .execute();
      expect(rows.map(({ sequence }) => sequence)).toEqual(
        Array.from({ length: 40 }, (_, i) => i + 1),
      );
      await other.storage.close();
    });

    test("processes that write without a transaction wait for each other", async () => {
      const others = await Promise.all([1, 2, 3].map(() => openedAt(at.place)));
      const db = at.storage.database.kysely;
      const holding = db.transaction().execute(async (trx) => {
        await trx.updateTable("instance").set({ value: "1" }).where("name", "=", "x").execute();
        await sleep(200);
      });
      await Promise.all(
        others.map(({ storage }, index) => storage.keys.make(TENANT, `key-${index}`, NOW)),
      );
      const links = others.map(({ storage }) =>
        storage.database.kysely
          .updateTable("outbox")
          .set({ tries: 1 })
          .where("id", "=", "none")
          .execute(),
      );
      await Promise.all([holding, ...links]);
      for (const { storage } of others) await storage.close();
    });

    test("who listens hears of it after the commit, and of nothing that failed", async () => {
      const heard: (string | null)[] = [];
      const isCommitted: boolean[] = [];
      const stop = at.storage.changes.subscribe((change) => {
        heard.push(change.kind === "request" ? change.id : null);
        void find(String(heard[0])).then((found) => isCommitted.push(found !== null));
      });
      await sleep(name === "postgres" ? 200 : 0);
      await save("a");
      await expect(
        at.storage.change(TENANT, async (work) => {
          await saveRequest(work, request("b"), happened);
          throw new Error("no");
        }),
      ).rejects.toThrow("no");
      for (let i = 0; i < 40 && isCommitted.length === 0; i++) await sleep(25);
      expect(heard).toEqual(["a"]);
      expect(isCommitted).toEqual([true]);
      stop();
    });
  });

  describe("outbox", () => {
    test("one replica takes a notice; unsent ones come again; sent ones never", async () => {
      const db = at.storage.database.kysely;
      await at.storage.change(TENANT, async (work) => {
        await enqueue(work, "asked", "a", "managers", NOW);
        await enqueue(work, "reminder", "a", "managers", NOW + 1000);
      });
      const [notice, ...more] = await dueNotices(db, NOW, 10);
      expect(more).toEqual([]);
      const claims = await Promise.all([1, 2, 3].map(() => claimNotice(db, notice!, NOW + 60)));
      expect(claims.filter((each) => each)).toHaveLength(1);
      expect(await dueNotices(db, NOW, 10)).toEqual([]);
      const [again] = await dueNotices(db, NOW + 60, 10);
      expect(again).toMatchObject({ id: notice!.id, tries: 1 });
      await markSent(db, again!, NOW + 61);
      await at.storage.change(TENANT, (work) => dropUnsent(work, "a"));
      expect(await dueNotices(db, NOW + 5000, 10)).toEqual([]);
    });
  });

  describe("sums and histories", () => {
    test("distinct values of one sender within 24 hours, then they are gone", async () => {
      const refs = { person: ["p1", "p2"], address: ["a1"] };
      await at.storage.change(TENANT, async (work) => {
        await addToSums(work, "p-sato", "a", NOW, refs);
        await addToSums(work, "p-sato", "b", NOW, { person: ["p2", "p3"], address: [] });
        await addToSums(work, "p-kato", "c", NOW, { person: ["p9"], address: [] });
      });
      const sums = (now: number) =>
        at.storage.read(TENANT, (reading) => sumsOf(reading, "p-sato", now));
      expect((await sums(NOW)).person).toEqual(new Set(["p1", "p2", "p3"]));
      expect((await sums(NOW + SUM_WINDOW_MS)).person.size).toBe(0);
      await at.storage.change(TENANT, (work) => eraseOldSums(work, NOW + SUM_WINDOW_MS));
      expect(await at.storage.database.kysely.selectFrom("sums").selectAll().execute()).toEqual([]);
    });

    test("who was written to before is not new, for this sender", async () => {
      await at.storage.change(TENANT, (work) =>
        rememberRecipients(work, "p-sato", ["a@x.example", "a@x.example"], NOW),
      );
      const news = (sender: string) =>
        at.storage.read(TENANT, (reading) =>
          firstTimeRecipients(reading, sender, ["a@x.example", "b@x.example"]),
        );
      expect(await news("p-sato")).toEqual(new Set(["b@x.example"]));
      expect((await news("p-kato")).size).toBe(2);
    });

    test("a day's counts add up", async () => {
      await at.storage.change(TENANT, (work) => addCounts(work, "2025-07-07", { allowed: 2 }));
      await at.storage.change(TENANT, (work) => addCounts(work, "2025-07-07", { allowed: 3 }));
      const rows = await at.storage.database.kysely.selectFrom("counts").selectAll().execute();
      expect(rows).toMatchObject([{ name: "allowed", total: 5 }]);
    });
  });
}
