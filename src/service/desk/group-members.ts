import type { DraftMail } from "../../api/requests";

/**
 * Port: every address behind a list of a tenant, in normal form; null where that is not certain.
 * Never rejects and never keeps the caller waiting for long.
 */
export type ExpandGroup = (tenant: string, address: string) => Promise<readonly string[] | null>;

/** Where no directory of lists is set up: each is one that nobody can look into. */
export const noExpansion: ExpandGroup = () => Promise.resolve(null);

/** More than this is no list whose members a manager could judge. */
const MOST_MEMBERS = 3000;

type Recipient = DraftMail["recipients"][number];

/** A mail with those behind its groups beside them. */
export const withMembers = (mail: DraftMail, members: readonly Recipient[]): DraftMail =>
  members.length === 0 ? mail : { ...mail, recipients: [...mail.recipients, ...members] };

/** Those behind the groups of a mail, each in the field and under the name of its group. */
export async function groupMembers(
  expand: ExpandGroup,
  tenant: string,
  recipients: readonly Recipient[],
): Promise<Recipient[]> {
  const members: Recipient[] = [];
  for (const group of recipients.filter((each) => each.group)) {
    const addresses = (await expand(tenant, group.address)) ?? [];
    if (members.length + addresses.length > MOST_MEMBERS) continue;
    members.push(...addresses.map((address) => ({ ...group, address, group: false })));
  }
  return members;
}
