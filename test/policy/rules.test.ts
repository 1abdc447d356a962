import type { Baseline, History } from "../../src/core/history";
import type { Policy } from "../../src/core/policy";
import type { RuleId } from "../../src/core/verdict";
import { strictPolicy } from "../../src/policy/default";
import { companies, EMPTY, inputOf, many, placed, ruling, type Situation } from "./inputs";

type Row = readonly [
  rule: RuleId,
  what: string,
  situation: Situation,
  staff: string,
  manager: string,
];

const inside = many(1, "example.co.jp");
const customer = many(1, "gmail.com");
const company = companies(1);
const withPolicy = (over: Partial<Policy>) => ({
  policy: { ...strictPolicy, ...over },
});

const A = "a".repeat(64);
const B = "b".repeat(64);
const began = (over: Partial<Baseline>): History => ({
  state: "known",
  baseline: { ...EMPTY, ...over },
});
const withFile = began({ attachments: [A.slice(0, 16)] });
const unknown: History = { state: "unknown" };
const logo = { refusals: ["extract/image"], bytes: 100 * 1024 } as const;

const ROWS: readonly Row[] = [
  ["visible-outside-addresses", "1 consumer", { to: customer }, "-", "-"],
  [
    "visible-outside-addresses",
    "2 consumers",
    { to: many(2, "docomo.ne.jp") },
    "confirm",
    "confirm",
  ],
  [
    "visible-outside-addresses",
    "3 consumers",
    { to: many(3, "gmail.com", "cc") },
    "block",
    "block",
  ],
  [
    "visible-outside-addresses",
    "a carrier's sub-domain",
    { to: many(3, "d.vodafone.ne.jp") },
    "block",
    "block",
  ],
  [
    "visible-outside-addresses",
    "3 whose domain nobody can read",
    { to: many(3, null) },
    "block",
    "block",
  ],
  ["visible-outside-addresses", "30 in Bcc", { to: many(30, "gmail.com", "bcc") }, "-", "-"],
  [
    "visible-outside-addresses",
    "2 visible, 30 in Bcc",
    { to: [...many(30, "gmail.com", "bcc"), ...many(2, "gmail.com")] },
    "confirm",
    "confirm",
  ],
  [
    "visible-outside-addresses",
    "one person twice",
    {
      to: [
        placed("gmail.com", "to", { address: "a@gmail.com" }),
        placed("gmail.com", "cc", { address: "A@GMAIL.com" }),
      ],
    },
    "-",
    "-",
  ],
  [
    "visible-outside-addresses",
    "Bcc and To are one",
    {
      to: [
        placed("gmail.com", "to", { address: "a@gmail.com" }),
        placed("gmail.com", "bcc", { address: "a@gmail.com" }),
        placed("gmail.com"),
      ],
    },
    "confirm",
    "confirm",
  ],
  ["visible-outside-addresses", "9 of one company", { to: many(9, "company.co.jp") }, "-", "-"],
  [
    "visible-outside-addresses",
    "10 of one company",
    { to: many(10, "company.co.jp") },
    "block",
    "block",
  ],
  ["visible-outside-addresses", "3 companies", { to: companies(3) }, "-", "-"],
  ["visible-outside-addresses", "4 companies", { to: companies(4) }, "block", "block"],
  ["visible-outside-addresses", "20 colleagues", { to: many(20, "example.co.jp") }, "-", "-"],

  ["mass-data-to-consumer", "99", { to: customer, files: [{ others: 99 }] }, "-", "-"],
  ["mass-data-to-consumer", "100", { to: customer, files: [{ others: 100 }] }, "block", "block"],
  [
    "mass-data-to-consumer",
    "101 in Bcc",
    { to: many(1, "gmail.com", "bcc"), body: { others: 101 } },
    "block",
    "block",
  ],
  ["mass-data-to-consumer", "to a company", { to: company, files: [{ others: 5000 }] }, "-", "-"],
  [
    "mass-data-to-consumer",
    "to who knows",
    { to: many(1, null), files: [{ others: 100 }] },
    "block",
    "block",
  ],
  ["mass-data-to-consumer", "inside", { to: inside, files: [{ others: 100 }] }, "-", "-"],

  [
    "came-along",
    "a new file",
    { to: company, files: [{ sha256: B }], history: withFile },
    "-",
    "-",
  ],
  [
    "came-along",
    "its file",
    { to: company, files: [{ sha256: A }], history: withFile },
    "sign-off",
    "confirm",
  ],
  [
    "came-along",
    "its file, inside",
    { to: inside, files: [{ sha256: A }], history: withFile },
    "-",
    "-",
  ],
  [
    "came-along",
    "its list",
    { to: company, files: [{ sha256: A, others: 1 }], history: withFile },
    "sign-off",
    "sign-off",
  ],
  [
    "came-along",
    "its encrypted file",
    { to: company, files: [{ sha256: A, refusals: ["extract/encrypted"] }], history: withFile },
    "sign-off",
    "sign-off",
  ],
  [
    "came-along",
    "its file beside a new list",
    { to: company, files: [{ sha256: A }, { sha256: B, others: 9 }], history: withFile },
    "sign-off",
    "confirm",
  ],
  [
    "came-along",
    "unreadable, began with one",
    {
      to: company,
      files: [{ refusals: ["attachment/item"] }],
      history: began({ attachments: [""] }),
    },
    "sign-off",
    "sign-off",
  ],
  [
    "came-along",
    "unreadable, began with none",
    { to: company, files: [{ refusals: ["attachment/item"] }] },
    "-",
    "-",
  ],
  [
    "came-along",
    "any file, began with too many",
    { to: company, files: [{ sha256: B }], history: began({ attachments: [""] }) },
    "sign-off",
    "confirm",
  ],
  [
    "came-along",
    "only a logo",
    { to: company, files: [{ sha256: A, ...logo }], inline: [0], history: withFile },
    "-",
    "-",
  ],
  [
    "came-along",
    "text, nobody new",
    { to: company, over: { textStays: true, outsideAdded: false } },
    "-",
    "-",
  ],
  [
    "came-along",
    "text to somebody new",
    { to: company, over: { textStays: true } },
    "confirm",
    "confirm",
  ],
  [
    "came-along",
    "text with others",
    { to: company, body: { others: 1 }, over: { textStays: true } },
    "sign-off",
    "sign-off",
  ],
  [
    "came-along",
    "a quote of an inside mail",
    { to: company, report: { quotesInside: true } },
    "confirm",
    "confirm",
  ],
  ["came-along", "a quote, inside", { to: inside, report: { quotesInside: true } }, "-", "-"],

  ["others-to-outside", "0", { to: company, files: [{}] }, "-", "-"],
  ["others-to-outside", "1", { to: company, files: [{ others: 1 }] }, "sign-off", "confirm"],
  ["others-to-outside", "99", { to: company, body: { others: 99 } }, "sign-off", "confirm"],
  ["others-to-outside", "100", { to: company, files: [{ others: 100 }] }, "sign-off", "sign-off"],
  ["others-to-outside", "999", { to: company, files: [{ others: 999 }] }, "sign-off", "sign-off"],
  [
    "others-to-outside",
    "1000",
    { to: company, files: [{ others: 1000 }] },
    "sign-off/2",
    "sign-off/2",
  ],
  ["others-to-outside", "inside", { to: inside, files: [{ others: 1000 }] }, "-", "-"],

  ["attachment-to-outside", "none", { to: company }, "-", "-"],
  ["attachment-to-outside", "one", { to: company, files: [{}] }, "sign-off", "confirm"],
  ["attachment-to-outside", "inside", { to: inside, files: [{}] }, "-", "-"],
  [
    "attachment-to-outside",
    "a logo in the body",
    { to: company, files: [logo], inline: [0] },
    "-",
    "-",
  ],
  [
    "attachment-to-outside",
    "data-or-file",
    { to: company, files: [{}], over: withPolicy({ individual: "data-or-file" }) },
    "sign-off",
    "confirm",
  ],
  [
    "attachment-to-outside",
    "others-only",
    { to: company, files: [{}], over: withPolicy({ individual: "others-only" }) },
    "-",
    "-",
  ],

  ["could-not-look", "nothing hidden", { to: company, files: [{}] }, "-", "-"],
  [
    "could-not-look",
    "one outside",
    { to: company, files: [{ refusals: ["extract/encrypted"] }] },
    "sign-off",
    "confirm",
  ],
  [
    "could-not-look",
    "two outside",
    { to: companies(2), files: [{ refusals: ["extract/image"] }] },
    "sign-off",
    "sign-off",
  ],
  [
    "could-not-look",
    "one outside, one inside",
    { to: [...company, ...inside], body: { refusals: ["extract/active-content"] } },
    "sign-off",
    "confirm",
  ],
  [
    "could-not-look",
    "inside",
    { to: inside, files: [{ refusals: ["extract/encrypted"] }] },
    "-",
    "-",
  ],
  ["could-not-look", "who knows", { to: many(1, null) }, "sign-off", "sign-off"],
  [
    "could-not-look",
    "a group",
    { to: [placed("company.co.jp", "to", { group: true, couldNotLook: "recipient/group" })] },
    "sign-off",
    "sign-off",
  ],
  ["could-not-look", "a logo", { to: company, files: [logo], inline: [0] }, "-", "-"],
  [
    "could-not-look",
    "a scan in the body",
    { to: company, files: [{ ...logo, bytes: 100 * 1024 + 1 }], inline: [0] },
    "sign-off",
    "confirm",
  ],
  [
    "could-not-look",
    "a logo that is no picture",
    { to: company, files: [{ ...logo, refusals: ["extract/unknown"] }], inline: [0] },
    "sign-off",
    "confirm",
  ],
  ["could-not-look", "a logo nobody shows", { to: company, files: [logo] }, "sign-off", "confirm"],

  ["bulk", "9", { to: companies(9, "bcc") }, "-", "-"],
  ["bulk", "10", { to: [...companies(9, "bcc"), ...customer] }, "sign-off", "confirm"],
  ["bulk", "11 colleagues", { to: many(11, "example.co.jp") }, "-", "-"],

  ["mail-to-outside", "outside", { to: company }, "sign-off", "-"],
  ["mail-to-outside", "inside", { to: inside }, "-", "-"],
  [
    "mail-to-outside",
    "data-or-file",
    { to: company, over: withPolicy({ individual: "data-or-file" }) },
    "-",
    "-",
  ],
  [
    "mail-to-outside",
    "others-only",
    { to: company, over: withPolicy({ individual: "others-only" }) },
    "-",
    "-",
  ],

  [
    "mass-data-inside",
    "99 to two",
    { to: many(2, "example.co.jp"), files: [{ others: 99 }] },
    "-",
    "-",
  ],
  [
    "mass-data-inside",
    "100 to two",
    { to: many(2, "example.co.jp"), files: [{ others: 100 }] },
    "confirm",
    "confirm",
  ],
  ["mass-data-inside", "100 to one", { to: inside, files: [{ others: 100 }] }, "-", "-"],
  [
    "mass-data-inside",
    "100 to a group",
    { to: [placed("example.co.jp", "to", { group: true })], files: [{ others: 100 }] },
    "confirm",
    "confirm",
  ],
  [
    "mass-data-inside",
    "100 to two and a company",
    { to: [...many(2, "example.co.jp"), ...company], files: [{ others: 100 }] },
    "-",
    "-",
  ],
];

test.each(ROWS)("%s: %s", (rule, _, situation, staff, manager) => {
  expect(ruling(rule, { ...situation, role: "staff" })).toBe(staff);
  expect(ruling(rule, { ...situation, role: "manager" })).toBe(manager);
});

const named = (addressee: string | null, ...names: string[]): Situation => ({
  to: company,
  files: names.map(() => ({ others: 1 })),
  report: { named: { addressee, files: names.map((name, index) => ({ index, name })) } },
});

test.each<[what: string, situation: Situation, verdict: string]>([
  ["nobody greeted", named(null, "佐藤 花子"), "-"],
  ["no file of one person", named("山田"), "-"],
  ["the same person", named("山田", "山田 太郎"), "-"],
  ["the same person in other letters", named("山田　太郎", "山田太郎"), "-"],
  ["another person", named("山田", "佐藤 花子"), "confirm"],
  ["another person beside the right one", named("山田 太郎", "山田", "佐藤"), "confirm"],
  ["another person, inside", { ...named("山田", "佐藤"), to: inside }, "-"],
])("recipient-file-mismatch: %s", (_, situation, verdict) => {
  expect(ruling("recipient-file-mismatch", situation)).toBe(verdict);
  expect(ruling("recipient-file-mismatch", { ...situation, role: "manager" })).toBe(verdict);
});

test.each([
  ["new", false, "sign-off", "confirm"],
  ["reply", false, "sign-off", "confirm"],
  ["forward", false, "sign-off", "confirm"],
  ["unknown", false, "-", "-"],
  ["unknown", true, "sign-off", "confirm"],
] as const)(
  "files of unknown history, %s, quotes inside: %s",
  (composeType, quotesInside, ...by) => {
    const situation: Situation = { to: company, files: [{ sha256: A }], history: unknown };
    const { message } = inputOf(situation);
    const over = { message: { ...message, composeType } };
    const rulings = (["staff", "manager"] as const).map((role) =>
      ruling("came-along", { ...situation, role, over, report: { quotesInside } }),
    );
    expect(rulings).toEqual(by);
  },
);

test("behind a list that was cut off, anybody may stand", () => {
  const situation: Situation = { to: inside, files: [{ others: 100 }] };
  const { message } = inputOf(situation);
  const over = { message: { ...message, cappedFields: ["to"] as const } };
  for (const rule of ["mass-data-to-consumer", "others-to-outside", "could-not-look"] as const) {
    expect(ruling(rule, { ...situation, over })).toBe(
      rule === "mass-data-to-consumer" ? "block" : "sign-off",
    );
  }
});

test("an attachment that nobody reported on was not looked into", () => {
  const situation: Situation = { to: company, files: [{}] };
  const { report } = inputOf(situation);
  const without = { ...situation, report: { parts: report.parts.slice(0, 2) } };
  expect(ruling("could-not-look", without)).toBe("sign-off");
});
