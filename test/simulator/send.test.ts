import type { ClientProfile } from "../../src/simulator/host/profile";
import { World, callIn } from "./world";

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const compose = (...args: Parameters<typeof desk.openCompose>) =>
  world.page.evaluate((given) => desk.openCompose(...given), args);

/** Functions of the result do not travel out of the page; the rest does. */
const send = (subject: string, profile: Partial<ClientProfile> = {}, sendMode?: "SoftBlock") =>
  world.page.evaluate(
    async ([subject, profile, sendMode]) => {
      const { launchEvents } = await desk.manifest(null, "en-US");
      const changed = sendMode ? launchEvents.map((each) => ({ ...each, sendMode })) : launchEvents;
      await desk.openCompose(
        { subject },
        { profile, manifest: { launchEvents: changed }, locale: "en-US" },
      );
      return JSON.parse(JSON.stringify(await desk.send())) as unknown;
    },
    [subject, profile, sendMode] as const,
  );

const journal = () => world.page.evaluate(() => desk.compose.journal);

const STOPPED = { outcome: "stopped", message: "stop", markdown: "**stop**", sendAnyway: false };
const DEFAULT_WORDS = "Probe is preventing this email from being sent.";

test.each([
  ["allow", { outcome: "allowed" }],
  ["stop", { ...STOPPED, takeAction: { label: "Look" } }],
  ["prompt", { ...STOPPED, takeAction: { label: "Look" }, sendAnyway: true }],
  ["no pane", { ...STOPPED, cancelLabel: "Look" }],
  ["wordless", { outcome: "stopped", message: DEFAULT_WORDS, sendAnyway: false }],
  ["undecided", { outcome: "stopped", message: DEFAULT_WORDS, sendAnyway: false }],
  ["500", { outcome: "stopped", message: "x".repeat(500), sendAnyway: false }],
])("handler that says %s", async (subject, result) => {
  expect(await send(subject)).toEqual(result);
  expect(await journal()).toEqual([]);
});

test.each([
  ["wrong pane", { ...STOPPED, cancelLabel: "Look" }, ["unknown-command"]],
  ["function button", { ...STOPPED, cancelLabel: "Look" }, ["unknown-command"]],
  [
    "501",
    { outcome: "stopped", message: DEFAULT_WORDS, sendAnyway: false },
    ["message-too-long", "message-too-long", "label-too-long"],
  ],
])("a mistake of the handler is written down: %s", async (subject, result, notes) => {
  expect(await send(subject)).toEqual(result);
  expect((await journal()).map(({ what }) => what)).toEqual(notes);
});

test("the first completion counts, the second is written down", async () => {
  expect(await send("twice")).toMatchObject({ outcome: "stopped" });
  await world.page.waitForFunction(() => desk.compose.journal.length > 0);
  expect(await journal()).toEqual([{ what: "completed-twice", detail: "OnMessageSend" }]);
});

test.each(["silent", "throws"])("a handler that is %s is given up after the limit", async (how) => {
  expect(await send(how, { sendLimit: 1_000 })).toEqual({
    outcome: "timed-out",
    sendAnyway: false,
  });
  expect(await journal()).toContainEqual({ what: "never-completed", detail: "OnMessageSend" });
});

test("says once that it takes longer", async () => {
  const before = await world.page.evaluate(() => desk.takingLonger);
  await send("silent", { sendLimit: 1_000, takingLonger: 10 });
  expect(await world.page.evaluate(() => desk.takingLonger)).toBe(before + 1);
  await send("allow", { takingLonger: 60_000 });
  expect(await world.page.evaluate(() => desk.takingLonger)).toBe(before + 1);
});

test("a handler that was never associated makes the add-in unavailable", async () => {
  const result = await world.page.evaluate(async () => {
    const event = { type: "OnMessageSend", functionName: "nowhere", sendMode: "Block" } as const;
    await desk.openCompose({}, { manifest: { launchEvents: [event] } });
    return desk.send();
  });
  expect(result).toEqual({ outcome: "unavailable", sendAnyway: false });
  expect(await journal()).toEqual([{ what: "handler-missing", detail: "nowhere" }]);
});

test("a runtime page that does not load makes it unavailable; SoftBlock lets pass", async () => {
  const open = (sendMode: "Block" | "SoftBlock") =>
    world.page.evaluate(async (mode) => {
      const event = { type: "OnMessageSend", functionName: "onSend", sendMode: mode } as const;
      const manifest = { runtimeUrl: `${location.origin}/missing.html`, launchEvents: [event] };
      await desk.openCompose({}, { profile: { loadLimit: 200 }, manifest });
      return desk.send();
    }, sendMode);
  expect(await open("Block")).toEqual({ outcome: "unavailable", sendAnyway: false });
  expect(await open("SoftBlock")).toEqual({ outcome: "unavailable", sendAnyway: true });
  expect(await journal()).toContainEqual({ what: "not-loaded", detail: "OnMessageSend" });
});

test("a stopped mail of SoftBlock still cannot be sent anyway", async () => {
  expect(await send("stop", {}, "SoftBlock")).toMatchObject({ sendAnyway: false });
});

test("without a send event the mail goes", async () => {
  await compose({ subject: "stop" }, { manifest: { launchEvents: [] } });
  expect(await world.page.evaluate(() => desk.send())).toEqual({ outcome: "allowed" });
});

test("the alert's button opens the pane with the alert's data", async () => {
  await send("stop");
  await world.page.evaluate(() => desk.pressTakeAction());
  const pane = await world.shownPane();
  expect(await callIn(pane, "item.getInitializationContextAsync")).toEqual({
    value: JSON.stringify({ reason: "others" }),
  });
});

test("what a pane changes is what the next send sees", async () => {
  await send("stop");
  const pane = await world.pane();
  await callIn(pane, "item.subject.setAsync", "allow");
  expect(await world.page.evaluate(() => desk.send())).toEqual({ outcome: "allowed" });
});

test("the event runtime may not close windows", async () => {
  await send("opens a form");
  expect(await journal()).toEqual([{ what: "not-allowed-here", detail: "closeItem" }]);
  expect(await world.page.evaluate(() => desk.shellCalls)).not.toContainEqual(["closeItem"]);
});

test("composing, recipients and attachments raise their events with what changed", async () => {
  await compose({});
  await world.page.evaluate(() => {
    desk.item.addRecipients("cc", [{ name: "", address: "a@mail.example" }]);
    const added = { name: "a.txt", contentBase64: "QQ==", inline: false, contentId: "" };
    desk.item.addFile(added, { uploading: true });
  });
  const told = (type: string) =>
    world.page.evaluate((key) => desk.item.sessionData[key] ?? null, `event:${type}`);
  const isTold = (type: string) =>
    world.page.waitForFunction((key) => key in desk.item.sessionData, `event:${type}`);
  await isTold("OnMessageCompose");
  await isTold("OnMessageRecipientsChanged");
  expect(JSON.parse((await told("OnMessageRecipientsChanged")) ?? "")).toMatchObject({
    changedRecipientFields: { to: false, cc: true, bcc: false },
  });
  expect(await told("OnMessageAttachmentsChanged")).toBeNull();
  await world.page.evaluate(() => desk.item.files.forEach(({ id }) => desk.item.finishUpload(id)));
  await isTold("OnMessageAttachmentsChanged");
  expect(JSON.parse((await told("OnMessageAttachmentsChanged")) ?? "")).toMatchObject({
    attachmentStatus: "added",
    attachmentDetails: { name: "a.txt" },
  });
});

test("a closed window leaves no frame behind", async () => {
  await compose({});
  await world.pane();
  await world.page.evaluate(() => desk.compose.dispose());
  expect(await world.page.locator("iframe").count()).toBe(0);
});
