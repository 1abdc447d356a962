import { isLoopback } from "./origins";

/** Everything that the demo makes carries one of these; the real service refuses each. */
export const DEMO_TENANT = "00000000-0000-4000-8000-0000000de300";
/** Begins the ids of the demo's keys and people. */
export const DEMO_PREFIX = "demo-";
/** Stands in the path of the demo's issuer, wherever it listens. */
const DEMO_ISSUER_PATH = /(^|\/)sekisho-demo(\/|$)/;
export const DEMO_ISSUER = "/sekisho-demo";

export const isDemoId = (id: string): boolean => id.startsWith(DEMO_PREFIX);
export const isDemoTenant = (tenant: string): boolean => tenant.toLowerCase() === DEMO_TENANT;

/** `issuer` is an absolute address. */
export function isDemoIssuer(issuer: string): boolean {
  const { hostname, pathname } = new URL(issuer);
  return isLoopback(hostname) || DEMO_ISSUER_PATH.test(pathname);
}
