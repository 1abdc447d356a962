import type { FastifyInstance, FastifyRequest } from "fastify";
import { PassThrough } from "node:stream";
import type { Me } from "../../api/people";
import { LIVE_PATH } from "../../api/routes";
import type { VerifiedCaller } from "../identity/access-token";
import { callerOf, identify } from "./gate";
import type { Buckets } from "./limits";
import type { Change } from "../storage/changes";
import type { Parts } from "./parts";
import { TooMany } from "./problem";

const HEARTBEAT = 15_000;
/** A reader that does not read: what waits for it may not grow. */
const MOST_WAITING = 64 * 1024;
/** `setTimeout` cannot wait longer. */
const LONGEST_WAIT = 2 ** 31 - 1;

interface Reader {
  readonly caller: VerifiedCaller;
  /** Rights at the beginning: with others, everything has to be read anew. */
  readonly me: string;
  readonly stream: PassThrough;
}

/** Live updates: each event says only that a request is different now, to those who may read it. */
export function addLive(app: FastifyInstance, parts: Parts, buckets: Buckets): void {
  const readers = new Set<Reader>();
  const unsubscribe = parts.changes.subscribe((change) => {
    for (const reader of readers) void tell(reader, change, parts);
  });
  const heartbeat = setInterval(() => {
    for (const { stream } of readers) write(stream, ":\n\n");
  }, HEARTBEAT);
  heartbeat.unref();
  app.addHook("preClose", (done) => {
    unsubscribe();
    clearInterval(heartbeat);
    for (const { stream } of readers) stream.end();
    done();
  });
  app.route({
    method: "GET",
    url: LIVE_PATH,
    schema: { hide: true },
    onRequest: (request) => identify(request, parts, buckets),
    handler: async (request, reply) => {
      const reader = await begin(request, parts, readers);
      return reply
        .type("text/event-stream; charset=utf-8")
        .header("x-accel-buffering", "no")
        .send(reader.stream);
    },
  });
}

async function begin(request: FastifyRequest, parts: Parts, readers: Set<Reader>): Promise<Reader> {
  const caller = callerOf(request);
  const own = [...readers].filter(({ caller: other }) => isSame(other, caller));
  if (own.length >= parts.limits.streams) throw new TooMany(60);
  const reader = {
    caller,
    me: rightsOf(await parts.desk.me(caller)),
    stream: new PassThrough(),
  };
  const end = setTimeout(
    () => reader.stream.end(),
    Math.min(LONGEST_WAIT, Math.max(0, caller.expiresAt * 1000 - parts.clock())),
  );
  end.unref();
  readers.add(reader);
  parts.metrics.streams(1);
  reader.stream.once("close", () => {
    clearTimeout(end);
    readers.delete(reader);
    parts.metrics.streams(-1);
  });
  reader.stream.write(":\n\n");
  return reader;
}

const isSame = (a: VerifiedCaller, b: VerifiedCaller): boolean =>
  a.tenant === b.tenant && a.oid === b.oid;

const rightsOf = (me: Me): string => JSON.stringify(me);

/** Never rejects: whose rights cannot be read hears nothing more. */
async function tell(reader: Reader, change: Change, parts: Parts): Promise<void> {
  // Whoever begins anew reads everything.
  if (change.kind === "missed") return void reader.stream.end();
  if (change.tenant !== reader.caller.tenant) return;
  try {
    if (change.kind === "rights") {
      if (rightsOf(await parts.desk.me(reader.caller)) !== reader.me) reader.stream.end();
    } else if (await parts.mayRead(reader.caller, change.id)) {
      write(reader.stream, `data: ${JSON.stringify({ changed: change.id })}\n\n`);
    }
  } catch {
    reader.stream.end();
  }
}

function write(stream: PassThrough, text: string): void {
  if (stream.writableEnded) return;
  if (stream.writableLength > MOST_WAITING) stream.destroy();
  else stream.write(text);
}
