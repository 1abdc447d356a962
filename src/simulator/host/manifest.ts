/** Events that Outlook raises without anyone pressing the add-in's button. */
export type LaunchEventType =
  | "OnMessageCompose"
  | "OnNewMessageCompose"
  | "OnMessageRecipientsChanged"
  | "OnMessageAttachmentsChanged"
  | "OnMessageSend";

export type SendMode = "Block" | "SoftBlock" | "PromptUser";

export interface LaunchEvent {
  readonly type: string;
  readonly functionName: string;
  /** SoftBlock where the manifest says nothing; means something for OnMessageSend only. */
  readonly sendMode: SendMode;
}

/** A button of the add-in in the ribbon of a read or compose window. */
export interface Control {
  readonly id: string;
  readonly surface: "compose" | "read";
  readonly label: string;
  readonly tip: string;
  /** Address of its largest icon; empty where the manifest names none. */
  readonly icon: string;
  /** The pane's page; null for a button that runs a function. */
  readonly paneUrl: string | null;
  readonly pinnable: boolean;
}

/** What a manifest.xml means to this host, its addresses on the simulator's own origin. */
export interface Manifest {
  readonly id: string;
  readonly name: string;
  readonly iconUrl: string;
  /** HTML page in which the launch events run. */
  readonly runtimeUrl: string;
  readonly launchEvents: readonly LaunchEvent[];
  readonly controls: readonly Control[];
  /** Images that notifications may name. */
  readonly images: ReadonlyMap<string, string>;
}

export interface ReadManifestOptions {
  /** Takes the place of the origin that the manifest's addresses have. */
  readonly origin: string;
  /** BCP 47; picks the labels' overrides. */
  readonly locale: string;
}
