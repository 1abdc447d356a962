import { isIPv4, isIPv6 } from "node:net";

/** Whether a host name of an address (IPv6 in brackets) is this machine itself. */
export function isLoopback(hostname: string): boolean {
  const host = hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "");
  if (host === "localhost" || host.endsWith(".localhost")) return true;
  if (isIPv4(host)) return host.startsWith("127.") || host === "0.0.0.0";
  if (!isIPv6(host)) return false;
  return host === "::1" || host === "::" || host.startsWith("::ffff:7f") || host === "::ffff:0:0";
}

/** `https://host[:port]` in its plain form, or null. */
export function httpsOrigin(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isHost = /^[a-z0-9.:[\]-]+$/.test(url?.host ?? "");
  const isOrigin = url?.protocol === "https:" && url.pathname === "/" && url.username === "";
  return url && isHost && isOrigin && url.search === "" && url.hash === "" ? url.origin : null;
}

/** An absolute https address without a secret in it, or null. */
export function httpsAddress(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === "https:" && url.username === "" && url.password === "" ? url : null;
}
