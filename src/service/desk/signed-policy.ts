import { hasLeft, roleOf, unitById, unitOf } from "../../approval/deciding/people";
import { LONGEST_POLICY, signPolicy } from "../../approval/tokens/policy-token";
import type { AnswerOf } from "../../api/routes";
import { parsePolicy } from "../../policy/schema";
import { normalAddress } from "../../text/address";
import { encodeBase64url } from "../../text/base64url";
import { Refused } from "../refused";
import { lookupKeyOf } from "../storage/secrets";
import type { Caller } from "./desk";
import type { DeskParts } from "./parts";
import { hereOf, policyOf, type Here } from "./people";

/** Who is signed in, and what that person may do here. */
export const me = ({ storage }: DeskParts, caller: Caller): Promise<AnswerOf<"me">> =>
  storage.read(caller.tenant, async (reading) => {
    const now = storage.clock();
    const here = await hereOf(reading, caller, now);
    const { directory, person } = here;
    const unit = unitById(directory, person.unit);
    return {
      id: person.id,
      name: person.name,
      unit: { id: person.unit, name: unit?.name ?? "" },
      addresses: person.accounts.map(({ address }) => address),
      role: (unit?.managers ?? []).includes(person.id) ? "manager" : "staff",
      decides: decides(here, now),
      admin: person.admin,
      privacyOfficer: person.privacyOfficer,
    };
  });

const decides = ({ directory, person }: Here, now: number): boolean =>
  !hasLeft(person, now) &&
  (person.privacyOfficer ||
    directory.dutyPool.includes(person.id) ||
    directory.units.some(
      ({ managers, deputies }) =>
        managers.includes(person.id) ||
        deputies.some((each) => each.person === person.id && each.from <= now && now < each.until),
    ));

/** The policy in force, for one person and one mailbox, signed; and the keys to check it by. */
export const signedPolicy = (
  { storage, keys, settings }: DeskParts,
  caller: Caller,
  mailbox: string,
): Promise<AnswerOf<"policy">> =>
  storage.read(caller.tenant, async (reading) => {
    const now = storage.clock();
    const here = await hereOf(reading, caller, now);
    const company = settings(caller.tenant);
    const address = normalAddress(mailbox);
    if (company === null || address === null || !maySendFrom(here, address))
      throw new Refused("identity/not-allowed");
    const asking = { requester: here.person.id, mailbox: address, poolFrom: now };
    const unit = unitOf(here.directory, asking);
    const iat = Math.floor(now / 1000);
    const claims = {
      tenant: caller.tenant,
      person: here.person.id,
      mailbox: address,
      unit: unit?.id ?? here.person.unit,
      role: roleOf(here.directory, asking, now),
      policy: await policyOf(reading),
      lookupKey: encodeBase64url(lookupKeyOf(reading.secrets, caller.tenant)),
      iat,
      notAfter: iat + LONGEST_POLICY,
      minBundle: company.minBundle,
    };
    const { kid, sign } = keys.signers.policy;
    return { policy: signPolicy(claims, kid, sign, parsePolicy), keys: keys.keySet, now: iat };
  });

/** One's own mailbox, or one that one sends for. */
const maySendFrom = ({ directory, person }: Here, address: string): boolean =>
  person.accounts.some((each) => each.address === address) ||
  directory.mailboxes.some((each) => each.address === address && each.senders.includes(person.id));
