import { VERDICTS, type FixId } from "../../src/core/verdict";
import { PANE_FAILURES } from "../../src/locales/pane";
import { attachmentsView } from "../../src/pane/review/attachments-view";
import { bannerView } from "../../src/pane/review/banner-view";
import { place } from "../../src/pane/review/census";
import { findingsView, looseEvidence } from "../../src/pane/review/findings-view";
import { offersOf, offersOfAll } from "../../src/pane/review/offers";
import { recipientsView } from "../../src/pane/review/recipients-view";
import { initialState, type Phase, type ReviewState } from "../../src/pane/review/state";
import { wordsOf } from "../../src/pane/review/words";
import { attachment, job, judgement, part, recipient, result } from "./fixtures";

const words = wordsOf("en");
const { pane } = words;
const none = () => undefined;

const MAIL = job({
  recipients: [
    recipient("boss@example.co.jp"),
    recipient("a@gmail.com"),
    recipient("b@gmail.com", "cc"),
    recipient("c@example.com", "bcc"),
    recipient("", "to", { name: "Sales", group: true }),
    recipient("broken address", "cc"),
  ],
  bodyHtml: "<p>own words</p>",
  attachments: [attachment("list.xlsx"), attachment("logo.png", { inline: true })],
});

const state = (phase: Phase, more: Partial<ReviewState> = {}): ReviewState => ({
  ...initialState,
  phase,
  ...more,
});
const checked = (each = judgement()) => ({ job: MAIL, judgement: each, at: 0 });

describe("banner", () => {
  test.each(VERDICTS)("%s has its own tone", (verdict) => {
    const view = bannerView(
      state({ name: "judged" }, { checked: checked(judgement({ verdict })) }),
      words,
    );
    expect(view).toMatchObject({ tone: verdict, title: pane.verdicts[verdict].title });
  });

  const UNJUDGED: readonly Phase[] = [
    { name: "reading" },
    { name: "inspecting", progress: null },
    { name: "inspecting", progress: { done: 9, total: 9 } },
    { name: "fixing" },
    ...PANE_FAILURES.map((failure) => ({ name: "failed", failure }) as const),
  ];
  test.each(UNJUDGED)("no verdict stands while %j", (phase) => {
    const { tone, headline } = bannerView(state(phase, { checked: checked() }), words);
    expect(VERDICTS).not.toContain(tone);
    expect(headline).toBeNull();
  });

  const EXPOSED: readonly [number, number, boolean][] = [
    [2940, 29, true],
    [1, 1, true],
    [0, 29, false],
    [2940, 0, false],
  ];
  test.each(EXPOSED)("%d others to %d outside: headline %s", (others, external, isShown) => {
    const each = judgement({ verdict: "block", report: { others }, recipients: { external } });
    const { headline } = bannerView(state({ name: "judged" }, { checked: checked(each) }), words);
    expect(headline).toBe(isShown ? pane.exposure(others, external, 0) : null);
  });

  const PARTS: readonly [number, number, number | "unknown"][] = [
    [0, 0, "unknown"],
    [0, 9, "unknown"],
    [1, 2, 0.5],
    [9, 9, 0.99],
    [10, 9, 0.99],
  ];
  test.each(PARTS)("%d of %d done", (done, total, part) => {
    const view = bannerView(state({ name: "inspecting", progress: { done, total } }), words);
    expect(view.progress).toBe(part);
  });

  test("two managers in the strictest finding are two in the title", () => {
    const results = [result({ verdict: "sign-off", approvers: 1 })];
    const title = (more: ReturnType<typeof result>[]) =>
      bannerView(
        state(
          { name: "judged" },
          { checked: checked(judgement({ verdict: "sign-off", results: [...results, ...more] })) },
        ),
        words,
      ).title;
    expect(title([])).toBe(pane.verdicts["sign-off"].title);
    expect(title([result({ verdict: "sign-off", approvers: 2 })])).toBe(pane.signOffByTwo);
  });

  test("a mail to nobody is neither green nor red", () => {
    const results = [result({ rule: "no-recipients", verdict: "block" })];
    const each = checked(judgement({ verdict: "block", results }));
    const view = bannerView(state({ name: "judged" }, { checked: each }), words);
    expect(view).toMatchObject({ tone: "busy", ...pane.noRecipientsYet, progress: null });
    const control = { ticked: [], isAcknowledged: false, fix: none, tick: none };
    expect(findingsView(each, words, control)).toEqual([]);
  });

  test("Japanese sentences follow each other without a space", () => {
    const each = checked(judgement({ verdict: "block" }));
    const view = bannerView(
      state({ name: "judged" }, { wasStopped: true, checked: each }),
      wordsOf("ja"),
    );
    expect(view.text).not.toContain(" ");
  });

  test("says that the mail was stopped, until it may go", () => {
    const text = (verdict: "allow" | "block") =>
      bannerView(
        state({ name: "judged" }, { wasStopped: true, checked: checked(judgement({ verdict })) }),
        words,
      ).text;
    expect(text("block")).toContain(pane.stoppedAtSend);
    expect(text("allow")).not.toContain(pane.stoppedAtSend);
  });
});

describe("recipients", () => {
  test("outside first, the larger domain first; unclear ones are outside", () => {
    const [outside, inside] = recipientsView(place(MAIL), words);
    expect(outside).toMatchObject({ isOutside: true, title: pane.outside(5) });
    expect(outside?.domains.map(({ domain, mark }) => [domain, mark])).toEqual([
      ["gmail.com", pane.consumer],
      [pane.unknownDomain, ""],
      ["example.com", ""],
    ]);
    expect(inside).toMatchObject({ isOutside: false, title: pane.inside(1) });
  });

  test("a group cannot be chosen", () => {
    const people = recipientsView(place(MAIL), words).flatMap(({ domains }) =>
      domains.flatMap((domain) => domain.recipients),
    );
    expect(people.filter(({ chooseLabel }) => chooseLabel === null)).toEqual([
      expect.objectContaining({ name: "Sales", mark: pane.group }),
    ]);
  });
});

describe("offers", () => {
  const OFFERS: readonly [FixId, readonly number[], unknown][] = [
    ["move-outside-to-bcc", [], { addresses: ["a@gmail.com", "b@gmail.com", "broken address"] }],
    [
      "remove-outside-recipients",
      [],
      { addresses: ["a@gmail.com", "b@gmail.com", "c@example.com", "broken address"] },
    ],
    ["remove-attachment", [0, 1], { attachments: [0], facts: { files: ["list.xlsx"] } }],
    ["remove-attachment", [1], null],
    ["remove-attachment", [7], null],
    ["remove-came-along", [0], { attachments: [0] }],
    ["remove-came-along", [], null],
    ["my-text-only", [], {}],
  ];
  test.each(OFFERS)("%s about %j", (fix, attachments, expected) => {
    const [offer = null] = offersOf(result({ fixes: [fix], attachments }), MAIL);
    if (expected === null) expect(offer).toBeNull();
    else expect(offer).toMatchObject({ fix, ...(expected as object) });
  });

  test("no word of the sender's own, no such mail", () => {
    const offers = (bodyHtml: string) =>
      offersOf(result({ fixes: ["my-text-only"] }), job({ bodyHtml }));
    expect(offers("<p>&gt; quote</p>")).toEqual([]);
    expect(offers("<p>own</p><p>&gt; quote</p>")).toHaveLength(1);
  });

  test("what one card offers no later one offers again", () => {
    const offers = offersOfAll(
      [
        result({ fixes: ["remove-came-along", "remove-outside-recipients"], attachments: [0] }),
        result({ fixes: ["remove-attachment", "my-text-only"], attachments: [0] }),
        result({ fixes: ["remove-outside-recipients", "move-outside-to-bcc"] }),
      ],
      MAIL,
    );
    expect(offers.map((each) => each.map(({ fix }) => fix))).toEqual([
      ["remove-came-along", "remove-outside-recipients"],
      ["my-text-only"],
      ["move-outside-to-bcc"],
    ]);
  });

  test("a fix knows the fields that it empties", () => {
    const [offer] = offersOf(result({ fixes: ["move-outside-to-bcc"] }), MAIL);
    expect(offer?.facts.fields).toEqual(["to", "cc"]);
  });

  test("nothing to move where nobody outside is visible", () => {
    const hidden = job({ recipients: [recipient("a@gmail.com", "bcc")] });
    expect(offersOf(result({ fixes: ["move-outside-to-bcc"] }), hidden)).toEqual([]);
  });
});

describe("findings", () => {
  const finding = {
    kind: "mobile",
    place: { steps: [{ type: "file", name: "list.xlsx" }], row: 12 },
    sample: "090-****-1234",
  } as const;
  const report = {
    kinds: { mobile: 3, "person-name": 20 },
    parts: [
      part({
        findings: [finding],
        refusals: [{ code: "extract/image", place: { steps: [{ type: "body" }] } }],
      }),
    ],
  } as const;
  const control = { ticked: [], isAcknowledged: false, fix: none, tick: none };
  const cards = (results: readonly ReturnType<typeof result>[], verdict = "confirm" as const) =>
    findingsView(checked(judgement({ verdict, results, report })), words, control);

  test("samples and refusals stand once, under the card they belong to", () => {
    const [bulk, data, look, more] = cards([
      result({ rule: "bulk" }),
      result({ rule: "others-to-outside" }),
      result({ rule: "could-not-look" }),
      result({ rule: "mass-data-inside" }),
    ]);
    expect(bulk?.evidence).toBeNull();
    expect(data?.evidence).toMatchObject({
      kinds: [`${words.kind("person-name")} 20`, `${words.kind("mobile")} 3`],
      samples: [{ sample: "090-****-1234", place: ["list.xlsx", expect.stringContaining("12")] }],
      refusals: [],
    });
    expect(look?.evidence).toMatchObject({ samples: [], refusals: [{}] });
    expect(more?.evidence).toBeNull();
  });

  test("what no card shows stands alone", () => {
    const bare = checked(judgement({ report }));
    expect(looseEvidence(bare, words)).toMatchObject({ samples: [{}], refusals: [{}] });
    const results = [result(), result({ rule: "could-not-look" })];
    expect(looseEvidence(checked(judgement({ results, report })), words)).toBeNull();
  });

  test("one button in the whole list is the best", () => {
    const best = cards([
      result({ rule: "bulk", fixes: ["remove-outside-recipients"] }),
      result({ fixes: ["remove-attachment", "my-text-only"], attachments: [0] }),
      result({ rule: "came-along", fixes: ["my-text-only"] }),
    ]).map(({ actions }) => actions.map(({ isBest }) => isBest));
    expect(best).toEqual([[false], [true, false], []]);
  });

  test.each(VERDICTS)("ticks on %s", (verdict) => {
    const [card] = findingsView(
      checked(judgement({ verdict, results: [result()] })),
      words,
      control,
    );
    expect(card?.tick === null).toBe(verdict !== "confirm");
  });
});

describe("attachments", () => {
  const view = (parts: readonly ReturnType<typeof part>[]) =>
    attachmentsView(checked(judgement({ report: { parts } })), words, none);
  const source = { type: "attachment", index: 0 } as const;

  test.each([
    ["clean", "allow"],
    ["found", "confirm"],
    ["uninspectable", "failed"],
  ] as const)("%s looks like %s", (status, tone) => {
    expect(view([part({ source, status })])[0]).toMatchObject({ tone });
  });

  test("without a report it is not clean", () => {
    expect(view([])[0]).toMatchObject({ tone: "failed", status: pane.statuses.uninspectable });
  });

  test("an inline image has no button", () => {
    expect(view([]).map(({ remove }) => remove !== null)).toEqual([true, false]);
  });
});
