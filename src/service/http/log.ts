import pino, { type DestinationStream, type Logger } from "pino";

/** An error's kind, code and place; never its message, which may quote what it failed on. */
export function errorFields(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(typeof code === "string" && /^[\w/-]{1,60}$/.test(code) ? { code } : {}),
    at: frames.slice(0, 8).map((line) => line.trim()),
  };
}

/** One JSON line an event. What a library would log of a request or an answer is left out here. */
export const createLogger = (level: string, stream?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: {
        req: () => undefined,
        res: () => undefined,
        err: errorFields,
        error: errorFields,
      },
      // Libraries put a message into an error's line; the error's own must not come through.
      hooks: {
        logMethod(given, method) {
          const [first] = given as unknown[];
          if (first instanceof Error) return method.apply(this, [{ err: first }, "failed"]);
          return method.apply(this, given);
        },
      },
    },
    ...(stream ? [stream] : []),
  );
