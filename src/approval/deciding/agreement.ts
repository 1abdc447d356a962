import type { Directory } from "../../core/directory";
import type { Requirement } from "../../core/sign-off";
import { authorityOf, isIndependent, type Seat } from "./authority";
import type { Asking } from "./people";

/** One person's yes. */
export interface Approval {
  readonly person: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

interface Agreeing extends Approval {
  readonly seats: readonly Seat[];
}

/**
 * Whether enough have agreed, by the rights that each had when deciding and still has now: asked
 * again at the moment of signing, so that a right that was lost takes its approval with it.
 */
export const isAgreed = (
  directory: Directory,
  asking: Asking,
  requirement: Requirement,
  approvals: readonly Approval[],
  now: number,
): boolean => agreeing(directory, asking, requirement, approvals, now).isEnough;

/** Persons whose approval still counts, in the order given. */
export const standing = (
  directory: Directory,
  asking: Asking,
  requirement: Requirement,
  approvals: readonly Approval[],
  now: number,
): readonly string[] =>
  agreeing(directory, asking, requirement, approvals, now).valid.map(({ person }) => person);

function agreeing(
  directory: Directory,
  asking: Asking,
  requirement: Requirement,
  approvals: readonly Approval[],
  now: number,
): { readonly valid: readonly Agreeing[]; readonly isEnough: boolean } {
  const valid: Agreeing[] = [];
  for (const { person, at } of approvals) {
    if (at > now || valid.some((each) => each.person === person)) continue;
    const then = authorityOf(directory, asking, requirement, person, at);
    const today = authorityOf(directory, asking, requirement, person, now);
    if (then.state === "may-not" || today.state === "may-not") continue;
    const seats = today.seats.filter((seat) => then.seats.indexOf(seat) >= 0);
    if (seats.length > 0) valid.push({ person, at, seats });
  }
  return { valid, isEnough: fills(directory, requirement, valid, now) };
}

/** The privacy officer's yes is one of the yeses, and where one is asked for, it is enough. */
function fills(
  directory: Directory,
  requirement: Requirement,
  valid: readonly Agreeing[],
  now: number,
): boolean {
  const holds = (seat: Seat) => (each: Agreeing) => each.seats.indexOf(seat) >= 0;
  const isOfficer = holds("privacy-officer");
  if (requirement.privacyOfficer && !valid.some(isOfficer)) return false;
  const first = valid.filter((each) => holds("unit")(each) || isOfficer(each));
  if (requirement.managers === 1) return first.length > 0;
  const second = requirement.outsideUnit ? valid.filter(holds("outside")) : first;
  return first.some((one) =>
    second.some((other) =>
      [one.at, other.at, now].every((moment) =>
        isIndependent(directory, one.person, other.person, moment),
      ),
    ),
  );
}

/** Everybody who may decide at `now`; who else could later is found with a later moment. */
export function approversOf(
  directory: Directory,
  asking: Asking,
  requirement: Requirement,
  now: number,
): readonly string[] {
  return candidates(directory, requirement).filter(
    (id) => authorityOf(directory, asking, requirement, id, now).state === "may-decide",
  );
}

/** Whether those who may decide, the duty pool among them, could release it at all. */
export function isReachable(
  directory: Directory,
  asking: Asking,
  requirement: Requirement,
  now: number,
): boolean {
  return [now, Math.max(now, asking.poolFrom)].some((at) => {
    const everybody = candidates(directory, requirement).map((person) => ({ person, at }));
    return isAgreed(directory, asking, requirement, everybody, at);
  });
}

function candidates(directory: Directory, requirement: Requirement): readonly string[] {
  const all = new Set(directory.dutyPool);
  for (const { managers, deputies } of directory.units) {
    managers.forEach((each) => all.add(each));
    deputies.forEach(({ person }) => all.add(person));
  }
  if (requirement.privacyOfficer) {
    for (const person of directory.persons) if (person.privacyOfficer) all.add(person.id);
  }
  return Array.from(all);
}
