import type { Requirement } from "../../core/sign-off";

/** Seconds: how long ago the person who decides may have signed in. */
export const LONGEST_SIGN_IN = 12 * 3600;
/** The same, where two have to agree. */
export const LONGEST_SIGN_IN_OF_TWO = 10 * 60;
const CLOCK_SKEW = 120;

/** `authTime` as in the access token, 0 where it does not say; both in seconds since the epoch. */
export function isFreshSignIn(requirement: Requirement, authTime: number, now: number): boolean {
  const longest = requirement.managers === 2 ? LONGEST_SIGN_IN_OF_TWO : LONGEST_SIGN_IN;
  return authTime > 0 && authTime <= now + CLOCK_SKEW && now - authTime <= longest;
}
