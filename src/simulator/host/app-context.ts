const OUTLOOK_WEB_APP = 64;
const CONTENT_VERSION = "16.01";

export interface FrameIdentity {
  /** Names this instance of the add-in. */
  readonly controlId: string;
  /** Names the conversation between the frame and this page. */
  readonly conversationId: string;
  /** BCP 47. */
  readonly locale: string;
}

/** What office.js reads from the address to know which host it is in. */
export const hostInfo = ({ locale, conversationId }: FrameIdentity): string =>
  ["Outlook", "Web", CONTENT_VERSION, locale, conversationId, "", "", "0"].join("$");

/** What office.js reads from `window.name` to know whom it may talk to. */
export const windowName = (identity: FrameIdentity): string =>
  JSON.stringify({
    baseFrameName: `add-in-${identity.controlId}`,
    hostInfo: hostInfo(identity),
    xdmInfo: `${identity.conversationId}|${identity.controlId}|${location.origin}`,
    serializerVersion: 1,
    flights: "[]",
  });

export interface AppContextOptions {
  readonly mode: "read" | "compose";
  /** These sets alone decide `isSetSupported`. */
  readonly sets: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, string>>;
  readonly url: URL;
}

/** The answer to the add-in's first question. */
export const appContext = (
  { controlId, conversationId, locale }: FrameIdentity,
  options: AppContextOptions,
): object => ({
  _id: controlId,
  _appName: OUTLOOK_WEB_APP,
  _appVersion: CONTENT_VERSION,
  _appMinorVersion: 1,
  _appInstanceId: controlId,
  _appUILocale: locale,
  _dataLocale: locale,
  _docUrl: location.href,
  _clientMode: options.mode === "compose" ? 1 : 0,
  _settings: options.settings,
  _reason: "documentOpened",
  _osfControlType: 1,
  _eToken: "",
  _correlationId: conversationId,
  _hostFullVersion: "16.0.0.0",
  _hostCustomMessage: "",
  _addinName: "",
  _appDomains: [options.url.origin],
  _requirementMatrix: JSON.stringify(options.sets),
  _dialogRequirementMatrix: "{}",
  _featureGates: {},
  _initialDisplayMode: 0,
  _clientWindowHeight: 600,
  _clientWindowWidth: 350,
});
