import type { Logger } from "pino";
import type { Metrics } from "../../service/http/metrics";
import { noticeFacts } from "../../service/notices/facts";
import { outboxOf } from "../../service/notices/outbox";
import { smtpSender } from "../../service/notices/smtp";
import { NoticeWorker } from "../../service/notices/worker";
import type { Storage } from "../../service/storage/storage";
import { COMPANY_DOMAIN } from "../seed/people";
import type { MailSink } from "./mail-sink";

export interface DemoNoticesOptions {
  readonly storage: Storage;
  readonly sink: MailSink;
  readonly origin: string;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

/** Notices by SMTP to the demo's own mail server, which takes them without a password. */
export function demoNotices(options: DemoNoticesOptions): NoticeWorker {
  const { storage, sink, origin, metrics, logger } = options;
  const worker = new NoticeWorker({
    outbox: outboxOf(storage.database.kysely),
    facts: noticeFacts(storage),
    sender: smtpSender({
      settings: {
        kind: "smtp",
        from: `関所 <sekisho@${COMPANY_DOMAIN}>`,
        host: sink.host,
        port: sink.port,
        secure: false,
        user: null,
        password: null,
        oauth: null,
      },
      token: null,
    }),
    origin,
    metrics,
    logger,
    clock: Date.now,
  });
  // Whoever tries it looks into the inbox at once.
  storage.changes.subscribe(() => void worker.runOnce());
  return worker;
}
