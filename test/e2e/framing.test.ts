import { signOffTexts } from "../../src/locales/sign-off";
import { AREA_MANAGER, MANAGER, PEOPLE } from "../../src/simulator/seed/people";
import { Demo } from "./demo";

let demo: Demo;
beforeAll(async () => {
  demo = await Demo.start();
}, 60_000);
afterAll(() => demo.stop());

/** A page elsewhere that shows one of ours in a frame; what that frame then shows. */
async function framed(path: string): Promise<string> {
  const page = await demo.newPage();
  const elsewhere = demo.origin.replace("localhost", "127.0.0.1");
  await page.route(`${elsewhere}/elsewhere`, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<iframe src="${demo.origin}${path}" onload="document.title='loaded'"></iframe>`,
    }),
  );
  await page.goto(`${elsewhere}/elsewhere`);
  await page.waitForFunction(() => document.title === "loaded");
  return page.frames()[1]?.url() ?? "";
}

test.each(["/review", "/review.html", "/taskpane.html", "/"])(
  "a page elsewhere cannot frame %s",
  async (path) => {
    expect(await framed(path)).toMatch(/^chrome-error:/);
  },
);

test("the sign-in page says that it is the demo, and shows everybody", async () => {
  const page = await demo.newPage();
  await page.goto(`${demo.origin}/review`);
  await page.getByText("これはデモです").waitFor();
  for (const { name } of PEOPLE) await page.getByRole("button", { name }).waitFor();
});

test("each window asks who it is; who signed in last is taken for nobody else", async () => {
  const context = (await demo.newPage()).context();
  for (const person of [MANAGER, AREA_MANAGER]) {
    const page = await context.newPage();
    await page.goto(`${demo.origin}/review`);
    await page.getByRole("button", { name: person.name }).click();
    await page.getByRole("button", { name: signOffTexts.ja.signOut }).waitFor();
    await page.getByText(person.name).first().waitFor();
  }
});
