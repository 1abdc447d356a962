import { WITHOUT_SERVICE } from "../../src/service/http/add-in-line";
import type { Frame } from "playwright-core";
import { World, callIn } from "./world";

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const file = (name: string, text: string, more: object = {}) => ({
  name,
  contentBase64: Buffer.from(text).toString("base64"),
  inline: false,
  contentId: "",
  ...more,
});

const yamada = { name: "山田 花子", address: "yamada@mail.example" };
const colleague = { name: "佐藤", address: "sato@kuruma.example" };
const list = {
  name: "営業部",
  address: "sales@kuruma.example",
  group: "distribution-list" as const,
};
const friends = { name: "友人", address: "friends", group: "contact-list" as const };

async function compose(...args: Parameters<typeof desk.openCompose>): Promise<Frame> {
  await world.page.evaluate((given) => desk.openCompose(...given), args);
  return world.pane();
}

test("knows its host, its person and its item", async () => {
  const frame = await compose({}, { locale: "ja-JP" });
  expect(
    await frame.evaluate(() => ({
      platform: Office.context.platform,
      language: Office.context.displayLanguage,
      address: Office.context.mailbox.userProfile.emailAddress,
      has115: Office.context.requirements.isSetSupported("Mailbox", "1.15"),
      has116: Office.context.requirements.isSetSupported("Mailbox", "1.16"),
      type: Office.context.mailbox.item?.itemType,
      configuration: (globalThis as unknown as { SEKISHO: unknown }).SEKISHO,
    })),
  ).toEqual({
    platform: "OfficeOnline",
    language: "ja-JP",
    address: "suzuki@kuruma.example",
    has115: true,
    has116: false,
    type: "message",
    configuration: {
      origin: world.origin,
      tenant: "",
      domains: ["kuruma.example"],
      ...WITHOUT_SERVICE,
    },
  });
});

describe("recipients", () => {
  test("are read with their kind; typed text is not, and a contact list comes back blank", async () => {
    const typed = { name: "だれか", address: "だれか", unresolved: true };
    const frame = await compose({ to: [yamada, colleague, list, friends, typed] });
    const { value } = await callIn(frame, "item.to.getAsync");
    expect(value).toEqual([
      { displayName: yamada.name, emailAddress: yamada.address, recipientType: "externalUser" },
      { displayName: colleague.name, emailAddress: colleague.address, recipientType: "user" },
      { displayName: list.name, emailAddress: list.address, recipientType: "distributionList" },
      { displayName: "", emailAddress: "", recipientType: "other" },
    ]);
  });

  test("are cut off at the client's cap without a word", async () => {
    const to = [1, 2, 3].map((n) => ({ name: "", address: `a${n}@mail.example` }));
    const frame = await compose({ to }, { profile: { recipientCap: 2 } });
    expect((await callIn(frame, "item.to.getAsync")).value).toHaveLength(2);
  });

  test("can be set and added in every field; lists stay lists", async () => {
    const frame = await compose({ cc: [yamada] });
    expect(await callIn(frame, "item.bcc.setAsync", ["a@mail.example"])).toEqual({});
    expect(await callIn(frame, "item.cc.addAsync", [list.address, "no address"])).toEqual({});
    expect(await callIn(frame, "item.to.setAsync", [])).toEqual({});
    expect(
      await world.page.evaluate(() => [desk.item.recipients("bcc"), desk.item.recipients("cc")]),
    ).toEqual([
      [{ name: "a@mail.example", address: "a@mail.example" }],
      [yamada, list, { name: "no address", address: "no address", unresolved: true }],
    ]);
  });

  test("a hundred fit into one call, and a blank one is refused", async () => {
    const frame = await compose({ to: [yamada] });
    const many = (count: number) => Array.from({ length: count }, (_, n) => `a${n}@mail.example`);
    expect(await callIn(frame, "item.to.setAsync", many(100))).toEqual({});
    expect((await callIn(frame, "item.to.setAsync", many(101))).thrown).toBe(
      "Sys.ArgumentOutOfRangeException",
    );
    const blank = [{ displayName: "友人", emailAddress: "" }];
    expect(await callIn(frame, "item.to.setAsync", blank)).toEqual({ error: 5010 });
    expect(await world.page.evaluate(() => desk.item.recipients("to").length)).toBe(100);
  });
});

test("subject, body as HTML and as text, sender and compose type", async () => {
  const html = "<html><body><p>一行目</p><p>二行目 &lt;b&gt;</p></body></html>";
  const frame = await compose({ composeType: "forward", subject: "FW: 名簿", html });
  expect(await callIn(frame, "item.subject.getAsync")).toEqual({ value: "FW: 名簿" });
  expect(await callIn(frame, "item.body.getAsync", "html")).toEqual({ value: html });
  expect(await callIn(frame, "item.body.getAsync", "text")).toEqual({
    value: "一行目\n二行目 <b>",
  });
  expect(await callIn(frame, "item.body.prependAsync", "<&", { coercionType: "text" })).toEqual({});
  expect(await callIn(frame, "item.subject.setAsync", "見積")).toEqual({});
  expect(await world.page.evaluate(() => [desk.item.subject, desk.item.html])).toEqual([
    "見積",
    html.replace("<body>", "<body>&lt;&amp;"),
  ]);
  expect((await callIn(frame, "item.from.getAsync")).value).toMatchObject({
    emailAddress: "suzuki@kuruma.example",
  });
  expect((await callIn(frame, "item.getComposeTypeAsync")).value).toMatchObject({
    composeType: "forward",
  });
});

describe("attachments", () => {
  test("are listed, read and removed; pictures of the body stay", async () => {
    const picture = file("logo.png", "png", { inline: true, contentId: "logo" });
    const frame = await compose({ files: [file("名簿.csv", "氏名\n"), picture] });
    const listed = (await callIn(frame, "item.getAttachmentsAsync")).value as { id: string }[];
    expect(listed).toMatchObject([
      { name: "名簿.csv", size: 7, attachmentType: "file", isInline: false },
      { name: "logo.png", attachmentType: "file", isInline: true },
    ]);
    const [first, second] = listed.map(({ id }) => id);
    expect(await callIn(frame, "item.getAttachmentContentAsync", first)).toEqual({
      value: { format: "base64", content: Buffer.from("氏名\n").toString("base64") },
    });
    expect(await callIn(frame, "item.getAttachmentContentAsync", "?")).toEqual({ error: 9003 });
    expect(await callIn(frame, "item.removeAttachmentAsync", second)).toEqual({ error: 9009 });
    expect(await callIn(frame, "item.removeAttachmentAsync", first)).toEqual({});
    expect(await callIn(frame, "item.removeAttachmentAsync", first)).toEqual({ error: 9008 });
    expect(await world.page.evaluate(() => desk.item.files.map(({ name }) => name))).toEqual([
      "logo.png",
    ]);
  });

  test("can be added, with a name of at most 255 characters", async () => {
    const frame = await compose({});
    const added = await callIn(frame, "item.addFileAttachmentFromBase64Async", "QUJD", "abc.txt");
    expect(await callIn(frame, "item.getAttachmentContentAsync", added.value)).toEqual({
      value: { format: "base64", content: "QUJD" },
    });
    const name = "n".repeat(256);
    expect(
      (await callIn(frame, "item.addFileAttachmentFromBase64Async", "QUJD", name)).thrown,
    ).toBe("Sys.ArgumentOutOfRangeException");
  });

  test.each([
    ["file", { name: "元のメール.eml", attachmentType: "file" }, "base64"],
    ["item", { name: "元のメール", attachmentType: "item" }, "eml"],
  ] as const)("an attached mail is a(n) %s, as the client has it", async (kind, shown, format) => {
    const files = [file("元のメール.eml", "Subject: 名簿", { isItem: true })];
    const frame = await compose({ files }, { profile: { attachedMail: kind } });
    const [listed] = (await callIn(frame, "item.getAttachmentsAsync")).value as { id: string }[];
    expect(listed).toMatchObject(shown);
    const content = await callIn(frame, "item.getAttachmentContentAsync", listed?.id);
    expect(content.value).toMatchObject({ format });
    if (kind === "item") expect(content.value).toMatchObject({ content: "Subject: 名簿" });
  });

  test("of a forward may come late, and one that is being uploaded is not listed", async () => {
    const frame = await compose(
      { composeType: "forward", files: [file("a.csv", "a")] },
      { profile: { forwardedFilesDelay: 60_000 } },
    );
    expect(await callIn(frame, "item.getAttachmentsAsync")).toEqual({ value: [] });
    await world.page.evaluate(() =>
      desk.item.files.forEach(({ id }) => desk.item.finishUpload(id)),
    );
    expect((await callIn(frame, "item.getAttachmentsAsync")).value).toHaveLength(1);
  });
});

describe("session data", () => {
  test("is set, read, listed and removed by name", async () => {
    const frame = await compose({});
    await frame.waitForFunction(() =>
      pane
        .call("item.sessionData.removeAsync", "event:OnMessageCompose")
        .then((r) => r.error === undefined),
    );
    expect(await callIn(frame, "item.sessionData.setAsync", "a", "1")).toEqual({});
    expect(await callIn(frame, "item.sessionData.getAsync", "a")).toEqual({ value: "1" });
    expect(await callIn(frame, "item.sessionData.getAllAsync")).toEqual({ value: { a: "1" } });
    expect(await callIn(frame, "item.sessionData.getAsync", "b")).toEqual({ error: 9050 });
    expect(await callIn(frame, "item.sessionData.removeAsync", "a")).toEqual({});
    expect(await callIn(frame, "item.sessionData.clearAsync")).toEqual({});
  });

  test("holds 50,000 characters and not one more, and keeps what it had", async () => {
    const frame = await compose({}, { manifest: { launchEvents: [] } });
    const fits = "x".repeat(49_999);
    expect(await callIn(frame, "item.sessionData.setAsync", "a", fits)).toEqual({});
    expect(await callIn(frame, "item.sessionData.setAsync", "a", `${fits}x`)).toEqual({
      error: 9051,
    });
    expect(await callIn(frame, "item.sessionData.getAsync", "a")).toEqual({ value: fits });
  });
});

test("internet headers, custom properties, draft id", async () => {
  const frame = await compose({ customProperties: { baseline: "b" } });
  expect(await callIn(frame, "item.internetHeaders.setAsync", { "x-a": "1", "x-b": "2" })).toEqual(
    {},
  );
  expect(await callIn(frame, "item.internetHeaders.removeAsync", ["x-b"])).toEqual({});
  expect(await callIn(frame, "item.internetHeaders.getAsync", ["x-a", "x-b"])).toEqual({
    value: { "x-a": "1" },
  });
  const properties = await frame.evaluate(
    () =>
      new Promise((resolve) => {
        const item = Office.context.mailbox.item as Office.MessageCompose;
        item.loadCustomPropertiesAsync(({ value }) => {
          value.set("more", "7");
          value.saveAsync(() => resolve(value.getAll()));
        });
      }),
  );
  expect(properties).toEqual({ baseline: "b", more: "7" });
  expect(await world.page.evaluate(() => desk.item.customProperties)).toEqual(properties);
  expect(await callIn(frame, "item.getItemIdAsync")).toEqual({ error: 9046 });
  expect(await callIn(frame, "item.saveAsync")).toEqual({ value: "DRAFT-1" });
  expect(await callIn(frame, "item.getItemIdAsync")).toEqual({ value: "DRAFT-1" });
});

describe("notifications", () => {
  const informational = {
    type: "informationalMessage",
    message: "確認しました",
    icon: "Icon.16",
    persistent: false,
  };
  const insight = (commandId: string) => ({
    type: "insightMessage",
    message: "社外に届きます",
    icon: "Icon.16",
    actions: [{ actionType: "showTaskPane", actionText: "見る", commandId, contextData: "{}" }],
  });
  const failure = { type: "errorMessage", message: "?" };
  const add = "item.notificationMessages.addAsync";

  test("are added, replaced, listed, removed", async () => {
    const frame = await compose({});
    expect(await callIn(frame, add, "k", informational)).toEqual({});
    expect(await callIn(frame, add, "k", informational)).toEqual({ error: 9023 });
    const replaced = await callIn(frame, "item.notificationMessages.replaceAsync", "k", failure);
    expect(replaced).toEqual({});
    expect(await callIn(frame, "item.notificationMessages.getAllAsync")).toEqual({
      value: [{ key: "k", ...failure }],
    });
    expect(await callIn(frame, "item.notificationMessages.removeAsync", "k")).toEqual({});
    expect(await callIn(frame, "item.notificationMessages.removeAsync", "k")).toEqual({
      error: 9024,
    });
  });

  test.each([
    ["an icon that the manifest has not", { ...informational, icon: "Icon.99" }, { error: 9031 }],
    ["a button that the manifest has not", insight("elsewhere"), { error: 9031 }],
    ["a button that it has", insight("composePane"), {}],
    [
      "151 characters",
      { ...informational, message: "x".repeat(151) },
      { thrown: "Sys.ArgumentOutOfRangeException" },
    ],
    ["150 characters", { ...informational, message: "x".repeat(150) }, {}],
  ])("with %s", async (_, notice, outcome) => {
    const frame = await compose({});
    expect(await callIn(frame, add, "k", notice)).toEqual(outcome);
  });

  test("five fit on an item, one of them with a button", async () => {
    const frame = await compose({});
    expect(await callIn(frame, add, "i", insight("composePane"))).toEqual({});
    expect(await callIn(frame, add, "j", insight("composePane"))).toEqual({ error: 9025 });
    for (const key of ["1", "2", "3", "4"]) await callIn(frame, add, key, failure);
    expect(await callIn(frame, add, "5", failure)).toEqual({ error: 9025 });
  });

  test("the button opens the pane with its context", async () => {
    const frame = await compose({});
    await callIn(frame, add, "i", insight("composePane"));
    await world.page.evaluate(() => {
      const action = desk.item.notifications[0]?.actions?.[0];
      if (action) desk.compose.runAction(action);
    });
    const opened = await world.shownPane();
    expect(await callIn(opened, "item.getInitializationContextAsync")).toEqual({ value: "{}" });
  });
});

test("the pane hears of changes by the person and by itself", async () => {
  const frame = await compose({});
  await frame.evaluate(async () => {
    const item = Office.context.mailbox.item as Office.MessageCompose;
    const hear = (event: Office.EventType) =>
      new Promise((resolve) =>
        item.addHandlerAsync(event, (args: unknown) => pane.heard.push(args), resolve),
      );
    await hear(Office.EventType.RecipientsChanged);
    await hear(Office.EventType.AttachmentsChanged);
  });
  await world.page.evaluate(() => {
    desk.item.addRecipients("bcc", [{ name: "", address: "a@mail.example" }]);
    desk.item.addFile({ name: "a.txt", contentBase64: "QQ==", inline: false, contentId: "" });
  });
  await callIn(frame, "item.to.setAsync", ["b@mail.example"]);
  await frame.waitForFunction(() => pane.heard.length === 3);
  expect(await frame.evaluate(() => pane.heard)).toMatchObject([
    { changedRecipientFields: { to: false, cc: false, bcc: true } },
    { attachmentStatus: "added", attachmentDetails: { name: "a.txt", attachmentType: "file" } },
    { changedRecipientFields: { to: true, cc: false, bcc: false } },
  ]);
});

test("a call that the host does not know fails and is written down", async () => {
  const frame = await compose({});
  expect(await callIn(frame, "item.body.setSignatureAsync", "x")).toEqual({ error: 5000 });
  expect(await world.page.evaluate(() => desk.compose.journal)).toContainEqual({
    what: "unsupported-call",
    detail: "173",
  });
});

test("nothing was asked of another host", () => {
  expect([...world.asked]).toEqual([world.origin]);
});
