import { openLive } from "../../../src/api/live";
import { LIVE_PATH } from "../../../src/api/routes";
import { MANAGER, REQUEST_ID, STAFF } from "../desk-double";
import { TENANT } from "../identity-provider";
import { plainTokens, World } from "../world";

const OTHER_ID = "BBBBBBBBBBBBBBBBBBBBBB";

let world: World;
afterEach(() => world.stop());

interface Stream {
  readonly text: () => string;
  readonly ended: Promise<void>;
  cut(): void;
}

async function open(token: string): Promise<Stream> {
  const cutting = new AbortController();
  const response = await fetch(world.origin + LIVE_PATH, {
    headers: { authorization: `Bearer ${token}` },
    signal: cutting.signal,
  });
  expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
  let text = "";
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>)
      text += decoder.decode(chunk, { stream: true });
  };
  const ended = read().catch(() => undefined);
  return { text: () => text, ended, cut: () => cutting.abort() };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms).unref());

/** Milliseconds until the promise is done; fails after `most`. */
async function timeOf(done: Promise<void>, most: number): Promise<number> {
  const start = performance.now();
  const late = pause(most).then(() => Promise.reject(new Error("too late")));
  await Promise.race([done, late]);
  return performance.now() - start;
}

test("an event says what is different now, and only that", async () => {
  world = await World.start();
  const stream = await open(MANAGER);
  world.tell({ tenant: TENANT, kind: "request", id: REQUEST_ID });
  await pause(100);
  expect(stream.text()).toBe(`:\n\ndata: {"changed":"${REQUEST_ID}"}\n\n`);
  stream.cut();
});

test("the client's own reader understands it", async () => {
  world = await World.start();
  const heard: string[] = [];
  let opened!: () => void;
  const isOpen = new Promise<void>((resolve) => (opened = resolve));
  const live = openLive({
    origin: world.origin,
    token: () => Promise.resolve(MANAGER),
    fetch,
    changed: (id) => heard.push(id),
    opened,
  });
  await isOpen;
  world.tell({ tenant: TENANT, kind: "request", id: REQUEST_ID });
  await pause(100);
  live.close();
  expect(heard).toEqual([REQUEST_ID]);
});

test("who may not read a request never hears of it, nor does another tenant", async () => {
  world = await World.start({
    mayRead: ({ oid }, id) => Promise.resolve(oid === MANAGER && id === REQUEST_ID),
  });
  const [manager, staff] = [await open(MANAGER), await open(STAFF)];
  world.tell({ tenant: TENANT, kind: "request", id: OTHER_ID });
  world.tell({ tenant: "another", kind: "request", id: REQUEST_ID });
  world.tell({ tenant: TENANT, kind: "request", id: REQUEST_ID });
  await pause(100);
  expect(staff.text()).toBe(":\n\n");
  expect(manager.text()).toBe(`:\n\ndata: {"changed":"${REQUEST_ID}"}\n\n`);
  manager.cut();
  staff.cut();
});

test("without a token there is no stream", async () => {
  world = await World.start();
  expect((await world.call(LIVE_PATH)).status).toBe(401);
  expect((await world.call(LIVE_PATH, { token: "forged" })).status).toBe(401);
});

test("a person who left hears nothing more within 5 s, others go on", async () => {
  world = await World.start();
  const [manager, staff] = [await open(MANAGER), await open(STAFF)];
  world.desk.gone.add(MANAGER);
  world.tell({ tenant: TENANT, kind: "rights" });
  expect(await timeOf(manager.ended, 5000)).toBeLessThan(5000);
  world.tell({ tenant: TENANT, kind: "request", id: REQUEST_ID });
  await pause(100);
  expect(staff.text()).toContain(REQUEST_ID);
  staff.cut();
});

test("a role that was taken away ends the stream, which begins anew with the rights of now", async () => {
  world = await World.start();
  const stream = await open(MANAGER);
  const { me } = world.desk;
  world.desk.me = async (caller) => ({ ...(await me(caller)), role: "staff", decides: false });
  world.tell({ tenant: TENANT, kind: "rights" });
  expect(await timeOf(stream.ended, 5000)).toBeLessThan(5000);
});

test("rights that cannot be read end it too", async () => {
  world = await World.start();
  const stream = await open(MANAGER);
  world.desk.fails = new Error("no database");
  world.tell({ tenant: TENANT, kind: "rights" });
  await timeOf(stream.ended, 5000);
});

test("after missed news every stream begins anew", async () => {
  world = await World.start();
  const streams = [await open(MANAGER), await open(STAFF)];
  world.tell({ kind: "missed" });
  for (const stream of streams) await timeOf(stream.ended, 5000);
});

test("the stream ends with the token", async () => {
  world = await World.start({ tokens: plainTokens(1) });
  const stream = await open(MANAGER);
  expect(await timeOf(stream.ended, 5000)).toBeLessThan(2000);
});

test("one person has eight streams; another person's are not counted", async () => {
  world = await World.start();
  const streams = await Promise.all(Array.from({ length: 8 }, () => open(MANAGER)));
  expect((await world.call(LIVE_PATH, { token: MANAGER })).status).toBe(429);
  const other = await open(STAFF);
  streams[0]?.cut();
  await pause(100);
  const again = await open(MANAGER);
  for (const stream of [...streams, other, again]) stream.cut();
});

test("stopping the service ends every stream", async () => {
  world = await World.start();
  const stream = await open(MANAGER);
  const closing = world.app.close();
  await timeOf(stream.ended, 5000);
  await closing;
});
