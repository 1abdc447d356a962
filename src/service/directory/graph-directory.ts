import { normalAddress } from "../../text/address";
import { GraphFailed, type GraphClient } from "./graph-client";

export interface GraphPerson {
  /** Entra object id. */
  readonly oid: string;
  readonly name: string;
  /** In normal form; null where there is none. */
  readonly address: string | null;
}

export interface GraphUser extends GraphPerson {
  /** May sign in. */
  readonly isEnabled: boolean;
}

/** What Entra knows of people and lists. All of it needs the consent of the tenant's admin. */
export interface GraphDirectory {
  /** Null where there is no such account. */
  userOf(oid: string): Promise<GraphUser | null>;
  managerOf(oid: string): Promise<GraphPerson | null>;
  /** Ids of all groups that a person is in, nested ones too. */
  groupsOf(oid: string): Promise<readonly string[]>;
  /**
   * Every address behind a distribution list, or null where that is not certain: a list that is not
   * known (dynamic ones never are), or a member without an address.
   */
  expand(address: string): Promise<readonly string[] | null>;
}

const PERSON = "$select=id,displayName,mail";
const ALL = "$top=999";

export function graphDirectory(graph: GraphClient): GraphDirectory {
  return {
    async userOf(oid) {
      const found = await graph.get(`/users/${encodeURIComponent(oid)}?${PERSON},accountEnabled`);
      if (found === null) return null;
      const { accountEnabled } = found as { accountEnabled?: unknown };
      if (typeof accountEnabled !== "boolean") throw new GraphFailed("graph/shape");
      return { ...personOf(found), isEnabled: accountEnabled };
    },
    async managerOf(oid) {
      const found = await graph.get(`/users/${encodeURIComponent(oid)}/manager?${PERSON}`);
      return found === null ? null : personOf(found);
    },
    async groupsOf(oid) {
      const path = `/users/${encodeURIComponent(oid)}/transitiveMemberOf/microsoft.graph.group`;
      return (await graph.all(`${path}?$select=id&${ALL}`)).map((each) => textOf(each, "id"));
    },
    async expand(address) {
      const filter = encodeURIComponent(`mail eq '${address.split("'").join("''")}'`);
      const groups = await graph.all(`/groups?$filter=${filter}&$select=id`);
      const [group, ...others] = groups;
      if (group === undefined || others.length > 0) return null;
      const id = encodeURIComponent(textOf(group, "id"));
      return addressesOf(await graph.all(`/groups/${id}/transitiveMembers?${PERSON}&${ALL}`));
    },
  };
}

const HAS_ADDRESS = ["#microsoft.graph.user", "#microsoft.graph.orgContact"];
const GROUP = "#microsoft.graph.group";

/** Members of nested groups are in the list themselves. */
function addressesOf(members: readonly unknown[]): readonly string[] | null {
  const addresses: string[] = [];
  for (const member of members) {
    const { "@odata.type": type = "" } = member as { "@odata.type"?: string };
    if (type === GROUP) continue;
    const { address } = personOf(member);
    if (!HAS_ADDRESS.includes(type) || address === null) return null;
    addresses.push(address);
  }
  return addresses;
}

function personOf(value: unknown): GraphPerson {
  const { displayName, mail } = value as { displayName?: unknown; mail?: unknown };
  return {
    oid: textOf(value, "id"),
    name: typeof displayName === "string" ? displayName : "",
    address: typeof mail === "string" ? normalAddress(mail) : null,
  };
}

function textOf(value: unknown, key: string): string {
  const text = ((value ?? {}) as Readonly<Record<string, unknown>>)[key];
  if (typeof text !== "string") throw new GraphFailed("graph/shape");
  return text;
}
