/** How an attempt to send ended, for the page to show; `allowed` is the only one that sends. */
export type SendResult =
  | { readonly outcome: "allowed" }
  | {
      readonly outcome: "stopped";
      /** Plain text, already the host's own sentence where the add-in gave none or too long a one. */
      readonly message: string;
      /** Office's small Markdown subset; shown instead of `message` where given. */
      readonly markdown?: string;
      /** The add-in's button: opens its pane with the alert's context. */
      readonly takeAction?: { readonly label: string; readonly openPane: () => void };
      /** The add-in's words on the button that only closes, where it names no pane. */
      readonly cancelLabel?: string;
      /** The person may send all the same. */
      readonly sendAnyway: boolean;
    }
  /** The add-in could not be loaded or has no such handler. */
  | { readonly outcome: "unavailable"; readonly sendAnyway: boolean }
  | { readonly outcome: "timed-out"; readonly sendAnyway: boolean };

/** What real Outlook would let pass or trip over in silence; tests and the page may look at it. */
export interface JournalEntry {
  readonly what:
    | "never-completed"
    | "completed-twice"
    | "handler-missing"
    | "message-too-long"
    | "unknown-command"
    | "label-too-long"
    | "not-loaded"
    | "not-allowed-here"
    | "unsupported-call";
  readonly detail: string;
}
