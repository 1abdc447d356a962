import type { ProblemCode } from "../../api/codes";
import type { VerifiedCaller } from "../identity/access-token";

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks; null where nobody was asked, or before it is known. */
    caller: VerifiedCaller | null;
  }
  interface FastifyReply {
    /** Code of the problem document that was sent. */
    problem: ProblemCode | null;
  }
}
