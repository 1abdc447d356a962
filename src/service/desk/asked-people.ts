import { unitById } from "../../approval/deciding/people";
import type { Directory } from "../../core/directory";
import type { Audience } from "../storage/outbox";
import type { StoredRequest } from "../storage/requests";
import type { Reading } from "../storage/work";
import { mayDecide } from "./people";

export type AskedAudience = Exclude<Audience, "sender">;

/** Ids of those who are asked and have not decided. Whoever has no right to decide it is not asked. */
export function askedPeople(
  reading: Reading,
  directory: Directory,
  request: StoredRequest,
  audience: AskedAudience,
  now: number,
): readonly string[] {
  const candidates = new Set(candidatesOf(directory, request.unit, audience));
  return [...candidates].filter((id) => {
    const hasDecided = request.decisions.some(({ by }) => by === id);
    return !hasDecided && mayDecide(reading, directory, request, id, now).state === "may-decide";
  });
}

function candidatesOf(
  directory: Directory,
  unitId: string,
  audience: AskedAudience,
): readonly string[] {
  const unit = unitById(directory, unitId);
  const parent = unitById(directory, unit?.parent ?? "");
  switch (audience) {
    case "managers":
      return [...(unit?.managers ?? []), ...(parent?.managers ?? [])];
    case "deputies":
      return (unit?.deputies ?? []).map(({ person }) => person);
    case "duty-pool":
      return directory.dutyPool;
    case "privacy-officer":
      return directory.persons.filter((each) => each.privacyOfficer).map(({ id }) => id);
  }
}
