import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { type DemoOptions, type RunningDemo, startDemo } from "../../src/simulator/server/demo";
import { launchBrowser } from "../browser";
import { Outlook } from "./outlook";

export { Outlook };

const dist = path.join(__dirname, "../../dist");

/** The built demo in a real browser, used as a person would: by what is read and pressed. */
export class Demo {
  private constructor(
    readonly server: RunningDemo,
    private readonly browser: Browser,
    private readonly folder: string,
  ) {}

  /** `more`: where the add-in's files are, if not beside the demo. */
  static async start(more: Pick<DemoOptions, "addInOrigin"> = {}): Promise<Demo> {
    const folder = mkdtempSync(path.join(tmpdir(), "sekisho-demo-"));
    const [server, browser] = await Promise.all([
      startDemo({ port: 0, dist, folder, ...more }),
      launchBrowser(),
    ]);
    return new Demo(server, browser, folder);
  }

  get origin(): string {
    return this.server.origin;
  }

  /** A fresh client; `query` such as "lang=en&theme=dark". */
  async open(query = "", viewport = { width: 1280, height: 860 }): Promise<Outlook> {
    const page = await this.newPage(viewport);
    const outlook = new Outlook(page, page.context());
    await page.goto(`${this.origin}/?${query}`);
    return outlook;
  }

  /** A page in a browser of its own: nothing is shared with any other. */
  async newPage(viewport = { width: 1280, height: 860 }): Promise<Page> {
    const context = await this.browser.newContext({
      ignoreHTTPSErrors: true,
      viewport,
      acceptDownloads: true,
      locale: "ja-JP",
      permissions: ["clipboard-read", "clipboard-write"],
    });
    return context.newPage();
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
