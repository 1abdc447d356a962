import type { Browser, BrowserContext, Page } from "playwright-core";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { launchBrowser } from "../../browser";
import { ADD_IN_HOST, World } from "../world";

const directives = (policy: string | null): ReadonlyMap<string, readonly string[]> =>
  new Map(
    (policy ?? "").split("; ").map((each) => {
      const [name = "", ...sources] = each.split(" ");
      return [name, sources] as const;
    }),
  );

describe("headers", () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({}, ["https://portal.sakura-motors.example"]);
  });
  afterAll(() => world.stop());

  test("the pane lives inside Outlook and what configuration adds", async () => {
    const { headers } = await world.call("/taskpane.html");
    const policy = directives(headers.get("content-security-policy"));
    expect(policy.get("frame-ancestors")).toEqual([
      "'self'",
      "https://outlook.office.com",
      "https://outlook.office365.com",
      "https://outlook.cloud.microsoft",
      "https://portal.sakura-motors.example",
    ]);
    expect(policy.get("script-src")).toEqual([
      "'self'",
      "https://appsforoffice.microsoft.com",
      "https://ajax.aspnetcdn.com",
    ]);
    expect(policy.get("object-src")).toEqual(["'none'"]);
    expect(policy.get("base-uri")).toEqual(["'none'"]);
    expect(headers.get("x-frame-options")).toBeNull();
    expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin-allow-popups");
  });

  test.each(["/review", "/review.html"])("%s is framed by nobody", async (address) => {
    const { headers, status } = await world.call(address);
    expect(status).toBe(200);
    const policy = directives(headers.get("content-security-policy"));
    expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
    expect(policy.get("script-src")).toEqual(["'self'"]);
    expect(headers.get("x-frame-options")).toBe("DENY");
  });

  test.each(["/taskpane.html", "/review", "/api/health", "/launchevent.js", "/nothing"])(
    "%s: no guessing of types, no referrer, https only",
    async (address) => {
      const { headers } = await world.call(address);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("strict-transport-security")).toMatch(/max-age=31536000/);
      expect(headers.get("set-cookie")).toBeNull();
      expect(headers.get("content-security-policy")).not.toMatch(
        /unsafe-eval|script-src[^;]*inline/,
      );
    },
  );

  test("answers of the API are kept nowhere and run nothing", async () => {
    const { headers } = await world.call("/api/keys");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    );
  });

  test("the add-in's files come with their configuration; the service's own are not served", async () => {
    const script = await world.call("/launchevent.js");
    expect(script.text).toMatch(
      /^var SEKISHO=\{"origin":"https:\/\/sekisho\.sakura-motors\.example"/,
    );
    expect(script.text).toMatch(/\nhandlers\(\);$/);
    expect((await world.call("/configuration.js")).text).toContain('"rootKey":"root"');
    expect((await world.call("/.well-known/microsoft-officeaddins-allowed.json")).json).toEqual({
      allowed: ["https://sekisho.sakura-motors.example/launchevent.js"],
    });
    expect((await world.call("/manifest.xml")).text).toContain(
      "https://sekisho.sakura-motors.example/a.png",
    );
    expect((await world.call("/assets/icon-16.png")).status).toBe(200);
    const hidden = ["server.js", "cli.js", "simulator.html", ".built-from", "assets/../server.js"];
    for (const name of [...hidden, "%2e%2e/server.js", "assets/%2e%2e/server.js", "assets"])
      expect([name, (await world.call(`/${name}`)).status]).toEqual([name, 404]);
  });

  test("the add-in's own host may call the API, another may not", async () => {
    const preflight = (origin: string) =>
      world.call("/api/drafts", {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "POST" },
      });
    const { headers, status } = await preflight(ADD_IN_HOST);
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-origin")).toBe(ADD_IN_HOST);
    expect(headers.get("access-control-allow-headers")).toBe("authorization, content-type");
    expect(headers.get("access-control-allow-credentials")).toBeNull();
    expect(headers.get("vary")).toBe("origin");
    for (const origin of ["https://evil.example", "null", `${ADD_IN_HOST}.evil.example`]) {
      const refused = await preflight(origin);
      expect(refused.headers.get("access-control-allow-origin")).toBeNull();
      expect(refused.headers.get("access-control-allow-headers")).toBeNull();
    }
    const problem = await world.call("/api/me", { headers: { origin: ADD_IN_HOST } });
    expect(problem.status).toBe(401);
    expect(problem.headers.get("access-control-allow-origin")).toBe(ADD_IN_HOST);
  });
});

describe("in a real browser", () => {
  let browser: Browser;
  let context: BrowserContext;
  let allowed: Server;
  let stranger: Server;
  let world: World;
  let page: Page;

  const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const serve = (): Promise<Server> =>
    new Promise((resolve) => {
      const server = createServer((request, response) => {
        const framed = new URL(request.url ?? "", "http://x").searchParams.get("framed") ?? "";
        response.setHeader("content-type", "text/html");
        response.end(`<!doctype html><iframe src="${framed}"></iframe>`);
      });
      server.listen(0, "127.0.0.1", () => resolve(server));
    });

  beforeAll(async () => {
    [browser, allowed, stranger] = await Promise.all([launchBrowser(), serve(), serve()]);
    world = await World.start({}, [originOf(allowed)]);
    context = await browser.newContext();
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await world.stop();
    allowed.close();
    stranger.close();
  });

  const framedText = async (server: Server, address: string): Promise<string> => {
    await page.goto(`${originOf(server)}/?framed=${encodeURIComponent(world.origin + address)}`);
    await page.waitForLoadState("networkidle");
    const frame = page.frames()[1];
    return frame === undefined ? "" : frame.evaluate(() => document.body?.innerText ?? "");
  };

  test("the pane is shown in the frame of an allowed host", async () => {
    expect(await framedText(allowed, "/taskpane.html")).toBe("pane");
  });

  test("another host frames nothing", async () => {
    expect(await framedText(stranger, "/taskpane.html")).not.toContain("pane");
  });

  test("the manager's page is framed by nobody", async () => {
    expect(await framedText(allowed, "/review")).not.toContain("review");
  });

  test("a page of another origin reads nothing of the API", async () => {
    await page.goto(originOf(stranger));
    const outcome = await page.evaluate(
      (address) =>
        fetch(address).then(
          () => "read",
          () => "refused",
        ),
      `${world.origin}/api/keys`,
    );
    expect(outcome).toBe("refused");
  });
});
