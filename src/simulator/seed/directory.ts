import type { Directory, Person as DirectoryPerson } from "../../core/directory";
import { DEMO_PREFIX } from "../../service/configuration/demo-marks";
import {
  AREA_MANAGER,
  DEPUTY,
  HEAD_OFFICE,
  MANAGER,
  OTHER_MANAGER,
  PEOPLE,
  PRIVACY_OFFICER,
  SALES,
  STAFF,
} from "./people";
import type { DemoPerson } from "./people";

export const UNITS = {
  headOffice: "demo-unit-head-office",
  area: "demo-unit-jonan",
  store: "demo-unit-sakuragaoka",
  otherStore: "demo-unit-hanamizuki",
} as const;

/** The person's id in the directory. */
export const directoryId = ({ id }: { readonly id: string }): string => DEMO_PREFIX + id;

/** Object id of the person's account at the demo's provider; a GUID as Entra's are. */
export function oidOf(person: DemoPerson): string {
  const number = PEOPLE.indexOf(person) + 1;
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;
}

const UNIT_OF: Readonly<Record<DemoPerson["id"], string>> = {
  "head-office": UNITS.headOffice,
  "privacy-officer": UNITS.headOffice,
  "area-manager": UNITS.area,
  staff: UNITS.store,
  manager: UNITS.store,
  deputy: UNITS.store,
  "other-staff": UNITS.otherStore,
  "other-manager": UNITS.otherStore,
};

const demoPerson = (person: DemoPerson): DirectoryPerson => ({
  id: directoryId(person),
  name: person.name,
  unit: UNIT_OF[person.id],
  accounts: [{ oid: oidOf(person), address: person.address }],
  admin: person === HEAD_OFFICE,
  privacyOfficer: person === PRIVACY_OFFICER,
  left: null,
});

/** Sales staff whom nobody signs in as; they are colleagues all the same. */
const colleagues = (): readonly DirectoryPerson[] =>
  SALES.filter(({ address }) => address !== STAFF.address).map(({ name, address }, index) => ({
    id: directoryId({ id: `sales-${index + 1}` }),
    name,
    unit: UNITS.store,
    accounts: [{ oid: `00000000-0000-4000-8001-${String(index + 1).padStart(12, "0")}`, address }],
    admin: false,
    privacyOfficer: false,
    left: null,
  }));

/** Until the end of every demo. */
const FOREVER = Date.UTC(2100, 0, 1);

/** Who works where in the demo's company: every unit has two who may sign off. */
export function demoDirectory(): Directory {
  const [manager, deputy, area, otherManager, officer] = [
    MANAGER,
    DEPUTY,
    AREA_MANAGER,
    OTHER_MANAGER,
    PRIVACY_OFFICER,
  ].map(directoryId) as [string, string, string, string, string];
  return {
    version: 1,
    units: [
      {
        id: UNITS.headOffice,
        name: "本部",
        parent: null,
        managers: [officer, area],
        deputies: [],
      },
      {
        id: UNITS.area,
        name: "城南エリア",
        parent: UNITS.headOffice,
        managers: [area, officer],
        deputies: [],
      },
      {
        id: UNITS.store,
        name: "桜ケ丘店",
        parent: UNITS.area,
        managers: [manager],
        deputies: [{ person: deputy, manager, from: 0, until: FOREVER }],
      },
      {
        id: UNITS.otherStore,
        name: "花水木店",
        parent: UNITS.area,
        managers: [otherManager, area],
        deputies: [],
      },
    ],
    persons: [...PEOPLE.map(demoPerson), ...colleagues()],
    mailboxes: [],
    dutyPool: [area],
  };
}
