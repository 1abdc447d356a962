import { existsSync, readFileSync } from "node:fs";
import type { Answered } from "../../src/api/client";
import { openLive } from "../../src/api/live";
import { lookupId } from "../../src/approval/tokens/lookup";
import { MailServer } from "./notices/mail-server";
import { asDetail, asked, sending } from "./whole-mail";
import { Running } from "./running";
import { DATABASES, newPlace, removePlaces } from "./storage/places";
import { TENANT } from "./identity-provider";

afterAll(removePlaces);

const valueOf = <T>(answered: Answered<T>): T => {
  if (!answered.ok) throw new Error(`${answered.code} ${answered.path ?? ""}`);
  return answered.value;
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms).unref());
const until = async (isDone: () => boolean, most = 20_000): Promise<void> => {
  for (let waited = 0; !isDone() && waited < most; waited += 50) await pause(50);
};

/** SQLite is for one process; PostgreSQL has two replicas here. */
describe.each(DATABASES)("the whole service on %s", (name) => {
  let at: Running;
  let mail: MailServer;
  let last: number;
  beforeAll(async () => {
    mail = await MailServer.start({ disabledCommands: ["STARTTLS", "AUTH"] });
    const { url, keyStoreUrl } = await newPlace(name, "fast");
    at = await Running.start({
      SEKISHO_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      SEKISHO_NOTICE_FROM: "sekisho@sekisho-motors.example",
      DATABASE_URL: url,
      SEKISHO_KEY_STORE_URL: keyStoreUrl,
    });
    if (name === "postgres") await at.startOne();
    last = at.origins.length - 1;
  }, 60_000);
  afterAll(async () => {
    await at.stop();
    await mail.stop();
  });

  test("a mail is asked for, approved by the manager and released, once", async () => {
    const [sato, kato] = [await at.clientOf("sato"), await at.clientOf("kato", last)];
    expect(valueOf(await kato.call("me", {}))).toMatchObject({ role: "manager", decides: true });
    const shown = await asked(sato, sending());
    expect(shown).toMatchObject({ state: "requested", mayDecide: false, verdict: "sign-off" });
    const seen = asDetail(await kato.call("request", { params: { id: shown.id } }));
    expect(seen.mayDecide).toBe(true);
    const decision = {
      decision: "approve" as const,
      digest: seen.digest,
      ticks: seen.ticks,
      comment: "",
      number: seen.typedNumber ? seen.others : null,
    };
    const own = await sato.call("decide", { params: { id: shown.id }, body: decision });
    expect(own).toMatchObject({ ok: false, status: 403 });
    const approved = await kato.call("decide", { params: { id: shown.id }, body: decision });
    expect(valueOf(approved).state).toBe("approved");
    const again = await kato.call("decide", { params: { id: shown.id }, body: decision });
    expect(again).toMatchObject({ ok: false, code: "approval/state", state: "approved" });
    const ticket = valueOf(await sato.call("ticket", { params: { id: shown.id } }));
    expect(ticket.ticket).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    const policy = valueOf(
      await sato.call("policy", { query: { mailbox: "sato@sekisho-motors.example" } }),
    );
    const { lookupKey } = JSON.parse(
      Buffer.from(policy.policy.split(".")[1] ?? "", "base64url").toString("utf8"),
    ) as { lookupKey: string };
    const lookup = lookupId(lookupKey, shown.digest, sending().mail.item);
    const release = (nonce: string) =>
      sato.call("release", { body: { tenant: TENANT, lookup, nonce, jti: null } });
    const nonces = Array.from({ length: 20 }, (_, index) => `nonce-0123456789-${index}`);
    const released = await Promise.all(nonces.map(release));
    expect(released.filter(({ ok }) => ok)).toHaveLength(1);
    const others = released.filter((each) => !each.ok).map((each) => !each.ok && each.code);
    expect(new Set(others)).toEqual(new Set(["release/used"]));
  });

  test("managers are told by mail, without a word of it", async () => {
    const shown = await asked(await at.clientOf("sato"), sending({ item: "item-notice" }));
    await until(() => mail.received.some(({ source }) => source.includes(shown.id)));
    const notice = mail.received.find(({ to }) => to.includes("kato@sekisho-motors.example"));
    expect(notice?.source).toMatch(/^x-sekisho-request: [\w-]{22}\r$/im);
    for (const { source } of mail.received) {
      const text = Buffer.from(source.split("\r\n\r\n")[1] ?? "", "base64").toString("utf8");
      expect(source + text).not.toMatch(/お客様一覧|一覧\.csv|yamada/);
    }
  });

  test("who watches hears of it, on whichever replica", async () => {
    const [sato, token] = [await at.clientOf("sato"), await at.tokenOf("kato")];
    const heard: string[] = [];
    let opened!: () => void;
    const isOpen = new Promise<void>((resolve) => (opened = resolve));
    const live = openLive({
      origin: at.origins[last] ?? "",
      token: () => Promise.resolve(token),
      fetch,
      changed: (id) => heard.push(id),
      opened,
    });
    await isOpen;
    const shown = await asked(sato, sending({ item: "item-live", subject: "ほか" }));
    await until(() => heard.length > 0, 5000);
    live.close();
    expect(heard).toContain(shown.id);
  });

  test("an attachment is fetched from its own origin, on any replica, once", async () => {
    const kato = await at.clientOf("kato");
    const shown = await asked(await at.clientOf("sato"), sending({ item: "item-content" }));
    const { url } = valueOf(await kato.call("contentLink", { params: { id: shown.id, index: 0 } }));
    expect(new URL(url).origin).toBe("https://files-sekisho.sakura-motors.co.jp");
    const fetchAt = (origin: string | undefined) => fetch(origin + new URL(url).pathname);
    const [first, second] = await Promise.all([
      fetchAt(at.contentOrigins[0]),
      fetchAt(at.contentOrigins[last]),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 404]);
    const got = first.ok ? first : second;
    expect(Buffer.from(await got.arrayBuffer()).equals(sending().files[0] ?? Buffer.alloc(0))).toBe(
      true,
    );
  });

  test("a role that is taken away ends the stream within 5 s, and every right", async () => {
    const token = await at.tokenOf("kato");
    const response = await fetch(`${at.origins[last]}/api/live`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const reader = response.body!.getReader();
    await reader.read();
    const before = performance.now();
    const ended = (async () => {
      while (!(await reader.read()).done);
    })();
    const admin = await at.clientOf("admin");
    const directory = valueOf(await admin.call("directory", {}));
    const without = {
      ...directory,
      units: directory.units.map((unit) =>
        unit.id === "store" ? { ...unit, managers: ["ono"] } : unit,
      ),
    };
    expect((await admin.call("publishDirectory", { body: without })).ok).toBe(true);
    await Promise.race([ended, pause(5000).then(() => Promise.reject(new Error("too late")))]);
    expect(performance.now() - before).toBeLessThan(5000);
    const kato = await at.clientOf("kato");
    expect(valueOf(await kato.call("me", {})).role).toBe("staff");
  });

  test("nothing of the mails is in the log", () => {
    const log = at.log.join("");
    expect(log).toContain('"route":"/api/requests/:id/decision"');
    expect(log).not.toMatch(/お客様一覧|yamada|佐藤|@|Bearer/);
  });

  test("heads are exported where the database's admin cannot write", () => {
    const file = at.installation.at("heads.jsonl");
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, "utf8")).toContain(TENANT);
  });
});
