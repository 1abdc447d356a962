import type { Directory } from "../../../src/core/directory";
import type { Requirement } from "../../../src/core/sign-off";
import {
  approversOf,
  isAgreed,
  isReachable,
  standing,
} from "../../../src/approval/deciding/agreement";
import { authorityOf } from "../../../src/approval/deciding/authority";
import {
  personOfAccount,
  roleOf,
  unitOf,
  type Asking,
} from "../../../src/approval/deciding/people";
import { isFreshSignIn } from "../../../src/approval/deciding/sign-in";
import {
  address,
  asking,
  company,
  HOUR,
  mailbox,
  NOW,
  OFFICER,
  ONE,
  TWO,
  TWO_AND_OFFICER,
  withPerson,
  withUnit,
} from "./company";

/** Seats in one word, or the code of the refusal. */
function seats(
  who: string,
  at = NOW,
  requirement: Requirement = ONE,
  asked: Partial<Asking> = {},
  directory: Directory = company(),
): string {
  const authority = authorityOf(directory, asking(asked), requirement, who, at);
  return authority.state === "may-not" ? authority.code : authority.seats.join("+");
}

describe("one manager", () => {
  test.each<[who: string, at: number, expected: string]>([
    ["boss", NOW, "unit"],
    ["helper", NOW - HOUR - 1, "approval/no-right"],
    ["helper", NOW - HOUR, "unit"],
    ["helper", NOW + HOUR - 1, "unit"],
    ["helper", NOW + HOUR, "approval/no-right"],
    ["duty", NOW + HOUR / 2 - 1, "approval/no-right"],
    ["duty", NOW + HOUR / 2, "unit"],
    ["area-boss", NOW, "approval/no-right"],
    ["other-boss", NOW, "approval/no-right"],
    ["officer", NOW, "approval/no-right"],
    ["admin", NOW, "approval/no-right"],
    ["sales", NOW, "approval/self"],
    ["gone", NOW, "approval/no-right"],
    ["nobody", NOW, "approval/no-right"],
  ])("%s at %d: %s", (who, at, expected) => expect(seats(who, at)).toBe(expected));

  test("who left has no right from that moment on, nor has her deputy", () => {
    const directory = withPerson("boss", { left: NOW });
    expect(seats("boss", NOW - 1, ONE, {}, directory)).toBe("unit");
    expect(seats("boss", NOW, ONE, {}, directory)).toBe("approval/no-right");
    expect(seats("helper", NOW - 1, ONE, {}, directory)).toBe("unit");
    expect(seats("helper", NOW, ONE, {}, directory)).toBe("approval/no-right");
  });

  test("a deputy of somebody who no longer manages the unit has no right", () => {
    const directory = withUnit("store", { managers: ["area-boss"] });
    expect(seats("helper", NOW, ONE, {}, directory)).toBe("approval/no-right");
  });
});

describe("never oneself", () => {
  test("every account of a person is that person", () => {
    expect(personOfAccount(company(), "oid-boss")?.id).toBe("boss");
    expect(personOfAccount(company(), "oid-boss-2")?.id).toBe("boss");
    expect(personOfAccount(company(), "oid-unlinked")).toBeNull();
    expect(seats("boss", NOW, ONE, { requester: "boss", mailbox: address("boss.admin") })).toBe(
      "approval/self",
    );
  });

  test("not who owns the mailbox, nor who may send from it", () => {
    const shared = { mailbox: "store@example.co.jp" };
    expect(seats("helper", NOW, ONE, shared)).toBe("approval/self");
    expect(seats("boss", NOW, ONE, shared)).toBe("unit");
    expect(seats("boss", NOW, ONE, { mailbox: address("boss") })).toBe("approval/self");
    expect(seats("boss", NOW, ONE, { mailbox: address("boss.admin") })).toBe("approval/self");
  });

  test("the privacy officer's own mail is somebody else's to decide", () => {
    expect(seats("officer", NOW, OFFICER, { requester: "officer" })).toBe("approval/self");
  });
});

describe("the unit is the From mailbox's, else the sender's own", () => {
  test.each<[Partial<Asking>, string]>([
    [{}, "store"],
    [{ requester: "other-boss", mailbox: "store@example.co.jp" }, "store"],
    [{ requester: "sales", mailbox: address("other-boss") }, "other"],
    [{ requester: "other-boss", mailbox: "unknown@example.co.jp" }, "other"],
  ])("%j: %s", (asked, expected) => {
    expect(unitOf(company(), asking(asked))?.id).toBe(expected);
  });

  test("a manager elsewhere is staff here, and standing in makes no manager", () => {
    const from = "store@example.co.jp";
    expect(roleOf(company(), asking({ requester: "boss", mailbox: from }), NOW)).toBe("manager");
    expect(roleOf(company(), asking({ requester: "other-boss", mailbox: from }), NOW)).toBe(
      "staff",
    );
    expect(roleOf(company(), asking({ requester: "helper", mailbox: from }), NOW)).toBe("staff");
    expect(roleOf(withPerson("boss", { left: NOW }), asking({ requester: "boss" }), NOW)).toBe(
      "staff",
    );
  });
});

describe("a manager's own mail", () => {
  const own = { requester: "boss", mailbox: address("boss") };

  test.each([
    ["boss", "approval/self"],
    ["helper", "unit"],
    ["area-boss", "unit"],
    ["other-boss", "approval/no-right"],
  ])("%s: %s", (who, expected) => expect(seats(who, NOW, ONE, own)).toBe(expected));

  test("so is one that every manager of the unit could have sent", () => {
    const directory = { ...company(), mailboxes: [mailbox(["sales", "boss"])] };
    const shared = { mailbox: "store@example.co.jp" };
    expect(seats("area-boss", NOW, ONE, shared, directory)).toBe("unit");
    expect(seats("area-boss", NOW, ONE, shared)).toBe("approval/no-right");
  });
});

describe("from outside the unit", () => {
  test.each([
    ["area-boss", "outside"],
    ["other-boss", "outside"],
    ["boss", "unit"],
    ["helper", "unit"],
    ["officer", "approval/no-right"],
  ])("%s: %s", (who, expected) => expect(seats(who, NOW, TWO)).toBe(expected));

  test("not who has a foot in the unit", () => {
    const both = withUnit("other", { managers: ["boss", "helper", "gone", "sales"] });
    expect(seats("boss", NOW, TWO, {}, both)).toBe("unit");
    expect(seats("helper", NOW + HOUR, TWO, {}, both)).toBe("approval/no-right");
    expect(seats("gone", NOW, TWO, {}, both)).toBe("approval/no-right");
    const moved = withPerson("other-boss", { unit: "store" });
    expect(seats("other-boss", NOW, TWO, {}, moved)).toBe("approval/no-right");
  });
});

const agreed = (
  requirement: Requirement,
  who: readonly string[],
  { directory = company(), at = NOW, now = NOW, asked = asking() } = {},
): boolean =>
  isAgreed(
    directory,
    asked,
    requirement,
    who.map((person) => ({ person, at })),
    now,
  );

describe("enough have agreed", () => {
  test.each<[Requirement, string, boolean]>([
    [ONE, "", false],
    [ONE, "boss", true],
    [ONE, "helper", true],
    [ONE, "sales", false],
    [ONE, "area-boss", false],
    [TWO, "boss", false],
    [TWO, "boss boss", false],
    [TWO, "boss helper", false],
    [TWO, "boss other-boss", true],
    [TWO, "area-boss helper", true],
    [TWO, "area-boss other-boss", false],
    [TWO, "officer other-boss", false],
    [OFFICER, "boss", false],
    [OFFICER, "officer", true],
    [TWO_AND_OFFICER, "boss other-boss", false],
    [TWO_AND_OFFICER, "boss officer", false],
    [TWO_AND_OFFICER, "officer other-boss", true],
    [TWO_AND_OFFICER, "boss other-boss officer", true],
  ])("%j by %j: %s", (requirement, who, expected) => {
    expect(agreed(requirement, who.split(" ").filter(Boolean))).toBe(expected);
  });

  test("a manager and who stands in for the other are one", () => {
    const stoodIn = withUnit("other", {
      deputies: [{ person: "boss", manager: "other-boss", from: NOW - 10, until: NOW + 10 }],
    });
    const pair = ["boss", "other-boss"];
    expect(agreed(TWO, pair, { directory: stoodIn })).toBe(false);
    expect(agreed(TWO, pair, { directory: stoodIn, at: NOW - 5, now: NOW + 10 })).toBe(false);
    expect(agreed(TWO, pair, { directory: stoodIn, at: NOW + 10, now: NOW + 10 })).toBe(true);
  });

  test("a right that was lost since takes its approval with it", () => {
    expect(agreed(ONE, ["helper"], { now: NOW + HOUR })).toBe(false);
    expect(
      agreed(ONE, ["boss"], { directory: withUnit("store", { managers: ["area-boss"] }) }),
    ).toBe(false);
    expect(agreed(ONE, ["boss"], { directory: withPerson("boss", { left: NOW }) })).toBe(false);
    const approvals = [
      { person: "helper", at: NOW },
      { person: "boss", at: NOW },
    ];
    expect(standing(company(), asking(), ONE, approvals, NOW)).toEqual(["helper", "boss"]);
    expect(standing(company(), asking(), ONE, approvals, NOW + HOUR)).toEqual(["boss"]);
  });

  test("a right that came later does not heal a decision made without", () => {
    expect(agreed(ONE, ["duty"], { at: NOW, now: NOW + HOUR })).toBe(false);
    expect(agreed(ONE, ["duty"], { at: NOW + HOUR / 2, now: NOW + HOUR })).toBe(true);
    expect(agreed(ONE, ["boss"], { at: NOW + 1, now: NOW })).toBe(false);
  });
});

test("who may decide now, and whether anybody could", () => {
  expect(approversOf(company(), asking(), ONE, NOW)).toEqual(["boss", "helper"]);
  expect(approversOf(company(), asking(), TWO, NOW).slice().sort()).toEqual(
    ["area-boss", "boss", "helper", "other-boss"].sort(),
  );
  const closed = withUnit("store", { managers: ["sales"], deputies: [], parent: null });
  expect(approversOf(closed, asking(), ONE, NOW)).toEqual([]);
  expect(isReachable(closed, asking(), ONE, NOW)).toBe(true);
  expect(isReachable({ ...closed, dutyPool: [] }, asking(), ONE, NOW)).toBe(false);
  expect(isReachable(withPerson("officer", { left: NOW }), asking(), OFFICER, NOW)).toBe(false);
});

test.each<[Requirement, ago: number, fresh: boolean]>([
  [ONE, 12 * 3600, true],
  [ONE, 12 * 3600 + 1, false],
  [TWO, 600, true],
  [TWO, 601, false],
  [ONE, -120, true],
  [ONE, -121, false],
])("%j, signed in %d s ago: %s", (requirement, ago, fresh) => {
  const now = NOW / 1000;
  expect(isFreshSignIn(requirement, now - ago, now)).toBe(fresh);
});

test("a sign-in whose time nobody knows is not fresh", () => {
  for (const unknown of [0, NaN]) expect(isFreshSignIn(ONE, unknown, NOW / 1000)).toBe(false);
  expect(isFreshSignIn(ONE, 0, 100)).toBe(false);
});
