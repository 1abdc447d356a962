import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  NEXT_FILE,
  newMaterial,
  publicKeys,
  type Material,
} from "../../../src/cli/service/key-material";
import { KEY_FILES } from "../../../src/cli/service/keys";
import { makeKeySet, readAnySet } from "../../../src/service/keys/key-set";
import { loadServiceKeys } from "../../../src/service/keys/service-keys";
import { newPrivateKey, signerOf } from "../../../src/service/keys/signer";
import { readConfiguration } from "../../../src/service/configuration/configuration";
import { storageOf } from "../../../src/service/start";
import { Installation } from "./terminal";

const DAY = 24 * 3600 * 1000;

let at: Installation;
beforeEach(async () => {
  at = new Installation();
  await at.setUp();
});
afterEach(() => at.remove());

const file = (name: string): string => path.join(at.at("keys"), name);
const text = (name: string): string => readFileSync(file(name), "utf8").trim();
const material = (name: string): Material => JSON.parse(text(name)) as Material;
const kids = (of: Material): string[] => publicKeys(of).map(({ kid }) => kid);
const set = () => {
  const claims = readAnySet(text(KEY_FILES.set), signerOf(text(KEY_FILES.root)));
  if (claims === null) throw new Error("not signed by the root");
  return { ...claims, kids: claims.keys.map(({ kid }) => kid) };
};
const keys = (action: string, ...more: string[]) =>
  at.run("keys", action, at.at("keys"), "--root", file(KEY_FILES.root), ...more);

/** As the service does when it starts: the keys have to fit each other and the database. */
async function start(): Promise<void> {
  const read = readConfiguration(at.environment);
  if (!read.ok) throw new Error(JSON.stringify(read.bad));
  await (await storageOf(read.configuration, () => at.now)).close();
}

test("the set is good for another 180 days, under the next serial, with the same keys", async () => {
  const before = set();
  await start();
  at.now += 170 * DAY;
  expect(await keys("renew")).toMatchObject({ status: 0, err: "" });
  const after = set();
  expect(after.serial).toBe(before.serial + 1);
  expect(after.exp - after.iat).toBe((180 * DAY) / 1000);
  expect(after.kids).toEqual(before.kids);
  await start();
});

test("a set that has ended can be renewed", async () => {
  at.now += 200 * DAY;
  await expect(start()).rejects.toThrow("keys/invalid");
  expect((await keys("renew")).status).toBe(0);
  await start();
});

test("a rotation: announced, 14 days later in place, the old keys gone 8 days after that", async () => {
  const old = material(KEY_FILES.signing);
  expect((await keys("rotate")).status).toBe(0);
  const next = material(NEXT_FILE);
  expect(statSync(file(NEXT_FILE)).mode & 0o077).toBe(0);
  expect(set().kids).toEqual([...kids(old), ...kids(next)]);
  expect(material(KEY_FILES.signing)).toEqual(old);
  await start();

  at.now += 14 * DAY - 1000;
  expect(await keys("rotate")).toMatchObject({ status: 2, out: "" });
  expect(material(KEY_FILES.signing)).toEqual(old);

  at.now += 1000;
  expect((await keys("rotate")).status).toBe(0);
  expect(material(KEY_FILES.signing)).toEqual(next);
  expect(statSync(file(KEY_FILES.signing)).mode & 0o077).toBe(0);
  expect(existsSync(file(NEXT_FILE))).toBe(false);
  expect(set().kids).toEqual([...kids(old), ...kids(next)]);
  await start();

  at.now += 8 * DAY - 1000;
  await keys("renew");
  expect(set().kids).toEqual([...kids(old), ...kids(next)]);
  at.now += 8 * DAY;
  await keys("renew");
  expect(set().kids).toEqual(kids(next));
  await start();
  expect(() =>
    loadServiceKeys(
      { private: old, keySet: text(KEY_FILES.set), roots: [signerOf(text(KEY_FILES.root))] },
      at.now / 1000,
    ),
  ).toThrow("keys/invalid");
});

test.each([[[]], [["rotate"]]])(
  "keys that have leaked are gone at once (under way before: %j)",
  async (before) => {
    for (const action of before) await keys(action);
    await start();
    const known = set().kids;
    expect((await keys("rotate", "--now")).status).toBe(0);
    expect(set().kids).toEqual(kids(material(KEY_FILES.signing)));
    expect(set().kids.some((kid) => known.includes(kid))).toBe(false);
    expect(existsSync(file(NEXT_FILE))).toBe(false);
    await start();
  },
);

test("renewing while a rotation is under way keeps both", async () => {
  await keys("rotate");
  at.now += 10 * DAY;
  await keys("renew");
  expect(set().kids).toEqual([...kids(material(KEY_FILES.signing)), ...kids(material(NEXT_FILE))]);
});

const foreignSet = (): string =>
  makeKeySet(newPrivateKey(), publicKeys(newMaterial()), 1, Math.floor(at.now / 1000));

const WRONG: readonly [string, () => void][] = [
  ["another root", () => writeFileSync(file(KEY_FILES.root), newPrivateKey())],
  ["a root that is no key", () => writeFileSync(file(KEY_FILES.root), "root")],
  ["a set of another root", () => writeFileSync(file(KEY_FILES.set), foreignSet())],
  ["a set that is none", () => writeFileSync(file(KEY_FILES.set), "a.b.c")],
];
test.each(WRONG)("%s is refused, and nothing is changed", async (_, spoil) => {
  spoil();
  const before = text(KEY_FILES.set);
  for (const action of ["renew", "rotate"]) {
    const { status, out } = await keys(action);
    expect([status, out]).toEqual([2, ""]);
  }
  expect(text(KEY_FILES.set)).toBe(before);
  expect(existsSync(file(NEXT_FILE))).toBe(false);
});

test("without the root, or in another folder, it says so", async () => {
  expect((await at.run("keys", "renew", at.at("keys"))).status).toBe(64);
  const root = ["--root", file(KEY_FILES.root)];
  expect((await at.run("keys", "renew", at.at("nowhere"), ...root)).status).toBe(2);
  expect((await at.run("keys", "rotate", at.at("keys"), "--root", at.at("none"))).status).toBe(2);
});
