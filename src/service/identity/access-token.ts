import { createHash } from "node:crypto";
import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from "jose";
import type { Caller } from "../desk/desk";
import { Refused } from "../refused";

const LEEWAY_SECONDS = 60;
const LONGEST_TOKEN = 16_384;
/** Tokens that were found good, so that a person's next call costs no signature check. */
const MOST_KNOWN = 20_000;
/** A withdrawn signing key stops counting after this, however long its tokens would last. */
const KNOWN_FOR = 5 * 60;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What access tokens have to say (Entra ID, version 2.0). All of it comes from configuration. */
export interface TokenRules {
  /** With `{tenant}` where the tenant's id stands. */
  readonly issuer: string;
  /** Ids of the tenants whose people may ask. */
  readonly tenants: readonly string[];
  /** Client id of this service's own registration. */
  readonly audience: string;
  readonly scope: string;
}

/** Who asks, and until when (seconds) the token says so. */
export interface VerifiedCaller extends Caller {
  readonly expiresAt: number;
}

export interface AccessTokens {
  /** Throws `Refused`: `identity/invalid`, or `api/unavailable` without the issuer's keys. */
  verify(token: string): Promise<VerifiedCaller>;
  /** A token that was verified a moment ago, without any work; null for every other one. */
  known(token: string): VerifiedCaller | null;
}

export interface AccessTokensOptions {
  readonly rules: TokenRules;
  readonly keyFor: JWTVerifyGetKey;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** Between two moments, in seconds: a clock that is set back makes none last longer. */
interface Good {
  readonly caller: VerifiedCaller;
  readonly from: number;
  readonly until: number;
}

export function accessTokens({ rules, keyFor, clock }: AccessTokensOptions): AccessTokens {
  const good = new Map<string, Good>();
  const tenants = new Set(rules.tenants.map((each) => each.toLowerCase()));
  const seconds = () => clock() / 1000;

  const remember = (token: string, caller: VerifiedCaller): void => {
    if (good.size >= MOST_KNOWN) good.delete(good.keys().next().value ?? "");
    const from = seconds();
    const until = Math.min(caller.expiresAt, from + KNOWN_FOR);
    good.set(hashOf(token), { caller, from, until });
  };

  return {
    known(token) {
      const found = good.get(hashOf(token));
      const now = seconds();
      return found && found.from <= now && now < found.until ? found.caller : null;
    },
    async verify(token) {
      const known = this.known(token);
      if (known) return known;
      const caller = callerOf(
        await verified(token, rules, keyFor, new Date(clock())),
        rules,
        tenants,
      );
      remember(token, caller);
      return caller;
    },
  };
}

const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64");

async function verified(
  token: string,
  rules: TokenRules,
  keyFor: JWTVerifyGetKey,
  currentDate: Date,
): Promise<JWTPayload> {
  if (token.length > LONGEST_TOKEN) throw new Refused("identity/invalid");
  try {
    const { payload } = await jwtVerify(token, keyFor, {
      algorithms: ["RS256"],
      audience: rules.audience,
      clockTolerance: LEEWAY_SECONDS,
      currentDate,
      requiredClaims: ["iss", "aud", "exp", "iat", "tid", "oid", "scp", "ver"],
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) throw new Refused("identity/invalid");
    throw error;
  }
}

function callerOf(
  payload: JWTPayload,
  rules: TokenRules,
  tenants: ReadonlySet<string>,
): VerifiedCaller {
  const { tid, oid, scp, ver, auth_time: authTime, aud, iss, exp } = payload;
  const isPerson =
    typeof tid === "string" &&
    typeof oid === "string" &&
    ID.test(oid) &&
    tenants.has(tid.toLowerCase()) &&
    iss === rules.issuer.split("{tenant}").join(tid) &&
    typeof aud === "string" &&
    ver === "2.0" &&
    typeof scp === "string" &&
    scp.split(" ").includes(rules.scope);
  if (!isPerson) throw new Refused("identity/invalid");
  return {
    tenant: tid.toLowerCase(),
    oid: oid.toLowerCase(),
    authTime: Number.isSafeInteger(authTime) ? (authTime as number) : 0,
    expiresAt: exp ?? 0,
  };
}
