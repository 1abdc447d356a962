import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import { startDemoServer } from "../../src/simulator/server/demo-server";
import type { DemoServer } from "../../src/simulator/server/demo-server";

const root = path.join(__dirname, "../..");
const CDN = `<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>`;

let home: string;
let dist: string;
let server: DemoServer;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** The path goes out as it stands, dots and all. */
const get = (address: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const [, host, port, path] = /^https:\/\/([^:/]+):(\d+)(.*)$/.exec(address) ?? [];
    const call = request(
      { host, port, path: path || "/", rejectUnauthorized: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      },
    );
    call.on("error", reject);
    call.end();
  });

const start = (port = 0) =>
  startDemoServer({ port, dist, domains: ["kuruma.example", "</script>"] });

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), "demo-server-"));
  dist = path.join(home, "dist");
  mkdirSync(dist);
  mkdirSync(path.join(home, "node_modules/@microsoft"), { recursive: true });
  symlinkSync(
    path.join(root, "node_modules/@microsoft/office-js"),
    path.join(home, "node_modules/@microsoft/office-js"),
    "junction",
  );
  writeFileSync(path.join(home, "secret.txt"), "secret");
  writeFileSync(path.join(dist, "simulator.html"), "<title>simulator</title>");
  writeFileSync(path.join(dist, "taskpane.html"), `<head>${CDN}</head>`);
  writeFileSync(path.join(dist, "launchevent.js"), "handlers();");
  writeFileSync(
    path.join(dist, "manifest.xml"),
    `<IconUrl DefaultValue="https://sekisho.example.com/a.png"/><Url v="https://sekisho.example.com/b"/>`,
  );
  server = await start();
});
afterAll(async () => {
  await server.close();
  rmSync(home, { recursive: true, force: true });
});

test("the start page is the simulator", async () => {
  const { status, text, headers } = await get(`${server.origin}/`);
  expect([status, text]).toEqual([200, "<title>simulator</title>"]);
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'self'");
  expect(headers["x-content-type-options"]).toBe("nosniff");
});

test("a deployed page gets office.js and the stand-in from here", async () => {
  const { text } = await get(`${server.origin}/taskpane.html?_host_Info=x`);
  expect(text).toBe(
    `<head><script src="/microsoft-ajax.js"></script><script src="/office-js/office.js"></script></head>`,
  );
  for (const file of ["office.js", "ja-jp/outlook_strings.js", "outlook-web-16.01.js"])
    expect((await get(`${server.origin}/office-js/${file}`)).status).toBe(200);
});

test("the event script starts with its configuration, which is safe in a page", async () => {
  const { text } = await get(`${server.origin}/launchevent.js`);
  const [line, rest] = text.split("\n");
  expect(line).toBe(
    `var SEKISHO={"origin":"${server.origin}","tenant":"","domains":["kuruma.example","\\u003c/script>"],"rootKey":"","keys":"","authority":"","clientId":"","scope":""};`,
  );
  expect(rest).toBe("handlers();");
  expect((await get(`${server.origin}/configuration.js`)).text).toBe(`${line}\n`);
});

test("the manifest and the list of allowed scripts name this origin", async () => {
  expect((await get(`${server.origin}/manifest.xml`)).text).toBe(
    `<IconUrl DefaultValue="${server.origin}/a.png"/><Url v="${server.origin}/b"/>`,
  );
  const allowed = await get(`${server.origin}/.well-known/microsoft-officeaddins-allowed.json`);
  expect(JSON.parse(allowed.text)).toEqual({ allowed: [`${server.origin}/launchevent.js`] });
});

test.each(["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/../.local/localhost.key"])(
  "nothing outside the built files is served: %s",
  async (address) => {
    const { status, text } = await get(server.origin + address);
    expect([400, 403, 404]).toContain(status);
    expect(text).not.toBe("secret");
  },
);

test("a taken port leads to the next one", async () => {
  const taken = Number(new URL(server.origin).port);
  const second = await start(taken);
  const port = Number(new URL(second.origin).port);
  expect(port).toBeGreaterThan(taken);
  await second.close();
});

test("answers on the loopback address only", async () => {
  await expect(get(server.origin.replace("localhost", "127.0.0.2"))).rejects.toThrow();
});

test("is gone after close, open connections included", async () => {
  const other = await start();
  expect((await get(other.origin)).status).toBe(200);
  await other.close();
  await expect(get(other.origin)).rejects.toThrow();
});
