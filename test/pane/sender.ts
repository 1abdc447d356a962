import type { Configuration } from "../../src/core/configuration";
import { judge } from "../../src/judgement/judge";
import { officeToken } from "../../src/outlook/access-token";
import { createCall } from "../../src/outlook/call";
import { createOpening } from "../../src/outlook/opening";
import type { SendOptions } from "../../src/outlook/answer";
import { sendHandler } from "../../src/outlook/send-handler";
import { judgeInSteps } from "../../src/pane/inspection/judge-in-steps";
import { outlookReview } from "../../src/pane/outlook-review";
import { createReview, type Review } from "../../src/pane/review/review";
import { createSignIn } from "../../src/pane/sign-in/sign-in";
import { connection } from "../../src/pane/sign-off/connection";
import { outlookSignOff } from "../../src/pane/sign-off/outlook-sign-off";
import { createSignOff, type SignOff } from "../../src/pane/sign-off/sign-off";
import { stageOf, type Stage } from "../../src/pane/sign-off/state";
import { file, MailboxDouble, person } from "../outlook/mailbox-double";
import { installOffice } from "../outlook/office-double";
import { TOKEN, type ServiceDouble } from "./service-double";

/** One person's mail that needs a sign-off: a file, to one customer. */
export const quotation = (more: Partial<MailboxDouble> = {}): MailboxDouble =>
  new MailboxDouble({
    to: [person("customer@gmail.com", "externalUser")],
    subject: "お見積り",
    html: "<p>お見積りをお送りします。</p>",
    attachments: [file("見積.csv", "品名,金額\nタイヤ交換,48000\n")],
    token: TOKEN,
    ...more,
  });

export const inside = (): MailboxDouble =>
  new MailboxDouble({
    to: [person("a@dealer.example.jp")],
    subject: "会議",
    html: "<p>10時からです。</p>",
  });

export function configure(configuration: Configuration | null): void {
  const world = globalThis as Record<string, unknown>;
  if (configuration === null) delete world.SEKISHO;
  else world.SEKISHO = configuration;
}

const judgeHere = judgeInSteps(
  () => Promise.resolve(judge),
  Date.now,
  () => Promise.resolve(),
);

/** The sender with the pane open beside the mail, on the real service client. */
export class Sender {
  readonly review: Review;
  readonly signOff: SignOff;
  private isStopped = false;

  constructor(
    readonly mailbox: MailboxDouble,
    readonly service: ServiceDouble,
  ) {
    configure(service.configuration);
    const item = installOffice({ mailbox });
    const signIn = createSignIn([officeToken]);
    // A pane that is closed asks the client for nothing; the next mail's client is another one.
    const token = () => (this.isStopped ? Promise.resolve(null) : signIn.silent());
    const access = connection({ origin: service.origin, token });
    this.review = createReview(outlookReview(createCall(), item, judgeHere));
    this.signOff = createSignOff(outlookSignOff(item, signIn, access), {
      recheck: this.review.check,
    });
    this.review.subscribe(() => {
      const { phase, checked } = this.review.state();
      this.signOff.checked(phase.name === "judged" ? checked : null);
    });
  }

  static start(mailbox: MailboxDouble, service: ServiceDouble): Sender {
    const sender = new Sender(mailbox, service);
    sender.review.check();
    sender.signOff.connect(false);
    return sender;
  }

  static async open(mailbox: MailboxDouble, service: ServiceDouble): Promise<Sender> {
    const sender = Sender.start(mailbox, service);
    await until(() => sender.stage !== "connecting" && sender.stage !== "nothing");
    return sender;
  }

  get stage(): Stage {
    return stageOf(this.signOff.state());
  }

  reaches(stage: Stage): Promise<void> {
    return until(
      () => this.stage === stage && this.signOff.state().work === null,
      () => `${stage}, but it is ${this.stage} ${JSON.stringify(this.signOff.state().problem)}`,
    );
  }

  async ask(): Promise<void> {
    this.signOff.fill({ reason: "quotation" });
    this.signOff.ask();
    await this.reaches("waiting");
  }

  /** Asked for and signed off; the ticket lies in the mail's session. */
  async getApproved(): Promise<void> {
    await this.ask();
    this.service.approve();
    await until(() => this.signOff.state().ticket === "stored");
  }

  /** The person changed the mail; the pane looks at it again. */
  async change(change: (mailbox: MailboxDouble) => void): Promise<void> {
    change(this.mailbox);
    this.review.check();
    await until(() => this.review.state().phase.name === "judged");
  }

  stop(): void {
    this.isStopped = true;
    this.signOff.stop();
  }
}

const realTimeout = setTimeout;

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void realTimeout(resolve, milliseconds));

/** Milliseconds; less than jest allows for a test. */
const PATIENCE = 25_000;

export async function until(
  holds: () => boolean,
  words: () => string = () => String(holds),
): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    if (holds()) return;
    await pause(4);
  }
  throw new Error(`never: ${words()}`);
}

/** Press of Send in a fresh run of the bundle's handler; how often it ended is looked at too. */
export async function send(mailbox: MailboxDouble, mailboxSet = "1.14"): Promise<SendOptions> {
  installOffice({ mailbox, mailboxSet });
  const ends: SendOptions[] = [];
  void sendHandler({
    call: createCall(),
    clock: Date.now,
    watchdog: 60_000,
    opening: createOpening(),
  })({ completed: (options) => void ends.push(options ?? {}) });
  await until(() => ends.length > 0);
  await pause(5);
  if (ends.length !== 1) throw new Error(`ended ${ends.length} times`);
  return ends[0] as SendOptions;
}
