import type { ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import type { Part } from "./demo-server";

/** What belongs to the service on the demo's origin; the rest are pages. */
const SERVICE = /^\/(api|review|admin)(\W|$)/;

/** The service on the demo's origin; it can be stopped and started, as if its process had ended. */
export class ServicePart implements Part {
  readonly #app: FastifyInstance;
  readonly #closeAll: () => Promise<void>;
  readonly #open = new Set<ServerResponse>();
  #isStopped = false;

  constructor(app: FastifyInstance, closeAll: () => Promise<void>) {
    this.#app = app;
    this.#closeAll = closeAll;
  }

  readonly answers = (url: string): boolean => SERVICE.test(url);

  readonly handle: Part["handle"] = (request, response) => {
    if (this.#isStopped) return void response.destroy();
    this.#open.add(response);
    response.once("close", () => this.#open.delete(response));
    this.#app.routing(request, response);
  };

  /** Cuts what is under way, and answers nothing from now on. */
  stop(): void {
    this.#isStopped = true;
    for (const response of this.#open) response.destroy();
  }

  start(): void {
    this.#isStopped = false;
  }

  readonly close = async (): Promise<void> => {
    this.stop();
    await this.#closeAll();
  };
}
