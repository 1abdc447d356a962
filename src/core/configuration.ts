/**
 * The surroundings of the add-in's pages and bundle: one line `var SEKISHO={…};` that the server
 * (or the build for a static host) puts before `launchevent.js` and serves as `configuration.js`.
 */
export interface Configuration {
  /** Absolute origin of the service, without a slash at the end. */
  readonly origin: string;
  readonly tenant: string;
  readonly domains: readonly string[];
}
