import path from "node:path";
import { ReviewBrowser, type Reviewer } from "../console/review-browser";
import { accident, file, NOW, outside, request } from "../ui/sign-off/requests";

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

/** The same price list to several customers. */
const priceLists = () => [
  request(1, {
    together: "price-list",
    attachments: [file(0, "タイヤ価格表_秋.pdf")],
    unusual: ["consumer-addresses"],
    recipients: [
      outside("kyaku1@mail.example", { consumer: true }),
      outside("kyaku2@mail.example", { consumer: true }),
    ],
  }),
  request(2, {
    together: "price-list",
    attachments: [file(0, "タイヤ価格表_秋.pdf")],
    sender: { id: "ito", name: "伊藤 健" },
  }),
];

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

async function together(reviewer: Reviewer, name: string): Promise<void> {
  browser.service.seed(...priceLists());
  await reviewer.page.clock.setFixedTime(NOW + 60_000);
  await reviewer.signIn();
  await reviewer.page.locator("[data-card]").first().click();
  const button = reviewer.button(/いっしょに決める|together/);
  await button.waitFor();
  await picture(reviewer, `${name}-offer`);
  await button.click();
  await reviewer.page.getByRole("checkbox", { name: "customer.example" }).waitFor();
  await picture(reviewer, `${name}-together`);
  await reviewer.close();
}

test.each([
  ["review-360", 360, 740, {}],
  ["review-wide", 1280, 860, {}],
  ["review-360-en-dark", 360, 740, { locale: "en-GB", colorScheme: "dark" as const }],
])(
  "%s, several together",
  async (name, width, height, more) => together(await at(width, height, more), name),
  60_000,
);

test("taking an approval back", async () => {
  const by = { id: "sato", name: "佐藤 花子" };
  const decisions = [{ by, decision: "approve" as const, comment: "", at: NOW }];
  const approved = request(1, { state: "approved", mayDecide: false, decisions });
  browser.service.seed(approved);
  browser.service.decided.push(approved);
  const reviewer = await at(360, 740);
  await reviewer.page.clock.setFixedTime(NOW + 60_000);
  await reviewer.signIn();
  await reviewer.button("決定済み").click();
  await reviewer.page.locator("[data-card]").first().click();
  await reviewer.button("承認を取り消す…").click();
  await picture(reviewer, "review-360-revoke");
  await reviewer.close();
}, 60_000);
