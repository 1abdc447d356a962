import { askService, problemCode, tellService } from "../../src/outlook/ask-service";

const realFetch = fetch;
const put = (own: unknown) => void ((globalThis as Record<string, unknown>).fetch = own);
beforeEach(() => void jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  put(realFetch);
});

const answering = (status: number, text: string) => () =>
  Promise.resolve({ status, text: () => Promise.resolve(text) });
const ask = () =>
  askService({
    method: "POST",
    url: "https://s/api",
    body: { a: 1 },
    token: "t",
    milliseconds: 1_500,
  });

const UNREACHABLE = { state: "unreachable" };
const OUTCOMES: readonly [string, unknown, object][] = [
  ["200 of ours", answering(200, '{"a":1}'), { state: "answered", status: 200, body: { a: 1 } }],
  ["200 of somebody else", answering(200, "<h1>Welcome</h1>"), UNREACHABLE],
  ["200 with nothing", answering(200, ""), UNREACHABLE],
  ["200 with a number", answering(200, "7"), UNREACHABLE],
  ["204", answering(204, ""), UNREACHABLE],
  ["302", answering(302, "{}"), UNREACHABLE],
  ["404 of ours", answering(404, '{"code":"release/unknown"}'), { status: 404 }],
  ["403 of a proxy", answering(403, "<h1>No</h1>"), { state: "answered", status: 403, body: null }],
  ["500", answering(500, '{"code":"api/internal"}'), UNREACHABLE],
  ["503", answering(503, "{}"), UNREACHABLE],
  ["no status", answering(NaN, "{}"), UNREACHABLE],
  ["a refused connection", () => Promise.reject(new TypeError()), UNREACHABLE],
  [
    "a throw",
    () => {
      throw new Error();
    },
    UNREACHABLE,
  ],
  [
    "a body that breaks off",
    () => Promise.resolve({ status: 200, text: () => Promise.reject(new Error()) }),
    UNREACHABLE,
  ],
  ["no fetch", undefined, UNREACHABLE],
];

test.each(OUTCOMES)("%s", async (_, own, expected) => {
  put(own);
  expect(await ask()).toMatchObject(expected);
});

test.each([
  ["an answer", () => new Promise(() => undefined)],
  ["a body", () => Promise.resolve({ status: 200, text: () => new Promise(() => undefined) })],
])("%s that never comes ends with the time limit", async (_, own) => {
  put(own);
  let answer: unknown = null;
  void ask().then((value) => (answer = value));
  await jest.advanceTimersByTimeAsync(1_499);
  expect(answer).toBeNull();
  await jest.advanceTimersByTimeAsync(1);
  expect(answer).toEqual(UNREACHABLE);
});

test("what is asked: no cookie, no cache, no redirect", async () => {
  const own = jest.fn(answering(200, "{}"));
  put(own);
  await ask();
  expect(own.mock.calls).toEqual([
    [
      "https://s/api",
      {
        method: "POST",
        headers: {
          accept: "application/json",
          "content-type": "application/json",
          authorization: "Bearer t",
        },
        body: '{"a":1}',
        redirect: "error",
        cache: "no-store",
        credentials: "omit",
      },
    ],
  ]);
});

test.each([
  ["a refusal", () => Promise.reject(new Error())],
  [
    "a throw",
    () => {
      throw new Error();
    },
  ],
  ["no fetch", undefined],
])("telling never throws: %s", async (_, own) => {
  put(own);
  expect(() => tellService("https://s/api/events", {})).not.toThrow();
  await jest.advanceTimersByTimeAsync(10);
});

test.each([
  [{ code: "release/used" }, "release/used"],
  [{ code: 7 }, ""],
  [null, ""],
  ["release/used", ""],
])("code of %j", (body, code) => {
  expect(problemCode(body)).toBe(code);
});
