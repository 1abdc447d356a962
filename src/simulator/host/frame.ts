import type { Account } from "./account";
import { appContext, hostInfo, windowName } from "./app-context";
import {
  ANSWER,
  EVENT,
  HANDLING_FAILED,
  INVOKE,
  OK,
  REGISTER_EVENT,
  fieldsOf,
  formatResponse,
  parseJson,
  parseRequest,
} from "./envelope";
import type { Fields, Request } from "./envelope";
import { ErrorCode } from "./error-code";
import { KEYBOARD_EXIT, keyboardExit } from "./keyboard-exit";
import type { KeyboardExit } from "./keyboard-exit";
import type { Mailbox } from "./mailbox";
import type { ClientProfile } from "./profile";

/** Dispatch ids of the library's older layer. */
const EVENT_COMPLETED = 94;
const CLOSE_CONTAINER = 97;
const GET_ACCESS_TOKEN = 98;
const IDENTITY_SET = "1.3";

const THEME_CHANGED = "officeThemeChanged";
/** Colours are numbers on their way to the library. */
const LIGHT_COLOURS = {
  bodyBackgroundColor: 0xffffff,
  bodyForegroundColor: 0x242424,
  controlBackgroundColor: 0xffffff,
  controlForegroundColor: 0x242424,
};
const DARK_COLOURS = {
  bodyBackgroundColor: 0x292929,
  bodyForegroundColor: 0xffffff,
  controlBackgroundColor: 0x292929,
  controlForegroundColor: 0xffffff,
};

/** `status` is 0, or 11101 where the page has no function of the asked name. */
export interface Completion {
  readonly commandId: string;
  readonly status: number;
  readonly options: Fields;
}

export interface FrameOptions {
  readonly url: string;
  readonly container: HTMLElement;
  /** For people who do not see the frame; null hides it from everyone. */
  readonly title: string | null;
  readonly locale: string;
  readonly mailbox: Mailbox;
  readonly profile: ClientProfile;
  readonly account: Account;
  readonly onCompleted?: (completion: Completion) => void;
  readonly onClose?: () => void;
}

/** One page of the add-in in an iframe, and the host's end of its conversation with office.js. */
export class AddinFrame {
  readonly iframe: HTMLIFrameElement;
  readonly #options: FrameOptions;
  readonly #url: URL;
  readonly #identity;
  readonly #registered = new Set<string>();
  readonly #awaited = new Map<string, (() => void)[]>();

  constructor(options: FrameOptions) {
    this.#options = options;
    this.#identity = {
      controlId: crypto.randomUUID(),
      conversationId: crypto.randomUUID(),
      locale: options.locale,
    };
    this.#url = new URL(options.url);
    this.iframe = this.#createFrame();
    addEventListener("message", this.#onMessage);
    options.container.append(this.iframe);
  }

  dispose(): void {
    removeEventListener("message", this.#onMessage);
    this.iframe.remove();
  }

  /** False where the page did not ask for this event. */
  raise(eventName: string, data: unknown): boolean {
    if (!this.#registered.has(eventName)) return false;
    this.#post({
      actionName: eventName,
      correlationId: 0,
      responseType: EVENT,
      data,
      errorCode: OK,
    });
    return true;
  }

  /** Also for a page that has yet to ask: on the web, office.js is told no theme at its start. */
  tellTheme(isDark: boolean): void {
    const colours = isDark ? DARK_COLOURS : LIGHT_COLOURS;
    const tell = () => this.raise(THEME_CHANGED, [JSON.stringify(colours)]);
    void this.whenRegistered(THEME_CHANGED).then(tell);
  }

  whenRegistered(eventName: string): Promise<void> {
    if (this.#registered.has(eventName)) return Promise.resolve();
    return new Promise((resolve) => {
      this.#awaited.set(eventName, [...(this.#awaited.get(eventName) ?? []), resolve]);
    });
  }

  #createFrame(): HTMLIFrameElement {
    const iframe = document.createElement("iframe");
    const address = new URL(this.#url);
    address.searchParams.set("_host_Info", hostInfo(this.#identity));
    iframe.name = windowName(this.#identity);
    iframe.src = address.href;
    if (this.#options.title === null) iframe.hidden = true;
    else iframe.title = this.#options.title;
    return iframe;
  }

  readonly #onMessage = (event: MessageEvent): void => {
    if (event.source !== this.iframe.contentWindow || event.origin !== this.#url.origin) return;
    const request = parseRequest(event.data, this.#identity.conversationId);
    if (!request) return;
    if (request.actionType === INVOKE) this.#invoke(request);
    else this.#subscribe(request);
  };

  #post(response: Parameters<typeof formatResponse>[0]): void {
    const text = formatResponse(response, this.#identity.conversationId);
    this.iframe.contentWindow?.postMessage(text, this.#url.origin);
  }

  #reply({ actionName, correlationId }: Request, data: unknown, errorCode: number = OK): void {
    this.#post({ actionName, correlationId, responseType: ANSWER, data, errorCode });
  }

  #subscribe(request: Request): void {
    const { actionName } = request;
    if (request.actionType === REGISTER_EVENT) this.#registered.add(actionName);
    else this.#registered.delete(actionName);
    this.#reply(request, { Error: 0 });
    for (const resolve of this.#awaited.get(actionName) ?? []) resolve();
    this.#awaited.delete(actionName);
  }

  #invoke(request: Request): void {
    const { mailbox, account } = this.#options;
    switch (request.actionName) {
      case "ContextActivationManager_getAppContextAsync":
        return this.#reply(
          request,
          appContext(this.#identity, {
            mode: mailbox.mode,
            sets: this.#sets(),
            settings: account.settings.read(),
            url: this.#url,
          }),
        );
      case "ContextActivationManager_notifyHost":
        return this.#leave(keyboardExit(request.data));
      case "GetInitialData":
        return this.#reply(request, mailbox.initialData());
      case "ExecuteMethod":
        return this.#execute(request);
      case "executeMethod":
        return this.#executeOlder(request);
      default:
        return this.#reply(request, null, HANDLING_FAILED);
    }
  }

  #sets(): Readonly<Record<string, string>> {
    const { profile, account } = this.#options;
    return {
      Mailbox: profile.mailboxSet,
      ...(account.canSignIn ? { IdentityAPI: IDENTITY_SET } : {}),
    };
  }

  #leave(exit: KeyboardExit | null): void {
    if (exit !== null)
      this.iframe.dispatchEvent(new CustomEvent(KEYBOARD_EXIT, { detail: exit, bubbles: true }));
  }

  #execute(request: Request): void {
    const data = fieldsOf(request.data);
    const dispatchId = Number(fieldsOf(data["MethodData"])["DispatchId"]);
    const reply = () => {
      const answer = this.#options.mailbox.execute(dispatchId, fieldsOf(data["ApiParams"]));
      if (answer) this.#reply(request, answer);
    };
    const { answerDelay } = this.#options.profile;
    if (answerDelay > 0) setTimeout(reply, answerDelay);
    else reply();
  }

  #executeOlder(request: Request): void {
    const data = fieldsOf(request.data);
    const reply = (code: number, fields: object = {}) =>
      this.#reply(request, { Version: 1, Error: code, ...fields });
    switch (Number(fieldsOf(data["DdaMethod"])["DispatchId"])) {
      case EVENT_COMPLETED:
        reply(0);
        return this.#options.onCompleted?.(completionOf(data));
      case CLOSE_CONTAINER:
        reply(0);
        return this.#options.onClose?.();
      case GET_ACCESS_TOKEN:
        return void this.#options.account
          .signIn()
          .then((signIn) => ("error" in signIn ? reply(signIn.error) : reply(0, signIn)));
      default:
        return reply(ErrorCode.operationNotSupported);
    }
  }
}

function completionOf(data: Fields): Completion {
  const event = fieldsOf(parseJson(data["2"]));
  return {
    commandId: String(data["0"]),
    status: Number(data["1"]),
    options: fieldsOf(event["completedContext"]),
  };
}
