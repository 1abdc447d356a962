import { ComposeItem } from "../../../src/simulator/compose-item";
import type { ComposeInit } from "../../../src/simulator/compose-item";
import { SignInError } from "../../../src/simulator/host/account";
import type { SignIn } from "../../../src/simulator/host/account";
import { ComposeWindow } from "../../../src/simulator/host/compose-window";
import { readManifest } from "../../../src/simulator/host/manifest";
import type { Control, Manifest } from "../../../src/simulator/host/manifest";
import { WEB } from "../../../src/simulator/host/profile";
import type { ClientProfile } from "../../../src/simulator/host/profile";
import { ReadWindow } from "../../../src/simulator/host/read-window";
import { RoamingSettings } from "../../../src/simulator/host/roaming-settings";
import type { SendResult } from "../../../src/simulator/host/send-result";
import type { Shell } from "../../../src/simulator/host/shell";
import type { Person, StoredMail } from "../../../src/simulator/model";

const OWNER: Person = {
  id: "suzuki",
  name: "鈴木 一郎",
  address: "suzuki@kuruma.example",
  title: "営業",
};

const DIRECTORY = [
  { name: "営業部", address: "sales@kuruma.example", group: "distribution-list" as const },
];

export interface OpenOptions {
  readonly profile?: Partial<ClientProfile>;
  readonly manifest?: Partial<Manifest>;
  readonly locale?: string;
  readonly signIn?: SignIn;
}

/** The page of the host under test: one window at a time, and a shell that writes down its calls. */
class Desk {
  readonly shellCalls: unknown[] = [];
  item!: ComposeItem;
  compose!: ComposeWindow;
  read!: ReadWindow;
  takingLonger = 0;
  lastResult: SendResult | null = null;
  #manifest!: Manifest;

  async openCompose(init: Partial<ComposeInit>, options: OpenOptions = {}): Promise<void> {
    this.#closeAll();
    this.item = new ComposeItem({ composeType: "newMail", owner: OWNER, ...init });
    this.compose = new ComposeWindow(this.item, await this.#hostOptions(options));
  }

  async openRead(options: OpenOptions = {}): Promise<void> {
    this.#closeAll();
    this.read = new ReadWindow(OWNER, await this.#hostOptions(options));
  }

  mountPane(id: "composePane" | "readPane"): void {
    const control = this.control(id);
    if (id === "composePane") this.compose.mountPane(control, this.#paneHost());
    else this.read.mountPane(control, this.#paneHost());
  }

  control(id: string): Control {
    const control = this.#manifest.controls.find((each) => each.id === id);
    if (!control) throw new Error(`no control ${id}`);
    return control;
  }

  async send(): Promise<SendResult> {
    this.lastResult = await this.compose.send(() => (this.takingLonger += 1));
    return this.lastResult;
  }

  pressTakeAction(): void {
    if (this.lastResult?.outcome === "stopped") this.lastResult.takeAction?.openPane();
  }

  async manifest(xml: string | null, locale: string): Promise<Manifest> {
    const text = xml ?? (await (await fetch("/manifest.xml")).text());
    return readManifest(text, { origin: location.origin, locale });
  }

  #closeAll(): void {
    this.compose?.dispose();
    this.read?.dispose();
  }

  async #hostOptions({ profile, manifest, locale = "ja-JP", ...options }: OpenOptions) {
    const { signIn = { error: SignInError.notSupported } } = options;
    this.#manifest = { ...(await this.manifest(null, locale)), ...manifest };
    const shell = this.#shell();
    const accounts = () => ({
      signIn: () => Promise.resolve(signIn),
      canSignIn: true,
      settings: new RoamingSettings(localStorage, "mailbox"),
    });
    return { manifest: this.#manifest, profile: { ...WEB, ...profile }, locale, shell, accounts };
  }

  #paneHost(): HTMLElement {
    const host = document.getElementById("pane");
    if (!host) throw new Error("no place for the pane");
    return host;
  }

  #shell(): Shell {
    const noted =
      (name: string) =>
      (...args: unknown[]) =>
        void this.shellCalls.push([name, ...args]);
    return {
      openPane: (control) => {
        noted("openPane")(control.id);
        this.compose.mountPane(control, this.#paneHost());
      },
      closePane: noted("closePane"),
      openMessageForm: noted("openMessageForm"),
      openReplyForm: noted("openReplyForm"),
      closeItem: noted("closeItem"),
      saveItem: () => "DRAFT-1",
      lookUp: (address) => DIRECTORY.find((each) => each.address === address),
      storeProperties: noted("storeProperties"),
    };
  }
}

export const mail = (fields: Partial<StoredMail>): StoredMail => ({
  id: "MAIL-1",
  owner: OWNER.address,
  folder: "inbox",
  from: { name: "本部", address: "honbu@kuruma.example" },
  to: [{ name: OWNER.name, address: OWNER.address }],
  cc: [],
  bcc: [],
  subject: "RE: 名簿",
  html: "<p>顧客名簿です。</p>",
  files: [],
  date: 1_700_000_000_000,
  read: true,
  customProperties: {},
  internetHeaders: {},
  ...fields,
});

declare global {
  var desk: Desk;
  var makeMail: typeof mail;
}
globalThis.desk = new Desk();
globalThis.makeMail = mail;
