import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Locator,
  Page,
} from "playwright-core";
import { launchBrowser } from "../browser";
import { ServiceDouble } from "../ui/service-double";

/** The built review page in a real browser, a real OpenID provider, and the service's double. */
export class ReviewBrowser {
  private constructor(
    readonly service: ServiceDouble,
    private readonly browser: Browser,
    private readonly provider: ChildProcess,
  ) {}

  static async start(): Promise<ReviewBrowser> {
    const [service, browser] = await Promise.all([ServiceDouble.start(), launchBrowser()]);
    const script = path.join(__dirname, "openid-provider.mjs");
    const provider = spawn(process.execPath, [script, `${service.origin}/review`], {
      stdio: ["pipe", "pipe", "ignore"],
    });
    service.authority = await new Promise<string>((resolve, reject) => {
      provider.stdout.once("data", (line) => resolve(String(line).trim()));
      provider.once("exit", () => reject(new Error("the OpenID provider did not start")));
    });
    return new ReviewBrowser(service, browser, provider);
  }

  async open(options: BrowserContextOptions = {}): Promise<Reviewer> {
    const context = await this.browser.newContext({
      viewport: { width: 360, height: 740 },
      locale: "ja-JP",
      timezoneId: "Asia/Tokyo",
      ...options,
    });
    return new Reviewer(await context.newPage(), context, this.service);
  }

  async stop(): Promise<void> {
    this.provider.stdin?.end();
    await Promise.all([this.browser.close(), this.service.stop()]);
  }
}

export class Reviewer {
  readonly errors: string[] = [];
  /** Everything that the page asked for, from whomever. */
  readonly asked: string[] = [];

  constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly service: ServiceDouble,
  ) {
    page.on("pageerror", (error) => this.errors.push(String(error)));
    page.on("dialog", (dialog) => {
      this.errors.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("console", (message) => {
      // The provider's own pages are no part of this one.
      const isOwn = page.url().startsWith(service.origin);
      if (message.type() === "error" && isOwn) this.errors.push(message.text());
    });
    page.on("request", (request) => this.asked.push(request.url()));
  }

  /** Through the provider's own forms, as a person would. */
  async signIn(request = ""): Promise<void> {
    await this.page.goto(`${this.service.origin}/review${request === "" ? "" : `#${request}`}`);
    await this.throughProvider();
    await this.page.getByRole("heading", { level: 1, name: /関所|Sekisho/ }).waitFor();
    await this.button(/サインアウト|Sign out/).waitFor();
  }

  async throughProvider(): Promise<void> {
    await this.page.locator("input[name=login]").fill("sato");
    await this.page.locator("input[name=password]").fill("x");
    await this.page.locator("button[type=submit]").click();
    const consent = this.page.getByRole("button", { name: "Continue" });
    const back = this.page.waitForURL(/\/review/);
    await Promise.race([consent.waitFor().catch(() => undefined), back]);
    if (!this.page.url().includes("/review")) await consent.click();
    await back;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name });
  }

  get headline(): Locator {
    return this.page.getByRole("heading", { level: 2 }).first();
  }

  tick(name: string | RegExp): Locator {
    return this.page.getByRole("checkbox", { name });
  }

  /** What has the keyboard, in words. */
  focused(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.textContent ?? "");
  }

  async violations(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }

  /** In the pane, Outlook swallows Tab where the keyboard is at one of these. */
  deadEnds(): Promise<string[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll('[tabindex="-1"]')]
        .filter((each) => each.checkVisibility())
        .map((each) => each.outerHTML),
    );
  }

  /** Whether anything sticks out to the side. */
  sideways(): Promise<number> {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  }

  /** What can be pressed and is lower than a thumb needs. */
  small(): Promise<string[]> {
    return this.page.evaluate(() => {
      const pressed = document.querySelectorAll("button, summary, label:has(input), a, .fui-Input");
      return [...pressed]
        .filter((each) => each.getClientRects().length > 0)
        .filter((each) => Math.round(each.getBoundingClientRect().height) < 44)
        .map((each) => `${each.tagName} ${each.textContent}`);
    });
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
