import { unitById } from "../../approval/deciding/people";
import type { StoredRequest } from "../storage/requests";
import type { Here } from "./people";

/** Who approved it, a manager of the unit or an admin; never its sender. */
export function mayRevoke({ directory, person }: Here, request: StoredRequest): boolean {
  if (request.sender === person.id && !person.admin) return false;
  const isApprover = request.decisions.some(({ by }) => by === person.id);
  const unit = unitById(directory, request.unit);
  return isApprover || person.admin || (unit?.managers ?? []).includes(person.id);
}
