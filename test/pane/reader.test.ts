import { createReader, type Reader } from "../../src/pane/reader/reader";
import type { Desk } from "../../src/ui/sign-off/desk";

const ID = "abcdefghijklmnopqrstuv";
const OTHER = "ABCDEFGHIJKLMNOPQRSTUV";
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function bench(options: { readonly fails?: number; readonly service?: boolean } = {}) {
  const hints: ((hint: string | null) => void)[] = [];
  const did: string[] = [];
  let failures = options.fails ?? 0;
  const desk = {
    start: (id: string | null) => did.push(`start ${id}`),
    open: (id: string) => did.push(`open ${id}`),
  } as unknown as Desk;
  const loadDesk = (): Promise<Desk> =>
    failures-- > 0 ? Promise.reject(new Error("no script")) : Promise.resolve(desk);
  const reader: Reader = createReader({
    readHint: () => new Promise((resolve) => hints.push(resolve)),
    loadDesk: options.service === false ? null : loadDesk,
  });
  const choose = async (hint: string | null): Promise<void> => {
    reader.itemChanged();
    hints.at(-1)?.(hint);
    await settled();
  };
  return { reader, hints, did, choose };
}

test("a notice opens its request, another mail says what the pane is for", async () => {
  const { reader, did, choose } = bench();
  await choose(ID);
  expect(reader.state()).toMatchObject({ view: "desk", hint: ID });
  await choose(null);
  expect(reader.state()).toEqual({ view: "about" });
  await choose(OTHER);
  expect(did).toEqual(["start null", `open ${ID}`, `open ${OTHER}`]);
});

test("headers that come late belong to no mail any more", async () => {
  const { reader, hints, did } = bench();
  reader.itemChanged();
  reader.itemChanged();
  hints[1]?.(null);
  hints[0]?.(ID);
  await settled();
  expect(reader.state()).toEqual({ view: "about" });
  expect(did).toEqual([]);
});

test("the list can be asked for", async () => {
  const { reader, did } = bench();
  reader.showDesk?.();
  await settled();
  expect(reader.state()).toMatchObject({ view: "desk", hint: null });
  expect(did).toEqual(["start null"]);
});

test("a script that could not be loaded is asked for again", async () => {
  const { reader, choose } = bench({ fails: 1 });
  await choose(ID);
  expect(reader.state()).toEqual({ view: "about" });
  await choose(ID);
  expect(reader.state()).toMatchObject({ view: "desk" });
});

test("without a service nothing is asked and nothing offered", async () => {
  const { reader, choose } = bench({ service: false });
  await choose(ID);
  expect(reader.state()).toEqual({ view: "about" });
  expect(reader.showDesk).toBeNull();
});
