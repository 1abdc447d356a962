import type { Browser, Page } from "playwright-core";
import { readFileSync } from "node:fs";
import { linksInMemory } from "../../../src/service/http/content-links";
import { Refused } from "../../../src/service/refused";
import { launchBrowser } from "../../browser";
import { MANAGER, REQUEST_ID, STAFF } from "../desk-double";
import { World } from "../world";

const linkAt = `/api/requests/${REQUEST_ID}/attachments/0/link`;

let world: World;
afterEach(() => world.stop());

const linkFor = async (token: string): Promise<string> => {
  const { json, status } = await world.call(linkAt, { token, method: "POST" });
  expect(status).toBe(200);
  return json["url"] as string;
};

describe("addresses of attachments", () => {
  test("on an origin of their own, as bytes to be saved, without cookies", async () => {
    world = await World.start();
    world.desk.file = { name: '見積 "1"\r\nX: y;/..\u202egpj.exe', bytes: new Uint8Array([1, 2]) };
    const url = await linkFor(MANAGER);
    expect(new URL(url).origin).toBe(world.contentOrigin);
    expect(new URL(url).origin).not.toBe(world.origin);
    expect(new URL(url).pathname).toMatch(/^\/[A-Za-z0-9_-]{43}$/);
    const response = await fetch(url);
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([1, 2]);
    const { headers } = response;
    expect(headers.get("content-type")).toBe("application/octet-stream");
    expect(headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("set-cookie")).toBeNull();
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("content-disposition")).toBe(
      `attachment; filename="attachment"; filename*=UTF-8''${encodeURIComponent("見積 _1___X_ y;_.._gpj.exe")}`,
    );
  });

  test("good once", async () => {
    world = await World.start();
    const url = await linkFor(MANAGER);
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => (await fetch(url)).status),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 404)).toHaveLength(19);
    expect(world.desk.asked.filter(({ method }) => method === "attachment")).toHaveLength(1);
  });

  test("a scanner's HEAD does not use it up", async () => {
    world = await World.start();
    const url = await linkFor(MANAGER);
    for (let i = 0; i < 3; i++) expect((await fetch(url, { method: "HEAD" })).status).toBe(404);
    expect((await fetch(url)).status).toBe(200);
  });

  test.each([
    ["59 s", 59_000, 200],
    ["60 s", 60_000, 404],
    ["the clock was set back by an hour", -3_600_000, 404],
  ])("after %s", async (_, later, status) => {
    let now = Date.now();
    world = await World.start({ clock: () => now });
    const url = await linkFor(MANAGER);
    now += later;
    expect((await fetch(url)).status).toBe(status);
  });

  test("the right is read again when the bytes are fetched", async () => {
    world = await World.start();
    const url = await linkFor(MANAGER);
    world.desk.fails = new Refused("api/not-found");
    expect((await fetch(url)).status).toBe(404);
    const asked = world.desk.asked.find(({ method }) => method === "attachment");
    expect(asked?.given.slice(1)).toEqual([REQUEST_ID, 0]);
    expect(asked?.given[0]).toMatchObject({ oid: MANAGER });
  });

  test("what is not there has no address", async () => {
    world = await World.start();
    const other = linkAt.replace("/0/", "/5/");
    expect((await world.call(other, { token: STAFF, method: "POST" })).status).toBe(404);
    for (const path of ["/", "/x", `/${"a".repeat(43)}`, "/..%2f..%2fetc%2fpasswd"])
      expect((await fetch(world.contentOrigin + path)).status).toBe(404);
    expect((await fetch(`${world.contentOrigin}/api/me`)).status).toBe(404);
  });

  test("the store alone opens nothing: it never holds what stands in the address", async () => {
    const kept: string[] = [];
    const links = linksInMemory();
    world = await World.start({
      links: {
        put: (key, content, expiresAt) => {
          kept.push(JSON.stringify([key, content]));
          return links.put(key, content, expiresAt);
        },
        take: (key, now) => links.take(key, now),
      },
    });
    const url = await linkFor(MANAGER);
    expect(kept.join()).not.toContain(new URL(url).pathname.slice(1));
  });
});

const script = `fetch(location.origin+'/stolen');new Image().src='/stolen';`;
const HOSTILE: readonly [string, string][] = [
  ["page.html", `<!doctype html><script>${script}</script><img src=x onerror="${script}">`],
  [
    "picture.svg",
    `<svg xmlns="http://www.w3.org/2000/svg" onload="${script}"><script>${script}</script></svg>`,
  ],
  ["page.xhtml", `<html xmlns="http://www.w3.org/1999/xhtml"><script>${script}</script></html>`],
  ["data.xml", `<?xml-stylesheet href="/stolen" type="text/xsl"?><a/>`],
  [
    "scripted.pdf",
    `%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(${script})>>>>endobj\ntrailer<</Root 1 0 R>>`,
  ],
  ["gif-and-script.gif", `GIF89a/*\u0001\u0000*/=0;${script}`],
  ["pdf-and-page.pdf", `%PDF-1.4\n<script>${script}</script>`],
  ["page-in-zip.html", `PK\u0003\u0004<html><script>${script}</script>`],
  ["mail.mht", `MIME-Version: 1.0\nContent-Type: text/html\n\n<script>${script}</script>`],
];

describe("a manager opens it in a real browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  /** Every request that leaves the browser, with the token where it carries one. */
  async function watched(): Promise<{ page: Page; requests: string[]; withToken: string[] }> {
    const context = await browser.newContext({ acceptDownloads: true });
    const requests: string[] = [];
    const withToken: string[] = [];
    context.on("request", (request) => {
      requests.push(request.url());
      if (request.headers()["authorization"]) withToken.push(request.url());
    });
    const page = await context.newPage();
    await page.goto(`${world.origin}/review`);
    // Where the page keeps its token: nothing that another origin could read.
    await page.evaluate((token) => sessionStorage.setItem("token", token), MANAGER);
    return { page, requests, withToken };
  }

  test.each(HOSTILE)("%s is saved, byte for byte, and runs nothing", async (name, text) => {
    world = await World.start();
    const bytes = Buffer.from(text, "latin1");
    world.desk.file = { name, bytes: new Uint8Array(bytes) };
    const { page, requests, withToken } = await watched();
    const url = await linkFor(MANAGER);
    requests.length = 0;
    const saved = page.waitForEvent("download");
    await page.evaluate((address) => void window.open(address), url);
    const file = await (await saved).path();
    expect(readFileSync(file).equals(bytes)).toBe(true);
    await page.waitForTimeout(300);
    expect(requests.filter((each) => each !== url)).toEqual([]);
    expect(withToken).toEqual([]);
    await page.context().close();
  });

  test.each(["iframe", "embed", "object", "script", "img"])(
    "nor as <%s> in a page",
    async (element) => {
      world = await World.start();
      world.desk.file = { name: "a.html", bytes: Buffer.from(`<script>${script}</script>`) };
      const { page, requests } = await watched();
      const url = await linkFor(MANAGER);
      requests.length = 0;
      await page.evaluate(
        ([name, address]) => {
          const frame = document.createElement(name as "iframe");
          frame.setAttribute(name === "object" ? "data" : "src", address ?? "");
          document.body.append(frame);
        },
        [element, url],
      );
      await page.waitForTimeout(300);
      expect(requests.filter((each) => each.includes("stolen"))).toEqual([]);
      await page.context().close();
    },
  );
});
