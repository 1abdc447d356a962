import { checkDirectory } from "../../src/approval/deciding/directory-check";
import { isDemoId } from "../../src/service/configuration/demo-marks";
import { demoDirectory, directoryId, oidOf } from "../../src/simulator/seed/directory";
import { PEOPLE } from "../../src/simulator/seed/people";

const directory = demoDirectory();

test("the demo's directory can be published: two who may sign off for each unit", () => {
  expect(checkDirectory(directory, Date.now())).toEqual([]);
});

test("everybody in it is marked as the demo's", () => {
  for (const { id } of [...directory.persons, ...directory.units]) expect(isDemoId(id)).toBe(true);
});

test("whoever can be signed in as is in it, with that account", () => {
  for (const person of PEOPLE) {
    const known = directory.persons.find(({ id }) => id === directoryId(person));
    expect(known?.accounts).toEqual([{ oid: oidOf(person), address: person.address }]);
  }
});
