import { isGuid } from "./guid";
import type { Settings } from "./settings";

export interface SmtpSettings {
  readonly kind: "smtp";
  readonly from: string;
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS is asked for and needed. */
  readonly secure: boolean;
  readonly user: string | null;
  readonly password: string | null;
  readonly oauth: OAuthSettings | null;
}

/** Client credentials for `XOAUTH2` (Exchange Online). */
export interface OAuthSettings {
  readonly tokenAddress: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
}

export interface GraphSettings {
  readonly tenant: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface NoticeSettings {
  /** How mails go out; null: notices wait. */
  readonly mail: SmtpSettings | { readonly kind: "graph"; readonly from: string } | null;
  /** Microsoft Graph, for notices and for the directory; null: not used. */
  readonly graph: GraphSettings | null;
}

const ADDRESS = /^[^\s@<>",;:\\]+@[^\s@<>",;:\\]+$/;

export function readNotices(settings: Settings): NoticeSettings {
  const graph = readGraph(settings);
  const from = settings.optional<string | null>(
    "SEKISHO_NOTICE_FROM",
    (text) => (ADDRESS.test(text) ? text : null),
    "not-mailbox",
    null,
  );
  const smtp = settings.secret("SEKISHO_SMTP_URL");
  if (smtp !== null) return { graph, mail: readSmtp(settings, smtp, from) };
  if (from !== null && graph === null) settings.refuse("missing", "SEKISHO_SMTP_URL");
  return { graph, mail: from !== null && graph !== null ? { kind: "graph", from } : null };
}

function readSmtp(settings: Settings, text: string, from: string | null): SmtpSettings | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === "")
    return settings.refuse("not-smtp", "SEKISHO_SMTP_URL");
  if (from === null) return settings.refuse("missing", "SEKISHO_NOTICE_FROM");
  const secure = url.protocol === "smtps:";
  return {
    kind: "smtp",
    from,
    host: url.hostname,
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    user: url.username === "" ? null : decodeURIComponent(url.username),
    password: url.password === "" ? null : decodeURIComponent(url.password),
    oauth: readOAuth(settings),
  };
}

function readOAuth(settings: Settings): OAuthSettings | null {
  const clientSecret = settings.secret("SEKISHO_SMTP_CLIENT_SECRET");
  const clientId = settings.text("SEKISHO_SMTP_CLIENT_ID");
  const tenant = settings.text("SEKISHO_SMTP_TENANT");
  if (clientSecret === null && clientId === null && tenant === null) return null;
  if (clientSecret === null) return settings.refuse("missing", "SEKISHO_SMTP_CLIENT_SECRET");
  if (clientId === null) return settings.refuse("missing", "SEKISHO_SMTP_CLIENT_ID");
  if (tenant === null || !isGuid(tenant)) return settings.refuse("not-guid", "SEKISHO_SMTP_TENANT");
  return {
    tokenAddress: `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`,
    clientId,
    clientSecret,
    scope: "https://outlook.office365.com/.default",
  };
}

function readGraph(settings: Settings): GraphSettings | null {
  const clientSecret = settings.secret("SEKISHO_GRAPH_CLIENT_SECRET");
  const clientId = settings.text("SEKISHO_GRAPH_CLIENT_ID");
  const tenant = settings.text("SEKISHO_GRAPH_TENANT");
  if (clientSecret === null && clientId === null && tenant === null) return null;
  if (clientSecret === null) return settings.refuse("missing", "SEKISHO_GRAPH_CLIENT_SECRET");
  if (clientId === null) return settings.refuse("missing", "SEKISHO_GRAPH_CLIENT_ID");
  if (tenant === null || !isGuid(tenant))
    return settings.refuse("not-guid", "SEKISHO_GRAPH_TENANT");
  return { tenant, clientId, clientSecret };
}
