import path from "node:path";
import { ReviewBrowser, type Reviewer } from "../console/review-browser";
import { accident, NOW, request } from "../ui/sign-off/requests";

const images = path.join(__dirname, "../../docs/images");

let browser: ReviewBrowser;
beforeAll(async () => {
  browser = await ReviewBrowser.start();
}, 60_000);
afterAll(() => browser.stop());
beforeEach(() => {
  browser.service.seed(
    request(1),
    accident(2),
    request(3, { unusual: ["first-time-recipient"], sender: { id: "ito", name: "伊藤 健" } }),
  );
});

async function picture({ page }: Reviewer, name: string): Promise<void> {
  await page.waitForTimeout(300);
  const file = path.join(images, `${name}.png`);
  await page.screenshot({ path: file, animations: "disabled" });
}

const at = (width: number, height: number, more = {}) =>
  browser.open({ viewport: { width, height }, ...more });

async function story(reviewer: Reviewer, name: string): Promise<void> {
  await reviewer.page.clock.setFixedTime(NOW + 60_000);
  await reviewer.signIn();
  await reviewer.page.locator("[data-card]").first().waitFor();
  await picture(reviewer, `${name}-list`);
  await reviewer.page.locator("[data-card]").first().click();
  await reviewer.page.getByRole("region").last().waitFor();
  await picture(reviewer, `${name}-request`);
  await reviewer.close();
}

test.each([
  ["review-360", 360, 740, {}],
  ["review-320", 320, 600, {}],
  ["review-wide", 1280, 860, {}],
  ["review-360-dark", 360, 740, { colorScheme: "dark" as const }],
  ["review-360-contrast", 360, 740, { forcedColors: "active" as const }],
  ["review-wide-en", 1280, 860, { locale: "en-GB" }],
  ["review-360-en-dark", 360, 740, { locale: "en-GB", colorScheme: "dark" as const }],
])("%s", async (name, width, height, more) => story(await at(width, height, more), name), 60_000);
