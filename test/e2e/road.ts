import type { FrameLocator, Locator, Page } from "playwright-core";
import { alertTexts } from "../../src/locales/alert";
import { askingTexts } from "../../src/locales/asking";
import { signOffTexts } from "../../src/locales/sign-off";
import type { DemoPerson } from "../../src/simulator/seed/people";
import type { Demo, Outlook } from "./demo";

const alert = alertTexts.ja;
const asking = askingTexts.ja;
const desk = signOffTexts.ja;

export const QUOTATION = "山田様_見積書.xlsx";

/** The salesperson answers Ms Yamada with her quotation. */
export async function writeQuotation(outlook: Outlook): Promise<void> {
  await outlook.openMail(/見積もりのお願い/);
  await outlook.button("返信").first().click();
  await outlook.hasBegun();
  await outlook.writeAtTheTop("山田様");
  await outlook.attach(QUOTATION);
}

/** Presses Send, is stopped for want of a sign-off, and opens the pane. */
export async function sendAndLook(outlook: Outlook): Promise<void> {
  await outlook.send();
  await outlook.alert.getByRole("button", { name: alert.openPane }).click();
  await outlook.pane.getByRole("heading", { name: /の承認が必要です$/, level: 1 }).waitFor();
}

/** The part of the sender's pane about the sign-off. */
export const signOffPart = (outlook: Outlook): Locator =>
  outlook.pane.getByRole("region", { name: asking.title, exact: true });

export async function ask(outlook: Outlook, note?: string): Promise<void> {
  const part = signOffPart(outlook);
  await part.getByLabel(asking.reason).selectOption("quotation");
  if (note !== undefined) await part.getByRole("textbox", { name: asking.note }).fill(note);
  await part.getByRole("button", { name: asking.askButton, exact: true }).click();
  await waiting(outlook);
}

export const waiting = (outlook: Outlook): Promise<void> => outlook.verdict(asking.waiting);
export const approved = (outlook: Outlook): Promise<void> => outlook.verdict(asking.approved);

/** The review page in a browser of the manager's own, signed in there. */
export async function openReview(demo: Demo, person: DemoPerson, request = ""): Promise<Review> {
  const page = await demo.newPage();
  await page.goto(`${demo.origin}/review${request}`);
  await page.getByRole("button", { name: person.name }).click();
  await page.getByText(person.name).first().waitFor();
  return new Review(page, page);
}

interface Approval {
  /** Typed where the number is asked for. */
  readonly others?: number;
  /** "counted" where another one has to agree too. */
  readonly done?: "approved" | "counted";
}

/** The pane beside the mail that is being read. */
export async function openReader(outlook: Outlook): Promise<Review> {
  await outlook.button(/^承認の依頼$/).click();
  return new Review(outlook.page, outlook.pane);
}

/** The manager's desk, in a browser or in the pane. */
export class Review {
  constructor(
    readonly page: Page,
    readonly at: Page | FrameLocator,
  ) {}

  /** Opens the request whose first line has this text. */
  async open(text: string | RegExp): Promise<void> {
    await this.at.getByRole("region", { name: desk.boxes["to-decide"] }).getByText(text).click();
    await this.approveButton.waitFor();
  }

  get approveButton(): Locator {
    return this.at.getByRole("button", { name: desk.approve, exact: true });
  }

  /** Ticks and types what is asked for, approves, and waits for what the desk says to it. */
  async approve(sender: DemoPerson, { others, done = "approved" }: Approval = {}): Promise<void> {
    await this.approveButton.waitFor();
    for (const box of await this.at.getByRole("checkbox").all()) await box.check();
    if (others !== undefined) await this.at.getByLabel(desk.number).fill(String(others));
    await this.#press(this.approveButton, desk.done[done](sender.name));
  }

  async reject(sender: DemoPerson, comment: string): Promise<void> {
    await this.at.getByLabel(desk.comment).fill(comment);
    const button = this.at.getByRole("button", { name: desk.reject, exact: true });
    await this.#press(button, desk.done.rejected(sender.name));
  }

  /** In the first moment after a request has come up, a press does not count: it may be a slip. */
  async #press(button: Locator, answer: string): Promise<void> {
    const said = this.at.getByText(answer);
    do await button.click();
    while (
      !(await said.waitFor({ timeout: 1500 }).then(
        () => true,
        () => false,
      ))
    );
  }

  /** Waits until the desk says so. */
  async says(text: string): Promise<void> {
    await this.at.getByText(text).first().waitFor();
  }
}
