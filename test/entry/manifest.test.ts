import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { alertTexts } from "../../src/locales/alert";
import { PANE_COMMAND } from "../../src/outlook/answer";
import { NOTICE_ICON } from "../../src/outlook/notice";
import { MailboxDouble } from "../outlook/mailbox-double";
import { installOffice } from "../outlook/office-double";
import { allOf, parseXml, type Element } from "./xml-tree";

const root = path.join(__dirname, "../..");
const file = path.join(root, "manifest.xml");
const source = readFileSync(file, "utf8");
const manifest = parseXml(source);
const HOST = "https://sekisho.example.com";

const attribute = (name: string, key: string): string[] =>
  allOf(manifest, name).map(({ attributes }) => attributes[key] ?? "");
const resources = (): Element[] =>
  ["bt:Image", "bt:Url", "bt:String"].flatMap((name) =>
    allOf(manifest, name).filter(({ attributes }) => "id" in attributes),
  );

const EVENTS = {
  OnMessageCompose: "onMessageComposeHandler",
  OnMessageRecipientsChanged: "onMessageRecipientsChangedHandler",
  OnMessageAttachmentsChanged: "onMessageAttachmentsChangedHandler",
  OnMessageSend: "onMessageSendHandler",
};

/** In a process of its own: the package mixes module systems in a way that jest does not load. */
const READER = `import { OfficeAddinManifest } from "office-addin-manifest";
OfficeAddinManifest.readManifestFile(process.argv[1]).then((info) => console.log(JSON.stringify(info)));`;

test("Microsoft's own reader takes it", () => {
  const given = ["--input-type=module", "--eval", READER, file];
  const info: unknown = JSON.parse(execFileSync(process.execPath, given, { encoding: "utf8" }));
  expect(info).toMatchObject({
    id: "6822d944-ceef-4836-ba99-fc3f0e429995",
    displayName: "Sekisho",
    officeAppType: "MailApp",
    permissions: "ReadWriteItem",
    hosts: ["Mailbox"],
  });
});

test("it stays far below 256 KB", () => {
  expect(Buffer.byteLength(source)).toBeLessThan(256 * 1024);
});

test("events name their functions", () => {
  const events = allOf(manifest, "LaunchEvent").map(({ attributes }) => [
    attributes.Type,
    attributes.FunctionName,
  ]);
  expect(Object.fromEntries(events)).toEqual(EVENTS);
});

test("the bundle's entry associates exactly these functions", async () => {
  installOffice({ mailbox: new MailboxDouble() });
  await import("../../src/entry/launchevent");
  const { handlers } = Office as unknown as { handlers: Map<string, unknown> };
  expect([...handlers.keys()].sort()).toEqual(Object.values(EVENTS).sort());
});

test("a client that cannot load the add-in does not send", () => {
  const [send] = allOf(manifest, "LaunchEvent").filter(
    ({ attributes }) => attributes.Type === "OnMessageSend",
  );
  expect(send?.attributes.SendMode).toBe("Block");
});

test("the alert's button and the line's icon are in it", () => {
  expect(attribute("Control", "id")).toContain(PANE_COMMAND);
  expect(resources().map(({ attributes }) => attributes.id)).toContain(NOTICE_ICON);
});

test("a received mail has a button too, which opens the same pane and may stay open", () => {
  const surfaces = allOf(manifest, "ExtensionPoint").filter(({ attributes }) =>
    /CommandSurface$/.test(attributes["xsi:type"] ?? ""),
  );
  const opened = surfaces.map((surface) => [
    surface.attributes["xsi:type"],
    allOf(surface, "Control")[0]?.attributes.id,
    allOf(surface, "SourceLocation")[0]?.attributes.resid,
    allOf(surface, "SupportsPinning").length,
  ]);
  expect(opened).toEqual([
    ["MessageComposeCommandSurface", "msgComposeOpenPaneButton", "Taskpane.Url", 1],
    ["MessageReadCommandSurface", "msgReadOpenPaneButton", "Taskpane.Url", 1],
  ]);
});

test("the runtime is the page that the events name, and its script", () => {
  const [point] = allOf(manifest, "ExtensionPoint").filter(
    ({ attributes }) => attributes["xsi:type"] === "LaunchEvent",
  );
  const page = point && allOf(point, "SourceLocation")[0]?.attributes.resid;
  expect(attribute("Runtime", "resid")).toEqual([page]);
  expect(attribute("Override", "type").filter(Boolean)).toEqual(["javascript"]);
});

test("every resource that is named is there, under a short id of its own", () => {
  const ids = resources().map(({ attributes }) => attributes.id ?? "");
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => id.length > 32)).toEqual([]);
  const named = [...source.matchAll(/resid="([^"]+)"/g)].map(([, id]) => id ?? "");
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  expect(ids.filter((id) => !named.includes(id))).toEqual([]);
});

test("texts fit where Outlook shows them", () => {
  const lengths: [string, number][] = [
    ["bt:ShortStrings", 125],
    ["bt:LongStrings", 250],
  ];
  for (const [name, limit] of lengths)
    for (const { attributes } of allOf(manifest, name).flatMap(({ children }) =>
      children.flatMap((child) => [child, ...child.children]),
    ))
      expect((attributes.DefaultValue ?? attributes.Value ?? "").length).toBeLessThanOrEqual(limit);
  expect(attribute("DisplayName", "DefaultValue")[0]?.length).toBeLessThanOrEqual(125);
  expect(attribute("Description", "DefaultValue")[0]?.length).toBeLessThanOrEqual(250);
  for (const { openPane } of Object.values(alertTexts))
    expect(openPane.length).toBeLessThanOrEqual(20);
});

test("every text has its Japanese", () => {
  const shown = [
    ...allOf(manifest, "bt:String"),
    ...allOf(manifest, "DisplayName"),
    ...allOf(manifest, "Description").filter(({ attributes }) => "DefaultValue" in attributes),
  ];
  const without = shown.filter(
    ({ children }) => !children.some(({ attributes }) => attributes.Locale === "ja-JP"),
  );
  expect(without.map(({ attributes }) => attributes.id)).toEqual([]);
});

test("all addresses are on one host, so that one replacement moves them", () => {
  const addresses = [...source.matchAll(/(?:Value|DefaultValue)="(https?:[^"]+)"/g)];
  expect(addresses.length).toBeGreaterThan(8);
  for (const [, address] of addresses) expect(address?.startsWith(`${HOST}/`)).toBe(true);
});

test.each([16, 32, 64, 80, 128])("the icon of %i pixels has that size", (size) => {
  expect(source).toContain(`${HOST}/assets/icon-${size}.png`);
  const png = path.join(root, `assets/icon-${size}.png`);
  expect(existsSync(png)).toBe(true);
  const bytes = readFileSync(png);
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([size, size]);
});

test("versions are asked for as clients of all ages need it", () => {
  expect(attribute("Set", "MinVersion")).toEqual(["1.5"]);
  expect(attribute("bt:Sets", "DefaultMinVersion")).toEqual(["1.12"]);
});
