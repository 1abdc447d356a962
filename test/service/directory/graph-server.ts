import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

type Answer = (response: ServerResponse, asked: Asked) => void;

/** A server in the shape of Microsoft Graph and its token endpoint: what a test says it answers. */
export class GraphServer {
  readonly asked: Asked[] = [];
  readonly answers = new Map<string, Answer[]>();
  tokens = 0;
  private readonly server: Server = createServer((request, response) => {
    void this.handle(request, response);
  });

  static async start(): Promise<GraphServer> {
    const graph = new GraphServer();
    await new Promise<void>((resolve) => graph.server.listen(0, "127.0.0.1", resolve));
    return graph;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get base(): string {
    return `${this.origin}/v1.0`;
  }

  /** What this path answers; several are used one after the other, the last again and again. */
  on(path: string, ...answers: Answer[]): this {
    this.answers.set(path, answers);
    return this;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = "", url = "" } = request;
    const body = Buffer.concat(chunks).toString("utf8");
    if (url === "/token") {
      this.tokens += 1;
      const given = new URLSearchParams(body);
      const isRight = given.get("client_secret") === "secret";
      return json(
        { access_token: `token-${this.tokens}`, expires_in: 3600 },
        isRight ? 200 : 401,
      )(response);
    }
    const asked = { method, path: url, authorization: request.headers.authorization, body };
    this.asked.push(asked);
    const answers = this.answers.get(url.replace("/v1.0", ""));
    const answer = answers === undefined || answers.length < 2 ? answers?.[0] : answers.shift();
    (answer ?? json({ error: { code: "Request_ResourceNotFound" } }, 404))(response, asked);
  }
}

export const json =
  (value: unknown, status = 200, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(value));
  };
