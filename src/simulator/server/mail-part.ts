import type { ServerResponse } from "node:http";
import { MAIL_PATH } from "../world";
import type { Part } from "./demo-server";
import type { MailSink } from "./mail-sink";

/** What the mail server took, as an event stream for the simulated client. */
export const mailPart = (sink: MailSink): Part => ({
  answers: (url) => url === MAIL_PATH,
  handle: (_, response) => stream(response, sink),
  close: () => sink.close(),
});

function stream(response: ServerResponse, sink: MailSink): void {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  });
  const end = sink.follow((arrival) => response.write(`data: ${JSON.stringify(arrival)}\n\n`));
  response.on("close", end);
}
