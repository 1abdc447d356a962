import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseEnv } from "node:util";
import { alertTexts } from "../../src/locales/alert";
import { readConfiguration } from "../../src/service/configuration/configuration";
import { createLogger } from "../../src/service/http/log";
import { startService } from "../../src/service/start";
import { AUDIENCE, IdentityProvider, TENANT } from "../service/identity-provider";
import { blocksOf, read } from "./guide";

const root = path.join(__dirname, "../..");
const blocks = blocksOf("deploy.md");

/** Done by `npm test` before any test. */
const BUILD = "npm ci && npm run build\n";
const SERVER = "node dist/server.js\n";

/** The places that the guide names, within a folder of the test's own. */
const PLACES = {
  "/etc/sekisho": "etc",
  "/var/lib/sekisho-keys": "keys-db",
  "/var/lib/sekisho-heads": "heads",
  "/var/lib/sekisho": "db",
  "/media/usb": "usb",
} as const;
const LISTENS = ["127.0.0.1:8080", "127.0.0.1:8081"] as const;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** One machine on which the guide's commands are run as they are written, but for its places. */
class Machine {
  readonly folder = mkdtempSync(path.join(tmpdir(), "sekisho-guide-"));
  private readonly swaps: (readonly [string, string])[] = [];
  server: ChildProcess | null = null;
  environment: Record<string, string | undefined> = {
    PATH: process.env["PATH"],
    HOME: this.folder,
    LANG: "en_US.UTF-8",
  };

  async setUp(): Promise<void> {
    for (const [place, name] of Object.entries(PLACES)) {
      mkdirSync(this.at(name), { mode: 0o700 });
      this.swaps.push([place, this.at(name)]);
    }
    for (const address of LISTENS) this.swaps.push([address, `127.0.0.1:${await freePort()}`]);
  }

  at(name: string): string {
    return path.join(this.folder, name);
  }

  here(text: string): string {
    return this.swaps.reduce((said, [there, here]) => said.split(there).join(here), text);
  }

  /** Runs one frame; variables that it sets stay set for the next ones, as in one window. */
  run(text: string): Promise<{ status: number | null; out: string; err: string }> {
    const kept = this.at("environment");
    const script = `set -euo pipefail\n${this.here(text)}\nenv -0 > '${kept}'\n`;
    const options = { cwd: root, env: this.environment };
    const shell = spawn("bash", ["-c", script], { ...options, stdio: ["ignore", "pipe", "pipe"] });
    return new Promise((resolve) => {
      let [out, err] = ["", ""];
      shell.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
      shell.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
      shell.once("close", (status) => {
        if (status === 0) this.environment = environmentOf(readFileSync(kept, "utf8"));
        resolve({ status, out, err });
      });
    });
  }

  /** The frame that stays in its window. */
  async serve(text: string): Promise<string> {
    const server = spawn("bash", ["-c", `exec ${this.here(text)}`], {
      cwd: root,
      env: this.environment,
      stdio: ["ignore", "ignore", "pipe"],
    });
    this.server = server;
    let err = "";
    return new Promise((resolve, reject) => {
      server.stderr.on("data", (chunk: Buffer) => {
        err += chunk.toString();
        if (err.includes("has started")) resolve(err);
      });
      server.once("close", () => reject(new Error(err)));
    });
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server === null || server.exitCode !== null) return;
    const ended = new Promise((resolve) => server.once("close", resolve));
    server.kill("SIGTERM");
    await ended;
  }
}

const environmentOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split("\0")
      .filter((line) => line !== "")
      .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );

test("both languages have the same frames", () => {
  expect(blocksOf("deploy.en.md")).toEqual(blocks);
});

test("each section is in both languages, and every page and test that they name is there", () => {
  const sections = (page: string) => read(page).match(/^## (\d+)\./gm);
  expect(sections("deploy.en.md")).toEqual(sections("deploy.md"));
  for (const page of ["deploy.md", "deploy.en.md"]) {
    const links = [...read(page).matchAll(/\]\(([\w.-]+)\)/g)].map(([, name]) => name ?? "");
    const files = [...read(page).matchAll(/`(test\/[\w./-]+)`/g)].map(([, name]) => name ?? "");
    for (const name of links) expect(readdirSync(path.join(root, "docs"))).toContain(name);
    for (const name of files) expect(readFileSync(path.join(root, name), "utf8")).not.toBe("");
  }
});

test("every setting that it names is one that the service knows", () => {
  const known = read("configuration.md");
  const named = new Set(read("deploy.md").match(/\bSEKISHO_[A-Z_]+[A-Z]\b/g));
  for (const name of named) {
    const short = name
      .replace(/_FILE$/, "")
      .replace(/_(SMTP|GRAPH)_CLIENT_SECRET$/, "_$1_CLIENT_ID");
    expect([name, known.includes(name) || known.includes(short)]).toEqual([name, true]);
  }
});

const QUOTED = {
  unreachable: ["承認サービスにつながらず", "the sign-off service cannot be reached"],
  "no-policy": ["会社の設定を確認できません", "your company’s settings are not known here"],
  "policy-ended": ["期限が切れています", "your company’s settings have ended"],
  "too-old": ["この関所は古くて使えません", "this version of Sekisho is too old"],
  busy: ["承認サービスが混み合っています", "the sign-off service is busy"],
} as const;

test.each(Object.entries(QUOTED))("the runbook says of %s what people see", (stop, words) => {
  (["ja", "en"] as const).forEach((language, at) => {
    const { stops } = alertTexts[language].signOff;
    const runbook = read(language === "ja" ? "deploy.md" : "deploy.en.md").split("## 17.")[1];
    expect(stops[stop as keyof typeof QUOTED]("").title).toContain(words[at]);
    expect(runbook).toContain(words[at]);
  });
});

test("the service of systemd starts what was started by hand, and is not restarted in vain", () => {
  const unit = blocks.find(({ text }) => text.startsWith("[Unit]"))?.text ?? "";
  expect(unit).toContain(`ExecStart=/usr/bin/env ${SERVER}`);
  expect(unit).toContain("RestartPreventExitStatus=78\n");
  for (const place of ["/var/lib/sekisho", "/var/lib/sekisho-keys", "/var/lib/sekisho-heads"])
    expect(unit).toMatch(new RegExp(`^ReadWritePaths=.*${place}( |$)`, "m"));
});

/** Its shell and its places are those of a server. */
const onServers = process.platform === "win32" ? describe.skip : describe;

onServers("from the top to the bottom", () => {
  const machine = new Machine();
  const said = new Map<string, string>();

  beforeAll(async () => {
    await machine.setUp();
    const frames = blocks.filter(({ kind, text }) => kind === "sh" && text !== BUILD);
    for (const { text } of frames) {
      if (text === SERVER) {
        said.set(text, await machine.serve(text));
        continue;
      }
      const { status, out, err } = await machine.run(text);
      if (status !== 0) throw new Error(`${text}\nended with ${status}:\n${out}${err}`);
      said.set(text, out);
    }
  }, 240_000);
  afterAll(async () => {
    await machine.stop();
    rmSync(machine.folder, { recursive: true, force: true });
  });

  const saidTo = (words: string): string =>
    [...said].filter(([text]) => text.includes(words)).map(([, out]) => out)[0] ?? "";
  const file = (name: string): string => readFileSync(machine.at(name), "utf8");

  test("the dry runs showed what the real ones did, and changed nothing", () => {
    const people = saidTo("directory import");
    expect(people).toContain("Nothing was changed (--dry-run).");
    expect(people).toContain("Published, version 1.");
    const policy = saidTo("policy publish");
    expect(policy.match(/ {2}changed {2}policy individual/g)).toHaveLength(2);
    expect(policy).toContain("1 differences. Nothing was changed (--dry-run).");
    expect(policy).toContain("Published, version 1.");
    expect(JSON.parse(file("etc/policy.json"))).toMatchObject({ individual: "data-or-file" });
  });

  test("the service answered, ready to sign off, with the scripts that classic Outlook may run", () => {
    const [health, ready, allowed] = saidTo("api/health")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(health).toEqual({ status: "ok" });
    expect(ready).toMatchObject({
      status: "ready",
      checks: { notices: { state: "not-configured" } },
    });
    expect(allowed).toEqual({ allowed: ["https://sekisho.example.co.jp/launchevent.js"] });
  });

  test("the manifests are this company's", () => {
    const id = file("etc/addin-id").trim();
    for (const [name, host] of [
      ["etc/manifest.xml", "sekisho.example.co.jp"],
      ["etc/manifest-addin.xml", "addin.example.co.jp"],
    ] as const) {
      const xml = file(name);
      expect(xml).toContain(`<Id>${id}</Id>`);
      expect(xml).toContain(`"https://${host}/launchevent.js"`);
      expect(xml).toContain(`<Resource>api://${host}/${AUDIENCE}</Resource>`);
    }
  });

  test("the other host has the add-in's files and headers", () => {
    expect(JSON.parse(file("db/addin/.well-known/microsoft-officeaddins-allowed.json"))).toEqual({
      allowed: ["https://addin.example.co.jp/launchevent.js"],
    });
    expect(file("db/addin/configuration.js")).toContain('"origin":"https://sekisho.example.co.jp"');
    expect(file("db/addin-headers")).toContain("frame-ancestors 'self' https://outlook.office.com");
  });

  test("the keys were renewed and a rotation begun; the root is on the stick alone", () => {
    expect(file("usb/offline-root.pem")).toContain("PRIVATE KEY");
    expect(readdirSync(machine.at("etc/keys"))).not.toContain("offline-root.pem");
    expect(readdirSync(machine.at("etc/keys"))).toContain("signing-keys-next.json");
  });

  test("the record was whole", () => expect(saidTo("audit verify")).toContain(TENANT));

  test("after a restart people of the directory sign in, others do not", async () => {
    await machine.stop();
    const settings = parseEnv(file("etc/sekisho.env"));
    const provider = await IdentityProvider.start();
    const read = readConfiguration(settings);
    if (!read.ok) throw new Error(JSON.stringify(read.bad));
    const { configuration } = read;
    // The one thing of Entra's that has to be elsewhere here: `serve` takes no issuer on this machine.
    const issuer = { issuer: provider.issuer, keysAddress: provider.keysAddress };
    const service = await startService({
      configuration: { ...configuration, identity: { ...configuration.identity, ...issuer } },
      dist: path.join(root, "dist"),
      logger: createLogger("fatal"),
      fetch,
      clock: Date.now,
    });
    const me = async (oid: string) => {
      const token = await provider.token({ oid, authTime: Math.floor(Date.now() / 1000) });
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${service.addresses[0]}/api/me`, { headers });
      return [answer.status, (await answer.json()) as Record<string, unknown>] as const;
    };
    try {
      const [status, person] = await me("22222222-2222-4222-8222-222222222222");
      expect(status).toBe(200);
      expect(JSON.stringify(person)).toContain("石川 花子");
      expect((await me("99999999-9999-4999-8999-999999999999"))[0]).toBe(403);
    } finally {
      await service.stop();
      await provider.stop();
    }
  });
});
