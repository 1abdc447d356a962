import { inOrder } from "../../../src/ui/sign-off/order";
import { idOf, request } from "./requests";

const routine = request(1);

test.each<[string, Parameters<typeof request>[1], Parameters<typeof request>[1]]>([
  [
    "what one may decide, before what one may not",
    { mayDecide: true },
    { mayDecide: false, urgent: true },
  ],
  ["urgent, before what is worse", { urgent: true }, { others: 2940 }],
  ["a stronger verdict", { verdict: "sign-off" }, { verdict: "confirm", others: 5 }],
  ["more persons", { others: 2 }, { others: 1, unusual: ["consumer-addresses"] }],
  [
    "the worse of two marks",
    { unusual: ["consumer-addresses"] },
    { unusual: ["came-along", "could-not-look"] },
  ],
  [
    "came along, before a first time",
    { unusual: ["came-along"] },
    { unusual: ["first-time-recipient", "look-alike-domain"] },
  ],
  ["more recipients outside", { outside: 9 }, { outside: 8 }],
  ["who waits longer", { askedAt: 1 }, { askedAt: 2 }],
])("first %s", (_, first, second) => {
  const a = { ...routine, ...first, id: idOf(1) };
  const b = { ...routine, ...second, id: idOf(2) };
  expect(inOrder([a, b]).map(({ id }) => id)).toEqual([idOf(1), idOf(2)]);
  expect(inOrder([b, a]).map(({ id }) => id)).toEqual([idOf(1), idOf(2)]);
});
