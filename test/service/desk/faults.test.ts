import { sql } from "kysely";
import { auditAll, isWhole } from "../../../src/service/storage/audit";
import { onPostgres } from "../storage/postgres";
import { DATABASES, newPlace, removePlaces } from "../storage/places";
import { TENANT } from "../storage/opened";
import { replaceDirectory } from "../../../src/service/desk/publishing";
import { approve, asked, company, companyAt, DIRECTORY, sending, type Company } from "./company";
import { claimsOf, recordOf, release } from "./road";

const UNAVAILABLE = { code: "api/unavailable" };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let at: Company;
afterEach(() => at.storage.close());
afterAll(removePlaces);

const isWholeNow = async () => (await auditAll(at.storage, [])).every(isWhole);
const next = (index: number) => sending({ item: `i${index}`, subject: `s${index}` });
/** Within a reader's transaction: a setting is nothing that waits for the right to write. */
const pragma = (text: string) =>
  at.storage.database.kysely
    .transaction()
    .setAccessMode("read only")
    .execute((trx) => sql.raw(`pragma ${text}`).execute(trx));

describe("a full disk", () => {
  test("what was answered is there, what was not is said, and it goes on with room", async () => {
    at = await company("sqlite");
    const before = await pragma("page_count");
    const pages = (before.rows[0] as { page_count: number }).page_count;
    await pragma(`max_page_count = ${pages + 25}`);
    const told: string[] = [];
    const full = async () => {
      for (let index = 0; index < 200; index++) {
        const shown = await asked(at, next(index));
        await at.desk.withdraw(at.as("sato"), shown.id);
        told.push(shown.id);
      }
    };
    await expect(full()).rejects.toMatchObject(UNAVAILABLE);
    expect(told.length).toBeGreaterThan(0);
    for (const id of told)
      expect((await at.desk.detail(at.as("sato"), id)).state).toBe("withdrawn");
    expect(await isWholeNow()).toBe(true);
    await pragma("max_page_count = 1000000");
    const shown = await asked(at, sending({ item: "later", subject: "later" }));
    expect((await approve(at, shown)).state).toBe("approved");
    expect(at.alarms).toEqual([]);
  });
});

describe.each(DATABASES)("a database on %s that lets nobody write", (name) => {
  const setReadOnly = async (isReadOnly: boolean) => {
    if (name === "sqlite") return void (await pragma(`query_only = ${isReadOnly ? 1 : 0}`));
    const { url } = at.place;
    const database = new URL(url).pathname.slice(1);
    await onPostgres(url, async (client) => {
      await client.query("set default_transaction_read_only = off");
      await client.query(
        `alter database ${database} set default_transaction_read_only = ${isReadOnly ? "on" : "off"}`,
      );
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = $1 and pid <> pg_backend_pid()`,
        [database],
      );
    });
  };

  test("refuses what changes anything, shows the rest, and goes on afterwards", async () => {
    at = await companyAt(await newPlace(name));
    await at.storage.change(TENANT, (work) => replaceDirectory(work, DIRECTORY as never, ""));
    const shown = await asked(at);
    await setReadOnly(true);
    await expect(approve(at, shown)).rejects.toMatchObject(UNAVAILABLE);
    await expect(at.desk.detail(at.as("kato"), shown.id)).rejects.toMatchObject(UNAVAILABLE);
    expect((await at.desk.detail(at.as("sato"), shown.id)).state).toBe("requested");
    await setReadOnly(false);
    expect((await approve(at, shown)).state).toBe("approved");
    expect((await recordOf(at)).map(({ kind }) => kind)).toEqual([
      "directory-published",
      "request-asked",
      "request-decided",
      "ticket-issued",
    ]);
    expect(await isWholeNow()).toBe(true);
  });
});

describe("a clock that is set", () => {
  beforeEach(async () => {
    at = await company("sqlite");
  });

  test.each([10 * MINUTE, -10 * MINUTE, -HOUR])(
    "by %s ms between asking and deciding: nothing lives longer, and the record is in order",
    async (step) => {
      const shown = await asked(at);
      at.clock.now += step;
      expect((await approve(at, shown)).state).toBe("approved");
      const { ticket } = await at.desk.ticket(at.as("sato"), shown.id);
      const asSigned = { ...at, clock: { now: Math.max(at.clock.now, shown.askedAt) } };
      const { iat, exp, offlineUntil } = claimsOf(asSigned, ticket);
      expect(iat * 1000).toBe(Math.max(shown.askedAt, shown.askedAt + step));
      expect([exp - iat, offlineUntil - iat]).toEqual([24 * 3600, 3600]);
      at.clock.now = exp * 1000;
      await expect(release(at, shown.digest)).rejects.toMatchObject({ code: "release/unknown" });
      const times = (await recordOf(at)).map((each) => (each as { at?: number }).at ?? 0);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(await isWholeNow()).toBe(true);
    },
  );

  test("back by an hour: what has ended stays ended", async () => {
    const shown = await asked(at);
    at.clock.now = shown.expiresAt;
    await at.desk.sweep(TENANT);
    at.clock.now -= HOUR;
    await expect(approve(at, shown)).rejects.toMatchObject({ code: "approval/state" });
    const again = await asked(at);
    expect(again.id).not.toBe(shown.id);
    expect(again.askedAt).toBeGreaterThanOrEqual(shown.expiresAt);
    expect(again.expiresAt).toBeGreaterThan(again.askedAt);
  });

  test("back by an hour: a released mail is released, and goes to nobody else", async () => {
    const shown = await asked(at);
    await approve(at, shown);
    await release(at, shown.digest);
    at.clock.now -= HOUR;
    await expect(release(at, shown.digest, "another-nonce-0123")).rejects.toMatchObject({
      code: "release/used",
    });
  });

  test("back by an hour: who signed in 12 hours ago has not signed in anew", async () => {
    const many = await asked(at, sending({}, 1100));
    expect(many.required.managers).toBe(2);
    const signedIn = Math.floor(at.clock.now / 1000) - 12 * 3600 - 1;
    at.clock.now -= HOUR;
    const late = at.desk.decide(at.as("kato", signedIn), many.id, {
      decision: "approve",
      digest: many.digest,
      ticks: many.ticks,
      comment: "",
      number: many.others,
    });
    await expect(late).rejects.toMatchObject({ code: "identity/stale" });
  });
});
