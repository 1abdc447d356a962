import type { DraftMail } from "../../../src/api/requests";
import { createDesk } from "../../../src/service/desk/create-desk";
import { strictPolicy } from "../../../src/policy/default";
import type { DatabaseName } from "../storage/places";
import {
  approve,
  asked,
  company,
  DIRECTORY,
  KEYS,
  sending,
  type Company,
  type Sending,
} from "./company";
import { claimsOf, recordOf, release } from "./road";

const code = (name: string) => ({ code: name });
const HOUR = 3_600_000;

const entry = (field: "to" | "cc" | "bcc", address: string) => ({ field, name: "", address, group: false }); // prettier-ignore
const A = entry("to", "a@partner.example");
const B = entry("cc", "b@partner.example");
const BOSS = entry("cc", "kato@sekisho-motors.example");
const FIRST = sending({}, 3, 0).files[0]!;
const SECOND = sending({}, 3, 50).files[0]!;
const named = (name: string, { length }: Uint8Array) => ({ name, inline: false, contentId: "", bytes: length }); // prettier-ignore

/** To two at a partner, the manager in sight, with two lists. */
const whole = (more: Partial<DraftMail> = {}): Sending => ({
  mail: sending({
    recipients: [A, B, BOSS],
    attachments: [named("一.csv", FIRST), named("二.csv", SECOND)],
    ...more,
  }).mail,
  files: [FIRST, SECOND],
});
const without = (files: readonly [string, Uint8Array][], more: Partial<DraftMail> = {}) => ({
  mail: whole({ attachments: files.map(([name, bytes]) => named(name, bytes)), ...more }).mail,
  files: files.map(([, bytes]) => bytes),
});

/** An approval, and the same draft asked for again. */
export function carryOverContract(name: DatabaseName): void {
  let at: Company;
  beforeEach(async () => {
    at = await company(name);
  });
  afterEach(() => at.storage.close());

  const approved = async (given: Sending = whole()) => {
    const shown = await asked(at, given);
    expect((await approve(at, shown)).state).toBe("approved");
    return shown;
  };

  test.each<[string, Sending]>([
    ["an outside recipient", whole({ recipients: [A, BOSS] })],
    ["a file", without([["一.csv", FIRST]])],
    ["both", without([["二.csv", SECOND]], { recipients: [B, BOSS] })],
    ["a file, and only the looks of the text", without([["一.csv", FIRST]], { bodyHtml: "<p><b>一覧をお送りします。</b></p>" })], // prettier-ignore
  ])("without %s: the approval holds, on record, with a ticket of its own", async (_, less) => {
    const before = await approved();
    const { ticket } = await at.desk.ticket(at.as("sato"), before.id);
    at.clock.now += HOUR;
    const next = await asked(at, less);
    expect(next).toMatchObject({ state: "approved", supersedes: before.id });
    expect(next.decisions).toMatchObject([{ by: { id: "kato" }, decision: "approve" }]);
    expect(next.changes).not.toEqual([]);
    const told = (await recordOf(at)).slice(-2);
    expect(told[0]).toMatchObject({
      kind: "request-decided",
      data: { decision: "carried-over", from: before.id, request: next.id, actor: "" },
    });
    expect(told[1]).toMatchObject({ kind: "ticket-issued" });
    const issued = await at.desk.ticket(at.as("sato"), next.id);
    const [old, claims] = [claimsOf(at, ticket), claimsOf(at, issued.ticket)];
    expect(claims).toMatchObject({ digest: next.digest, approvers: ["kato"], exp: old.exp });
    expect((await release(at, next.digest)).ticket).toBe(issued.ticket);
    await expect(release(at, before.digest)).rejects.toMatchObject(code("release/unknown"));
  });

  // prettier-ignore
  test.each<[string, Sending]>([
    ["another outside recipient", whole({ recipients: [A, entry("bcc", "c@partner.example"), BOSS] })],
    ["one more at a known partner", whole({ recipients: [A, B, BOSS, entry("bcc", "c@partner.example")] })],
    ["one moved to another field", whole({ recipients: [A, { ...B, field: "bcc" }, BOSS] })],
    ["the manager out of sight", whole({ recipients: [A, BOSS].slice(0, 1) })],
    ["a colleague added", whole({ recipients: [A, BOSS, entry("to", "ito@sekisho-motors.example")] })],
    ["another text", whole({ recipients: [A, BOSS], bodyHtml: "<p>別の文</p>" })],
    ["another subject", whole({ recipients: [A, BOSS], subject: "別の件名" })],
    ["another mailbox", whole({ recipients: [A, BOSS], from: { name: "", address: "shop@sekisho-motors.example" } })],
    ["a renamed file", without([["別名.csv", FIRST]])],
    ["other bytes under the same name", without([["一.csv", SECOND]])],
    ["one file twice", without([["一.csv", FIRST], ["一.csv", FIRST]])],
    ["a file that came along", without([["一.csv", FIRST]], { history: { state: "unknown" }, composeType: "forward" })],
  ])("%s: it is asked for anew", async (_, other) => {
    await approved();
    const next = await asked(at, other);
    expect(next).toMatchObject({ state: "requested", decisions: [] });
    expect(await at.desk.ticket(at.as("sato"), next.id)).toMatchObject({ ticket: null });
  });

  const less = whole({ recipients: [A, BOSS] });

  test("what only waits, or was released, carries nothing over", async () => {
    await asked(at);
    expect((await asked(at, less)).state).toBe("requested");
    const released = await approved(whole({ item: "item-2" }));
    await release(at, released.digest, undefined, null, "item-2");
    expect((await asked(at, whole({ recipients: [A, BOSS], item: "item-2" }))).state).toBe("requested"); // prettier-ignore
  });

  test("nor does an approval that has ended, or that its manager has no right to any more", async () => {
    const first = await approved();
    at.clock.now += 24 * HOUR;
    expect((await asked(at, less)).state).toBe("requested");
    await at.storage.close();
    at = await company(name);
    await approved();
    const units = DIRECTORY.units.map((unit) =>
      unit.id === "store" ? { ...unit, managers: ["ito"] } : unit,
    );
    const live = await at.desk.directory(at.as("admin"));
    await at.desk.publishDirectory(at.as("admin"), { ...live, units } as never);
    const next = await asked(at, less);
    expect(next.state).toBe("requested");
    expect(next.id).not.toBe(first.id);
  });

  test("nor does a deputy's, once the days are over", async () => {
    await at.storage.close();
    const until = at.clock.now + HOUR;
    const deputy = { person: "abe", manager: "kato", from: 0, until };
    const units = DIRECTORY.units.map((unit) =>
      unit.id === "store" ? { ...unit, deputies: [deputy] } : unit,
    );
    at = await company(name, { ...DIRECTORY, units });
    await approve(at, await asked(at, whole()), "abe");
    const next = await asked(at, less);
    expect(next.state).toBe("approved");
    at.clock.now = until;
    expect((await asked(at, without([["一.csv", FIRST]], { recipients: [A, BOSS] }))).state).toBe("requested"); // prettier-ignore
  });

  test("nor where the day's mails together are bulk by now", async () => {
    await approved();
    const many = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((each) => entry("bcc", `${each}@partner.example`));
    await asked(at, whole({ recipients: many, item: "item-2" }));
    const next = await asked(at, less);
    expect(next.rules).toContain("bulk");
    expect(next.state).toBe("requested");
  });

  test("nor does one whose key is revoked", async () => {
    await approved();
    const verification = KEYS.verification.filter(({ use }) => use !== "ticket");
    const desk = createDesk({ ...at.parts, keys: { ...KEYS, verification } });
    expect((await asked({ ...at, desk }, less)).state).toBe("requested");
  });

  test("nor does one that was given under another policy", async () => {
    await approved();
    const { serial } = await at.desk.livePolicy(at.as("admin"));
    const policy = { ...strictPolicy, individual: "others-only" };
    await at.desk.publishPolicy(at.as("admin"), { serial, policy });
    expect((await asked(at, less)).state).toBe("requested");
  });

  test("two managers: both stand, and the ticket names both", async () => {
    const list = sending({}, 1000);
    const two = { ...list, mail: { ...list.mail, recipients: [A, B, BOSS] } };
    const before = await asked(at, two);
    await approve(at, before);
    expect((await approve(at, before, "abe")).state).toBe("approved");
    const next = await asked(at, { ...two, mail: { ...two.mail, recipients: [A, BOSS] } });
    expect(next.state).toBe("approved");
    const { ticket } = await at.desk.ticket(at.as("sato"), next.id);
    expect(claimsOf(at, ticket).approvers).toEqual(["kato", "abe"]);
  });

  test("again and again it lives no longer than the first", async () => {
    const first = await approved();
    const { ticket } = await at.desk.ticket(at.as("sato"), first.id);
    const { exp } = claimsOf(at, ticket);
    at.clock.now += 12 * HOUR;
    await asked(at, less);
    at.clock.now += 11 * HOUR;
    const last = await asked(at, without([["一.csv", FIRST]], { recipients: [A, BOSS] }));
    const issued = await at.desk.ticket(at.as("sato"), last.id);
    expect(claimsOf(at, issued.ticket).exp).toBe(exp);
    at.clock.now += HOUR;
    await expect(release(at, last.digest)).rejects.toMatchObject(code("release/unknown"));
  });
}
