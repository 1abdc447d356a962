import fc from "fast-check";
import type { Directory } from "../../../src/core/directory";
import { isAgreed } from "../../../src/approval/deciding/agreement";
import { authorityOf, isIndependent } from "../../../src/approval/deciding/authority";
import { hasLeft, personById, unitOf, type Asking } from "../../../src/approval/deciding/people";
import { address, mailbox, ONE, OFFICER, person, TWO, TWO_AND_OFFICER, unit } from "./company";

const PEOPLE = ["a", "b", "c", "d", "e", "f"] as const;
const UNITS = ["u", "v", "w"] as const;
const moment = fc.nat(10);
const who = fc.constantFrom(...PEOPLE);
const some = fc.uniqueArray(who, { maxLength: 3 });

/** Anything that may be written into a directory, sensible or not: rings, leavers, strangers. */
const directories: fc.Arbitrary<Directory> = fc
  .record({
    units: fc.tuple(
      ...UNITS.map((id) =>
        fc.record({
          parent: fc.constantFrom(null, ...UNITS.filter((each) => each !== id)),
          managers: some,
          deputies: fc.array(
            fc.record({ person: who, manager: who, from: moment, until: moment }),
            { maxLength: 3 },
          ),
        }),
      ),
    ),
    persons: fc.tuple(
      ...PEOPLE.map(() =>
        fc.record({
          unit: fc.constantFrom(...UNITS),
          privacyOfficer: fc.boolean(),
          admin: fc.boolean(),
          left: fc.option(moment),
        }),
      ),
    ),
    senders: some,
    home: fc.constantFrom(...UNITS),
    dutyPool: some,
  })
  .map(({ units, persons, senders, home, dutyPool }) => ({
    version: 1,
    units: units.map((each, i) => unit(UNITS[i] ?? "", each)),
    persons: persons.map((each, i) => person(PEOPLE[i] ?? "", each.unit, each)),
    mailboxes: [mailbox(senders, { unit: home })],
    dutyPool,
  }));

const askings: fc.Arbitrary<Asking> = fc.record({
  requester: who,
  mailbox: fc.oneof(who.map(address), fc.constant("store@example.co.jp")),
  poolFrom: moment,
});
const requirements = fc.constantFrom(ONE, TWO, OFFICER, TWO_AND_OFFICER);

/** Written apart from the code: who is on the sending side. */
function isSending(directory: Directory, asked: Asking, id: string): boolean {
  const owns = directory.persons.some(
    (each) => each.id === id && each.accounts.some((account) => account.address === asked.mailbox),
  );
  const shares = directory.mailboxes.some(
    (each) => each.address === asked.mailbox && each.senders.includes(id),
  );
  return id === asked.requester || owns || shares;
}

test("nobody on the sending side and nobody who left ever decides", () => {
  fc.assert(
    fc.property(
      directories,
      askings,
      requirements,
      who,
      moment,
      (directory, asked, required, id, now) => {
        const { state } = authorityOf(directory, asked, required, id, now);
        const left = personById(directory, id);
        const mayNot = isSending(directory, asked, id) || left === null || hasLeft(left, now);
        return !(mayNot && state === "may-decide");
      },
    ),
    { numRuns: 3000 },
  );
});

test("a right comes from a role in the directory, never from nowhere", () => {
  fc.assert(
    fc.property(
      directories,
      askings,
      requirements,
      who,
      moment,
      (directory, asked, required, id, now) => {
        const authority = authorityOf(directory, asked, required, id, now);
        if (authority.state === "may-not") return true;
        const own = unitOf(directory, asked);
        const manages = directory.units.some(({ managers }) => managers.includes(id));
        const standsIn = own?.deputies.some(
          (each) => each.person === id && each.from <= now && now < each.until,
        );
        const onDuty = now >= asked.poolFrom && directory.dutyPool.includes(id);
        const isOfficer = required.privacyOfficer && personById(directory, id)?.privacyOfficer;
        return manages || standsIn === true || onDuty || isOfficer === true;
      },
    ),
    { numRuns: 3000 },
  );
});

/** Every set of yeses that is enough, with the whole company saying yes as often as it likes. */
test("whatever is agreed, was agreed by enough who may, none of them twice or for another", () => {
  let reached = 0;
  fc.assert(
    fc.property(
      directories,
      askings,
      requirements,
      fc.array(fc.record({ person: who, at: moment }), { maxLength: 8 }),
      moment,
      (directory, asked, required, approvals, now) => {
        if (!isAgreed(directory, asked, required, approvals, now)) return true;
        reached += 1;
        const may = PEOPLE.filter(
          (id) =>
            !isSending(directory, asked, id) &&
            authorityOf(directory, asked, required, id, now).state === "may-decide" &&
            approvals.some((each) => each.person === id && each.at <= now),
        );
        const hasOfficer = may.some((id) => personById(directory, id)?.privacyOfficer);
        if (required.privacyOfficer && !hasOfficer) return false;
        if (required.managers === 1) return may.length >= 1;
        const own = unitOf(directory, asked)?.id;
        return may.some((one) =>
          may.some(
            (other) =>
              personById(directory, other)?.unit !== own &&
              isIndependent(directory, one, other, now),
          ),
        );
      },
    ),
    { numRuns: 5000 },
  );
  expect(reached).toBeGreaterThan(100);
});

test("two in a ring cannot release each other's mail with one yes where two are needed", () => {
  fc.assert(
    fc.property(directories, askings, who, moment, (directory, asked, id, now) => {
      const alone = Array.from({ length: 3 }, (_, at) => ({ person: id, at: Math.min(at, now) }));
      return !isAgreed(directory, asked, TWO, alone, now);
    }),
    { numRuns: 1000 },
  );
});
