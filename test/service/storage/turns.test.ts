import { Turns } from "../../../src/service/storage/turns";

test("one after the other, in the order of asking", async () => {
  const turns = new Turns();
  const said: string[] = [];
  const one = async (name: string) => {
    await turns.take();
    said.push(`${name} begins`);
    await Promise.resolve();
    said.push(`${name} ends`);
    turns.give();
  };
  await Promise.all(["a", "b", "c"].map(one));
  await one("d");
  expect(said).toEqual(["a", "b", "c", "d"].flatMap((each) => [`${each} begins`, `${each} ends`]));
});

test("whoever waits lets the event loop turn: timers and calls come in between", async () => {
  const turns = new Turns();
  let done = 0;
  let doneAtTimer = -1;
  setTimeout(() => (doneAtTimer = done), 0);
  const busy = async () => {
    await turns.take();
    const until = performance.now() + 5;
    while (performance.now() < until);
    done += 1;
    turns.give();
  };
  await Promise.all(Array.from({ length: 20 }, busy));
  expect(doneAtTimer).toBeGreaterThanOrEqual(0);
  expect(doneAtTimer).toBeLessThan(20);
});
