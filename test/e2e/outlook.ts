import type { BrowserContext, FrameLocator, Locator, Page } from "playwright-core";
import type { DemoPerson } from "../../src/simulator/seed/people";

/** The simulated client in Japanese; `errors` holds whatever a page threw. */
export class Outlook {
  readonly errors: string[] = [];

  constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {
    page.on("pageerror", (error) => this.errors.push(String(error)));
    page.on("console", (message) => {
      // office.js tries to report to its maker; the demo's content policy stops it.
      const isTelemetry = /pipe\.aria\.microsoft\.com/.test(message.text());
      // The browser notes each refusal of the service; the add-in says it in its own words.
      const isRefusal = /\/api\//.test(message.location().url);
      if (message.type() === "error" && !isTelemetry && !isRefusal)
        this.errors.push(message.text());
    });
  }

  /** The task pane's own page. */
  get pane(): FrameLocator {
    return this.page.locator(".add-in-pane iframe:visible").contentFrame();
  }

  get alert(): Locator {
    return this.page.getByRole("alertdialog").or(this.page.getByRole("dialog"));
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name });
  }

  /** Goes to another person's screen. */
  async be(person: DemoPerson): Promise<void> {
    await this.button(/^使っている人/).click();
    await this.page.getByRole("menuitemradio", { name: person.name }).click();
    await this.button(new RegExp(`^使っている人: ${person.name}`)).waitFor();
  }

  /** Something that one does to the mail being read: a button or, without room, in the menu. */
  async act(name: string): Promise<void> {
    const button = this.page.getByRole("button", { name, exact: true });
    const more = this.page.getByRole("article").getByRole("button", { name: "その他" });
    await more.waitFor();
    if (await button.isVisible()) return button.click();
    await more.click();
    await this.page.getByRole("menuitem", { name, exact: true }).click();
  }

  async folder(name: string): Promise<void> {
    await this.page.getByRole("navigation").getByRole("button", { name }).click();
  }

  async openMail(subject: string | RegExp): Promise<void> {
    await this.page
      .getByLabel("メールの一覧")
      .getByRole("button", { name: subject })
      .first()
      .click();
  }

  /** Nobody types within a second of opening a window; Outlook's compose event ends in that time. */
  async lookAround(): Promise<void> {
    await this.page.waitForTimeout(2000);
  }

  async typeRecipients(field: string, text: string): Promise<void> {
    const box = this.page.getByRole("combobox", { name: field, exact: true });
    await box.fill(text);
    await box.press("Enter");
  }

  /**
   * Until the add-in has seen how the mail began and has its policy: people need longer to find a
   * name.
   */
  async hasBegun(): Promise<void> {
    const wanted = ["sekisho.baseline", "sekisho.policy"];
    const runtime = this.page.locator("body > iframe").last().contentFrame().locator("html");
    for (;;) {
      const kept = await runtime.evaluate(
        () =>
          new Promise<string[]>((resolve) => {
            const { Office: office } = window as { Office?: typeof Office };
            const item = office?.context?.mailbox?.item;
            if (!item) return resolve([]);
            item.sessionData.getAllAsync(({ value }) => resolve(Object.keys(value)));
          }),
      );
      if (wanted.every((key) => kept.includes(key))) return;
      await this.page.waitForTimeout(50);
    }
  }

  async writeAtTheTop(text: string): Promise<void> {
    await this.page.getByRole("textbox", { name: "本文" }).click();
    await this.page.keyboard.press("Control+Home");
    await this.page.keyboard.type(text);
  }

  async attach(file: string): Promise<void> {
    await this.button("添付").last().click();
    await this.page.getByRole("menuitem", { name: file }).click();
  }

  async replaceBody(text: string): Promise<void> {
    const body = this.page.getByRole("textbox", { name: "本文" });
    await body.click();
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.type(text);
  }

  async send(): Promise<void> {
    await this.button(/^送信$/).click();
  }

  /** Waits until the pane has judged and says so in these words. */
  async verdict(title: string): Promise<void> {
    await this.pane.getByRole("heading", { level: 1, name: title }).waitFor();
  }

  async fix(name: RegExp): Promise<void> {
    await this.pane.getByRole("button", { name }).first().click();
  }

  async digestInPane(): Promise<string> {
    return this.pane.locator("code").innerText();
  }

  /** How many mails have arrived outside the company. */
  async outsideInbox(): Promise<number> {
    await this.folder("社外の受信箱");
    const list = this.page.getByRole("region", { name: "メールの一覧" });
    const empty = await list.getByText("社外にはまだ何も届いていません").count();
    return empty > 0 ? 0 : list.getByRole("button").count();
  }

  /** Saves the message being written as a mail file. */
  async saveAsFile(file: string): Promise<void> {
    await this.button("その他").last().click();
    const download = this.page.waitForEvent("download");
    await this.page.getByRole("menuitem", { name: ".eml ファイルとして保存" }).click();
    await (await download).saveAs(file);
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
