import type { Frame } from "playwright-core";
import type { SignIn } from "../../src/simulator/host/account";
import { World } from "./world";

let world: World;
beforeAll(async () => {
  world = await World.open();
}, 60_000);
afterAll(() => world.close());

/** A pane beside a new message, of a client in which signing in ends like this. */
async function paneWith(signIn: SignIn): Promise<Frame> {
  await world.page.evaluate((given) => desk.openCompose({}, { signIn: given }), signIn);
  return world.pane();
}

const askForToken = (frame: Frame) =>
  frame.evaluate(() =>
    Office.auth.getAccessToken({ allowSignInPrompt: false }).then(
      (token) => ({ token }),
      (error: { code: number }) => ({ code: error.code }),
    ),
  );

test("the token of whoever writes reaches the pane", async () => {
  const frame = await paneWith({ accessToken: "header.claims.signature" });
  expect(await askForToken(frame)).toEqual({ token: "header.claims.signature" });
  const isClaimed = await frame.evaluate(() =>
    Office.context.requirements.isSetSupported("IdentityAPI", "1.3"),
  );
  expect(isClaimed).toBe(true);
});

test.each([13001, 13002, 13005, 13007, 13012] as const)(
  "a sign-in that fails with %i says so",
  async (error) => {
    expect(await askForToken(await paneWith({ error }))).toEqual({ code: error });
  },
);

const save = (frame: Frame, name: string, value: unknown) =>
  frame.evaluate(
    ([key, content]) =>
      new Promise<number | string>((resolve) => {
        const settings = Office.context.roamingSettings;
        settings.set(key, content);
        settings.saveAsync((result) => resolve(result.error?.code ?? result.status));
      }),
    [name, value] as const,
  );

const read = (frame: Frame, name: string) =>
  frame.evaluate((key) => Office.context.roamingSettings.get(key) as unknown, name);

test("settings roam: the next page reads what one saved, and reads it once", async () => {
  const first = await paneWith({ error: 13012 });
  expect(await save(first, "policy", { serial: 7, text: "承認" })).toBe("succeeded");
  const second = await paneWith({ error: 13012 });
  expect(await read(second, "policy")).toEqual({ serial: 7, text: "承認" });
  await world.page.evaluate(() => localStorage.clear());
  expect(await read(second, "policy")).toEqual({ serial: 7, text: "承認" });
  expect(await read(await paneWith({ error: 13012 }), "policy")).toBeUndefined();
});

test("a mailbox holds 32 KB of settings; what was there stays", async () => {
  const frame = await paneWith({ error: 13012 });
  expect(await save(frame, "kept", "yes")).toBe("succeeded");
  expect(await save(frame, "more", "x".repeat(32 * 1024))).toBe(9019);
  const next = await paneWith({ error: 13012 });
  expect(await read(next, "kept")).toBe("yes");
  expect(await read(next, "more")).toBeUndefined();
});
