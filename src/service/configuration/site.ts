import { httpsOrigin } from "./origins";
import type { Settings } from "./settings";

export interface Listen {
  readonly host: string;
  readonly port: number;
}

export interface SiteSettings {
  readonly origin: string;
  readonly contentOrigin: string;
  readonly addInOrigins: readonly string[];
  readonly frameAncestors: readonly string[];
  readonly domains: readonly string[];
  readonly listen: Listen;
  readonly contentListen: Listen;
  readonly trustProxy: readonly string[];
  readonly tls: { readonly key: string; readonly cert: string } | null;
  readonly logLevel: string;
  /** Whoever reads what was counted has to bring it; null: nobody reads it. */
  readonly metricsToken: string | null;
}

const LEVELS = ["fatal", "error", "warn", "info"];

/** Where the service is, and who stands before it. */
export function readSite(settings: Settings): SiteSettings | null {
  const origin = settings.required("SEKISHO_ORIGIN", httpsOrigin, "not-origin");
  const contentOrigin = settings.required("SEKISHO_CONTENT_ORIGIN", httpsOrigin, "not-origin");
  const addInOrigins = settings.each("SEKISHO_ADDIN_ORIGINS", httpsOrigin, "not-origin");
  // Another port would share cookies and storage rules with pages of the same host.
  const others = [origin, ...addInOrigins].flatMap((each) =>
    each ? [new URL(each).hostname] : [],
  );
  if (contentOrigin !== null && others.includes(new URL(contentOrigin).hostname))
    settings.refuse("same-origin", "SEKISHO_CONTENT_ORIGIN");
  const site = {
    addInOrigins,
    frameAncestors: settings.each("SEKISHO_FRAME_ANCESTORS", httpsOrigin, "not-origin"),
    domains: settings.each("SEKISHO_DOMAINS", domainOf, "not-list"),
    listen: settings.optional("SEKISHO_LISTEN", listenOf, "not-listen", LISTEN),
    contentListen: settings.optional(
      "SEKISHO_CONTENT_LISTEN",
      listenOf,
      "not-listen",
      CONTENT_LISTEN,
    ),
    trustProxy: settings.each("SEKISHO_TRUST_PROXY", proxyOf, "not-list"),
    tls: readTls(settings),
    logLevel: settings.optional(
      "SEKISHO_LOG_LEVEL",
      (text) => (LEVELS.includes(text) ? text : null),
      "not-level",
      "info",
    ),
    metricsToken: readMetricsToken(settings),
  };
  return origin === null || contentOrigin === null ? null : { origin, contentOrigin, ...site };
}

const LISTEN: Listen = { host: "127.0.0.1", port: 8080 };
const CONTENT_LISTEN: Listen = { host: "127.0.0.1", port: 8081 };

/** "host:port", IPv6 in brackets. */
export function listenOf(text: string): Listen | null {
  const [, host = "", digits = ""] = /^(\[[0-9a-f:.]+\]|[\w.-]+):(\d{1,5})$/i.exec(text) ?? [];
  const port = Number(digits);
  return host === "" || port > 65_535 ? null : { host: host.replace(/^\[|\]$/g, ""), port };
}

const domainOf = (text: string): string | null =>
  /^([a-z0-9_-]+\.)+[a-z0-9-]{2,}$/i.test(text) ? text.toLowerCase() : null;

/** An address or network (CIDR) of a proxy; a hop count would believe whoever comes first. */
const proxyOf = (text: string): string | null =>
  /^[0-9a-f.:]+(\/\d{1,3})?$/i.test(text) && /[.:]/.test(text) ? text : null;

/** Long enough that nobody guesses it, and what a header can hold. */
function readMetricsToken(settings: Settings): string | null {
  const token = settings.secret("SEKISHO_METRICS_TOKEN");
  if (token === null || /^[\w.~+/-]{32,500}=*$/.test(token)) return token;
  return settings.refuse("not-secret", "SEKISHO_METRICS_TOKEN");
}

function readTls(settings: Settings): SiteSettings["tls"] {
  const key = settings.secret("SEKISHO_TLS_KEY");
  const cert = settings.secret("SEKISHO_TLS_CERT");
  if (key !== null && cert !== null) return { key, cert };
  if (key !== null) return settings.refuse("missing", "SEKISHO_TLS_CERT");
  if (cert !== null) return settings.refuse("missing", "SEKISHO_TLS_KEY");
  return null;
}
