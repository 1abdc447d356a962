import type { TokenRules } from "../identity/access-token";
import { isGuid } from "./guid";
import { isDemoIssuer, isDemoTenant } from "./demo-marks";
import { httpsAddress, isLoopback } from "./origins";
import type { Settings } from "./settings";

export interface Identity extends TokenRules {
  readonly keysAddress: URL;
  /** For the add-in: where people sign in, as which application, for what. */
  readonly authority: string;
  readonly clientId: string;
  readonly fullScope: string;
}

const ENTRA = "https://login.microsoftonline.com";
const ANY_TENANT = "organizations";
/** Stands where a check needs a whole address. */
const SOME_TENANT = "00000000-0000-0000-0000-000000000000";

/** Whose tokens are believed. There is no setting that believes none or all. */
export function readIdentity(settings: Settings): Identity | null {
  const tenants = readTenants(settings);
  const audience = settings.required("SEKISHO_AUDIENCE", guidOf, "not-guid");
  const issuer = settings.text("SEKISHO_ISSUER") ?? `${ENTRA}/{tenant}/v2.0`;
  const keys = settings.text("SEKISHO_JWKS") ?? `${ENTRA}/common/discovery/v2.0/keys`;
  const authority = settings.text("SEKISHO_AUTHORITY") ?? `${ENTRA}/${tenants[0] ?? ANY_TENANT}`;
  checkIssuer(settings, "SEKISHO_ISSUER", issuer);
  checkIssuer(settings, "SEKISHO_AUTHORITY", authority);
  const keysAddress = readKeysAddress(settings, keys);
  if (audience === null || keysAddress === null) return null;
  const fullScope = settings.text("SEKISHO_SCOPE") ?? `api://${audience}/access_as_user`;
  return {
    issuer,
    tenants,
    audience,
    scope: fullScope.split("/").pop() ?? "",
    keysAddress,
    authority,
    clientId: settings.optional("SEKISHO_CLIENT_ID", guidOf, "not-guid", audience),
    fullScope,
  };
}

const guidOf = (text: string): string | null => (isGuid(text) ? text.toLowerCase() : null);

function readTenants(settings: Settings): readonly string[] {
  const tenants = settings.each("SEKISHO_TENANTS", guidOf, "not-guid");
  if (settings.list("SEKISHO_TENANTS").length === 0)
    settings.refuse("empty-tenants", "SEKISHO_TENANTS");
  if (tenants.some(isDemoTenant)) settings.refuse("demo-tenant", "SEKISHO_TENANTS");
  return tenants;
}

function checkIssuer(settings: Settings, variable: string, issuer: string): void {
  const address = issuer.split("{tenant}").join(SOME_TENANT);
  if (URL.canParse(address) && isDemoIssuer(address)) settings.refuse("demo-issuer", variable);
  else if (httpsAddress(address) === null) settings.refuse("not-address", variable);
}

function readKeysAddress(settings: Settings, text: string): URL | null {
  if (URL.canParse(text) && isLoopback(new URL(text).hostname))
    return settings.refuse("loopback", "SEKISHO_JWKS");
  return httpsAddress(text) ?? settings.refuse("not-address", "SEKISHO_JWKS");
}
