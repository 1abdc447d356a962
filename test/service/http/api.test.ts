import { execFileSync } from "node:child_process";
import { PROBLEM_STATUS, type ProblemCode } from "../../../src/api/codes";
import { createClient } from "../../../src/api/client";
import { routes, type Route } from "../../../src/api/routes";
import { Refused } from "../../../src/service/refused";
import { DIGEST, MANAGER, MARK, REQUEST_ID, STAFF } from "../desk-double";
import { World } from "../world";

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.desk.asked.length = 0;
});

const decision = { decision: "approve", digest: DIGEST, ticks: [], comment: "", number: null };
const at = `/api/requests/${REQUEST_ID}`;

const mail = (over: object = {}) => ({
  sender: { name: "", address: "sasaki@sakura-motors.example" },
  from: { name: "", address: "sasaki@sakura-motors.example" },
  recipients: [],
  subject: "",
  bodyHtml: "",
  composeType: "new",
  attachments: [],
  history: { state: "unknown" },
  item: "item",
  ...over,
});

describe("every route of the list", () => {
  const all = Object.entries(routes as Record<string, Route>);

  test.each(all)("%s is there, and asks for a token where it has to", async (_, route) => {
    const address = route.path.replace(":id", REQUEST_ID).replace(":index", "0");
    const { status, json } = await world.call(address, { method: route.method });
    if (route.auth === "bearer") expect([status, json["code"]]).toEqual([401, "identity/missing"]);
    else expect([200, 415]).toContain(status);
  });

  test("the typed client reaches the desk with what it was given", async () => {
    const client = createClient({
      origin: world.origin,
      token: () => Promise.resolve(MANAGER),
      fetch,
      timeout: 5000,
    });
    const params = { id: REQUEST_ID };
    await client.call("decide", { params, body: { ...decision, decision: "approve" } });
    await client.call("requests", { query: { box: "mine", item: "a b&c=d" } });
    await client.call("requestText", { params, query: { part: 3, reveal: true } });
    await client.call("putAttachment", {
      params: { id: REQUEST_ID, index: 7 },
      body: new Uint8Array([1, 2, 3]),
    });
    const given = world.desk.asked.map(({ method, given: [, ...rest] }) => [method, ...rest]);
    expect(given).toEqual([
      ["decide", REQUEST_ID, decision],
      ["list", { box: "mine", item: "a b&c=d" }],
      ["text", REQUEST_ID, { part: 3, reveal: true }],
      ["putAttachment", REQUEST_ID, 7, Buffer.from([1, 2, 3])],
    ]);
    expect(await client.call("keys", {})).toMatchObject({
      ok: true,
      value: { keys: "keys.of.root" },
    });
  });

  test("who asks is what the token says, nothing else", async () => {
    await world.call("/api/me", { token: STAFF, headers: { "x-oid": MANAGER } });
    expect(world.desk.asked[0]?.given[0]).toMatchObject({ oid: STAFF });
  });
});

describe("what does not fit its schema", () => {
  const invalid: readonly [string, string, string, unknown, string][] = [
    ["an unknown field", "POST", `${at}/decision`, { ...decision, extra: MARK }, "/extra"],
    ["__proto__", "POST", `${at}/decision`, '{"__proto__":{"a":1}}', ""],
    ["constructor", "POST", `${at}/withdraw`, { constructor: 1 }, "/constructor"],
    ["a missing field", "POST", `${at}/revoke`, {}, "/comment"],
    ["another type", "POST", `${at}/decision`, { ...decision, ticks: [1] }, "/ticks/0"],
    ["a number as text", "POST", `${at}/decision`, { ...decision, number: "12" }, "/number"],
    ["a bad digest", "POST", `${at}/decision`, { ...decision, digest: MARK }, "/digest"],
    ["a bad id", "POST", "/api/requests/1/withdraw", {}, "/id"],
    ["no JSON", "POST", `${at}/withdraw`, "{", ""],
    ["nothing", "POST", `${at}/withdraw`, "", ""],
    ["a list for an object", "POST", `${at}/withdraw`, [], ""],
    ["an unknown question", "GET", "/api/requests?box=mine&x=1", undefined, "/x"],
    ["a missing question", "GET", "/api/requests", undefined, "/box"],
    ["a claimed digest", "POST", "/api/drafts", mail({ digest: DIGEST }), "/digest"],
    [
      "a claim within a list",
      "POST",
      "/api/drafts",
      mail({ attachments: [{ name: "", inline: false, contentId: "", bytes: 1, clean: true }] }),
      "/attachments/0/clean",
    ],
  ];

  test.each(invalid)("%s is refused, with its path", async (_, method, address, body, path) => {
    const { status, json, text, headers } = await world.call(address, {
      token: MANAGER,
      method,
      ...(body === undefined ? {} : { body }),
    });
    expect([status, json["code"]]).toEqual([400, "api/invalid"]);
    if (path !== "") expect(json["path"]).toBe(path);
    expect(headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect(text).not.toContain(MARK);
    expect(world.desk.asked).toEqual([]);
  });

  test.each([
    ["JSON where bytes belong", "PUT", "/api/drafts/x/attachments/0", {}],
    ["bytes where JSON belongs", "POST", `${at}/decision`, new Uint8Array([1])],
  ])("%s: another media type", async (_, method, address, body) => {
    const path = address.replace("/x/", `/${REQUEST_ID}/`);
    const { status, json } = await world.call(path, { token: STAFF, method, body });
    expect([status, json["code"]]).toEqual([415, "api/media-type"]);
  });

  test.each([["text/plain"], ["application/x-www-form-urlencoded"], ["multipart/form-data"]])(
    "%s, which a page may send anywhere without being asked, is refused",
    async (type) => {
      const { status } = await world.call("/api/releases", {
        method: "POST",
        body: "{}",
        headers: { "content-type": type },
      });
      expect(status).toBe(415);
    },
  );
});

describe("sizes", () => {
  const size = async (address: string, method: string, bytes: number) => {
    const answer = await world.call(address, {
      token: STAFF,
      method,
      body: method === "PUT" ? new Uint8Array(bytes) : `"${"a".repeat(bytes - 2)}"`,
    });
    return [answer.status, answer.json["code"]];
  };
  const attachment = `/api/drafts/${REQUEST_ID}/attachments/0`;

  test("an attachment of 25 MiB is taken, one byte more is not", async () => {
    expect(await size(attachment, "PUT", 25 * 1024 * 1024)).toEqual([200, undefined]);
    expect(await size(attachment, "PUT", 25 * 1024 * 1024 + 1)).toEqual([413, "api/too-large"]);
  });

  test("JSON has its limit by route", async () => {
    expect(await size(`${at}/decision`, "POST", 65_536)).toEqual([400, "api/invalid"]);
    expect(await size(`${at}/decision`, "POST", 65_537)).toEqual([413, "api/too-large"]);
    expect(await size("/api/drafts", "POST", 65_537)).toEqual([400, "api/invalid"]);
    expect(await size("/api/drafts", "POST", 16 * 1024 * 1024 + 1)).toEqual([413, "api/too-large"]);
  });

  test("a mail of 50 MiB is taken, one byte more is not", async () => {
    const MiB = 1024 * 1024;
    const attachments = (bytes: number[]) =>
      bytes.map((each) => ({ name: "a", inline: false, contentId: "", bytes: each }));
    const begin = async (bytes: number[]) => {
      const body = mail({ attachments: attachments(bytes) });
      return (await world.call("/api/drafts", { token: STAFF, method: "POST", body })).status;
    };
    expect(await begin([25 * MiB, 25 * MiB])).toBe(200);
    expect(await begin([25 * MiB, 25 * MiB, 1])).toBe(413);
  });
});

describe("problems", () => {
  test.each(Object.entries(PROBLEM_STATUS))("%s has status %i", async (code, status) => {
    world.desk.fails = new Refused(code as ProblemCode, { state: "released" });
    const { json, ...answer } = await world.call(`${at}/withdraw`, {
      token: STAFF,
      method: "POST",
      body: {},
      headers: { "accept-language": "en" },
    });
    expect(answer.status).toBe(status);
    expect(json).toMatchObject({ type: `urn:sekisho:problem:${code}`, status, code });
    expect(json["state"]).toBe("released");
    expect(typeof json["title"]).toBe("string");
    if (status === 401) expect(answer.headers.get("www-authenticate")).toBe("Bearer");
  });

  test("what nobody foresaw says nothing of itself", async () => {
    world.desk.fails = new Error(`connection to db://secret failed near ${MARK}`);
    const { status, json, text } = await world.call(at, { token: STAFF });
    expect([status, json["code"]]).toEqual([500, "api/internal"]);
    expect(text).not.toMatch(/MARK|secret|at .*\.ts/);
  });

  test("no such address, and no HEAD that a scanner could spend", async () => {
    expect((await world.call("/api/nothing", { token: STAFF })).json["code"]).toBe("api/not-found");
    expect((await world.call(at, { token: STAFF, method: "HEAD" })).status).toBe(404);
    expect(world.desk.asked).toEqual([]);
  });

  test("titles are in the reader's language", async () => {
    const title = async (language: string) =>
      (await world.call("/api/me", { headers: { "accept-language": language } })).json["title"];
    expect(await title("ja,en;q=0.8")).toBe("サインインしてください");
    expect(await title("en-US")).not.toMatch(/[ぁ-ん]/);
  });
});

test("an answer holds what its schema names and nothing more", async () => {
  const list = world.desk.list;
  world.desk.list = () => Promise.resolve({ requests: [], next: null, sealed: "secret" } as never);
  const { json } = await world.call("/api/requests?box=mine", { token: STAFF });
  world.desk.list = list;
  expect(json).toEqual({ requests: [], next: null });
});

/** In a process of its own: the package is of a kind that jest does not load. */
const VALIDATOR = `import { Validator } from "@seriousme/openapi-schema-validator";
import { readFileSync } from "node:fs";
const result = await new Validator().validate(JSON.parse(readFileSync(0, "utf8")));
console.log(JSON.stringify(result));`;

const validated = (document: object): unknown =>
  JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "--eval", VALIDATOR], {
      input: JSON.stringify(document),
      encoding: "utf8",
    }),
  );

describe("OpenAPI", () => {
  test("is a valid 3.1 document of exactly the routes", async () => {
    const { json } = await world.call("/api/openapi.json");
    expect(json["openapi"]).toMatch(/^3\.1/);
    expect(validated(json)).toEqual({ valid: true });
    expect(validated({ ...json, paths: 1 })).toMatchObject({ valid: false });
    const paths = json["paths"] as Record<string, Record<string, { operationId: string }>>;
    const operations = Object.values(paths).flatMap((each) => Object.values(each));
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(
      Object.keys(routes).sort(),
    );
  });

  test("says who needs a token and what bytes are", async () => {
    const { json } = await world.call("/api/openapi.json");
    const paths = json["paths"] as Record<string, Record<string, Record<string, unknown>>>;
    expect(paths["/api/me"]?.["get"]?.["security"]).toEqual([{ bearer: [] }]);
    expect(paths["/api/releases"]?.["post"]?.["security"]).toEqual([]);
    expect(JSON.stringify(paths["/api/drafts/{id}/attachments/{index}"])).toContain(
      "application/octet-stream",
    );
  });
});
