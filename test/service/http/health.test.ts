import type { Readiness } from "../../../src/service/http/parts";
import { METRICS_TOKEN, World } from "../world";

let world: World;
afterEach(() => world.stop());

const part = (name: string, state: string, needed = true): Readiness => ({
  name,
  needed,
  check: () => Promise.resolve(state),
});

test("alive without anything else", async () => {
  world = await World.start({ readiness: [part("database", "no-answer")] });
  expect((await world.call("/api/health")).json).toEqual({ status: "ok" });
});

test("ready with its key ids; notices that nobody set up are said and stop nothing", async () => {
  const readiness = [part("database", "ok"), part("notices", "not-configured", false)];
  world = await World.start({ readiness });
  const { status, json } = await world.call("/api/ready");
  expect(status).toBe(200);
  expect(json).toEqual({
    status: "ready",
    keys: ["ticket-1"],
    checks: {
      database: { needed: true, state: "ok" },
      notices: { needed: false, state: "not-configured" },
    },
  });
});

test.each([["database"], ["record"]])("not ready without its %s", async (name) => {
  world = await World.start({ readiness: [part(name, "no-answer"), part("other", "ok")] });
  const { status, json } = await world.call("/api/ready");
  expect([status, json["status"]]).toEqual([503, "not-ready"]);
});

describe("what was counted", () => {
  const status = async (token: string | null) => (await world.call("/metrics", { token })).status;

  test("is for whoever brings its token; for others there is nothing", async () => {
    world = await World.start();
    expect(await status(METRICS_TOKEN)).toBe(200);
    for (const other of [null, "x", `${METRICS_TOKEN}x`, METRICS_TOKEN.slice(1)])
      expect(await status(other)).toBe(404);
  });

  test("is for nobody where no token was set up", async () => {
    world = await World.start({ metricsToken: null });
    for (const token of [null, "null", "undefined", METRICS_TOKEN])
      expect(await status(token)).toBe(404);
  });
});
