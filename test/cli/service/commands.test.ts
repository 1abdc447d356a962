import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { KEY_FILES } from "../../../src/cli/service/keys";
import { isServiceCommand, parseServiceArguments } from "../../../src/cli/service/arguments";
import { readConfiguration } from "../../../src/service/configuration/configuration";
import { directoryOf, policyOf } from "../../../src/service/desk/people";
import { loadServiceKeys } from "../../../src/service/keys/service-keys";
import { storageOf } from "../../../src/service/start";
import { allOf, parseXml } from "../../entry/xml-tree";
import { GraphServer, json } from "../../service/directory/graph-server";
import { Installation } from "./terminal";

const GUID = "12345678-9abc-4def-8123-456789abcdef";
const CLIENT = "0d6a2c3f-8f5b-4a44-9d0a-6f2f4b1c7e55";
const TENANT = "6b1d7b0e-5c0e-4d5a-9a3c-2f1c5a7d9e10";

let at: Installation;
beforeEach(() => {
  at = new Installation();
});
afterEach(() => at.remove());

describe("arguments", () => {
  test.each(["manifest", "addin", "keys", "directory", "policy"])("%s is one of them", (name) =>
    expect(isServiceCommand(name)).toBe(true),
  );
  test.each([undefined, "inspect", "check", "constructor"])("%s is not", (name) =>
    expect(isServiceCommand(name)).toBe(false),
  );
  test.each([
    [["keys"]],
    [["keys", "init"]],
    [["keys", "make", "x"]],
    [["keys", "init", "x", "y"]],
    [["keys", "init", "x", "--dry-run"]],
    [["directory", "import"]],
    [["directory", "x.csv"]],
    [["directory", "import", "x.csv", "--host", "y"]],
    [["policy", "publish", "x.json", "--lang", "fr"]],
    [["policy"]],
    [["policy", "show", "x.json"]],
    [["policy", "show", "--dry-run"]],
    [["keys", "renew"]],
    [["keys", "renew", "x", "--host", "y"]],
    [["addin"]],
    [["addin", "x", "--id", "y"]],
    [["manifest", "x"]],
    [["manifest", "--fast"]],
  ])("%j is wrong", async (argv) => {
    expect(parseServiceArguments(argv, "ja").ok).toBe(false);
    const { status, err } = await at.run(...argv);
    expect(status).toBe(64);
    expect(err).toContain("sekisho keys init");
  });
});

describe("manifest", () => {
  test("for one's own host, with one's own id", async () => {
    const { status, out } = await at.run("manifest", "--host", "https://a.example", "--id", GUID);
    expect(status).toBe(0);
    expect(out).toContain(`<Id>${GUID}</Id>`);
    expect(out).toContain('"https://a.example/launchevent.js"');
    expect(out).not.toContain("sekisho.example.com");
  });

  test("with the client id Outlook may ask for a token of the service", async () => {
    const own = ["--id", GUID, "--client-id", CLIENT];
    const { out, err } = await at.run("manifest", "--host", "https://a.example", ...own);
    expect(err).toBe("");
    const overrides = allOf(parseXml(out), "VersionOverrides").filter(
      ({ attributes }) => attributes["xsi:type"] === "VersionOverridesV1_1",
    );
    expect(overrides).toHaveLength(1);
    const names = overrides[0]?.children.map(({ name }) => name);
    expect(names?.slice(-2)).toEqual(["Resources", "WebApplicationInfo"]);
    expect(out).toContain(`<Id>${CLIENT}</Id>`);
    expect(out).toContain(`<Resource>api://a.example/${CLIENT}</Resource>`);
  });

  test("without an id it says so", async () => {
    expect((await at.run("manifest", "--host", "https://a.example")).err).toContain("--id");
  });

  test.each([
    [["--host", "http://a.example"]],
    [["--host", "a.example"]],
    [["--host", "https://a.example/x"]],
    [[]],
    [["--host", "https://a.example", "--id", "1"]],
    [["--host", "https://a.example", "--client-id", "1"]],
  ])("%j is refused", async (given) => {
    const { status, out } = await at.run("manifest", ...given);
    expect([status, out]).toEqual([64, ""]);
  });
});

describe("keys", () => {
  test("all of a new installation: the service starts with them", async () => {
    await at.setUp();
    const read = readConfiguration(at.environment);
    if (!read.ok) throw new Error(JSON.stringify(read.bad));
    const { rootId, rootKey, keySet, private: material } = read.configuration.keys;
    const roots = [{ kid: rootId, x: rootKey }];
    const keys = loadServiceKeys({ private: material, keySet, roots }, at.now / 1000);
    expect(keys.serial).toBe(1);
    expect(new Set(keys.verification.map(({ kid }) => kid)).size).toBe(3);
  });

  test("only their owner reads them; the service's settings leave the root out", async () => {
    const { out } = await at.run("keys", "init", at.at("keys"));
    const files = readdirSync(at.at("keys")).map((name) => path.join(at.at("keys"), name));
    expect(files).toHaveLength(5);
    for (const file of files) expect(statSync(file).mode & 0o077).toBe(0);
    const settings = readFileSync(path.join(at.at("keys"), KEY_FILES.settings), "utf8");
    expect(settings).not.toContain(KEY_FILES.root);
    for (const name of Object.values(KEY_FILES)) expect(out).toContain(name);
    for (const name of [KEY_FILES.root, KEY_FILES.master, KEY_FILES.signing]) {
      const secret = readFileSync(path.join(at.at("keys"), name), "utf8").trim();
      expect(out).not.toContain(secret.slice(-40));
    }
  });

  test("a folder that is there is left as it is", async () => {
    await at.run("keys", "init", at.at("keys"));
    const before = readFileSync(path.join(at.at("keys"), KEY_FILES.master), "utf8");
    expect((await at.run("keys", "init", at.at("keys"))).status).toBe(2);
    expect(readFileSync(path.join(at.at("keys"), KEY_FILES.master), "utf8")).toBe(before);
  });
});

const HEAD = "kind,id,name,unit,parent,role,oid,address,duty_pool,admin";
const COMPANY = [
  "unit,area,関東",
  "unit,store,世田谷店,,area",
  "person,p1,佐々木,store,,staff,aaaaaaaa-0000-4000-8000-000000000001,sasaki@sakura.example",
  "person,p2,石川,store,,manager,aaaaaaaa-0000-4000-8000-000000000002,ishikawa@sakura.example,yes",
  "person,p3,上田,area,,manager,aaaaaaaa-0000-4000-8000-000000000003,ueda@sakura.example,yes,yes",
];
const csv = (rows: readonly string[]): string => [HEAD, ...rows].join("\n");

const stored = async () => {
  const read = readConfiguration(at.environment);
  if (!read.ok) throw new Error("configuration");
  const storage = await storageOf(read.configuration, () => at.now);
  try {
    return await storage.read(TENANT, async (reading) => ({
      directory: await directoryOf(reading),
      policy: await policyOf(reading),
    }));
  } finally {
    await storage.close();
  }
};

describe("directory import", () => {
  beforeEach(() => at.setUp());

  test("the first directory of a company, then a change, then none", async () => {
    const file = at.write("people.csv", csv(COMPANY));
    const first = await at.run("directory", "import", file);
    expect(first).toMatchObject({ status: 0, err: "" });
    expect(first.out).toContain("Published, version 1.");
    const changed = at.write(
      "people.csv",
      csv(COMPANY.map((row) => row.replace("佐々木", "佐々木 一郎"))),
    );
    const second = await at.run("directory", "import", changed);
    expect(second.out).toBe("  changed  person p1 (name)\nPublished, version 2.");
    expect((await at.run("directory", "import", changed)).out).toContain("no difference");
    expect((await stored()).directory).toMatchObject({ version: 2 });
  });

  test("--dry-run shows what is different and changes nothing", async () => {
    const file = at.write("people.csv", csv(COMPANY));
    const { status, out } = await at.run("directory", "import", file, "--dry-run");
    expect(status).toBe(0);
    expect(out).toContain("  added  person p1");
    expect(out).toContain("6 differences");
    expect((await stored()).directory.version).toBe(0);
  });

  test("as JSON, in the shape of the API", async () => {
    const whole = { units: [], persons: [], mailboxes: [], dutyPool: [] };
    const file = at.write("people.json", JSON.stringify(whole));
    expect((await at.run("directory", "import", file)).out).toContain("no difference");
  });

  const REFUSED: readonly [string, readonly string[], RegExp][] = [
    [
      "a unit without a manager",
      COMPANY.filter((row) => !row.includes("p2")),
      /no-manager|manager who can/,
    ],
    ["an unknown unit", [...COMPANY, "person,p9,X,nowhere"], /unit that is not in/],
    ["an account twice", [...COMPANY, COMPANY[2]!.replace("p1", "p9")], /same thing twice/],
    ["a circle", [...COMPANY.slice(1), "unit,area,関東,,store"], /circle/],
    ["another kind", [...COMPANY, "boss,p9"], /kind has to be/],
  ];
  test.each(REFUSED)("%s is refused, whether or not it is dry", async (_, rows, words) => {
    const file = at.write("people.csv", csv(rows));
    for (const dry of [[], ["--dry-run"]]) {
      const { status, err } = await at.run("directory", "import", file, ...dry);
      expect(status).toBe(2);
      expect(err).toMatch(words);
    }
    expect((await stored()).directory.version).toBe(0);
  });

  test("a file that is not there, settings that are not right, a tenant that is not one's own", async () => {
    expect((await at.run("directory", "import", at.at("none.csv"))).status).toBe(2);
    const file = at.write("people.csv", csv(COMPANY));
    expect((await at.run("directory", "import", file, "--tenant", GUID)).status).toBe(64);
    at.environment = { ...at.environment, SEKISHO_TENANTS: "" };
    const { status, err } = await at.run("directory", "import", file);
    expect(status).toBe(64);
    expect(err).toContain("SEKISHO_TENANTS");
  });

  test("another master secret than the database's is refused", async () => {
    const file = at.write("people.csv", csv(COMPANY));
    await at.run("directory", "import", file);
    at.environment = {
      ...at.environment,
      SEKISHO_MASTER_SECRET_FILE: undefined,
      SEKISHO_MASTER_SECRET: Buffer.alloc(32, 1).toString("base64url"),
    };
    const { status, err } = await at.run("directory", "import", file);
    expect(status).toBe(2);
    expect(err).toContain("used with other keys");
  });
});

describe("directory sync", () => {
  let graph: GraphServer;
  beforeEach(async () => {
    graph = await GraphServer.start();
    await at.setUp();
    await at.run("directory", "import", at.write("people.csv", csv(COMPANY)));
    Object.assign(at.environment, {
      SEKISHO_GRAPH_TENANT: TENANT,
      SEKISHO_GRAPH_CLIENT_ID: GUID,
      SEKISHO_GRAPH_CLIENT_SECRET: "secret",
    });
    // Microsoft's addresses lead to the server here, and nowhere else.
    at.fetch = (address, init) =>
      fetch(
        (address as string)
          .replace(`https://login.microsoftonline.com/${TENANT}/oauth2/v2.0`, graph.origin)
          .replace("https://graph.microsoft.com", graph.origin),
        init,
      );
    isUser("1", "佐々木", "sasaki@sakura.example");
    isUser("2", "石川", "ishikawa@sakura.example");
    isUser("3", "上田", "ueda@sakura.example");
  });
  afterEach(() => graph.stop());

  const oidOf = (digit: string) => `aaaaaaaa-0000-4000-8000-00000000000${digit}`;
  const isUser = (digit: string, displayName: string, mail: string, accountEnabled = true) =>
    graph.on(
      `/users/${oidOf(digit)}?$select=id,displayName,mail,accountEnabled`,
      json({ id: oidOf(digit), displayName, mail, accountEnabled }),
    );
  const isManager = (of: string, digit: string) =>
    graph.on(
      `/users/${oidOf(of)}/manager?$select=id,displayName,mail`,
      json({ id: oidOf(digit), displayName: "", mail: null }),
    );
  const managers = async () => (await stored()).directory.units.map((unit) => unit.managers);

  test("what is the same changes nothing", async () => {
    const { status, out } = await at.run("directory", "sync");
    expect({ status, out }).toEqual({
      status: 0,
      out: "There is no difference. Nothing was changed.",
    });
  });

  test("names follow; --dry-run only says so", async () => {
    isUser("1", "佐々木 一郎", "sasaki@sakura.example");
    const dry = await at.run("directory", "sync", "--dry-run");
    expect(dry.out).toBe(
      "  changed  person p1 (name)\n1 differences. Nothing was changed (--dry-run).",
    );
    expect((await stored()).directory.version).toBe(1);
    expect((await at.run("directory", "sync")).out).toContain("Published, version 2.");
  });

  test("a right is said, and given with --grant only", async () => {
    isManager("1", "3");
    const { out } = await at.run("directory", "sync", "--dry-run");
    expect(out).toContain("not given  manager of unit store: person p3");
    await at.run("directory", "sync");
    expect((await managers()).flat().filter((id) => id === "p3")).toHaveLength(1);
    await at.run("directory", "sync", "--grant");
    expect((await managers()).flat().filter((id) => id === "p3")).toHaveLength(2);
  });

  test("what would leave a unit without a manager is not published", async () => {
    isUser("2", "石川", "ishikawa@sakura.example", false);
    const { status, err } = await at.run("directory", "sync");
    expect(status).toBe(2);
    expect(err).toContain("without a manager");
    expect((await stored()).directory.version).toBe(1);
  });

  test.each([
    [
      "refuses",
      () => graph.on(`/users/${oidOf("2")}/manager?$select=id,displayName,mail`, json({}, 403)),
    ],
    [
      "knows another secret",
      () => Object.assign(at.environment, { SEKISHO_GRAPH_CLIENT_SECRET: "x" }),
    ],
  ])("where Entra %s, nothing is changed", async (_, prepare) => {
    isUser("1", "佐々木 一郎", "sasaki@sakura.example");
    prepare();
    const { status, err } = await at.run("directory", "sync");
    expect(status).toBe(2);
    expect(err).toMatch(/^Microsoft Entra gave no answer to go by \(graph\//);
    expect((await stored()).directory.version).toBe(1);
  });

  test("without its settings, and with a file, it says what is wrong", async () => {
    expect((await at.run("directory", "sync", "people.csv")).status).toBe(64);
    expect((await at.run("directory", "import", "people.csv", "--grant")).status).toBe(64);
    Object.assign(at.environment, {
      SEKISHO_GRAPH_TENANT: undefined,
      SEKISHO_GRAPH_CLIENT_ID: undefined,
      SEKISHO_GRAPH_CLIENT_SECRET: undefined,
    });
    const { status, err } = await at.run("directory", "sync");
    expect(status).toBe(2);
    expect(err).toContain("SEKISHO_GRAPH_TENANT");
  });
});

describe("policy publish", () => {
  beforeEach(() => at.setUp());

  test("a policy gets the next serial", async () => {
    const { policy } = await stored();
    const file = at.write(
      "policy.json",
      JSON.stringify({ ...policy, bulk: { outsideAddresses: 5 } }),
    );
    const dry = await at.run("policy", "publish", file, "--dry-run");
    expect(dry.status).toBe(0);
    expect(dry.out.split("\n").slice(1)).toEqual([
      "  changed  policy bulk",
      "1 differences. Nothing was changed (--dry-run).",
    ]);
    expect((await stored()).policy.serial).toBe(0);
    expect((await at.run("policy", "publish", file)).out).toContain("Published, version 1.");
    expect((await stored()).policy).toMatchObject({ serial: 1, bulk: { outsideAddresses: 5 } });
  });

  test.each(["{", "{}", '{"version":2}'])("%s is refused", async (text) => {
    const { status, err } = await at.run("policy", "publish", at.write("policy.json", text));
    expect(status).toBe(2);
    expect(err).toContain("policy.json");
    expect((await stored()).policy.serial).toBe(0);
  });

  test("what is shown is a file to publish; unchanged it makes no new version", async () => {
    const shown = await at.run("policy", "show");
    expect(shown).toMatchObject({ status: 0, err: "" });
    const file = at.write("policy.json", shown.out);
    expect((await at.run("policy", "publish", file)).out).toContain("Published, version 1.");
    const again = at.write("policy.json", (await at.run("policy", "show")).out);
    for (const dry of [[], ["--dry-run"]])
      expect((await at.run("policy", "publish", again, ...dry)).out).toContain("no difference");
    expect((await stored()).policy.serial).toBe(1);
  });
});

describe("addin", () => {
  const HOST = "https://addin.sakura-motors.example";
  const into = () => at.run("addin", at.at("web"), "--host", HOST);

  beforeEach(async () => {
    await at.setUp();
    at.environment = { ...at.environment, SEKISHO_ADDIN_ORIGINS: HOST };
    at.dist = at.at("dist");
    mkdirSync(path.join(at.dist, "assets"), { recursive: true });
    for (const name of BUILT) at.write(`dist/${name}`, `${name};`);
  });

  const SERVED = ["launchevent.html", "taskpane.html", "taskpane.js", "1.chunk.js"];
  const BUILT = [...SERVED, "launchevent.js", "assets/icon-16.png"].concat(
    ["server.js", "cli.js", "audit.js", "judge-worker.js", "service-commands.js"],
    ["demo-server.js", "simulator.html", "review.html", "review.js", "manifest.xml", ".built-from"],
  );

  test("what Outlook needs, with the service's settings, and nothing else", async () => {
    const { status, out } = await into();
    expect(status).toBe(0);
    const listed = readdirSync(at.at("web"), { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => path.relative(at.at("web"), path.join(each.parentPath, each.name)));
    const own = ["launchevent.js", "configuration.js", "assets/icon-16.png", WELL_KNOWN];
    expect(listed.sort()).toEqual([...SERVED, ...own].sort());
    const read = (name: string) => readFileSync(path.join(at.at("web"), name), "utf8");
    const [line, script] = read("launchevent.js").split("\n");
    expect(script).toBe("launchevent.js;");
    expect(line).toContain(`"origin":"${at.environment["SEKISHO_ORIGIN"]}"`);
    expect(line).toContain(`"rootKey":"${at.environment["SEKISHO_ROOT_KEY"]}"`);
    expect(read("configuration.js")).toBe(`${line}\n`);
    expect(JSON.parse(read(WELL_KNOWN))).toEqual({ allowed: [`${HOST}/launchevent.js`] });
    expect(out).toMatch(/^content-security-policy: .*frame-ancestors 'self' https:\/\/outlook/m);
    expect(out).toContain(`connect-src 'self' ${at.environment["SEKISHO_ORIGIN"]}`);
  });

  const WELL_KNOWN = ".well-known/microsoft-officeaddins-allowed.json";

  test("once more after an update", async () => {
    await into();
    at.write("dist/launchevent.js", "newer;");
    expect((await into()).status).toBe(0);
    expect(readFileSync(at.at("web/launchevent.js"), "utf8")).toMatch(/\nnewer;$/);
  });

  test("a host that the service does not know is refused before anything is written", async () => {
    at.environment = { ...at.environment, SEKISHO_ADDIN_ORIGINS: "https://other.example" };
    const { status, err } = await into();
    expect([status, existsSync(at.at("web"))]).toEqual([64, false]);
    expect(err).toContain("SEKISHO_ADDIN_ORIGINS");
  });
});
