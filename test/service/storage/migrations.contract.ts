import { spawn } from "node:child_process";
import path from "node:path";
import { sql, type Kysely } from "kysely";
import { openDatabase } from "../../../src/service/storage/database";
import { migrate, MIGRATIONS, type Migration } from "../../../src/service/storage/migrate";
import { openStorage } from "../../../src/service/storage/open";
import { secretsOf } from "../../../src/service/storage/secrets";
import type { Tables } from "../../../src/service/storage/tables";
import { newPlace, type DatabaseName } from "./places";
import { openedAt, optionsFor } from "./opened";

const create =
  (table: string): Migration =>
  async (db) => {
    await sql.raw(`create table ${table} (a text not null)`).execute(db);
  };

const failing: Migration = async (db, dialect) => {
  await create("half")(db, dialect);
  throw new Error("power cut");
};

async function schemaOf(db: Kysely<Tables>): Promise<string | undefined> {
  const row = await db
    .selectFrom("instance")
    .select("value")
    .where("name", "=", "schema")
    .executeTakeFirst();
  return row?.value;
}

const has = (db: Kysely<Tables>, table: string): Promise<boolean> =>
  sql
    .raw(`select 1 from ${table}`)
    .execute(db)
    .then(
      () => true,
      () => false,
    );

export function migrationsContract(name: DatabaseName): void {
  describe("migrations", () => {
    test("a failure within a step leaves the step before it, and the next start goes on", async () => {
      const place = await newPlace(name);
      const database = openDatabase<Tables>(place.url);
      await expect(migrate(database, [create("one"), failing])).rejects.toThrow("power cut");
      expect(await schemaOf(database.kysely)).toBe("1");
      expect(await has(database.kysely, "one")).toBe(true);
      expect(await has(database.kysely, "half")).toBe(false);
      await migrate(database, [create("one"), create("two")]);
      expect(await schemaOf(database.kysely)).toBe("2");
      expect(await has(database.kysely, "two")).toBe(true);
      await database.close();
    });

    test("a process that dies within a step leaves nothing of it", async () => {
      const place = await newPlace(name);
      const child = spawn(
        process.execPath,
        [
          "-r",
          path.join(__dirname, "../register.cjs"),
          path.join(__dirname, "dying.ts"),
          place.url,
        ],
        { stdio: ["ignore", "pipe", "inherit"] },
      );
      await new Promise((resolve) => child.stdout.once("data", resolve));
      child.kill("SIGKILL");
      await new Promise((resolve) => child.once("exit", resolve));
      const database = openDatabase<Tables>(place.url);
      await migrate(database, [create("one")]);
      expect(await schemaOf(database.kysely)).toBe("1");
      expect(await has(database.kysely, "half")).toBe(false);
      await database.close();
    });

    test("a newer schema is not touched", async () => {
      const place = await newPlace(name);
      const database = openDatabase<Tables>(place.url);
      await migrate(database, [create("one"), create("two")]);
      await expect(migrate(database, [create("one")])).rejects.toMatchObject({
        code: "storage/newer-schema",
      });
      await database.close();
    });

    test("a schema that nobody can name is not touched", async () => {
      const place = await newPlace(name);
      const database = openDatabase<Tables>(place.url);
      await migrate(database, [create("one")]);
      await database.kysely
        .updateTable("instance")
        .set({ value: "begun" })
        .where("name", "=", "schema")
        .execute();
      await expect(migrate(database, [create("one")])).rejects.toMatchObject({
        code: "storage/half-migrated",
      });
      await database.close();
    });

    test("replicas that start at once run each step once", async () => {
      const place = await newPlace(name);
      let runs = 0;
      const counted: Migration = (db, dialect) => {
        runs += 1;
        return create("one")(db, dialect);
      };
      const replicas = [1, 2, 3].map(() => openDatabase<Tables>(place.url));
      await Promise.all(replicas.map((each) => migrate(each, [counted, ...MIGRATIONS])));
      expect(runs).toBe(1);
      await Promise.all(replicas.map((each) => each.close()));
    });
  });

  describe("keys of an instance", () => {
    test("replicas with the same keys start at once", async () => {
      const place = await newPlace(name);
      const both = await Promise.all([openedAt(place), openedAt(place)]);
      await Promise.all(both.map(({ storage }) => storage.close()));
    });

    test.each([
      ["another master secret", { secrets: secretsOf(Buffer.alloc(32, 8)) }, "storage/other-keys"],
      ["another signing key", { identity: { serial: 1, signing: ["x"] } }, "storage/other-keys"],
      ["an older key set", { identity: { serial: 0, signing: ["x"] } }, "storage/older-keys"],
    ])("%s does not start", async (_, more, code) => {
      const place = await newPlace(name);
      await (await openedAt(place)).storage.close();
      await expect(openStorage(optionsFor(place, more))).rejects.toMatchObject({ code });
    });

    test("a newer key set takes the place of the older one", async () => {
      const place = await newPlace(name);
      await (await openedAt(place)).storage.close();
      const newer = await openedAt(place, { identity: { serial: 2, signing: ["ticket-2"] } });
      await newer.storage.close();
    });

    test("the key store is another database", async () => {
      const place = await newPlace(name);
      const options = optionsFor(place, { keyStoreUrl: place.url });
      await expect(openStorage(options)).rejects.toMatchObject({ code: "storage/same-key-store" });
    });
  });
}
