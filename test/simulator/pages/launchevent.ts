/** The event script of the add-in under test: what it does on send is written in the subject. */

type SendEvent = { completed(options?: object): void };

const ALERT = {
  allowEvent: false,
  errorMessage: "stop",
  errorMessageMarkdown: "**stop**",
  cancelLabel: "Look",
  commandId: "composePane",
  contextData: JSON.stringify({ reason: "others" }),
};

const BEHAVIOURS: Readonly<Record<string, (event: SendEvent) => void>> = {
  allow: (event) => event.completed({ allowEvent: true }),
  undecided: (event) => event.completed(),
  stop: (event) => event.completed(ALERT),
  "no pane": (event) => event.completed({ ...ALERT, commandId: undefined }),
  "wrong pane": (event) => event.completed({ ...ALERT, commandId: "elsewhere" }),
  "function button": (event) => event.completed({ ...ALERT, commandId: "composeFunction" }),
  prompt: (event) => event.completed({ ...ALERT, sendModeOverride: "promptUser" }),
  wordless: (event) => event.completed({ allowEvent: false }),
  "500": (event) => event.completed({ allowEvent: false, errorMessage: "x".repeat(500) }),
  "501": (event) =>
    event.completed({
      allowEvent: false,
      errorMessage: "x".repeat(501),
      errorMessageMarkdown: "y".repeat(501),
      cancelLabel: "z".repeat(21),
    }),
  silent: () => undefined,
  throws: () => {
    throw new Error("handler failed");
  },
  twice: (event) => {
    event.completed({ allowEvent: false });
    event.completed({ allowEvent: true });
  },
  "opens a form": (event) => {
    const form = Office.context.mailbox.item as unknown as { close(): void };
    form.close();
    event.completed({ allowEvent: true });
  },
};

function onSend(event: SendEvent): void {
  const item = Office.context.mailbox.item as Office.MessageCompose;
  item.subject.getAsync((result) => BEHAVIOURS[result.value]?.(event));
}

/** Leaves what it was told in the session data, where the test finds it. */
function noting(event: SendEvent): void {
  const item = Office.context.mailbox.item as Office.MessageCompose;
  const { type, ...details } = event as unknown as { type: string };
  item.sessionData.setAsync(`event:${type}`, JSON.stringify(details), () => event.completed());
}

Office.actions.associate("onCompose", noting);
Office.actions.associate("onRecipients", noting);
Office.actions.associate("onAttachments", noting);
Office.actions.associate("onSend", onSend);
void Office.onReady();
