import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly source: string;
  readonly secure: boolean;
  readonly user: string | undefined;
}

/** A real SMTP server on a free port of this machine. */
export class MailServer {
  readonly received: Received[] = [];
  /** Answers the next mails with this status. */
  refuses: number | null = null;

  private constructor(
    private readonly server: SMTPServer,
    readonly port: number,
  ) {}

  static async start(options: SMTPServerOptions = {}): Promise<MailServer> {
    const started: { self?: MailServer } = {};
    const server = new SMTPServer({
      authOptional: true,
      disableReverseLookup: true,
      logger: false,
      ...options,
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          const refuses = started.self?.refuses ?? null;
          if (refuses !== null)
            return done(Object.assign(new Error("no"), { responseCode: refuses }));
          const { mailFrom, rcptTo } = session.envelope;
          started.self?.received.push({
            from: mailFrom ? mailFrom.address : "",
            to: rcptTo.map(({ address }) => address),
            source: Buffer.concat(chunks).toString("utf8"),
            secure: session.secure,
            user: session.user as string | undefined,
          });
          done();
        });
      },
    });
    server.on("error", () => undefined); // Connections that a test cuts.
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const self = new MailServer(server, (server.server.address() as AddressInfo).port);
    started.self = self;
    return self;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}
