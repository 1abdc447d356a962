import { Type, type Static } from "typebox";
import { Address, Count, Line, oneOf, strict, Time } from "./shapes";

/** Who is signed in, as the directory knows that person. */
export const Me = strict({
  id: Line,
  name: Line,
  unit: strict({ id: Line, name: Line }),
  addresses: Type.Array(Address),
  role: oneOf(["staff", "manager"]),
  /** Whether there may be requests to decide. */
  decides: Type.Boolean(),
  admin: Type.Boolean(),
  privacyOfficer: Type.Boolean(),
});
export type Me = Static<typeof Me>;

const UnitShape = strict({
  id: Line,
  name: Line,
  parent: Type.Union([Line, Type.Null()]),
  managers: Type.Array(Line),
  deputies: Type.Array(strict({ person: Line, manager: Line, from: Time, until: Time })),
});

const PersonShape = strict({
  id: Line,
  name: Line,
  unit: Line,
  accounts: Type.Array(strict({ oid: Line, address: Address })),
  admin: Type.Boolean(),
  privacyOfficer: Type.Boolean(),
  left: Type.Union([Time, Type.Null()]),
});

/** The whole directory; `version` is the one that was read, a write makes the next. */
export const DirectoryDocument = strict({
  version: Count,
  units: Type.Array(UnitShape, { maxItems: 5000 }),
  persons: Type.Array(PersonShape, { maxItems: 20000 }),
  mailboxes: Type.Array(strict({ address: Address, unit: Line, senders: Type.Array(Line) }), {
    maxItems: 5000,
  }),
  dutyPool: Type.Array(Line, { maxItems: 100 }),
});
export type DirectoryDocument = Static<typeof DirectoryDocument>;

/** The policy as data; its shape is checked by `policy/schema.ts`, which names the bad path. */
export const PolicyDocument = strict({ serial: Count, policy: Type.Unknown() });
export type PolicyDocument = Static<typeof PolicyDocument>;
