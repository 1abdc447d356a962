/**
 * The surroundings of the add-in's pages and bundle: one line `var SEKISHO={…};` that the server
 * (or the build for a static host) puts before `launchevent.js` and serves as `configuration.js`.
 */
export interface Configuration {
  /** Absolute origin of the service, without a slash at the end. */
  readonly origin: string;
  readonly tenant: string;
  readonly domains: readonly string[];
  /** Base64url of the 32 bytes of the offline root's public key; "" where there is no service. */
  readonly rootKey: string;
  /** The key set, signed by the root; a newer one comes with each signed policy. */
  readonly keys: string;
  /** The issuer that people sign in at, by the add-in's own client id, for this scope. */
  readonly authority: string;
  readonly clientId: string;
  readonly scope: string;
}
