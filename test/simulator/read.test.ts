import type { Frame } from "playwright-core";
import { World, callIn } from "./world";

let world: World;
let frame: Frame;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

beforeEach(async () => {
  await world.page.evaluate(async () => {
    desk.shellCalls.length = 0;
    await desk.openRead();
    desk.read.show(
      makeMail({
        files: [
          { name: "名簿.csv", contentBase64: "QUJD", inline: false, contentId: "" },
          { name: "元.eml", contentBase64: "QUJD", inline: false, contentId: "", isItem: true },
        ],
        internetHeaders: { "x-sekisho": "1" },
      }),
    );
  });
  frame = await world.pane("readPane");
});

test("the pane sees the selected mail", async () => {
  const seen = await frame.evaluate(() => {
    const item = Office.context.mailbox.item as Office.MessageRead;
    return {
      id: item.itemId,
      subject: item.subject,
      normalized: item.normalizedSubject,
      from: item.from.emailAddress,
      to: item.to.map(({ emailAddress }) => emailAddress),
      files: item.attachments.map(({ name, size }) => [name, size]),
    };
  });
  expect(seen).toEqual({
    id: "MAIL-1",
    subject: "RE: 名簿",
    normalized: "名簿",
    from: "honbu@kuruma.example",
    to: ["suzuki@kuruma.example"],
    files: [
      ["名簿.csv", 3],
      ["元.eml", 3],
    ],
  });
});

test("body, attachment, headers and own properties", async () => {
  expect(await callIn(frame, "item.body.getAsync", "text")).toEqual({ value: "顧客名簿です。" });
  expect(await callIn(frame, "item.getAllInternetHeadersAsync")).toEqual({
    value: "x-sekisho: 1\r\n",
  });
  expect(await callIn(frame, "item.getAttachmentContentAsync", "MAIL-1-0")).toEqual({
    value: { format: "base64", content: "QUJD" },
  });
  await frame.evaluate(
    () =>
      new Promise<void>((resolve) => {
        Office.context.mailbox.item?.loadCustomPropertiesAsync(({ value }) => {
          value.set("seen", "1");
          value.saveAsync(() => resolve());
        });
      }),
  );
  expect(await world.page.evaluate(() => desk.shellCalls)).toEqual([
    ["storeProperties", "MAIL-1", { seen: "1" }],
  ]);
});

test("a pinned pane stays and hears of the next mail, or of none", async () => {
  await frame.evaluate(
    () =>
      new Promise((resolve) => {
        const changed = () => pane.heard.push(Office.context.mailbox.item?.subject ?? null);
        Office.context.mailbox.addHandlerAsync(Office.EventType.ItemChanged, changed, resolve);
      }),
  );
  await world.page.evaluate(() => {
    desk.read.pinned = true;
    desk.read.show(makeMail({ id: "MAIL-2", subject: "次のメール", html: "<p>次</p>" }));
  });
  await frame.waitForFunction(() => pane.heard.length === 1);
  expect(await callIn(frame, "item.body.getAsync", "text")).toEqual({ value: "次" });
  await world.page.evaluate(() => desk.read.show(null));
  await frame.waitForFunction(() => pane.heard.length === 2);
  expect(await frame.evaluate(() => pane.heard)).toEqual(["次のメール", null]);
});

test("a pane that is not pinned is closed with its mail", async () => {
  await world.page.evaluate(() => desk.read.show(null));
  expect(await world.page.evaluate(() => desk.shellCalls)).toEqual([["closePane"]]);
});

test("forms are opened by the page", async () => {
  const form = { toRecipients: ["a@mail.example"], subject: "見積", htmlBody: "<p>a</p>" };
  expect(await callIn(frame, "displayNewMessageFormAsync", form)).toEqual({});
  expect(await callIn(frame, "item.displayReplyAllFormAsync", "<p>b</p>")).toEqual({});
  expect(await world.page.evaluate(() => desk.shellCalls)).toEqual([
    [
      "openMessageForm",
      { to: ["a@mail.example"], cc: [], bcc: [], subject: "見積", html: "<p>a</p>" },
    ],
    ["openReplyForm", { all: true, html: "<p>b</p>" }],
  ]);
});
