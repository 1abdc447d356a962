import type { Browser } from "playwright-core";
import { launchBrowser } from "../browser";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test("draws Japanese with the font that the tests bring along", async () => {
  const page = await browser.newPage();
  await page.setContent("<p style='font-family:sans-serif'>関所</p>");
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", {
    nodeId: root.nodeId,
    selector: "p",
  });
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
  expect(fonts.map(({ familyName }) => familyName)).toEqual(["BIZ UDPGothic"]);
  await page.close();
});
