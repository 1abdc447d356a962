import staticFiles from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { ALLOWED_SCRIPTS_PATH, allowedScripts, configurationLine } from "./add-in-line";
import { manifestFor } from "./manifest";
import type { Site } from "./parts";

/** Files of dist/ that are for this machine, or the demo's alone. */
export const NOT_SERVED =
  /^(cli|server|audit|judge-worker|service-commands|demo-server|simulator)\b/;
/** Pages with an address of their own. */
const PAGES = ["review", "admin"];
const HIDDEN = { schema: { hide: true } as object };

/** The add-in's files, its configuration and manifest, and the pages with a window of their own. */
export async function addAddInFiles(app: FastifyInstance, site: Site): Promise<void> {
  const { dist, addIn } = site;
  const names = readdirSync(dist).filter((name) => !NOT_SERVED.test(name));
  const read = (name: string) => readFileSync(path.join(dist, name), "utf8");
  const line = configurationLine(addIn);
  const texts: Readonly<Record<string, readonly [type: string, text: string]>> = {
    "/configuration.js": ["text/javascript", line],
    [ALLOWED_SCRIPTS_PATH]: ["application/json", JSON.stringify(allowedScripts(addIn.origin))],
    ...(names.includes("launchevent.js")
      ? { "/launchevent.js": ["text/javascript", line + read("launchevent.js")] as const }
      : {}),
    ...(names.includes("manifest.xml")
      ? {
          "/manifest.xml": [
            "application/xml",
            manifestFor(read("manifest.xml"), addIn.origin),
          ] as const,
        }
      : {}),
  };
  for (const [url, [type, text]] of Object.entries(texts))
    app.get(url, HIDDEN, (_, reply) => reply.type(`${type}; charset=utf-8`).send(text));

  await app.register(staticFiles, { root: dist, serve: false, cacheControl: false });
  const files = names.filter((name) => /\.(html|js|css|txt)$/.test(name) && !texts[`/${name}`]);
  for (const name of files) app.get(`/${name}`, HIDDEN, (_, reply) => reply.sendFile(name));
  for (const page of PAGES.filter((each) => names.includes(`${each}.html`)))
    app.get(`/${page}`, HIDDEN, (_, reply) => reply.sendFile(`${page}.html`));
  if (names.includes("assets"))
    await app.register(staticFiles, {
      root: path.join(dist, "assets"),
      prefix: "/assets/",
      decorateReply: false,
      cacheControl: false,
    });
}
