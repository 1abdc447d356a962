import { Refused } from "../../../src/service/refused";
import { DIGEST, MANAGER, MARK, REQUEST_ID, STAFF } from "../desk-double";
import { METRICS_TOKEN, World } from "../world";

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.stop());

const at = `/api/requests/${REQUEST_ID}`;
const encoded = encodeURIComponent(MARK);

/** Marks in every place that a caller can fill, on roads that work, are refused and break. */
async function useEverything(): Promise<string[]> {
  const answers: string[] = [];
  const call = async (...given: Parameters<World["call"]>) => {
    const { text, status } = await world.call(...given);
    if (status >= 400) answers.push(text);
  };
  const token = MANAGER;
  const marked = { authorization: `Bearer ${MARK.slice(0, 4)}.x`, "x-mark": encoded };
  await call(at, { token });
  await call(`${at}/text?part=body`, { token });
  await call(`/api/policy?mailbox=${encoded}`, { token });
  await call(`/api/requests?box=mine&item=${encoded}`, { token });
  await call(`/api/requests?box=${encoded}`, { token });
  await call(`/api/requests/${encoded}`, { token });
  await call(`/api/${encoded}`, { token });
  await call(`/${encoded}`, { headers: marked });
  await call("/api/me", { headers: marked });
  await call(`${at}/revoke`, { token, method: "POST", body: { comment: MARK } });
  await call(`${at}/revoke`, { token, method: "POST", body: { comment: 1, [MARK]: MARK } });
  await call(`${at}/revoke`, { token, method: "POST", body: `{"${MARK}` });
  await call(`${at}/revoke`, { token, method: "POST", body: MARK.repeat(9000) });
  for (const fails of [
    new Error(MARK),
    Object.assign(new TypeError(MARK), { code: MARK, detail: MARK, cause: new Error(MARK) }),
    Object.assign(new Error(MARK), { statusCode: 400 }),
    new Refused("approval/seal-broken"),
  ]) {
    world.desk.fails = fails;
    await call(`${at}/withdraw`, { token: STAFF, method: "POST", body: {} });
  }
  world.desk.fails = new Error(MARK);
  await call("/api/releases", {
    method: "POST",
    body: { tenant: MARK, lookup: DIGEST, nonce: "n".repeat(16), jti: null },
  });
  await call("/api/events", {
    method: "POST",
    body: {
      tenant: MARK,
      client: { platform: MARK, bundle: 1 },
      verdict: "block",
      rules: [],
      kinds: [],
      persons: 1,
      others: 1,
      outside: 1,
      milliseconds: 1,
      outcome: "stopped",
    },
  });
  const link = await world.call(`${at}/attachments/0/link`, { token, method: "POST" });
  const url = link.json["url"] as string;
  await (await fetch(url)).arrayBuffer();
  await (await fetch(url)).arrayBuffer();
  world.app.log.error(new Error(MARK), MARK.slice(0, 0));
  return [...answers, url];
}

test("nothing of a mail, a person, a token or an id is in log, metrics or problems", async () => {
  const said = await useEverything();
  const url = said.pop() ?? "";
  const log = world.log.join("");
  const metrics = (await world.call("/metrics", { token: METRICS_TOKEN })).text;
  expect(world.log.length).toBeGreaterThan(15);
  for (const text of [log, metrics]) {
    expect(text).not.toContain("MARK");
    expect(text).not.toContain(encoded);
    expect(text).not.toContain(REQUEST_ID);
    expect(text).not.toContain(STAFF);
    expect(text).not.toContain(MANAGER);
    expect(text).not.toContain(url.split("/").pop());
    expect(text).not.toMatch(/Bearer|authorization/i);
  }
  expect(said.length).toBeGreaterThan(8);
  for (const text of said) expect(text.replace(/"path":"[^"]*"/, "")).not.toContain("MARK");
});

test("a line says what was asked, how it ended and how long it took", () => {
  const lines = world.log.map((line) => JSON.parse(line) as Record<string, unknown>);
  const line = lines.find(({ route }) => route === "/api/requests/:id/revoke");
  expect(line).toMatchObject({ method: "POST", status: 200, msg: "answered" });
  expect(typeof line?.["ms"]).toBe("number");
  expect(line?.["reqId"]).toMatch(/^[0-9a-f-]{36}$/);
  expect(line?.["tenant"]).toBeDefined();
  const refused = lines.find(({ code }) => code === "api/invalid");
  expect(refused).toMatchObject({ status: 400 });
});

test("a failure can be found: its kind and its place", () => {
  const lines = world.log.map((line) => JSON.parse(line) as Record<string, unknown>);
  const failed = lines.find(({ msg, type }) => msg === "failed" && type === "TypeError");
  expect(failed?.["at"]).toEqual(expect.arrayContaining([expect.stringContaining("privacy.test")]));
});

test("metrics count by route, status, code and rule; an altered row is an alarm", async () => {
  const { text, headers } = await world.call("/metrics", { token: METRICS_TOKEN });
  expect(headers.get("content-type")).toMatch(/^text\/plain/);
  expect(text).toMatch(
    /sekisho_http_request_duration_seconds_count\{route="\/api\/requests\/:id",method="GET",status="200"\} \d/,
  );
  expect(text).toMatch(/sekisho_problems_total\{route="\/api\/me",code="identity\/invalid"\} 1/);
  expect(text).toMatch(/sekisho_send_events_total\{verdict="block",outcome="stopped"\} 1/);
  expect(text).toMatch(/sekisho_problems_total\{[^}]*code="approval\/seal-broken"\} 1/);
  expect(text).toMatch(/sekisho_broken_seals_total 0/);
  world.metrics.brokenSeal();
  expect((await world.call("/metrics", { token: METRICS_TOKEN })).text).toMatch(
    /sekisho_broken_seals_total 1/,
  );
});
