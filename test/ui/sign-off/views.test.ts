import { readFileSync } from "node:fs";
import path from "node:path";
import { PROBLEM_STATUS, type ProblemCode } from "../../../src/api/codes";
import { REASONS, UNUSUAL } from "../../../src/api/requests";
import { REQUEST_STATES } from "../../../src/core/sign-off";
import { signOffTexts } from "../../../src/locales/sign-off";
import { emptyAnswer } from "../../../src/ui/sign-off/answer";
import { cardView, headlineOf } from "../../../src/ui/sign-off/card-view";
import { decisionView } from "../../../src/ui/sign-off/decision-view";
import { initialDesk, reduce, type Opened } from "../../../src/ui/sign-off/desk-state";
import { evidenceOf, filesView } from "../../../src/ui/sign-off/files-view";
import { recipientsView } from "../../../src/ui/sign-off/recipients-view";
import { requestView } from "../../../src/ui/sign-off/request-view";
import { signOffWords } from "../../../src/ui/sign-off/words";
import { accident, cleanPart, file, idOf, inside, NOW, outside, request } from "./requests";

const words = signOffWords("ja");
const { texts } = words;

function opened(detail = request(1), more: Partial<Opened> = {}): Opened {
  const desk = reduce(initialDesk(NOW), { type: "opening", id: detail.id });
  const state = reduce(desk, { type: "opened", detail, at: NOW });
  if (state.opened === null) throw new Error("nothing is open");
  return { ...state.opened, ...more };
}

describe("the line that is read first", () => {
  test.each([
    [{ others: 2940, outside: 29 }, "2,940人の情報 → 社外29人"],
    [{ others: 1, outside: 1 }, "1人の情報 → 社外1人"],
    [{ others: 0, outside: 3, files: 2 }, "ファイル2件 → 社外3人"],
    [{ others: 0, outside: 3, files: 0 }, "メール → 社外3人"],
    [{ others: 0, outside: 3, unusual: ["could-not-look" as const] }, "確認できない内容 → 社外3人"],
  ])("%j", (more, expected) => {
    expect(headlineOf({ ...request(1), ...more }, words)).toBe(expected);
  });
});

test.each([
  [0, "たった今"],
  [59, "59分待ち"],
  [61, "1時間待ち"],
  [60 * 49, "2日待ち"],
  [-5, "たった今"],
])("asked %d minutes ago", (minutes, expected) => {
  const each = request(1, { askedAt: NOW - minutes * 60_000 });
  expect(cardView(each, NOW, words).status).toBe(expected);
});

test("a decided card says what became of it and by whom", () => {
  const [decision] = accident(1).decisions;
  const card = cardView({ ...accident(1), state: "approved" }, NOW, words);
  expect(decision?.by.name).toBe("小林 恵");
  expect(card.status).toMatch(/^承認済み · 小林 恵 · /);
  expect([card.urgent, card.approvals]).toEqual(["", ""]);
});

test("a card that follows an earlier request says so", () => {
  expect(cardView(request(1), NOW, words).again).toBe("");
  expect(cardView(request(1, { supersedes: idOf(9) }), NOW, words).again).toBe(texts.askedAgain);
});

describe("recipients", () => {
  test("every tick that is asked for can be ticked, once", () => {
    const { outside: groups } = recipientsView(accident(1), words);
    const values = groups.map(({ tick }) => tick?.value);
    expect([...values].sort()).toEqual([...accident(1).ticks].sort());
  });

  test("private addresses stand alone, companies by domain", () => {
    const recipients = [
      outside("a@corp.example"),
      outside("b@corp.example", { field: "cc" }),
      outside("c@mail.example", { consumer: true }),
      outside("d@mail.example", { consumer: true }),
    ];
    const { outside: groups } = recipientsView(request(1, { recipients }), words);
    expect(groups.map(({ title, recipients: rows }) => [title, rows.length])).toEqual([
      ["c@mail.example", 1],
      ["d@mail.example", 1],
      ["corp.example", 2],
    ]);
  });

  test("a tick without a recipient is asked for, a recipient without a tick is shown", () => {
    const recipients = [
      outside("x@other.example"),
      outside("", { name: "営業部", group: true, domain: null }),
    ];
    const view = recipientsView(request(1, { recipients, ticks: ["ghost.example"] }), words);
    expect(view.outside.map(({ title, tick }) => [title, tick?.value ?? null])).toEqual([
      ["other.example", null],
      [texts.unclear, null],
      ["ghost.example", "ghost.example"],
    ]);
  });

  test("the strangest is on top, and says why", () => {
    const [first, second] = recipientsView(accident(1), words).outside;
    expect(first?.title).toBe("kuruma-partner.example");
    expect(first?.marks).toEqual([texts.looksLike("kuruma.example"), texts.firstTime]);
    expect(second?.marks).toEqual([texts.firstTime, texts.consumer]);
  });

  test("an international domain is marked and stays in ASCII", () => {
    const group = recipientsView(accident(1), words).outside.find(({ title }) =>
      title.startsWith("xn--"),
    );
    expect(group?.marks).toEqual([texts.punycode]);
    expect(group?.recipients[0]).toMatchObject({ isHidden: true, field: texts.fields.bcc });
  });

  test("those inside are apart", () => {
    const view = recipientsView(request(1, { recipients: [inside("a@kuruma.example")] }), words);
    expect([view.outside.length, view.inside.length]).toEqual([0, 1]);
  });

  test("what could not be looked into is said", () => {
    const recipients = [
      outside("list@corp.example", { couldNotLook: "recipient/group", group: true }),
    ];
    const [group] = recipientsView(request(1, { recipients }), words).outside;
    expect(group?.marks).toEqual([words.refusal("recipient/group").reason]);
  });
});

describe("files", () => {
  test("came along first, then what could not be looked into, then most persons", () => {
    const found = { ...cleanPart, status: "found" as const, persons: 9, others: 9 };
    const attachments = [
      file(0, "clean"),
      file(1, "found", { part: found }),
      file(2, "locked", { part: { ...cleanPart, status: "uninspectable" } }),
      file(3, "along", { cameAlong: true }),
    ];
    const view = filesView(request(1, { attachments }), words);
    expect(view.map(({ index }) => index)).toEqual([3, 2, 1, 0]);
  });

  test("what could not be looked into never looks clean", () => {
    const [view] = filesView(
      request(1, {
        attachments: [file(0, "x", { part: { ...cleanPart, status: "uninspectable" } })],
      }),
      words,
    );
    expect(view).toMatchObject({ tone: "failed", status: texts.statuses.uninspectable });
  });

  test("a place of an unknown kind does no harm", () => {
    for (const place of [
      null,
      5,
      "x",
      {},
      { steps: "x" },
      { steps: [null, { type: "toString" }], row: "1" },
    ]) {
      const findings = [{ kind: "email" as const, place, sample: "a" }];
      expect(evidenceOf({ ...cleanPart, findings }, words)?.samples[0]?.place).toEqual([]);
    }
  });
});

test("earlier rejection, changes and decisions so far are on the request", () => {
  const view = requestView(accident(1), words);
  expect(view.rejected?.comment).toBe("名簿は外してください。");
  expect(view.changes).toEqual([
    "添付：1件追加 「見積.pdf」",
    "CC：1件追加 「kyaku4@mail.example」",
  ]);
  expect(view.approvals).toBe("承認 1／2人");
  expect(view.requirements).toEqual([texts.outsideUnit]);
  expect(view.rules.map(({ tone }) => tone)).toEqual(["sign-off", "sign-off"]);
});

test.each([
  ["requested", true, texts.urgent],
  ["requested", false, ""],
  ["approved", true, ""],
] as const)("%s, urgent %s: said on the request while it waits", (state, urgent, said) => {
  expect(requestView(request(1, { state, urgent }), words).urgent).toBe(said);
});

describe("the decision", () => {
  test("cannot be given until everything is ticked, and says what is missing", () => {
    const view = decisionView(opened(accident(1)), words);
    expect(view).toMatchObject({ isOpen: true, canApprove: false });
    expect(view?.hint).toContain("6件");
    expect(view?.hint).toContain(texts.missing.number);
  });

  test("can be given when all is ticked, and not while it is on its way", () => {
    const answer = { ...emptyAnswer, ticks: request(1).ticks };
    expect(decisionView(opened(request(1), { answer }), words)).toMatchObject({ canApprove: true });
    expect(decisionView(opened(request(1), { answer, sending: "approve" }), words)).toMatchObject({
      canApprove: false,
    });
  });

  test.each(REQUEST_STATES.filter((state) => state !== "requested"))(
    "%s is for reading",
    (state) => {
      expect(decisionView(opened(request(1, { state })), words)?.isOpen).toBe(false);
    },
  );

  test("who may not decide it gets no buttons", () => {
    expect(decisionView(opened(request(1, { mayDecide: false })), words)?.isOpen).toBe(false);
  });

  test.each([
    ["identity/stale", 401, true],
    ["identity/invalid", 401, true],
    ["approval/state", 409, false],
    ["network", 0, false],
  ] as const)("%s has words, and a sign-in where that helps", (code, status, signIn) => {
    const refused = { ok: false, code, status } as const;
    expect(decisionView(opened(request(1), { refused }), words)?.problem).toMatchObject({
      title: words.problem(code).title,
      signIn,
    });
  });

  test("in a conflict: who was quicker, and what stands now", () => {
    const refused = { ok: false, code: "approval/state", status: 409 } as const;
    const detail = accident(1, { state: "approved" });
    const text = decisionView(opened(detail, { refused }), words)?.problem?.text;
    expect(text).toContain("承認済み（小林 恵）");
  });
});

describe.each(["ja", "en"] as const)("%s", (language) => {
  const each = signOffWords(language);

  test("every code, state, reason and mark has its own words", () => {
    const codes = [...Object.keys(PROBLEM_STATUS), "network"] as ProblemCode[];
    for (const code of codes) {
      expect(each.problem(code).title).not.toBe("");
      expect(each.problem(code).text).not.toBe("");
    }
    const own = (all: readonly string[]) => expect(new Set(all).size).toBe(all.length);
    own(REASONS.map((reason) => each.reason(reason)));
    own(UNUSUAL.map((unusual) => each.unusual(unusual)));
    own(REQUEST_STATES.map((state) => each.texts.states[state]));
  });

  test("a code of a later service has words too", () => {
    expect(each.problem("api/unheard-of" as ProblemCode)).toEqual(each.problem("api/internal"));
  });
});

test("English has no kana", () => {
  const KANA = /[\u3040-\u30ff]/;
  for (const name of ["sign-off", "problems"]) {
    const source = readFileSync(path.join(__dirname, `../../../src/locales/en/${name}.ts`), "utf8");
    expect(KANA.test(source)).toBe(false);
  }
  expect(Object.keys(signOffTexts.en)).toEqual(Object.keys(signOffTexts.ja));
});
