import type { ComposeItem, NotificationAction } from "../compose-item";
import type { Person, StoredMail } from "../model";
import type { Accounts } from "./account";
import type { Control, Manifest } from "./manifest";
import type { ClientProfile } from "./profile";
import type { JournalEntry, SendResult } from "./send-result";
import type { Shell } from "./shell";

/** What every window of the simulated client has in common. */
export interface HostOptions {
  readonly manifest: Manifest;
  readonly profile: ClientProfile;
  /** BCP 47, such as "ja-JP": the add-in's display language and the host's own sentences. */
  readonly locale: string;
  readonly shell: Shell;
  readonly accounts: Accounts;
}

/**
 * One compose window: `new ComposeWindow(item, options)` (host/compose-window.ts) loads the add-in's
 * runtime page in a hidden frame and raises its launch events from then on.
 */
export interface ComposeSession {
  readonly item: ComposeItem;
  readonly journal: readonly JournalEntry[];
  /**
   * Raises OnMessageSend and waits for its end; `onTakingLonger` runs once, 5 s after the click.
   * The page delivers the mail itself, and only on "allowed" (or on "send anyway").
   */
  send(onTakingLonger: () => void): Promise<SendResult>;
  /** Puts the pane of a button into `container`; takes the place of the pane that was there. */
  mountPane(control: Control, container: HTMLElement): void;
  unmountPane(): void;
  /** The person's theme, for the pane that is open. */
  tellTheme(isDark: boolean): void;
  /** A button of a notification was pressed: hands its context to the pane and opens it. */
  runAction(action: NotificationAction): void;
  /** Ends the runtime and the pane; the window is closed. */
  dispose(): void;
}

/**
 * The reading side: `new ReadWindow(person, options)` (host/read-window.ts). Its pane may be pinned:
 * it then stays while the selected mail changes, and hears of it.
 */
export interface ReadSession {
  readonly owner: Person;
  /** Null: nothing is selected. Closes a pane that is not pinned. */
  show(mail: StoredMail | null): void;
  mountPane(control: Control, container: HTMLElement): void;
  unmountPane(): void;
  tellTheme(isDark: boolean): void;
  pinned: boolean;
  dispose(): void;
}
