import { Type } from "typebox";
import { KINDS } from "../core/kind";
import { RECIPIENT_FIELDS } from "../core/recipient";
import { REFUSAL_CODES } from "../core/refusal";
import { REQUEST_STATES } from "../core/sign-off";
import { RULE_IDS, VERDICTS } from "../core/verdict";
import { PROBLEM_STATUS, type ProblemCode } from "./codes";

/** An object that refuses every field it does not name. */
export const strict = <T extends Parameters<typeof Type.Object>[0]>(properties: T) =>
  Type.Object(properties, { additionalProperties: false });

export const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Enum([...values] as T[number][]);

/** Random 128 bits, base64url. */
export const Id = Type.String({ pattern: "^[A-Za-z0-9_-]{22}$" });
export const Digest = Type.String({ pattern: "^[0-9a-f]{64}$" });
/** Milliseconds since the epoch. */
export const Time = Type.Integer({ minimum: 0 });
export const Count = Type.Integer({ minimum: 0 });
export const Address = Type.String({ maxLength: 400 });
export const Line = Type.String({ maxLength: 400 });

export const RuleIdShape = oneOf(RULE_IDS);
export const VerdictShape = oneOf(VERDICTS);
export const StateShape = oneOf(REQUEST_STATES);
export const FieldShape = oneOf(RECIPIENT_FIELDS);
export const RefusalShape = oneOf(REFUSAL_CODES);
export const KindShape = oneOf(KINDS);

export const PersonRef = strict({ id: Line, name: Line });

/** RFC 9457. `path` names the bad value, `state` the present state of a request in conflict. */
export const Problem = strict({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: oneOf(Object.keys(PROBLEM_STATUS) as ProblemCode[]),
  path: Type.Optional(Type.String()),
  state: Type.Optional(StateShape),
  /** Seconds after which another try makes sense. */
  retryAfter: Type.Optional(Type.Integer()),
});
