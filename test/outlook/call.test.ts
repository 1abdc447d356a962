import { createCall } from "../../src/outlook/call";

type Callback = (result: Office.AsyncResult<unknown>) => void;
const answer = (result: object) => (done: Callback) => done(result as Office.AsyncResult<unknown>);

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test.each([
  ["a value", answer({ status: "succeeded", value: 7 }), { ok: true, value: 7 }],
  [
    "the client's name of an error, not its words",
    answer({ status: "failed", error: { name: "InvalidAttachmentId", message: "顧客一覧.xlsx" } }),
    { ok: false, code: "outlook/failed", name: "InvalidAttachmentId" },
  ],
  [
    "no name that is words",
    answer({ status: "failed", error: { name: "顧客一覧 could not" } }),
    { ok: false, code: "outlook/failed" },
  ],
  [
    "an answer that is none",
    answer(null as unknown as object),
    { ok: false, code: "outlook/failed" },
  ],
  [
    "a method that throws",
    () => {
      throw new TypeError("顧客一覧.xlsx");
    },
    { ok: false, code: "outlook/failed", name: "TypeError" },
  ],
  ["a method that is missing", null, { ok: false, code: "outlook/unsupported" }],
])("gives %s", async (_title, start, expected) => {
  await expect(createCall()(start)).resolves.toEqual(expected);
});

test("gives up after its own limit and goes on with the next call", async () => {
  const call = createCall(5_000);
  const silent = call(() => undefined);
  const next = call(answer({ status: "succeeded", value: "next" }));
  await jest.advanceTimersByTimeAsync(4_999);
  const isOver = jest.fn();
  void silent.then(isOver);
  await Promise.resolve();
  expect(isOver).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);
  await expect(silent).resolves.toEqual({ ok: false, code: "outlook/timeout" });
  await expect(next).resolves.toEqual({ ok: true, value: "next" });
});

test("gives no client less than two seconds", async () => {
  const late = createCall()((done) => {
    setTimeout(() => answer({ status: "succeeded", value: 1 })(done), 1_900);
  }, 10);
  await jest.advanceTimersByTimeAsync(2_000);
  await expect(late).resolves.toEqual({ ok: true, value: 1 });
});

test("starts a call only when the one before has ended", async () => {
  const call = createCall();
  let inFlight = 0;
  let most = 0;
  const slow = (done: Callback) => {
    most = Math.max(most, ++inFlight);
    setTimeout(() => {
      inFlight -= 1;
      answer({ status: "succeeded", value: null })(done);
    }, 10);
  };
  const all = Promise.all([call(slow), call(slow), call(slow)]);
  await jest.advanceTimersByTimeAsync(100);
  await all;
  expect(most).toBe(1);
});

test("leaves no timer behind", async () => {
  await createCall()(answer({ status: "succeeded", value: 1 }));
  expect(jest.getTimerCount()).toBe(0);
});
