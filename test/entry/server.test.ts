import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { DEMO_PREFIX, DEMO_TENANT } from "../../src/service/configuration/demo-marks";
import { makeKeySet, publicKey } from "../../src/service/keys/key-set";
import { newPrivateKey, signerOf } from "../../src/service/keys/signer";
import { Installation } from "../cli/service/terminal";
import { keySetOf } from "../service/configuration/settings";

const program = path.join(__dirname, "../../dist/server.js");

let at: Installation;
beforeEach(async () => {
  at = new Installation();
  await at.setUp();
});
afterEach(() => at.remove());

type Environment = Record<string, string | undefined>;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

const start = (over: Environment = {}): ChildProcess =>
  spawn(process.execPath, [program], {
    env: { PATH: process.env["PATH"], LANG: "en_US.UTF-8", ...at.environment, ...over },
    stdio: ["ignore", "pipe", "pipe"],
  });

async function ended(
  child: ChildProcess,
): Promise<{ code: number | null; err: string; out: string }> {
  let err = "";
  let out = "";
  child.stderr?.on("data", (chunk: Buffer) => (err += chunk.toString()));
  child.stdout?.on("data", (chunk: Buffer) => (out += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { code, err, out };
}

const otherKeys = (): Environment => {
  const keys = (["ticket", "policy", "receipt"] as const).map((use) =>
    publicKey(signerOf(newPrivateKey()), use),
  );
  const now = Math.floor(Date.now() / 1000);
  return {
    SEKISHO_KEY_SET_FILE: undefined,
    SEKISHO_KEY_SET: makeKeySet(newPrivateKey(), keys, 1, now),
  };
};

/** Each alone keeps the service from starting, with its own error and exit status 78. */
const REFUSED: readonly [string, () => Environment, string, string][] = [
  ["no tenant", () => ({ SEKISHO_TENANTS: "" }), "SEKISHO_TENANTS", "empty-tenants"],
  ["the demo's tenant", () => ({ SEKISHO_TENANTS: DEMO_TENANT }), "SEKISHO_TENANTS", "demo-tenant"],
  [
    "the demo's issuer",
    () => ({ SEKISHO_ISSUER: "https://localhost:3443/oidc/sekisho-demo" }),
    "SEKISHO_ISSUER",
    "demo-issuer",
  ],
  [
    "keys over http",
    () => ({ SEKISHO_JWKS: "http://a.example/keys" }),
    "SEKISHO_JWKS",
    "not-address",
  ],
  [
    "keys from here",
    () => ({ SEKISHO_JWKS: "https://127.0.0.1/keys" }),
    "SEKISHO_JWKS",
    "loopback",
  ],
  [
    "the demo's keys",
    () => ({ SEKISHO_KEY_SET_FILE: undefined, SEKISHO_KEY_SET: keySetOf(`${DEMO_PREFIX}1`) }),
    "SEKISHO_KEY_SET",
    "demo-keys",
  ],
  ["keys of another root", otherKeys, "SEKISHO_SIGNING_KEYS", "keys/invalid"],
  [
    "a sink that cannot be written",
    () => ({ SEKISHO_HEADS_FILE: at.at("nowhere/heads") }),
    "SEKISHO_HEADS_FILE",
    "record/sink",
  ],
];

test.each(REFUSED)("%s: it does not start", async (_, over, variable, code) => {
  const { code: status, err } = await ended(start(over()));
  expect(status).toBe(78);
  expect(err).toContain(`${variable}`);
  expect(err).toContain(`[${code}]`);
  expect(err.match(/\[[\w/-]+\]/g)).toHaveLength(1);
});

test("the demo's people in the database: it does not start", async () => {
  const file = at.write(
    "people.csv",
    [
      "kind,id,name,unit,role,oid,address,duty_pool",
      "unit,store,店",
      `person,${DEMO_PREFIX}p1,A,store,manager,aaaaaaaa-0000-4000-8000-000000000001,a@b.example,`,
      "person,p2,B,store,manager,aaaaaaaa-0000-4000-8000-000000000002,b@b.example,yes",
    ].join("\n"),
  );
  expect((await at.run("directory", "import", file)).status).toBe(0);
  const { code, err } = await ended(start());
  expect(code).toBe(78);
  expect(err).toContain("[demo-people]");
});

test("another master secret than the database's: it does not start", async () => {
  const file = at.write(
    "people.json",
    JSON.stringify({ units: [], persons: [], mailboxes: [], dutyPool: [] }),
  );
  await at.run("directory", "import", file);
  const { code, err } = await ended(
    start({
      SEKISHO_MASTER_SECRET_FILE: undefined,
      SEKISHO_MASTER_SECRET: Buffer.alloc(32, 3).toString("base64url"),
    }),
  );
  expect(code).toBe(78);
  expect(err).toContain("[storage/other-keys]");
});

test("it starts, answers, and stops with the heads exported", async () => {
  const [port, contentPort] = [await freePort(), await freePort()];
  const child = start({
    SEKISHO_LISTEN: `127.0.0.1:${port}`,
    SEKISHO_CONTENT_LISTEN: `127.0.0.1:${contentPort}`,
  });
  const end = ended(child);
  const origin = `http://127.0.0.1:${port}`;
  const get = async (address: string) => {
    for (let tries = 0; ; tries++) {
      try {
        return await fetch(address);
      } catch (error) {
        if (tries > 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };
  expect((await get(`${origin}/api/health`)).status).toBe(200);
  const ready = (await (await get(`${origin}/api/ready`)).json()) as Record<string, unknown>;
  expect(ready).toMatchObject({
    status: "ready",
    checks: {
      database: { needed: true, state: "ok" },
      record: { needed: true, state: "ok" },
      notices: { needed: false, state: "not-configured" },
    },
  });
  expect(ready["keys"]).toHaveLength(3);
  expect((await get(`${origin}/api/me`)).status).toBe(401);
  expect((await get(`${origin}/taskpane.html`)).status).toBe(200);
  const script = await (await get(`${origin}/launchevent.js`)).text();
  expect(script).toContain(`"rootKey":"${at.environment["SEKISHO_ROOT_KEY"]}"`);
  const allowed = await get(`${origin}/.well-known/microsoft-officeaddins-allowed.json`);
  expect(allowed.headers.get("content-type")).toBe("application/json; charset=utf-8");
  expect(await allowed.json()).toEqual({
    allowed: [`${at.environment["SEKISHO_ORIGIN"]}/launchevent.js`],
  });
  for (const name of ["server.js", "cli.js", "judge-worker.js", "service-commands.js", "audit.js"])
    expect([name, (await get(`${origin}/${name}`)).status]).toEqual([name, 404]);
  expect((await get(`http://127.0.0.1:${contentPort}/x`)).status).toBe(404);
  child.kill("SIGTERM");
  const { code, err, out } = await end;
  expect(code).toBe(0);
  expect(err).toContain("No mail is set up for notices");
  expect(err).not.toContain("The key set ends");
  expect(err).not.toMatch(/Warning/);
  expect(existsSync(at.at("heads.jsonl"))).toBe(true);
  const lines = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { msg: string });
  expect(lines.map(({ msg }) => msg)).toEqual(expect.arrayContaining(["started", "stopped"]));
});

test("in its last 30 days the key set's end is said at the start", async () => {
  at.remove();
  at = new Installation();
  at.now = Date.now() - 151 * 24 * 3600 * 1000;
  await at.setUp();
  const child = start({ SEKISHO_LISTEN: "127.0.0.1:0", SEKISHO_CONTENT_LISTEN: "127.0.0.1:0" });
  const end = ended(child);
  child.stderr?.once("data", () => child.kill("SIGTERM"));
  const { code, err } = await end;
  expect(code).toBe(0);
  expect(err).toContain("The key set ends in 28 days");
});
