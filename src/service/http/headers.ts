import type { FastifyInstance } from "fastify";
import type { Site } from "./parts";

/** Where Outlook on the web and new Outlook run; classic Outlook and Mac frame nothing. */
export const OUTLOOK_HOSTS = [
  "https://outlook.office.com",
  "https://outlook.office365.com",
  "https://outlook.cloud.microsoft",
] as const;

/** Office.js, and the library that it loads by itself. */
const OFFICE_SCRIPTS = ["https://appsforoffice.microsoft.com", "https://ajax.aspnetcdn.com"];

type Headers = Readonly<Record<string, string>>;

const EVERYWHERE: Headers = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=31536000; includeSubDomains",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

const API: Headers = {
  ...EVERYWHERE,
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
};

/** The only pages that stand alone; all others are the add-in's and live inside Outlook. */
const OWN_WINDOW = /^\/(review|admin)(\.html)?(\/|$)/;

/** Headers by what is asked for: calls, pages with a window of their own, the add-in's files. */
export function headersFor(
  site: Pick<Site, "addIn" | "frameAncestors">,
): (path: string) => Headers {
  const own: Headers = {
    ...EVERYWHERE,
    "cache-control": "no-cache",
    "content-security-policy": pagePolicy(site, ["'none'"], []),
    "x-frame-options": "DENY",
    "cross-origin-resource-policy": "same-origin",
    // Signing in opens a window that answers to this one.
    "cross-origin-opener-policy": "same-origin-allow-popups",
  };
  const addIn: Headers = {
    ...EVERYWHERE,
    "cache-control": "no-cache",
    "content-security-policy": pagePolicy(
      site,
      ["'self'", ...OUTLOOK_HOSTS, ...site.frameAncestors],
      OFFICE_SCRIPTS,
    ),
    "cross-origin-resource-policy": "cross-origin",
    "cross-origin-opener-policy": "same-origin-allow-popups",
  };
  return (path) => {
    if (path.startsWith("/api/") || path === "/metrics") return API;
    return OWN_WINDOW.test(path) ? own : addIn;
  };
}

function pagePolicy(
  { addIn }: Pick<Site, "addIn">,
  ancestors: readonly string[],
  scripts: readonly string[],
): string {
  const signIn = addIn.authority === "" ? [] : [new URL(addIn.authority).origin];
  const list = (...sources: string[]) => sources.join(" ");
  return [
    "default-src 'self'",
    `script-src ${list("'self'", ...scripts)}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    `connect-src ${list("'self'", addIn.origin, ...signIn)}`,
    `frame-src ${list("'self'", ...signIn)}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${list(...ancestors)}`,
  ].join("; ");
}

export function addHeaders(app: FastifyInstance, site: Site): void {
  const headers = headersFor(site);
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(headers(request.url.split("?")[0] ?? ""));
    done();
  });
}
