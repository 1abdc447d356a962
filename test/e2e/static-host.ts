import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext } from "playwright-core";
import type { Configuration } from "../../src/core/configuration";
import { staticCopy, staticHeaders } from "../../src/service/http/static-copy";
import { localCertificate } from "../../src/simulator/server/certificate";
import { listen, type Listening } from "../../src/simulator/server/https";
import { AJAX_STAND_IN } from "../../src/simulator/server/microsoft-ajax";

const root = path.join(__dirname, "../..");
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
};

/** A web server that knows nothing but files: the add-in's, as `sekisho addin` writes them. */
export class StaticHost {
  private readonly folder = mkdtempSync(path.join(tmpdir(), "sekisho-static-"));
  readonly asked: string[] = [];

  private constructor(private readonly server: Listening) {}

  static async start(): Promise<StaticHost> {
    const tls = await localCertificate(path.join(root, ".local"), new Date());
    return new StaticHost(await listen(0, tls));
  }

  get origin(): string {
    return this.server.origin;
  }

  /** Copies the files for a service, and serves them with the headers that belong to them. */
  publish(configuration: Configuration, outlook: string): void {
    for (const file of staticCopy(path.join(root, "dist"), configuration, this.origin)) {
      const at = path.join(this.folder, file.path);
      mkdirSync(path.dirname(at), { recursive: true });
      writeFileSync(at, file.content);
    }
    const headers = staticHeaders(configuration, [outlook]);
    this.server.serve((request, response) => {
      const { pathname } = new URL(request.url ?? "", this.origin);
      const at = path.join(this.folder, pathname);
      const type = TYPES[path.extname(pathname)];
      this.asked.push(pathname);
      if (type === undefined || !existsSync(at)) return void response.writeHead(404).end();
      response.writeHead(200, { ...headers, "content-type": `${type}; charset=utf-8` });
      response.end(readFileSync(at));
    });
  }

  async stop(): Promise<void> {
    await this.server.close();
    rmSync(this.folder, { recursive: true });
  }
}

/** Microsoft's hosts, which the pages load office.js from, are not reached from tests. */
export async function answerForMicrosoft(context: BrowserContext): Promise<void> {
  const library = path.join(root, "node_modules/@microsoft/office-js/dist");
  await context.route("https://appsforoffice.microsoft.com/lib/1/hosted/**", (route) => {
    const { pathname } = new URL(route.request().url());
    return route.fulfill({ path: path.join(library, pathname.replace("/lib/1/hosted/", "")) });
  });
  await context.route("https://ajax.aspnetcdn.com/**", (route) =>
    route.fulfill({ contentType: "text/javascript", body: AJAX_STAND_IN }),
  );
}
