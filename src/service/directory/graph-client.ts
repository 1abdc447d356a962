import { setTimeout as sleep } from "node:timers/promises";
import type { ClientToken } from "./client-token";

export interface GraphClientOptions {
  /** `https://graph.microsoft.com/v1.0`. */
  readonly base: string;
  readonly token: ClientToken;
  readonly fetch: typeof globalThis.fetch;
}

/** Why Graph did not answer; its text is left out, it may quote people. */
export class GraphFailed extends Error {
  override readonly name = "GraphFailed";

  constructor(
    readonly code: "graph/status" | "graph/shape" | "graph/address" | "graph/too-many",
    readonly status = 0,
  ) {
    super(status === 0 ? code : `${code} ${status}`);
  }
}

export const GRAPH = "https://graph.microsoft.com/v1.0";
const TIMEOUT = 15_000;
const TRIES = 4;
const LONGEST_WAIT = 60_000;
/** Of one list; a company has fewer people. */
const MOST_PAGES = 500;

interface Page {
  readonly value: readonly unknown[];
  readonly "@odata.nextLink"?: unknown;
}

/** Microsoft Graph as this service uses it: reads with all pages, posts, waits when told to. */
export class GraphClient {
  constructor(private readonly options: GraphClientOptions) {}

  /** Null where there is none. */
  async get(path: string): Promise<unknown> {
    const response = await this.call("GET", this.options.base + path);
    if (response.status === 404) return null;
    return response.json();
  }

  /** Each entry of a list, over all of its pages. */
  async all(path: string): Promise<readonly unknown[]> {
    const entries: unknown[] = [];
    let address: string | null = this.options.base + path;
    for (let pages = 0; address !== null; pages++) {
      if (pages >= MOST_PAGES) throw new GraphFailed("graph/too-many");
      const response: Response = await this.call("GET", address);
      if (response.status === 404) return entries;
      const page = (await response.json()) as Page;
      if (!Array.isArray(page.value)) throw new GraphFailed("graph/shape");
      entries.push(...(page.value as unknown[]));
      address = this.next(page["@odata.nextLink"]);
    }
    return entries;
  }

  async post(path: string, body: object): Promise<void> {
    const response = await this.call("POST", this.options.base + path, body);
    if (response.status === 404) throw new GraphFailed("graph/status", 404);
  }

  /** The token goes to Graph alone, wherever an answer points. */
  private next(link: unknown): string | null {
    if (link === undefined) return null;
    const base = new URL(this.options.base);
    const isOurs =
      typeof link === "string" && URL.canParse(link) && new URL(link).origin === base.origin;
    if (!isOurs) throw new GraphFailed("graph/address");
    return link;
  }

  private async call(method: string, address: string, body?: object): Promise<Response> {
    for (let tries = 1; ; tries++) {
      const response = await this.once(method, address, body);
      if (response.ok || response.status === 404) return response;
      const { status } = response;
      await response.body?.cancel();
      if (status === 401) this.options.token.forget();
      const isPassing = status === 401 || status === 429 || status >= 500;
      if (!isPassing || tries >= TRIES) throw new GraphFailed("graph/status", status);
      await sleep(waitOf(response, tries));
    }
  }

  private async once(method: string, address: string, body?: object): Promise<Response> {
    const { token, fetch } = this.options;
    return fetch(address, {
      method,
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT),
      headers: {
        authorization: `Bearer ${await token.get()}`,
        accept: "application/json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}

/** What `Retry-After` says in seconds, else longer with each try. */
function waitOf({ headers, status }: Response, tries: number): number {
  if (status === 401) return 0;
  const said = Number(headers.get("retry-after") ?? NaN);
  return Math.min(LONGEST_WAIT, Number.isFinite(said) ? said * 1000 : 500 * 2 ** tries);
}
