import { hostTexts } from "../../locales/host";
import { languageOf } from "../../locales/language";
import type { ComposeItem } from "../compose-item";
import type { CallContext } from "./calls/call";
import type { Fields } from "./envelope";
import type { LaunchEnd } from "./launch";
import type { Control, SendMode } from "./manifest";
import type { SendResult } from "./send-result";

const MESSAGE_CHARS = 500;
const LABEL_CHARS = 20;

export interface AlertScene {
  readonly item: ComposeItem;
  readonly context: CallContext;
  readonly sendMode: SendMode;
  readonly locale: string;
}

/** What Outlook makes of the end of a send handler; rules and limits as Smart Alerts documents. */
export function sendResult(ended: LaunchEnd, scene: AlertScene): SendResult {
  switch (ended.end) {
    case "not-loaded":
    case "missing":
      return { outcome: "unavailable", sendAnyway: scene.sendMode !== "Block" };
    case "timed-out":
      return { outcome: "timed-out", sendAnyway: scene.sendMode === "PromptUser" };
    case "completed":
      return ended.options["allowEvent"] === true
        ? { outcome: "allowed" }
        : stopped(ended.options, scene);
  }
}

function stopped(options: Fields, scene: AlertScene): SendResult {
  const texts = hostTexts[languageOf(scene.locale)];
  const markdown = bounded(options["errorMessageMarkdown"], scene.context);
  const isLoosened = options["sendModeOverride"] === "promptUser";
  return {
    outcome: "stopped",
    message:
      bounded(options["errorMessage"], scene.context) ??
      texts.prevented(scene.context.manifest.name),
    ...(markdown === undefined ? {} : { markdown }),
    ...buttons(options, scene),
    sendAnyway: isLoosened || scene.sendMode === "PromptUser",
  };
}

/** The host shows its own sentence instead of a text that is too long. */
function bounded(value: unknown, context: CallContext): string | undefined {
  if (typeof value !== "string" || value === "") return undefined;
  if (value.length <= MESSAGE_CHARS) return value;
  context.note({ what: "message-too-long", detail: String(value.length) });
  return undefined;
}

type Buttons = Pick<Extract<SendResult, { outcome: "stopped" }>, "takeAction" | "cancelLabel">;

/** A command that the manifest does not know leaves a button that only closes. */
function buttons(options: Fields, { item, context, locale }: AlertScene): Buttons {
  const given = label(options["cancelLabel"], context);
  const commandId = options["commandId"];
  if (commandId === undefined || commandId === null)
    return given === undefined ? {} : { cancelLabel: given };
  const shown = given ?? hostTexts[languageOf(locale)].takeAction;
  const control = context.manifest.controls.find(
    ({ id, surface }) => id === commandId && surface === "compose",
  );
  if (!control?.paneUrl) {
    context.note({ what: "unknown-command", detail: JSON.stringify(commandId) });
    return { cancelLabel: shown };
  }
  const openPane = () => handOver(item, control, options["contextData"], context);
  return { takeAction: { label: shown, openPane } };
}

function label(value: unknown, context: CallContext): string | undefined {
  if (typeof value !== "string" || value === "") return undefined;
  if (value.length <= LABEL_CHARS) return value;
  context.note({ what: "label-too-long", detail: String(value.length) });
  return undefined;
}

/** Opens the pane of a button with the data that the alert or the notice carried. */
export function handOver(
  item: ComposeItem,
  control: Control,
  contextData: unknown,
  { shell }: CallContext,
): void {
  item.initializationContext =
    typeof contextData === "string" ? contextData : (JSON.stringify(contextData) ?? "");
  shell.openPane(control);
}
