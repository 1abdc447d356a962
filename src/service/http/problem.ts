import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import type { Static } from "typebox";
import { PROBLEM_STATUS, type ProblemCode } from "../../api/codes";
import type { Problem } from "../../api/shapes";
import { languageOf } from "../../locales/language";
import { problemsTexts } from "../../locales/problems";
import { Refused } from "../refused";

type ProblemDocument = Static<typeof Problem>;

export const PROBLEM_TYPE = "application/problem+json";

/** A refusal that says when another try makes sense, in seconds. */
export class TooMany extends Refused {
  constructor(readonly retryAfter: number) {
    super("api/too-many");
  }
}

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: "api/invalid",
  404: "api/not-found",
  413: "api/too-large",
  415: "api/media-type",
  429: "api/too-many",
  503: "api/unavailable",
};

/** Whatever was thrown, as a code of ours; what nobody foresaw is `api/internal`. */
export function refusedBy(error: unknown): Refused {
  if (error instanceof Refused) return error;
  const { validation, statusCode } = (error ?? {}) as Partial<FastifyError>;
  const first = validation?.[0];
  if (first) return new Refused("api/invalid", { path: pathOf(first) });
  return new Refused(BY_STATUS[statusCode ?? 500] ?? "api/internal");
}

/** JSON Pointer (RFC 6901) of the bad value; of the field itself where one is missing. */
function pathOf({
  instancePath,
  params,
}: {
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}): string {
  const { requiredProperties } = params;
  const missing: unknown = Array.isArray(requiredProperties) ? requiredProperties[0] : undefined;
  return typeof missing === "string" ? `${instancePath}/${missing}` : instancePath;
}

/** RFC 9457, in the reader's language; with codes and paths, never with a value or a stack. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  refused: Refused,
): FastifyReply {
  const { code, more } = refused;
  const language = languageOf(request.headers["accept-language"]);
  const problem: ProblemDocument = {
    type: `urn:sekisho:problem:${code}`,
    title: problemsTexts[language][code].title,
    status: PROBLEM_STATUS[code],
    code,
    ...(more.path === undefined ? {} : { path: more.path }),
    ...(more.state === undefined ? {} : { state: more.state }),
    ...(refused instanceof TooMany ? { retryAfter: refused.retryAfter } : {}),
  };
  reply.problem = code;
  if (refused instanceof TooMany) reply.header("retry-after", refused.retryAfter);
  if (problem.status === 401) reply.header("www-authenticate", "Bearer");
  return reply
    .code(problem.status)
    .header("content-language", language)
    .type(PROBLEM_TYPE)
    .serializer(JSON.stringify)
    .send(problem);
}
