import type { FastifyInstance } from "fastify";
import { randomUUID } from "node:crypto";
import { STAFF } from "../desk-double";
import { DEFAULT_LIMITS } from "../../../src/service/http/limits";
import { World } from "../world";

const release = (lookup: string) => ({
  tenant: "t",
  lookup,
  nonce: "nonce-0123456789",
  jti: null,
});
const lookupOf = (index: number) => index.toString(16).padStart(64, "0");

/** Without a socket: thousands of calls, all from one address. */
async function statuses(
  app: FastifyInstance,
  calls: readonly object[],
  atOnce = 1,
): Promise<number[]> {
  const answers: number[] = [];
  for (let at = 0; at < calls.length; at += atOnce) {
    const part = await Promise.all(calls.slice(at, at + atOnce).map((call) => app.inject(call)));
    answers.push(...part.map(({ statusCode }) => statusCode));
  }
  return answers;
}

const me = (token: string) => ({
  method: "GET",
  url: "/api/me",
  headers: { authorization: `Bearer ${token}` },
});
const releaseCall = (lookup: string) => ({
  method: "POST",
  url: "/api/releases",
  payload: release(lookup),
});
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const countOf = (answers: readonly number[], status: number): number =>
  answers.filter((each) => each === status).length;

let world: World;
afterEach(() => world.stop());

test("1,000 people behind one address, one of them floods: only that one is told to wait", async () => {
  world = await World.start();
  const people = times(1000, () => randomUUID());
  const flooder = randomUUID();
  const flood = await statuses(
    world.app,
    times(5000, () => me(flooder)),
  );
  expect(countOf(flood, 200)).toBe(600);
  const others = await statuses(
    world.app,
    people.flatMap((oid, index) => [me(oid), me(oid), releaseCall(lookupOf(index))]),
    200,
  );
  expect(countOf(others, 200)).toBe(3000);
  expect(countOf(await statuses(world.app, [me(flooder)]), 429)).toBe(1);
});

test("a flood without a token uses up the address; people who are known pass all the same", async () => {
  world = await World.start({
    limits: { address: 100, person: 600, release: 60, streams: 8, atOnce: 250 },
  });
  const known = randomUUID();
  await statuses(world.app, [me(known)]);
  const flood = await statuses(
    world.app,
    times(300, (index) => me(`forged-${index}`)),
  );
  expect([countOf(flood, 401), countOf(flood, 429)]).toEqual([100, 200]);
  expect(await statuses(world.app, [me(known), me(randomUUID())])).toEqual([200, 429]);
});

test("releases: tries of one mail are counted, not those of all", async () => {
  world = await World.start();
  const one = await statuses(
    world.app,
    times(80, () => releaseCall(lookupOf(1))),
  );
  expect([countOf(one, 200), countOf(one, 429)]).toEqual([60, 20]);
  const others = await statuses(
    world.app,
    times(500, (index) => releaseCall(lookupOf(index + 2))),
  );
  expect(countOf(others, 200)).toBe(500);
});

test("a flood of calls does not use up releases, nor the other way round", async () => {
  world = await World.start({
    limits: { address: 100, person: 5, release: 5, streams: 8, atOnce: 250 },
  });
  await statuses(
    world.app,
    times(20, () => me(STAFF)),
  );
  expect(await statuses(world.app, [me(STAFF), releaseCall(lookupOf(1))])).toEqual([429, 200]);
  await statuses(
    world.app,
    times(20, () => releaseCall(lookupOf(1))),
  );
  expect(await statuses(world.app, [me(randomUUID()), releaseCall(lookupOf(2))])).toEqual([
    200, 200,
  ]);
});

test("the answer says when another try makes sense", async () => {
  world = await World.start({
    limits: { address: 100, person: 1, release: 5, streams: 8, atOnce: 250 },
  });
  await world.call("/api/me", { token: STAFF });
  const { json, status, headers } = await world.call("/api/me", { token: STAFF });
  expect([status, json["code"]]).toEqual([429, "api/too-many"]);
  expect(json["retryAfter"]).toBeGreaterThan(0);
  expect(json["retryAfter"]).toBeLessThanOrEqual(60);
  expect(headers.get("retry-after")).toBe(String(json["retryAfter"]));
});

test("more calls at once than can be answered are refused at once, and none is lost count of", async () => {
  world = await World.start({ limits: { ...DEFAULT_LIMITS, atOnce: 20 } });
  const { me: answer } = world.desk;
  for (let round = 0; round < 3; round++) {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    world.desk.me = async (caller) => {
      await gate;
      return answer(caller);
    };
    let refused = 0;
    const called = times(50, async () => {
      const { status } = await world.call("/api/me", { token: randomUUID() });
      // All others have been refused: those that are left may be answered.
      if (status === 503 && ++refused === 30) open();
      return status;
    });
    const answers = await Promise.all(called);
    expect([countOf(answers, 200), countOf(answers, 503)]).toEqual([20, 30]);
  }
});

test("nobody names his own address", async () => {
  world = await World.start({
    limits: { address: 3, person: 5, release: 5, streams: 8, atOnce: 250 },
  });
  const calls = times(6, (index) => ({
    ...me("forged"),
    headers: { authorization: "Bearer forged", "x-forwarded-for": `10.0.0.${index}` },
  }));
  expect(countOf(await statuses(world.app, calls), 429)).toBe(3);
});
