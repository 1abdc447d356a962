import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Configuration } from "../../core/configuration";
import { NOT_SERVED } from "./add-in-files";
import { ALLOWED_SCRIPTS_PATH, allowedScripts, configurationLine } from "./add-in-line";
import { headersFor } from "./headers";

export interface StaticFile {
  /** Relative to the root of the host. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** Beside those that the service keeps: pages with a window of their own, and the manifest. */
const SERVICE_ONLY = /^(review|admin|manifest)\b/;
const SERVED = /\.(html|js|css|txt|png)$/;

/** The add-in's files for `host`, an origin that is not the service's; `dist` is the built files. */
export function staticCopy(
  dist: string,
  configuration: Configuration,
  host: string,
): readonly StaticFile[] {
  const line = Buffer.from(configurationLine(configuration));
  const read = (name: string) => readFileSync(path.join(dist, name));
  const top = readdirSync(dist).filter(
    (name) => SERVED.test(name) && !NOT_SERVED.test(name) && !SERVICE_ONLY.test(name),
  );
  const assets = readdirSync(path.join(dist, "assets"))
    .filter((name) => SERVED.test(name))
    .map((name) => `assets/${name}`);
  return [
    ...[...top, ...assets].map((name) => ({
      path: name,
      content: name === "launchevent.js" ? Buffer.concat([line, read(name)]) : read(name),
    })),
    { path: "configuration.js", content: line },
    {
      path: ALLOWED_SCRIPTS_PATH.slice(1),
      content: Buffer.from(`${JSON.stringify(allowedScripts(host))}\n`),
    },
  ];
}

/** What that host has to send with each of them. */
export const staticHeaders = (
  addIn: Configuration,
  frameAncestors: readonly string[],
): Readonly<Record<string, string>> => headersFor({ addIn, frameAncestors })("/taskpane.html");
