import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { Server } from "node:https";
import type { TlsFiles } from "./certificate";

const HOST = "127.0.0.1";
const PORTS_TRIED = 20;

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface Listening {
  readonly origin: string;
  /** Requests wait until there is one. */
  readonly serve: (handler: Handler) => void;
  readonly close: () => Promise<void>;
}

/** On this machine only; the first free port from `port` on, 0 takes any. */
export async function listen(port: number, tls: TlsFiles): Promise<Listening> {
  for (let attempt = 0; ; attempt++) {
    try {
      return listening(await started(createServer(tls), port === 0 ? 0 : port + attempt));
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (!isTaken || attempt + 1 >= PORTS_TRIED) throw error;
    }
  }
}

const started = (server: Server, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, () => resolve(server));
  });

function listening(server: Server): Listening {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("server has no port");
  const origin = `https://localhost:${address.port}`;
  const early: [IncomingMessage, ServerResponse][] = [];
  const wait: Handler = (...pair) => void early.push(pair);
  server.on("request", wait);
  return {
    origin,
    serve: (handler) => {
      server.off("request", wait).on("request", handler);
      for (const pair of early.splice(0)) handler(...pair);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
