import path from "node:path";
import type { Configuration } from "../../core/configuration";
import { WITHOUT_SERVICE } from "../../service/http/add-in-line";
import { COMPANY_DOMAIN } from "../seed/people";
import { localCertificate } from "./certificate";
import type { TlsFiles } from "./certificate";
import { listen } from "./https";
import type { Handler } from "./https";
import { pages } from "./pages";

export const DEFAULT_PORT = 3443;

/** Something that answers beside the pages, on the same origin. */
export interface Part {
  /** Whether a path (with its query) is this part's. */
  readonly answers: (url: string) => boolean;
  readonly handle: Handler;
  readonly close: () => Promise<void>;
}

export interface Assembly {
  readonly parts: readonly Part[];
  readonly configuration: Configuration;
}

export interface DemoServerOptions {
  /** The first port to try; 0 takes any free one. */
  readonly port: number;
  /** The built files. */
  readonly dist: string;
  /** Holds `node_modules` and `.local`; the folder around `dist` unless given. */
  readonly home?: string;
  /** Another host that serves the add-in's files to the simulated client. */
  readonly addInOrigin?: string;
  /** In the configuration of pages that stand alone; the seeded company's unless given. */
  readonly domains?: readonly string[];
  /** What else is on this origin; the pages stand alone without. */
  readonly assemble?: (origin: string, tls: TlsFiles) => Promise<Assembly>;
}

export interface DemoServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** One origin for the simulated client, the add-in's files, office.js and the parts given. */
export async function startDemoServer(options: DemoServerOptions): Promise<DemoServer> {
  const { dist, domains = [COMPANY_DOMAIN], home = path.dirname(dist) } = options;
  const tls = await localCertificate(path.join(home, ".local"), new Date());
  const { origin, serve, close } = await listen(options.port, tls);
  try {
    const alone = { origin, tenant: "", domains, ...WITHOUT_SERVICE };
    const { parts, configuration } = (await options.assemble?.(origin, tls)) ?? {
      parts: [],
      configuration: alone,
    };
    const app = await pages({
      dist,
      home,
      configuration,
      addInOrigin: options.addInOrigin ?? origin,
    });
    await app.ready();
    serve((request, response) => {
      const part = parts.find(({ answers }) => answers(request.url ?? ""));
      if (part) part.handle(request, response);
      else app.routing(request, response);
    });
    const closeAll = [close, () => app.close(), ...parts.map((each) => each.close)];
    return {
      origin,
      close: async () => {
        for (const closeOne of closeAll) await closeOne();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
