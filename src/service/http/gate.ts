import type { FastifyRequest } from "fastify";
import type { VerifiedCaller } from "../identity/access-token";
import { Refused } from "../refused";
import type { Buckets } from "./limits";
import type { Parts } from "./parts";

const BEARER = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i;

/**
 * Finds out who asks, before a byte of the body is read. Only calls that name nobody count against
 * their address: whoever floods with a good token uses up a bucket that is his alone, and people
 * whose token is known already pass even where their address has no calls left.
 */
export async function identify(
  request: FastifyRequest,
  { tokens }: Pick<Parts, "tokens">,
  buckets: Buckets,
): Promise<void> {
  const token = BEARER.exec(request.headers.authorization ?? "")?.[1];
  const known = token === undefined ? null : tokens.known(token);
  request.caller = known ?? (await verifyNew(request, token, tokens, buckets));
  await buckets.person.take(request);
}

async function verifyNew(
  request: FastifyRequest,
  token: string | undefined,
  tokens: Parts["tokens"],
  { address }: Buckets,
): Promise<VerifiedCaller> {
  await address.check(request);
  try {
    if (token === undefined) throw new Refused("identity/missing");
    return await tokens.verify(token);
  } catch (error) {
    await address.take(request);
    throw error;
  }
}

/** For what nobody has to sign in for: only calls that lead to nothing count, once answered. */
export const checkAddress = (request: FastifyRequest, { address }: Buckets): Promise<void> =>
  address.check(request);

export const callerOf = ({ caller }: FastifyRequest): VerifiedCaller => {
  if (caller === null) throw new Refused("identity/missing");
  return caller;
};
