import { dueNotices } from "../../../src/service/storage/outbox";
import type { DatabaseName } from "../storage/places";
import {
  approve,
  ASK,
  asked,
  company,
  companyAt,
  DIRECTORY,
  keysFrom,
  reject,
  sending,
  type Company,
} from "./company";
import { claimsOf, NONCE, recordOf, release } from "./road";
import { TENANT } from "../storage/opened";

const code = (name: string) => ({ code: name });
const HOUR = 3_600_000;

export function roadContract(name: DatabaseName): void {
  let at: Company;
  beforeEach(async () => {
    at = await company(name);
  });
  afterEach(() => at.storage.close());

  test("from asking to release, each step on record", async () => {
    const shown = await asked(at);
    expect(shown).toMatchObject({ state: "requested", others: 3, ticks: ["partner.example"] });
    const seen = await at.desk.detail(at.as("kato"), shown.id);
    expect(seen.mayDecide).toBe(true);
    expect((await approve(at, shown)).state).toBe("approved");
    const issued = await at.desk.ticket(at.as("sato"), shown.id);
    const claims = claimsOf(at, issued.ticket);
    expect(claims).toMatchObject({ digest: shown.digest, approvers: ["kato"], item: "item-1" });
    const released = await release(at, shown.digest, NONCE, claims.jti);
    expect(released.ticket).toBe(issued.ticket);
    expect((await recordOf(at)).map(({ kind }) => kind)).toEqual([
      "directory-published",
      "request-asked",
      "view-recorded",
      "request-decided",
      "ticket-issued",
      "released",
    ]);
    expect(at.alarms).toEqual([]);
  });

  test("requests with the same files and rules are told to belong together, to each reader apart", async () => {
    const from = (who: string, count = 3) => {
      const sender = { name: who, address: `${who}@sekisho-motors.example` };
      return asked(at, sending({ sender, from: sender, item: `item-${who}-${count}` }, count), who);
    };
    const [first, second, other] = [await from("sato"), await from("ito"), await from("ito", 4)];
    const seenBy = async (who: string, { id }: { id: string }) =>
      (await at.desk.detail(at.as(who), id)).together;
    const together = await seenBy("kato", first);
    expect(together).toMatch(/^[0-9a-f]{64}$/);
    expect(await seenBy("kato", second)).toBe(together);
    expect(await seenBy("kato", other)).not.toBe(together);
    expect(await seenBy("sato", first)).toBeUndefined();
  });

  test("a list of many, or without files, is looked at by itself", async () => {
    const many = await asked(at, sending({ item: "many" }, 12));
    expect((await at.desk.detail(at.as("kato"), many.id)).together).toBeUndefined();
    const none = await asked(at, sending({ item: "none", attachments: [] }));
    expect((await at.desk.detail(at.as("kato"), none.id)).together).toBeUndefined();
  });

  test("who may take an approval back is told so, and nobody else", async () => {
    const shown = await asked(at);
    const may = async (who: string) => (await at.desk.detail(at.as(who), shown.id)).mayRevoke;
    expect(await may("kato")).toBe(false);
    await approve(at, shown);
    expect([await may("kato"), await may("sato")]).toEqual([true, false]);
  });

  test("the ticket says where the decision stands in the record", async () => {
    const shown = await asked(at);
    await approve(at, shown);
    const { ticket } = await at.desk.ticket(at.as("sato"), shown.id);
    const { record } = claimsOf(at, ticket);
    const entries = await recordOf(at);
    expect(entries[record.sequence - 1]).toMatchObject({
      kind: "request-decided",
      hash: record.head,
    });
  });

  describe("asking", () => {
    test("a part that did not come makes it unaskable", async () => {
      const draft = await at.desk.beginDraft(at.as("sato"), sending().mail);
      expect(draft.missing).toEqual([0]);
      await expect(at.desk.ask(at.as("sato"), draft.id, ASK)).rejects.toMatchObject(
        code("approval/incomplete"),
      );
    });

    test("bytes of another length than announced are refused", async () => {
      const draft = await at.desk.beginDraft(at.as("sato"), sending().mail);
      const put = at.desk.putAttachment(at.as("sato"), draft.id, 0, Buffer.from("x"));
      await expect(put).rejects.toMatchObject(code("api/invalid"));
    });

    test("nobody asks in another's name, or continues another's draft", async () => {
      const { mail, files } = sending();
      await expect(at.desk.beginDraft(at.as("ito"), mail)).rejects.toMatchObject(
        code("approval/not-sender"),
      );
      const draft = await at.desk.beginDraft(at.as("sato"), mail);
      await expect(
        at.desk.putAttachment(at.as("ito"), draft.id, 0, files[0]!),
      ).rejects.toMatchObject(code("api/not-found"));
    });

    test("a mail inside needs no sign-off, and gets none", async () => {
      const inside = {
        field: "to" as const,
        name: "",
        address: "ito@sekisho-motors.example",
        group: false,
      };
      await expect(asked(at, sending({ recipients: [inside] }))).rejects.toMatchObject(
        code("approval/not-askable"),
      );
    });

    test("visible consumer addresses are a stop that no sign-off lifts", async () => {
      const recipients = [1, 2, 3].map((each) => ({
        field: "to" as const,
        name: "",
        address: `a${each}@gmail.com`,
        group: false,
      }));
      await expect(asked(at, sending({ recipients }))).rejects.toMatchObject(
        code("approval/not-askable"),
      );
    });

    describe("a list among the recipients", () => {
      const LIST = "all@partner.example";
      const toList = (field: "to" | "bcc" = "to") =>
        sending({ recipients: [{ field, name: "一同", address: LIST, group: true }] });
      const people = (count: number, domain: string) =>
        Array.from({ length: count }, (_, index) => `p${index}@${domain}`);

      test("that nobody can look into is one recipient of whom nothing is known", async () => {
        const shown = await asked(at, toList());
        expect(shown).toMatchObject({
          outside: 1,
          unusual: ["could-not-look", "first-time-recipient"],
          ticks: [LIST],
        });
      });

      test("counts as its members, who are shown and ticked beside it", async () => {
        at.lists.set(LIST, [...people(2, "partner.example"), "a@gmail.com"]);
        const shown = await asked(at, toList());
        expect(shown).toMatchObject({
          outside: 4,
          ticks: ["a@gmail.com", LIST, "partner.example"],
        });
        expect(shown.recipients.map(({ field, name, address }) => [field, name, address])).toEqual(
          [LIST, ...people(2, "partner.example"), "a@gmail.com"].map((each) => [
            "to",
            "一同",
            each,
          ]),
        );
        expect(shown.rules).toContain("could-not-look");
        expect((await approve(at, shown)).state).toBe("approved");
        expect((await release(at, shown.digest)).ticket).not.toBe("");
      });

      test("is bulk mail where its members are, also with those of the day before", async () => {
        at.lists.set(LIST, people(60, "partner.example"));
        const shown = await asked(at, toList());
        expect(shown.rules).toContain("bulk");
        expect(shown.results.find(({ rule }) => rule === "bulk")).toMatchObject({
          facts: { outside: 61 },
        });
      });

      test("shows none of its members to the others: private ones in it are no stop", async () => {
        at.lists.set(LIST, people(3, "gmail.com"));
        expect((await asked(at, toList())).state).toBe("requested");
      });

      test("is itself what the digest names, whoever is in it", async () => {
        const without = await asked(at, toList());
        at.lists.set(LIST, people(2, "partner.example"));
        const known = await asked(at, toList());
        expect(known.digest).toBe(without.digest);
      });

      test("with members from inside only is still one that was not looked into at Send", async () => {
        at.lists.set(LIST, people(5, "sekisho-motors.example"));
        const shown = await asked(at, toList());
        expect(shown).toMatchObject({ outside: 1, ticks: [LIST] });
      });
    });

    test("the same once more is the same request", async () => {
      const first = await asked(at);
      const second = await asked(at);
      expect(second.id).toBe(first.id);
    });

    test("another mail from the same item takes the place of the open one", async () => {
      const first = await asked(at);
      const second = await asked(at, sending({ subject: "お客様一覧（訂正）" }));
      expect(second).toMatchObject({ supersedes: first.id, state: "requested" });
      expect(second.changes).toEqual([
        { field: "subject", added: ["お客様一覧（訂正）"], removed: ["お客様一覧"] },
      ]);
      expect((await at.desk.detail(at.as("sato"), first.id)).state).toBe("superseded");
      await expect(approve(at, first)).rejects.toMatchObject(code("approval/state"));
    });

    test("five may be open, not six", async () => {
      for (let i = 0; i < 5; i++) await asked(at, sending({ item: `item-${i}`, subject: `${i}` }));
      await expect(asked(at, sending({ item: "x", subject: "x" }))).rejects.toMatchObject(
        code("approval/too-many-open"),
      );
    });

    test("the reserve of who rejected it: others of the unit do not pass it", async () => {
      const directory = {
        ...DIRECTORY,
        units: DIRECTORY.units.map((unit) =>
          unit.id === "store" ? { ...unit, managers: ["kato", "abe"] } : unit,
        ),
      };
      await at.storage.close();
      at = await company(name, directory);
      await reject(at, await asked(at));
      const again = await asked(at, sending({ subject: "別の件名", item: "item-2" }));
      expect(again.unusual).toContain("rejected-before");
      expect(again.rejectedBefore).toMatchObject({ by: { id: "kato" }, comment: "宛先が違います" });
      await expect(approve(at, again, "abe")).rejects.toMatchObject(code("api/not-found"));
      expect((await approve(at, again, "kato")).state).toBe("approved");
    });
  });

  describe("sums of 24 hours", () => {
    test("3 × 980 persons: the second needs two managers", async () => {
      const list = (index: number) =>
        sending({ item: `item-${index}`, subject: `${index}` }, 980, index * 980);
      const first = await asked(at, list(0));
      expect(first.required.managers).toBe(1);
      const second = await asked(at, list(1));
      expect(second.required).toMatchObject({ managers: 2, outsideUnit: true });
      const third = await asked(at, list(2));
      expect(third.required.managers).toBe(2);
      at.clock.now += 25 * HOUR;
      const later = await asked(at, sending({ item: "l", subject: "l" }, 980, 5000));
      expect(later.required.managers).toBe(1);
    });

    test("the same persons again are no others", async () => {
      await asked(at, sending({ item: "a", subject: "a" }, 980, 0));
      const again = await asked(at, sending({ item: "b", subject: "b" }, 980, 0));
      expect(again.required.managers).toBe(1);
    });

    test("what was rejected or withdrawn does not count", async () => {
      const first = await asked(at, sending({ item: "a", subject: "a" }, 980, 0));
      await at.desk.withdraw(at.as("sato"), first.id);
      const second = await asked(at, sending({ item: "b", subject: "b" }, 980, 980));
      expect(second.required.managers).toBe(1);
    });

    test("outside addresses add up to bulk", async () => {
      const to = (from: number) =>
        [0, 1, 2, 3, 4, 5].map((each) => ({
          field: "bcc" as const,
          name: "",
          address: `a${from + each}@partner.example`,
          group: false,
        }));
      const first = await asked(at, sending({ item: "a", recipients: to(0) }));
      const second = await asked(at, sending({ item: "b", recipients: to(6) }));
      expect(first.rules).not.toContain("bulk");
      expect(second.rules).toContain("bulk");
    });
  });

  describe("deciding", () => {
    test.each([
      ["another digest", { digest: "0".repeat(64) }, "approval/digest-mismatch"],
      ["no tick", { ticks: [] }, "approval/ticks-mismatch"],
      ["a tick too many", { ticks: ["partner.example", "x.example"] }, "approval/ticks-mismatch"],
    ])("%s: refused, nothing recorded", async (_, more, refused) => {
      const shown = await asked(at);
      const before = (await recordOf(at)).length;
      await expect(approve(at, shown, "kato", more)).rejects.toMatchObject(code(refused));
      expect(await recordOf(at)).toHaveLength(before);
      expect((await at.desk.detail(at.as("sato"), shown.id)).state).toBe("requested");
    });

    test.each([
      ["the sender", "sato", "approval/self"],
      ["a colleague", "ito", "api/not-found"],
      ["the manager of another store", "abe", "api/not-found"],
      ["an admin", "admin", "api/not-found"],
      ["nobody", "ghost", "identity/unknown-person"],
    ])("%s does not decide", async (_, who, refused) => {
      const shown = await asked(at);
      await expect(approve(at, shown, who)).rejects.toMatchObject(code(refused));
    });

    test("a sign-in of yesterday, or of no time, is not enough", async () => {
      const shown = await asked(at);
      for (const authTime of [0, Math.floor(at.clock.now / 1000) - 12 * 3600 - 1]) {
        const decision = at.desk.decide(at.as("kato", authTime), shown.id, {
          decision: "approve",
          digest: shown.digest,
          ticks: shown.ticks,
          comment: "",
          number: null,
        });
        await expect(decision).rejects.toMatchObject(code("identity/stale"));
      }
    });

    test("from 100 others on, the number is typed", async () => {
      const shown = await asked(at, sending({}, 120));
      expect(shown.typedNumber).toBe(true);
      for (const number of [null, 12, 121])
        await expect(approve(at, shown, "kato", { number })).rejects.toMatchObject(
          code("approval/number-mismatch"),
        );
      expect((await approve(at, shown)).state).toBe("approved");
    });

    test("two persons, one from outside the store; rights of the first are read again", async () => {
      const shown = await asked(at, sending({}, 1000));
      expect((await approve(at, shown)).state).toBe("requested");
      await expect(approve(at, shown)).rejects.toMatchObject(code("approval/state"));
      expect(await at.desk.ticket(at.as("sato"), shown.id)).toMatchObject({ ticket: null });
      const directory = await at.desk.directory(at.as("admin"));
      await at.desk.publishDirectory(at.as("admin"), {
        ...directory,
        units: directory.units.map((unit) =>
          unit.id === "store" ? { ...unit, managers: ["ito"] } : unit,
        ),
      });
      expect((await approve(at, shown, "ono")).state).toBe("requested");
      expect((await approve(at, shown, "ito")).state).toBe("approved");
      const { ticket } = await at.desk.ticket(at.as("sato"), shown.id);
      expect(claimsOf(at, ticket).approvers).toEqual(["ono", "ito"]);
    });

    test("a rejection needs words, and reaches the sender", async () => {
      const shown = await asked(at);
      const silent = at.desk.decide(at.as("kato"), shown.id, {
        decision: "reject",
        digest: shown.digest,
        ticks: [],
        comment: " ",
        number: null,
      });
      await expect(silent).rejects.toMatchObject({
        code: "api/invalid",
        more: { path: "/comment" },
      });
      await reject(at, shown);
      const told = await at.desk.detail(at.as("sato"), shown.id);
      expect(told).toMatchObject({ state: "rejected", decisions: [{ comment: "宛先が違います" }] });
    });

    test("fifty approvals at once: one decision, one ticket", async () => {
      const shown = await asked(at);
      const all = await Promise.allSettled(Array.from({ length: 50 }, () => approve(at, shown)));
      expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const kinds = (await recordOf(at)).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === "ticket-issued")).toHaveLength(1);
    });

    test("after its end nobody decides, also by a clock that goes back after the sweep", async () => {
      const shown = await asked(at);
      at.clock.now = shown.expiresAt;
      await expect(approve(at, shown)).rejects.toMatchObject({
        code: "approval/state",
        more: { state: "expired" },
      });
      await at.desk.sweep(TENANT);
      at.clock.now = shown.askedAt;
      await expect(approve(at, shown)).rejects.toMatchObject(code("approval/state"));
    });

    test("a decision that cannot be recorded is not given", async () => {
      const shown = await asked(at);
      const db = at.storage.database.kysely;
      await db.schema.alterTable("record").renameTo("hidden").execute();
      await expect(approve(at, shown)).rejects.toBeDefined();
      await db.schema.alterTable("hidden").renameTo("record").execute();
      expect((await at.desk.detail(at.as("sato"), shown.id)).state).toBe("requested");
    });
  });

  describe("release", () => {
    const approved = async () => {
      const shown = await asked(at);
      await approve(at, shown);
      return shown;
    };

    test("50 nonces at once: one wins", async () => {
      const { digest } = await approved();
      const all = await Promise.allSettled(
        Array.from({ length: 50 }, (_, i) => release(at, digest, `${NONCE}-${i}`)),
      );
      const lost = all.filter((each) => each.status === "rejected");
      expect(lost).toHaveLength(49);
      for (const each of lost) expect(each.reason).toMatchObject(code("release/used"));
    });

    test("50 times one nonce: one release", async () => {
      const { digest } = await approved();
      await Promise.all(Array.from({ length: 50 }, () => release(at, digest)));
      const kinds = (await recordOf(at)).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === "released")).toHaveLength(1);
    });

    test("the same nonce after 11 minutes: goes; after the ticket's end: unknown", async () => {
      const { digest } = await approved();
      const first = await release(at, digest);
      at.clock.now += 11 * 60_000;
      expect((await release(at, digest)).ticket).toBe(first.ticket);
      at.clock.now += 24 * HOUR;
      await expect(release(at, digest)).rejects.toMatchObject(code("release/unknown"));
    });

    test("the sender re-opens, and another nonce goes", async () => {
      const shown = await approved();
      await release(at, shown.digest);
      await expect(at.desk.reopen(at.as("kato"), shown.id)).rejects.toMatchObject(
        code("approval/not-sender"),
      );
      expect((await at.desk.reopen(at.as("sato"), shown.id)).state).toBe("approved");
      await release(at, shown.digest, `${NONCE}-2`);
      await expect(release(at, shown.digest)).rejects.toMatchObject(code("release/used"));
    });

    test("unknown, foreign, rejected, revoked, ended, wrong ticket: one answer", async () => {
      const answers: string[] = [];
      const told = async (work: Promise<unknown>) => {
        const error = await work.then(
          () => new Error("released"),
          (reason: Error) => reason,
        );
        answers.push(JSON.stringify({ ...error, message: error.message }));
      };
      await told(release(at, "0".repeat(64)));
      const rejected = await asked(at, sending({ subject: "r" }));
      await reject(at, rejected);
      await told(release(at, rejected.digest));
      await told(
        at.desk.release({ tenant: "foreign", lookup: "0".repeat(64), nonce: NONCE, jti: null }),
      );
      const shown = await approved();
      await told(release(at, shown.digest, NONCE, "A".repeat(22)));
      await at.desk.revoke(at.as("kato"), shown.id, "");
      await told(release(at, shown.digest));
      const open = await asked(at, sending({ subject: "o", item: "item-1" }));
      await told(release(at, open.digest));
      await approve(at, open);
      at.clock.now += 24 * HOUR;
      await told(release(at, open.digest));
      expect(answers).toHaveLength(7);
      expect(new Set(answers)).toEqual(
        new Set([
          JSON.stringify({
            code: "release/unknown",
            more: {},
            name: "Refused",
            message: "release/unknown",
          }),
        ]),
      );
    });

    test("told afterwards of an offline release: recorded once", async () => {
      const shown = await approved();
      const { ticket } = await at.desk.ticket(at.as("sato"), shown.id);
      const told = { ticket: ticket ?? "", at: Math.floor(at.clock.now / 1000) + 60 };
      await at.desk.offlineRelease(told);
      await at.desk.offlineRelease(told);
      const kinds = (await recordOf(at)).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === "released-offline")).toHaveLength(1);
      expect((await at.desk.detail(at.as("sato"), shown.id)).state).toBe("released");
      const late = { ...told, at: told.at + 25 * 3600 };
      await expect(at.desk.offlineRelease(late)).rejects.toMatchObject(code("release/unknown"));
      const forged = { ...told, ticket: `${told.ticket.slice(0, -6)}AAAAAA` };
      await expect(at.desk.offlineRelease(forged)).rejects.toMatchObject(code("release/unknown"));
    });

    test("a role that is lost after the approval takes the ticket with it", async () => {
      const shown = await approved();
      const directory = await at.desk.directory(at.as("admin"));
      await at.desk.publishDirectory(at.as("admin"), {
        ...directory,
        units: directory.units.map((unit) =>
          unit.id === "store" ? { ...unit, managers: ["ito"] } : unit,
        ),
      });
      expect((await at.desk.detail(at.as("sato"), shown.id)).state).toBe("revoked");
      await expect(release(at, shown.digest)).rejects.toMatchObject(code("release/unknown"));
    });

    test("a key that is revoked takes its tickets with it, at once and for good", async () => {
      const waiting = await approved();
      const gone = await asked(at, sending({ item: "gone", subject: "gone" }));
      await approve(at, gone);
      await release(at, gone.digest, NONCE, null, "gone");
      const next = await companyAt(at.place, keysFrom(20, 2));
      expect((await next.desk.ticket(next.as("sato"), waiting.id)).ticket).toBeNull();
      const refused = code("release/unknown");
      await expect(release(next, waiting.digest)).rejects.toMatchObject(refused);
      await expect(release(next, gone.digest, NONCE, null, "gone")).rejects.toMatchObject(refused);
      await expect(next.desk.reopen(next.as("sato"), gone.id)).rejects.toMatchObject(
        code("approval/state"),
      );
      await next.desk.sweep(TENANT);
      expect((await next.desk.detail(next.as("sato"), waiting.id)).state).toBe("revoked");
      expect((await recordOf(next)).filter(({ kind }) => kind === "request-revoked")).toHaveLength(
        1,
      );
      const due = await dueNotices(next.storage.database.kysely, next.clock.now, 99);
      expect(due.filter(({ request }) => request === waiting.id)).toMatchObject([
        { kind: "decided", audience: "sender" },
      ]);
      await next.storage.close();
    });

    test("a key that signs no more and is still in the set takes nothing back", async () => {
      const shown = await approved();
      const next = await companyAt(at.place, keysFrom(20, 2, [2]));
      await next.desk.sweep(TENANT);
      expect((await next.desk.ticket(next.as("sato"), shown.id)).ticket).not.toBeNull();
      expect((await release(next, shown.digest)).ticket).not.toBe("");
      await next.storage.close();
    });

    test("an approver who left takes the ticket with it", async () => {
      const shown = await approved();
      const directory = await at.desk.directory(at.as("admin"));
      const left = at.clock.now - 1;
      await at.desk.publishDirectory(at.as("admin"), {
        ...directory,
        units: directory.units.map((unit) =>
          unit.id === "store" ? { ...unit, managers: ["kato", "ito"] } : unit,
        ),
        persons: directory.persons.map((each) => (each.id === "kato" ? { ...each, left } : each)),
      });
      expect((await at.desk.detail(at.as("sato"), shown.id)).state).toBe("revoked");
      await expect(release(at, shown.digest)).rejects.toMatchObject(code("release/unknown"));
    });

    test("a tightened policy takes the ticket with it", async () => {
      const shown = await approved();
      const live = await at.desk.livePolicy(at.as("admin"));
      const policy = {
        ...(live.policy as object),
        others: { many: 2, twoManagers: 2, consumerBlock: 2 },
      };
      await at.desk.publishPolicy(at.as("admin"), { serial: live.serial, policy });
      expect((await at.desk.detail(at.as("sato"), shown.id)).state).toBe("revoked");
    });
  });

  describe("notices", () => {
    const kindsDue = async (now: number) =>
      (await dueNotices(at.storage.database.kysely, now, 99)).map(
        ({ kind, audience }) => `${kind} ${audience}`,
      );

    test("asked now, reminder, deputies and duty pool later; none once decided", async () => {
      const shown = await asked(at);
      expect(await kindsDue(at.clock.now)).toEqual(["asked managers"]);
      expect(await kindsDue(at.clock.now + 61 * 60_000)).toEqual([
        "asked managers",
        "reminder managers",
        "asked deputies",
        "asked duty-pool",
      ]);
      await approve(at, shown);
      expect(await kindsDue(at.clock.now + 61 * 60_000)).toEqual([
        "decided sender",
        "reminder sender",
      ]);
      await release(at, shown.digest);
      expect(await kindsDue(at.clock.now + 25 * HOUR)).toEqual([]);
    });

    test("the managers hear of what was withdrawn", async () => {
      const shown = await asked(at);
      await at.desk.withdraw(at.as("sato"), shown.id);
      expect(await kindsDue(at.clock.now)).toEqual(["withdrawn managers"]);
    });
  });

  describe("who it waits for", () => {
    const waiting = async (id: string) => {
      const { waitsFor, reminders } = await at.desk.detail(at.as("sato"), id);
      return { waitsFor: waitsFor?.map((each) => each.id), reminders };
    };

    test("the managers at once, the others in their time, nobody once it is decided", async () => {
      const shown = await asked(at);
      expect(shown.waitsFor?.map(({ id }) => id)).toEqual(["kato"]);
      const minutes = (count: number) => at.clock.now + count * 60_000;
      expect(await waiting(shown.id)).toEqual({
        waitsFor: ["kato"],
        reminders: [
          { at: minutes(15), to: "manager" },
          { at: minutes(30), to: "deputy" },
          { at: minutes(60), to: "duty-pool" },
        ],
      });
      at.clock.now = minutes(60);
      expect(await waiting(shown.id)).toEqual({ waitsFor: ["kato", "mori"], reminders: [] });
      await approve(at, shown);
      expect(await waiting(shown.id)).toEqual({ waitsFor: undefined, reminders: undefined });
    });

    test("of two, those who have not decided; after its end, nobody", async () => {
      const many = await asked(at, sending({}, 1100));
      expect((await waiting(many.id)).waitsFor).toEqual(["kato", "ono", "mori"]);
      await approve(at, many);
      expect((await waiting(many.id)).waitsFor).toEqual(["ono", "mori"]);
      at.clock.now = many.expiresAt;
      expect((await waiting(many.id)).waitsFor).toBeUndefined();
    });
  });

  describe("reading", () => {
    test("lists: own, to decide (worst first), decided", async () => {
      const first = await asked(at);
      const many = await asked(at, sending({ item: "b", subject: "b" }, 200));
      const ids = async (who: string, box: "mine" | "to-decide" | "decided") =>
        (await at.desk.list(at.as(who), { box })).requests.map(({ id }) => id);
      expect((await ids("sato", "mine")).sort()).toEqual([first.id, many.id].sort());
      expect(await ids("kato", "to-decide")).toEqual([many.id, first.id]);
      expect(await ids("ito", "to-decide")).toEqual([]);
      await approve(at, first);
      expect(await ids("kato", "to-decide")).toEqual([many.id]);
      expect(await ids("kato", "decided")).toEqual([first.id]);
    });

    test("text is masked until revealed; both are on record", async () => {
      const shown = await asked(at);
      const read = (reveal: boolean) => at.desk.text(at.as("kato"), shown.id, { part: 0, reveal });
      const masked = JSON.stringify(await read(false));
      const revealed = JSON.stringify(await read(true));
      expect(revealed).toContain("customer1@mail.example");
      expect(masked).not.toContain("customer1@mail.example");
      expect(masked).toContain("氏名");
      const views = (await recordOf(at)).filter(({ kind }) => kind === "content-viewed");
      expect(views.map(({ data }) => data)).toMatchObject([{ reveal: 0 }, { reveal: 1 }]);
      await expect(at.desk.text(at.as("abe"), shown.id, { part: 0 })).rejects.toMatchObject(
        code("api/not-found"),
      );
    });

    test("an attachment's bytes, on record", async () => {
      const shown = await asked(at);
      const got = await at.desk.attachment(at.as("kato"), shown.id, 0);
      expect(Buffer.from(got.bytes).equals(Buffer.from(sending().files[0]!))).toBe(true);
      expect((await recordOf(at)).at(-1)).toMatchObject({ kind: "content-viewed" });
      expect(await at.desk.mayRead(at.as("kato"), shown.id)).toBe(true);
      expect(await at.desk.mayRead(at.as("abe"), shown.id)).toBe(false);
    });

    test("who is new to the sender is new until a mail was released", async () => {
      const shown = await asked(at);
      expect(shown.unusual).toContain("first-time-recipient");
      await approve(at, shown);
      await release(at, shown.digest);
      const again = await asked(at, sending({ item: "b", subject: "b" }));
      expect(again.unusual).not.toContain("first-time-recipient");
    });
  });
}
