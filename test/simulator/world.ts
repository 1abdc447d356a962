import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import webpack from "webpack";
import { startDemoServer } from "../../src/simulator/server/demo-server";
import type { DemoServer } from "../../src/simulator/server/demo-server";
import { launchBrowser } from "../browser";
import type { Outcome } from "./pages/taskpane";

const root = path.join(__dirname, "../..");
const pages = path.join(__dirname, "pages");
const STATIC = ["simulator.html", "taskpane.html", "launchevent.html", "manifest.xml"];

/** Builds the host and the add-in under test into a folder of their own. */
export async function buildPages(): Promise<string> {
  const dist = mkdtempSync(path.join(tmpdir(), "host-under-test-"));
  for (const file of STATIC) cpSync(path.join(pages, file), path.join(dist, file));
  const compiler = webpack({
    mode: "development",
    devtool: false,
    context: root,
    entry: Object.fromEntries(
      ["simulator", "taskpane", "launchevent"].map((name) => [
        name,
        path.join(pages, `${name}.ts`),
      ]),
    ),
    output: { path: dist, filename: "[name].js" },
    resolve: { extensions: [".ts", ".js"] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: "swc-loader",
          options: { jsc: { target: "es2022", parser: { syntax: "typescript" } } },
        },
      ],
    },
  });
  await new Promise<void>((resolve, reject) => {
    compiler?.run((error, stats) => {
      if (error) return reject(error);
      if (stats?.hasErrors()) return reject(new Error(stats.toString("errors-only")));
      compiler.close(() => resolve());
    });
  });
  return dist;
}

/** A browser that shows the host page from our own server, with the real office.js in its frames. */
export class World {
  readonly page: Page;
  readonly origin: string;
  /** Origins that anything in the page asked for. */
  readonly asked = new Set<string>();
  readonly #server: DemoServer;
  readonly #browser: Browser;
  readonly #dist: string;

  private constructor(server: DemoServer, browser: Browser, page: Page, dist: string) {
    this.#server = server;
    this.#browser = browser;
    this.#dist = dist;
    this.page = page;
    this.origin = server.origin;
    page.on("request", (request) => this.asked.add(new URL(request.url()).origin));
  }

  static async open(): Promise<World> {
    const dist = await buildPages();
    const server = await startDemoServer({
      port: 0,
      dist,
      home: root,
      domains: ["kuruma.example"],
    });
    const browser = await launchBrowser();
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const world = new World(server, browser, await context.newPage(), dist);
    await world.page.goto(server.origin);
    return world;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
    rmSync(this.#dist, { recursive: true, force: true });
  }

  /** Puts the pane beside the item and waits until office.js is ready in it. */
  async pane(control: "composePane" | "readPane" = "composePane"): Promise<Frame> {
    await this.page.evaluate((id) => desk.mountPane(id), control);
    return this.shownPane();
  }

  /** The pane that is there already, or comes. */
  async shownPane(): Promise<Frame> {
    const frame = await (await this.page.waitForSelector("#pane iframe")).contentFrame();
    if (!frame) throw new Error("no pane");
    await frame.waitForFunction(() => "pane" in globalThis);
    await frame.evaluate(() => pane.ready);
    return frame;
  }
}

/** Calls a method of the mailbox in the pane, such as `item.subject.getAsync`. */
export const callIn = (frame: Frame, path: string, ...args: unknown[]): Promise<Outcome> =>
  frame.evaluate(([name, values]) => pane.call(name, ...values), [path, args] as const);
