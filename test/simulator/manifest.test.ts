import { readFileSync } from "node:fs";
import path from "node:path";
import { World } from "./world";

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const deployed = readFileSync(path.join(__dirname, "../../manifest.xml"), "utf8");

const read = (xml: string | null, locale: string) =>
  world.page.evaluate(
    async ([xml, locale]) => {
      const manifest = await desk.manifest(xml, locale);
      return { ...manifest, images: Object.fromEntries(manifest.images) };
    },
    [xml, locale] as const,
  );

test("a manifest gives pages, events, buttons and images on this origin", async () => {
  const at = (address: string) => world.origin + address;
  expect(await read(null, "en-GB")).toEqual({
    id: "1f3c52aa-7b32-4a55-8d0c-0a3d7a60e101",
    name: "Probe",
    iconUrl: at("/assets/icon.png"),
    permissions: "ReadWriteItem",
    runtimeUrl: at("/launchevent.html"),
    launchEvents: [
      { type: "OnMessageCompose", functionName: "onCompose", sendMode: "SoftBlock" },
      { type: "OnMessageRecipientsChanged", functionName: "onRecipients", sendMode: "SoftBlock" },
      { type: "OnMessageAttachmentsChanged", functionName: "onAttachments", sendMode: "SoftBlock" },
      { type: "OnMessageSend", functionName: "onSend", sendMode: "Block" },
    ],
    controls: [
      {
        id: "composePane",
        surface: "compose",
        label: "Open",
        tip: "Opens the pane.",
        icon: at("/assets/icon-80.png"),
        paneUrl: at("/taskpane.html?from=button"),
        pinnable: false,
      },
      {
        id: "composeFunction",
        surface: "compose",
        label: "Open",
        tip: "",
        icon: "",
        paneUrl: null,
        pinnable: false,
      },
      {
        id: "readPane",
        surface: "read",
        label: "Open",
        tip: "",
        icon: "",
        paneUrl: at("/taskpane.html?from=button"),
        pinnable: true,
      },
    ],
    images: { "Icon.16": at("/assets/icon-16.png"), "Icon.80": at("/assets/icon-80.png") },
  });
});

test.each([
  ["ja-JP", "試験", "開く"],
  ["ja", "試験", "開く"],
  ["fr-FR", "Probe", "Open"],
])("labels for %s", async (locale, name, label) => {
  const manifest = await read(null, locale);
  expect([manifest.name, manifest.controls[0]?.label]).toEqual([name, label]);
});

test("the add-in's own manifest blocks in the send event and opens its pane when composing", async () => {
  const manifest = await read(deployed, "ja-JP");
  expect(manifest.launchEvents.find(({ type }) => type === "OnMessageSend")?.sendMode).toBe(
    "Block",
  );
  expect(manifest.controls.filter(({ paneUrl }) => paneUrl !== null)).not.toEqual([]);
  expect(manifest.runtimeUrl).toBe(`${world.origin}/launchevent.html`);
});

test.each(["", "<OfficeApp/>", "no xml"])("what is no manifest throws: %p", async (xml) => {
  await expect(read(xml, "ja-JP")).rejects.toThrow("manifest: no version overrides");
});
