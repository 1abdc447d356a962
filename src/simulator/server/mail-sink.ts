import { randomUUID } from "node:crypto";
import { SMTPServer } from "smtp-server";
import type { SMTPServerDataStream } from "smtp-server";
import { addressKey } from "../model";
import type { Arrival } from "../world";

const HOST = "127.0.0.1";
const MAIL_BYTES = 1024 * 1024;

/** The demo company's mail server, as far as the service needs one: takes mail and keeps it. */
export class MailSink {
  readonly #server: SMTPServer;
  readonly #arrivals: Arrival[] = [];
  readonly #listeners = new Set<(arrival: Arrival) => void>();
  #port = 0;

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["AUTH", "STARTTLS"],
      disableReverseLookup: true,
      size: MAIL_BYTES,
      onData: (stream, { envelope }, done) => {
        const owners = envelope.rcptTo.map(({ address }) => addressKey(address));
        read(stream).then((mail) => {
          if (stream.sizeExceeded) return done(new Error("message too large"));
          for (const owner of owners) this.#take(owner, mail);
          done();
        }, done);
      },
    });
  }

  static async start(): Promise<MailSink> {
    const sink = new MailSink();
    await new Promise<void>((resolve, reject) => {
      sink.#server.once("error", reject);
      sink.#server.listen(0, HOST, () => resolve());
    });
    // A client that goes away in the middle of a mail is no failure of the demo.
    sink.#server.on("error", () => undefined);
    const address = sink.#server.server.address();
    if (address === null || typeof address === "string") throw new Error("mail sink has no port");
    sink.#port = address.port;
    return sink;
  }

  get host(): string {
    return HOST;
  }

  get port(): number {
    return this.#port;
  }

  /** Those so far at once, then each that comes; returns what ends it. */
  follow(listener: (arrival: Arrival) => void): () => void {
    this.#arrivals.forEach(listener);
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #take(owner: string, mail: Buffer): void {
    const id = `AAMkArrived-${randomUUID()}=`;
    const arrival = { id, owner, file: mail.toString("base64"), date: Date.now() };
    this.#arrivals.push(arrival);
    for (const listener of this.#listeners) listener(arrival);
  }
}

async function read(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
