import type { Configuration } from "../../core/configuration";

const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
export const LOCAL_OFFICE_JS = "/office-js/office.js";
export const AJAX_PATH = "/microsoft-ajax.js";

/** The deployed page with Microsoft's script address led to this server. */
export const localPage = (html: string): string =>
  html.replace(
    `<script src="${OFFICE_JS}"></script>`,
    `<script src="${AJAX_PATH}"></script><script src="${LOCAL_OFFICE_JS}"></script>`,
  );

/** The line that tells the add-in's scripts where they are; JSON, and safe inside a script. */
export const configurationLine = (configuration: Configuration): string =>
  `var SEKISHO=${JSON.stringify(configuration)
    .replace(/</g, "\\u003c")
    .replace(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`)};\n`;

/** The manifest as if it were deployed here. */
export function localManifest(xml: string, origin: string): string {
  const deployed = /<IconUrl\s+DefaultValue="(https:\/\/[^/"]+)/.exec(xml)?.[1];
  return deployed === undefined ? xml : xml.split(deployed).join(origin);
}

/** Lets classic Outlook's event script call its own origin. */
export const allowedScripts = (origin: string): object => ({
  allowed: [`${origin}/launchevent.js`],
});
