import type { Directory } from "../../core/directory";
import type { GraphDirectory, GraphPerson, GraphUser } from "./graph-directory";
import type { EntraFacts } from "./sync";

/** Asks Entra about each account of a directory, one after the other: it lets nobody ask faster. */
export async function readEntra(
  graph: GraphDirectory,
  { persons }: Pick<Directory, "persons">,
): Promise<EntraFacts> {
  const users = new Map<string, GraphUser>();
  const managers = new Map<string, GraphPerson>();
  for (const { left, accounts } of persons) {
    if (left !== null) continue;
    for (const { oid } of accounts) {
      const user = await graph.userOf(oid);
      if (user === null) continue;
      users.set(oid, user);
      const manager = await graph.managerOf(oid);
      if (manager !== null) managers.set(oid, manager);
    }
  }
  return { users, managers };
}
