import { completeOnce } from "../../src/outlook/completion";

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const allow = { allowEvent: true };
const stop = (mishap: string) => ({ allowEvent: false, errorMessage: mishap });

async function ended(work: () => Promise<typeof allow>, otherwise = stop) {
  const completed = jest.fn();
  void completeOnce({ completed }, 60_000, work, otherwise);
  await jest.advanceTimersByTimeAsync(200_000);
  return completed.mock.calls as unknown[][];
}

test.each([
  ["an answer", () => Promise.resolve(allow), allow],
  ["a rejection", () => Promise.reject(new Error("x")), stop("broken")],
  [
    "an exception",
    () => {
      throw new Error("x");
    },
    stop("broken"),
  ],
  ["no answer", () => new Promise<typeof allow>(() => undefined), stop("late")],
  [
    "an answer that comes too late",
    () => new Promise<typeof allow>((resolve) => setTimeout(() => resolve(allow), 60_001)),
    stop("late"),
  ],
])("%s ends the event once", async (_title, work, expected) => {
  expect(await ended(work)).toEqual([[expected]]);
});

test("even the words for a mishap may be missing", async () => {
  const speechless = () => {
    throw new Error("x");
  };
  expect(await ended(() => Promise.reject(new Error("x")), speechless)).toEqual([
    [{ allowEvent: false }],
  ]);
});

test("an end that throws is not tried again", async () => {
  const completed = jest.fn(() => {
    throw new Error("the client is gone");
  });
  await completeOnce({ completed }, 60_000, () => Promise.resolve(allow), stop);
  expect(completed).toHaveBeenCalledTimes(1);
});

test("leaves no timer behind", async () => {
  await completeOnce({ completed: () => undefined }, 60_000, () => Promise.resolve(allow), stop);
  expect(jest.getTimerCount()).toBe(0);
});
