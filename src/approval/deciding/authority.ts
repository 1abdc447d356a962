import type { Directory, Person, Unit } from "../../core/directory";
import type { Requirement } from "../../core/sign-off";
import { hasLeft, personById, sendersOf, unitById, unitOf, type Asking } from "./people";

/**
 * What a person may be for one mail at one moment. "unit": answers for the sender's unit. "outside":
 * the second of two, who looks at it from elsewhere.
 */
export type Seat = "unit" | "outside" | "privacy-officer";

export type Authority =
  | { readonly state: "may-decide"; readonly seats: readonly Seat[] }
  | { readonly state: "may-not"; readonly code: "approval/self" | "approval/no-right" };

const NO_RIGHT: Authority = { state: "may-not", code: "approval/no-right" };

/** Which seats a person holds, at `now` in milliseconds since the epoch. */
export function authorityOf(
  directory: Directory,
  asking: Asking,
  requirement: Requirement,
  personId: string,
  now: number,
): Authority {
  const senders = sendersOf(directory, asking);
  if (senders.has(personId)) return { state: "may-not", code: "approval/self" };
  const person = personById(directory, personId);
  const unit = unitOf(directory, asking);
  if (person === null || unit === null || hasLeft(person, now)) return NO_RIGHT;
  const seats: Seat[] = [];
  if (answersFor(directory, unit, asking, senders, person, now)) seats.push("unit");
  if (requirement.outsideUnit && looksFromOutside(directory, unit, person)) seats.push("outside");
  if (requirement.privacyOfficer && person.privacyOfficer) seats.push("privacy-officer");
  return seats.length > 0 ? { state: "may-decide", seats } : NO_RIGHT;
}

function answersFor(
  directory: Directory,
  unit: Unit,
  asking: Asking,
  senders: ReadonlySet<string>,
  person: Person,
  now: number,
): boolean {
  return (
    unit.managers.indexOf(person.id) >= 0 ||
    isDeputyIn(directory, unit, person, now) ||
    (needsAreaManager(directory, unit, asking, senders, now) &&
      isAreaManager(directory, unit, person)) ||
    (now >= asking.poolFrom && directory.dutyPool.indexOf(person.id) >= 0)
  );
}

/** A deputy has no more right than the manager has: none, once she left or lost the unit. */
const isDeputyIn = (directory: Directory, unit: Unit, person: Person, now: number): boolean =>
  unit.deputies.some(({ person: deputy, manager, from, until }) => {
    if (deputy !== person.id || !(from <= now && now < until)) return false;
    const stoodIn = unit.managers.indexOf(manager) >= 0 ? personById(directory, manager) : null;
    return stoodIn !== null && !hasLeft(stoodIn, now);
  });

/** A manager's own mail, and one that every manager of the unit could have sent. */
const needsAreaManager = (
  directory: Directory,
  unit: Unit,
  asking: Asking,
  senders: ReadonlySet<string>,
  now: number,
): boolean =>
  unit.managers.indexOf(asking.requester) >= 0 ||
  unit.managers.every((id) => {
    const manager = personById(directory, id);
    return manager === null || hasLeft(manager, now) || senders.has(id);
  });

function isAreaManager(directory: Directory, unit: Unit, person: Person): boolean {
  const parent = unit.parent === null ? null : unitById(directory, unit.parent);
  return parent !== null && parent.managers.indexOf(person.id) >= 0;
}

/** A manager of another unit, with no foot in this one. */
const looksFromOutside = ({ units }: Directory, unit: Unit, person: Person): boolean =>
  person.unit !== unit.id &&
  unit.managers.indexOf(person.id) < 0 &&
  !unit.deputies.some((each) => each.person === person.id) &&
  units.some((each) => each.id !== unit.id && each.managers.indexOf(person.id) >= 0);

/** Whether one stands in for the other, in any unit, at that moment: then they are not two. */
export const isIndependent = (
  { units }: Directory,
  one: string,
  other: string,
  now: number,
): boolean =>
  one !== other &&
  !units.some(({ deputies }) =>
    deputies.some(
      ({ person, manager, from, until }) =>
        from <= now &&
        now < until &&
        ((person === one && manager === other) || (person === other && manager === one)),
    ),
  );
