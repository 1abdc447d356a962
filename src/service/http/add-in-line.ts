import type { Configuration } from "../../core/configuration";

/** The line that tells the add-in's scripts where they are; JSON, and safe inside a script. */
export const configurationLine = (configuration: Configuration): string =>
  `var SEKISHO=${JSON.stringify(configuration)
    .replace(/</g, "\\u003c")
    .replace(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`)};\n`;

/** Where there is no service: nobody signs in, and no ticket is believed. */
export const WITHOUT_SERVICE = {
  rootKey: "",
  keys: "",
  authority: "",
  clientId: "",
  scope: "",
} as const;

/** Lets classic Outlook's event script call another origin than its own. */
export const allowedScripts = (origin: string): { readonly allowed: readonly string[] } => ({
  allowed: [`${origin}/launchevent.js`],
});

export const ALLOWED_SCRIPTS_PATH = "/.well-known/microsoft-officeaddins-allowed.json";
