import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { openLive, parseLiveEvent, type Live, type LiveState } from "../../src/api/live";

const ID = "abcdefghijklmnopqrstuv";
const OTHER = "ABCDEFGHIJKLMNOPQRSTUV";

test.each([
  ["an event", `{"changed":"${ID}"}`, { changed: ID }],
  ["more than is known", `{"changed":"${ID}","kind":"x"}`, { changed: ID }],
  ["an id that is too short", `{"changed":"abc"}`, null],
  ["an id with a path", `{"changed":"../../../../../../../a"}`, null],
  ["no string", `{"changed":5}`, null],
  ["null", "null", null],
  ["no JSON", "hello", null],
])("%s", (_, data, expected) => {
  expect(parseLiveEvent(data)).toEqual(expected);
});

type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => void;

let server: Server | undefined;
let live: Live | null = null;
afterEach(() => {
  live?.close();
  live = null;
  server?.closeAllConnections();
  server?.close();
});

async function serve(answer: Answer): Promise<string> {
  let count = 0;
  const made = createServer((request, response) => answer(request, response, ++count));
  server = made;
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
}

const begin = (response: ServerResponse): void => {
  response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
  response.write(": hello\n\n");
};

interface Heard {
  readonly changed: string[];
  readonly states: LiveState[];
  opened: number;
}

function connect(origin: string, more: { token?: string | null; silence?: number } = {}): Heard {
  const heard: Heard = { changed: [], states: [], opened: 0 };
  live = openLive({
    origin,
    token: () => Promise.resolve(more.token === undefined ? "t0ken" : more.token),
    fetch,
    changed: (id) => heard.changed.push(id),
    opened: () => heard.opened++,
    state: (state) => heard.states.push(state),
    ...(more.silence === undefined ? {} : { silence: more.silence }),
    random: () => -0.49,
  });
  return heard;
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 5_000;
  while (!holds() && Date.now() < end) await new Promise((done) => setTimeout(done, 5));
  expect(holds()).toBe(true);
}

test("events arrive, with the token in the header and nowhere else", async () => {
  const seen: string[] = [];
  const origin = await serve((request, response) => {
    seen.push(`${request.url} ${request.headers.authorization} ${request.headers.cookie ?? "-"}`);
    begin(response);
    response.write(`data: {"changed":"${ID}"}\n\ndata: nonsense\n\n`);
    response.write(`data: {"changed":"${OTHER}"}\n\n`);
  });
  const heard = connect(origin);
  await until(() => heard.changed.length === 2);
  expect(heard).toEqual({ changed: [ID, OTHER], states: ["connecting", "open"], opened: 1 });
  expect(seen).toEqual(["/api/live Bearer t0ken -"]);
});

test("a stream that ends is opened again, and everything is to be read again", async () => {
  const origin = await serve((_, response, count) => {
    begin(response);
    if (count === 1) response.end();
    else response.write(`data: {"changed":"${ID}"}\n\n`);
  });
  const heard = connect(origin);
  await until(() => heard.changed.length === 1);
  expect(heard.opened).toBe(2);
  expect(heard.states).toEqual(["connecting", "open", "waiting", "connecting", "open"]);
});

test("a stream that falls silent is given up", async () => {
  const origin = await serve((_, response) => begin(response));
  const heard = connect(origin, { silence: 50 });
  await until(() => heard.opened >= 2);
});

test("a connection that is never answered is given up", async () => {
  const origin = await serve((_, response, count) => count > 1 && begin(response));
  const heard = connect(origin, { silence: 50 });
  await until(() => heard.opened === 1);
});

test.each([401, 403])("%i is not asked again", async (status) => {
  let asked = 0;
  const origin = await serve((_, response) => {
    asked++;
    response.writeHead(status).end();
  });
  const heard = connect(origin);
  await until(() => heard.states.includes("refused"));
  await new Promise((done) => setTimeout(done, 100));
  expect([asked, heard.opened]).toEqual([1, 0]);
});

test("without a token nothing is sent", async () => {
  let asked = 0;
  const origin = await serve(() => asked++);
  const heard = connect(origin, { token: null });
  await until(() => heard.states.includes("refused"));
  expect(asked).toBe(0);
});

test.each([
  ["an error", 503, "application/json"],
  ["a page that is no stream", 200, "text/html"],
])("%s is tried again later", async (_, status, type) => {
  const origin = await serve((_request, response, count) => {
    if (count > 1) return begin(response);
    response.writeHead(status, { "content-type": type }).end("data: x\n\n");
  });
  const heard = connect(origin);
  await until(() => heard.opened === 1);
  expect(heard.states).toEqual(["connecting", "waiting", "connecting", "open"]);
});

test("after closing it is quiet", async () => {
  const origin = await serve((_, response) => begin(response));
  const heard = connect(origin);
  await until(() => heard.opened === 1);
  live?.close();
  await new Promise((done) => setTimeout(done, 60));
  expect(heard.states).toEqual(["connecting", "open"]);
});
