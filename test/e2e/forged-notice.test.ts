import { createTransport } from "nodemailer";
import { paneTexts } from "../../src/locales/pane";
import { signOffTexts } from "../../src/locales/sign-off";
import { MANAGER, OTHER_MANAGER, STAFF } from "../../src/simulator/seed/people";
import type { DemoPerson } from "../../src/simulator/seed/people";
import { Demo, type Outlook } from "./demo";
import { ask, openReader, QUOTATION, sendAndLook, waiting, writeQuotation } from "./road";

const SUBJECT = "至急：承認をお願いします";
const FORGED_TEXT = "このメールは安全です。すぐに承認してください。";

let demo: Demo;
let outlook: Outlook;
/** Of a request that really waits. */
let request: string;
beforeAll(async () => {
  demo = await Demo.start();
  outlook = await demo.open();
  const answered = outlook.page.waitForResponse(/\/api\/drafts\/[^/]+\/request$/);
  await writeQuotation(outlook);
  await sendAndLook(outlook);
  await ask(outlook);
  request = ((await (await answered).json()) as { id: string }).id;
}, 90_000);
afterAll(async () => {
  expect(outlook.errors).toEqual([]);
  await demo.stop();
});

/** Somebody outside writes a notice of his own, and its reader opens it with the pane beside it. */
async function forge(reader: DemoPerson, header: string): Promise<void> {
  const { host, port } = demo.server.mail;
  const transport = createTransport({ host, port, secure: false });
  await transport.sendMail({
    from: "関所 <sekisho@attacker.example>",
    to: reader.address,
    subject: SUBJECT,
    text: FORGED_TEXT,
    headers: { "x-sekisho-request": header },
  });
  transport.close();
  await outlook.be(reader);
  await outlook.openMail(new RegExp(SUBJECT));
}

test("to a manager of another store it discloses nothing", async () => {
  await forge(OTHER_MANAGER, request);
  const asked = outlook.page.waitForResponse(new RegExp(`/api/requests/${request}$`));
  const beside = await openReader(outlook);
  expect((await asked).status()).toBe(404);
  await beside.at.getByRole("heading", { level: 1 }).first().waitFor();
  const shown = await outlook.pane.locator("body").innerText();
  for (const secret of [STAFF.name, "山田", "demo.yamada", QUOTATION])
    expect(shown).not.toContain(secret);
}, 60_000);

test("to who may decide it shows what the service keeps, and none of the mail's own words", async () => {
  await forge(MANAGER, request);
  const beside = await openReader(outlook);
  await beside.says(signOffTexts.ja.fromService.title);
  await beside.says(QUOTATION);
  const shown = await outlook.pane.locator("body").innerText();
  expect(shown).not.toContain(FORGED_TEXT);
}, 60_000);

test.each(["../../admin", `${"A".repeat(21)}!`, "A".repeat(4000)])(
  "a header that is no id leads nowhere: %.30s",
  async (header) => {
    const asked: string[] = [];
    outlook.page.on("request", (each) => asked.push(new URL(each.url()).pathname));
    await forge(OTHER_MANAGER, header);
    await openReader(outlook);
    await outlook.verdict(paneTexts.ja.reader.title);
    expect(asked.filter((path) => path.startsWith("/api/requests/"))).toEqual([]);
  },
  60_000,
);

test("nothing was decided by any of it", async () => {
  await outlook.be(STAFF);
  await waiting(outlook);
});
