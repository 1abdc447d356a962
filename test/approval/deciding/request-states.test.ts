import fc from "fast-check";
import { REQUEST_STATES, type RequestState } from "../../../src/core/sign-off";
import {
  REQUEST_EVENTS,
  RECORDED_AS,
  transition,
  type RequestEvent,
} from "../../../src/approval/deciding/request-states";

const TABLE: Readonly<Record<RequestState, Partial<Record<RequestEvent, RequestState>>>> = {
  requested: {
    agree: "requested",
    approve: "approved",
    reject: "rejected",
    withdraw: "withdrawn",
    supersede: "superseded",
    expire: "expired",
  },
  approved: {
    revoke: "revoked",
    release: "released",
    "release-offline": "released",
    supersede: "superseded",
    expire: "expired",
  },
  released: { reopen: "approved", "release-offline": "released" },
  rejected: {},
  withdrawn: {},
  superseded: { "release-offline": "superseded" },
  expired: { "release-offline": "expired" },
  revoked: { "release-offline": "revoked" },
};

test.each(
  REQUEST_STATES.flatMap((state) => REQUEST_EVENTS.map((event) => [state, event] as const)),
)("%s, %s", (state, event) => {
  const next = TABLE[state][event];
  const expected =
    next === undefined
      ? { code: "approval/state", state }
      : { state: next, recorded: RECORDED_AS[event] };
  expect(transition(state, { event, ticketLives: true })).toEqual(expected);
});

test("no release and no reopening once the ticket has ended", () => {
  const ended = (state: RequestState, event: RequestEvent) =>
    transition(state, { event, ticketLives: false });
  expect(ended("approved", "release")).toEqual({ code: "approval/state", state: "approved" });
  expect(ended("released", "reopen")).toEqual({ code: "approval/state", state: "released" });
  expect(ended("approved", "release-offline")).toMatchObject({ state: "released" });
});

interface Walk {
  readonly state: RequestState;
  readonly path: readonly RequestEvent[];
  readonly states: readonly RequestState[];
}

const walks = fc
  .array(fc.record({ event: fc.constantFrom(...REQUEST_EVENTS), ticketLives: fc.boolean() }), {
    maxLength: 30,
  })
  .map((occurrences) =>
    occurrences.reduce<Walk>(
      (walk, occurrence) => {
        const next = transition(walk.state, occurrence);
        if ("code" in next) return walk;
        return {
          state: next.state,
          path: [...walk.path, occurrence.event],
          states: [...walk.states, next.state],
        };
      },
      { state: "requested", path: [], states: [] },
    ),
  );

const TERMINAL: readonly RequestState[] = [
  "rejected",
  "withdrawn",
  "superseded",
  "expired",
  "revoked",
];

test("what is over stays over", () => {
  fc.assert(
    fc.property(walks, ({ states }) => {
      const end = states.findIndex((each) => TERMINAL.includes(each));
      return end < 0 || states.slice(end).every((each) => each === states[end]);
    }),
    { numRuns: 3000 },
  );
});

test("nothing leaves without an approval, and nothing is approved twice", () => {
  let left = 0;
  fc.assert(
    fc.property(walks, ({ path, states }) => {
      const released = states.indexOf("released");
      if (released < 0) return true;
      left += 1;
      const before = path.slice(0, released);
      return before.includes("approve") && path.filter((each) => each === "approve").length === 1;
    }),
    { numRuns: 3000 },
  );
  expect(left).toBeGreaterThan(50);
});

test("a second release needs a reopening between", () => {
  fc.assert(
    fc.property(walks, ({ path }) => {
      const sends = path.filter((each) => each === "release" || each === "reopen");
      return sends.every((each, i) => each === "reopen" || sends[i - 1] !== "release");
    }),
    { numRuns: 2000 },
  );
});

test("every event leaves its row in the record", () => {
  for (const event of REQUEST_EVENTS) expect(RECORDED_AS[event]).toBeTruthy();
});
