import { clientToken } from "../../../src/service/directory/client-token";
import { GraphClient } from "../../../src/service/directory/graph-client";
import { expansionBy } from "../../../src/service/directory/group-expansion";
import { graphDirectory } from "../../../src/service/directory/graph-directory";
import { composeNotice } from "../../../src/service/notices/compose";
import { graphSender } from "../../../src/service/notices/graph-mail";
import { createLogger } from "../../../src/service/http/log";
import { GraphServer, json } from "./graph-server";

const OID = "aaaaaaaa-0000-4000-8000-000000000001";

let server: GraphServer;
let now: number;
beforeEach(async () => {
  server = await GraphServer.start();
  now = 0;
});
afterEach(() => server.stop());

const client = (secret = "secret"): GraphClient =>
  new GraphClient({
    base: server.base,
    fetch,
    token: clientToken({
      address: `${server.origin}/token`,
      clientId: "client",
      clientSecret: secret,
      scope: "https://graph.microsoft.com/.default",
      fetch,
      clock: () => now,
    }),
  });

const failureOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe("calls", () => {
  test("one token serves many calls, until a minute before its end", async () => {
    server.on("/users/a", json({ id: "a" }));
    const graph = client();
    await graph.get("/users/a");
    await graph.get("/users/a");
    expect(server.tokens).toBe(1);
    now = 3600_000 - 59_000;
    await graph.get("/users/a");
    expect(server.tokens).toBe(2);
    expect(server.asked.map(({ authorization }) => authorization)).toEqual([
      "Bearer token-1",
      "Bearer token-1",
      "Bearer token-2",
    ]);
  });

  test("a wrong secret is said without it", async () => {
    expect(await failureOf(client("wrong").get("/users/a"))).toBe("NoClientToken: graph/token");
    expect(server.asked).toEqual([]);
  });

  test("a token that Graph refuses is asked for anew, once more", async () => {
    server.on("/users/a", json({}, 401), json({ id: "a" }));
    expect(await client().get("/users/a")).toEqual({ id: "a" });
    expect(server.tokens).toBe(2);
  });

  test("told to wait, it waits", async () => {
    server.on("/users/a", json({}, 429, { "retry-after": "1" }), json({ id: "a" }));
    const start = performance.now();
    expect(await client().get("/users/a")).toEqual({ id: "a" });
    expect(performance.now() - start).toBeGreaterThan(990);
  });

  test("four tries, then it fails with the status alone", async () => {
    server.on("/users/a", json({ error: { message: "MARK" } }, 429, { "retry-after": "0" }));
    expect(await failureOf(client().get("/users/a"))).toBe("GraphFailed: graph/status 429");
    expect(server.asked).toHaveLength(4);
  });

  test("what is forbidden is not tried again", async () => {
    server.on("/users/a", json({ error: { message: "MARK" } }, 403));
    expect(await failureOf(client().get("/users/a"))).toBe("GraphFailed: graph/status 403");
    expect(server.asked).toHaveLength(1);
  });

  test("what is not there is null", async () => {
    expect(await client().get("/users/nobody")).toBeNull();
  });

  test("a redirect is followed nowhere, and takes no token along", async () => {
    const other = await GraphServer.start();
    server.on("/users/a", (response) => {
      response.writeHead(302, { location: `${other.base}/users/a` });
      response.end();
    });
    expect(await failureOf(client().get("/users/a"))).toMatch(/^TypeError/);
    expect(other.asked).toEqual([]);
    await other.stop();
  });
});

describe("lists", () => {
  const page = (from: number, next?: string) =>
    json({
      value: [from, from + 1].map((id) => ({ id })),
      ...(next === undefined ? {} : { "@odata.nextLink": next }),
    });

  test("all pages are read", async () => {
    server
      .on("/groups/g/members", page(1, `${server.base}/groups/g/members?$skiptoken=2`))
      .on("/groups/g/members?$skiptoken=2", page(3, `${server.base}/groups/g/members?$skiptoken=3`))
      .on("/groups/g/members?$skiptoken=3", page(5));
    expect(await client().all("/groups/g/members")).toHaveLength(6);
  });

  test("a page that points elsewhere ends it: the token goes to Graph alone", async () => {
    const other = await GraphServer.start();
    server.on("/groups/g/members", page(1, `${other.base}/groups/g/members`));
    expect(await failureOf(client().all("/groups/g/members"))).toBe("GraphFailed: graph/address");
    expect(other.asked).toEqual([]);
    await other.stop();
  });

  test("pages without an end are refused", async () => {
    server.on("/x", page(1, `${server.base}/x`));
    expect(await failureOf(client().all("/x"))).toBe("GraphFailed: graph/too-many");
  });

  test("an answer of another shape is no empty list", async () => {
    server.on("/x", json({ values: [] }));
    expect(await failureOf(client().all("/x"))).toBe("GraphFailed: graph/shape");
  });
});

describe("people and groups", () => {
  const user = (id: string, mail: string | null) => ({
    "@odata.type": "#microsoft.graph.user",
    id,
    displayName: id,
    mail,
  });
  const members = "/groups/g/transitiveMembers?$select=id,displayName,mail&$top=999";
  const found = (address: string) =>
    `/groups?$filter=${encodeURIComponent(`mail eq '${address}'`).replaceAll("'", "%27")}&$select=id`;
  const isList = (address: string, ...entries: object[]) =>
    server.on(found(address), json({ value: [{ id: "g" }] })).on(members, json({ value: entries }));

  test("a person's manager, or none", async () => {
    const path = (oid: string) => `/users/${oid}/manager?$select=id,displayName,mail`;
    server.on(path(OID), json({ id: "m", displayName: "石川", mail: "Ishikawa@Sakura.example" }));
    const people = graphDirectory(client());
    expect(await people.managerOf(OID)).toEqual({
      oid: "m",
      name: "石川",
      address: "ishikawa@sakura.example",
    });
    expect(await people.managerOf("other")).toBeNull();
  });

  test("an account, whether it may sign in, and none", async () => {
    const path = `/users/${OID}?$select=id,displayName,mail,accountEnabled`;
    const user = { id: OID, displayName: "佐々木", mail: "S@sakura.example" };
    server.on(path, json({ ...user, accountEnabled: false }));
    const people = graphDirectory(client());
    const found = { oid: OID, name: "佐々木", address: "s@sakura.example", isEnabled: false };
    expect(await people.userOf(OID)).toEqual(found);
    expect(await people.userOf("other")).toBeNull();
    server.on(path, json(user));
    expect(await failureOf(people.userOf(OID))).toBe("GraphFailed: graph/shape");
  });

  describe("a list while somebody waits for the answer", () => {
    const log: string[] = [];
    const logger = createLogger("info", { write: (line: string) => log.push(line) });
    const expansion = (patience?: number) =>
      expansionBy(graphDirectory(client()), "tenant", logger, patience);

    test("is its members, for its own tenant and an address that can be read", async () => {
      isList("all@sakura.example", user("a", "A@sakura.example"));
      expect(await expansion()("tenant", "All@Sakura.example")).toEqual(["a@sakura.example"]);
      expect(await expansion()("other", "all@sakura.example")).toBeNull();
      expect(await expansion()("tenant", "no address")).toBeNull();
    });

    test("that Graph refuses or is late with is not looked into, and no name is logged", async () => {
      server.on(found("all@sakura.example"), json({ error: {} }, 403));
      expect(await expansion()("tenant", "all@sakura.example")).toBeNull();
      expect(log.join("")).toContain("GraphFailed");
      expect(log.join("")).not.toContain("all@");
      server.on(found("all@sakura.example"), () => undefined);
      expect(await expansion(50)("tenant", "all@sakura.example")).toBeNull();
    });
  });

  test("groups of a person", async () => {
    const path = `/users/${OID}/transitiveMemberOf/microsoft.graph.group?$select=id&$top=999`;
    server.on(path, json({ value: [{ id: "g1" }, { id: "g2" }] }));
    expect(await graphDirectory(client()).groupsOf(OID)).toEqual(["g1", "g2"]);
  });

  test("a list is its members' addresses, nested ones too", async () => {
    isList("all@sakura.example", user("a", "A@sakura.example"), user("b", "b@partner.example"), {
      "@odata.type": "#microsoft.graph.group",
      id: "g2",
      mail: "nested@sakura.example",
    });
    expect(await graphDirectory(client()).expand("all@sakura.example")).toEqual([
      "a@sakura.example",
      "b@partner.example",
    ]);
  });

  test("an address in quotes cannot change the question", async () => {
    isList("o''brien@sakura.example", user("a", "a@sakura.example"));
    expect(await graphDirectory(client()).expand("o'brien@sakura.example")).toEqual([
      "a@sakura.example",
    ]);
  });

  test.each([
    ["nobody knows the list", () => server],
    ["a member without an address", () => isList("all@sakura.example", user("a", null))],
    ["a member of an unknown kind", () => isList("all@sakura.example", { id: "x", mail: "x@y.z" })],
    [
      "two lists of one address",
      () => server.on(found("all@sakura.example"), json({ value: [{ id: "g" }, { id: "h" }] })),
    ],
  ])("%s: not expanded, which is not an empty list", async (_, prepare) => {
    prepare();
    expect(await graphDirectory(client()).expand("all@sakura.example")).toBeNull();
  });
});

test("sendMail: text, recipients and the header, nothing kept", async () => {
  const path = "/users/sekisho%40sakura.example/sendMail";
  server.on(path, (response) => response.writeHead(202).end());
  const request = "AAAAAAAAAAAAAAAAAAAAAA";
  const mail = composeNotice(
    {
      id: request,
      request,
      word: "asked",
      to: ["ishikawa@sakura.example"],
      sender: "佐々木",
      others: 1,
      outside: 1,
      files: 0,
    },
    "https://sekisho.sakura.example",
  );
  await graphSender(client(), "sekisho@sakura.example").send(mail);
  expect(JSON.parse(server.asked[0]?.body ?? "")).toEqual({
    message: {
      subject: mail.subject,
      body: { contentType: "Text", content: mail.text },
      toRecipients: [{ emailAddress: { address: "ishikawa@sakura.example" } }],
      internetMessageHeaders: [{ name: "x-sekisho-request", value: request }],
    },
    saveToSentItems: false,
  });
  server.on(path, json({ error: {} }, 404));
  expect(await failureOf(graphSender(client(), "sekisho@sakura.example").send(mail))).toBe(
    "GraphFailed: graph/status 404",
  );
});
