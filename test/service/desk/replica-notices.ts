import { createLogger } from "../../../src/service/http/log";
import { noticeFacts } from "../../../src/service/notices/facts";
import type { NoticeMail } from "../../../src/service/notices/mail";
import { outboxOf } from "../../../src/service/notices/outbox";
import { NoticeWorker } from "../../../src/service/notices/worker";
import type { Company } from "./company";

/** The notices of one replica, sent by `send`. */
export const noticesOf = (
  { storage, clock }: Company,
  send: (mail: NoticeMail) => Promise<void>,
): NoticeWorker =>
  new NoticeWorker({
    outbox: outboxOf(storage.database.kysely),
    facts: noticeFacts(storage),
    sender: { send, close: () => undefined },
    origin: "https://sekisho.sekisho-motors.example",
    metrics: { notice: () => undefined },
    logger: createLogger("error"),
    clock: () => clock.now,
  });
