import { digestOf, accident, file, idOf, outside, request } from "../ui/sign-off/requests";
import { HOSTILE_STRINGS } from "../ui/hostile-strings";
import { ReviewBrowser, type Reviewer } from "./review-browser";

let browser: ReviewBrowser;
let reviewer: Reviewer;
beforeAll(async () => {
  browser = await ReviewBrowser.start();
}, 60_000);
afterAll(() => browser.stop());
afterEach(async () => {
  await reviewer.close();
});

async function at(id: string, options: Parameters<ReviewBrowser["open"]>[0] = {}): Promise<void> {
  reviewer = await browser.open(options);
  await reviewer.signIn(id);
  await reviewer.headline.waitFor();
}

/** A second press within this time is not meant for the request that came up. */
const calm = () => reviewer.page.waitForTimeout(750);

test("signed in by code and PKCE; no token in the address, in storage or in a cookie", async () => {
  browser.service.seed(request(1));
  await at(idOf(1));
  expect(reviewer.page.url()).toBe(`${browser.service.origin}/review#${idOf(1)}`);
  const kept = await reviewer.page.evaluate(() => ({
    session: sessionStorage.length,
    local: localStorage.length,
    cookie: document.cookie,
  }));
  expect(kept).toEqual({ session: 0, local: 0, cookie: "" });
  const authorize = reviewer.asked.find((url) => /[?&]code_challenge=/.test(url)) ?? "";
  expect(new URL(authorize).searchParams.get("code_challenge_method")).toBe("S256");
  const toService = reviewer.asked.filter((url) => url.includes("/api/"));
  expect(toService.filter((url) => /token|eyJ/.test(url))).toEqual([]);
  expect(reviewer.errors).toEqual([]);
});

test("an answer that nobody asked for signs nobody in", async () => {
  browser.service.seed(request(1));
  reviewer = await browser.open();
  await reviewer.page.goto(`${browser.service.origin}/review?code=stolen&state=x`);
  await reviewer.page.getByText("サインインできませんでした").waitFor();
  expect(browser.service.calls).toEqual([]);
  await reviewer.button("サインイン").click();
  await reviewer.throughProvider();
  await reviewer.button("サインアウト").waitFor();
});

test("signed out, the page asks nothing and shows nothing", async () => {
  browser.service.seed(request(1));
  await at(idOf(1));
  await reviewer.button("サインアウト").click();
  await reviewer.page.waitForURL((url) => url.href.startsWith(browser.service.authority));
  await expect(reviewer.page.getByText("鈴木 太郎").count()).resolves.toBe(0);
});

test("a routine card: two taps, and the next one opens by itself", async () => {
  browser.service.seed(request(1), request(2, { sender: { id: "ito", name: "伊藤 健" } }));
  await at(idOf(1), { hasTouch: true });
  await calm();
  await reviewer.tick(/customer\.example/).tap();
  await reviewer.button("承認する").tap();
  await reviewer.page.getByText("承認しました。鈴木 太郎さん").waitFor();
  await reviewer.page.getByText("伊藤 健（新宿店）").last().waitFor();
  expect(browser.service.decisions).toEqual([
    {
      id: idOf(1),
      decision: "approve",
      digest: digestOf(1),
      ticks: ["customer.example"],
      comment: "",
      number: null,
    },
  ]);
  expect(reviewer.errors).toEqual([]);
});

test("with the keyboard alone: list, ticks, number, approve, next", async () => {
  browser.service.seed(accident(1), request(2));
  reviewer = await browser.open();
  await reviewer.signIn();
  const { keyboard } = reviewer.page;
  await reviewer.page.locator("[data-card]").first().waitFor();
  const tabTo = async (isThere: () => Promise<boolean>): Promise<void> => {
    for (let count = 0; count < 80; count++) {
      await keyboard.press("Tab");
      if (await isThere()) return;
    }
    throw new Error("the keyboard does not get there");
  };
  const active = (test: string) =>
    reviewer.page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, test);
  await tabTo(() => active("[data-card]"));
  await keyboard.press("Enter");
  await reviewer.headline.waitFor();
  await reviewer.page.waitForFunction(() =>
    document.activeElement?.matches("[data-focus=request]"),
  );
  for (let left = accident(1).ticks.length; left > 0; left--) {
    await tabTo(() => active("input[type=checkbox]"));
    await keyboard.press("Space");
  }
  await tabTo(() => active("input:not([type=checkbox])"));
  await keyboard.type("2,940");
  await tabTo(async () => (await reviewer.focused()) === "承認する");
  await calm();
  await keyboard.press("Enter");
  await reviewer.page.getByText("ファイル1件 → 社外1人").last().waitFor();
  await reviewer.page.waitForFunction(
    () => document.activeElement?.textContent === "ファイル1件 → 社外1人",
  );
  expect(browser.service.decisions).toMatchObject([{ decision: "approve", number: 2940 }]);
}, 60_000);

test("approve is off until all is ticked, and says what is missing", async () => {
  browser.service.seed(accident(1));
  await at(idOf(1));
  await calm();
  const approve = reviewer.button("承認する");
  await expect(approve.getAttribute("aria-disabled")).resolves.toBe("true");
  await approve.click({ force: true });
  for (const box of await reviewer.page.getByRole("checkbox").all()) await box.check();
  await reviewer.page.getByRole("status").getByText("人数の入力", { exact: true }).waitFor();
  await reviewer.page.getByLabel(/何人分の情報/).fill("29400");
  await reviewer.page.getByRole("status").getByText("入力した人数が違います").waitFor();
  await reviewer.page.getByLabel(/何人分の情報/).fill("２９４０");
  await reviewer.page.getByText("承認できます。").waitFor();
  expect(browser.service.decisions).toEqual([]);
});

test("rejecting without a word asks for one, and goes there", async () => {
  browser.service.seed(request(1));
  await at(idOf(1));
  await calm();
  await reviewer.button("差し戻す").click();
  await reviewer.page.getByText("差し戻す理由を書いてください。").waitFor();
  await reviewer.page.keyboard.type("宛先を確かめてください");
  await reviewer.button("差し戻す").click();
  await reviewer.page.getByText("差し戻しました。").waitFor();
  await reviewer.page.getByText("承認待ちの依頼はありません").waitFor();
  expect(browser.service.decisions).toMatchObject([
    { decision: "reject", comment: "宛先を確かめてください", ticks: [] },
  ]);
  await reviewer.button("決定済み").click();
  await reviewer.page.getByText(/差し戻し · 佐藤 花子/).waitFor();
});

test("a conflict: says what stands and who was quicker", async () => {
  browser.service.seed(request(1));
  await at(idOf(1));
  await calm();
  await reviewer.tick(/customer/).check();
  browser.service.requests.set(
    idOf(1),
    request(1, {
      state: "approved",
      mayDecide: false,
      decisions: [{ by: { id: "k", name: "小林 恵" }, decision: "approve", comment: "", at: 1 }],
    }),
  );
  await reviewer.button("承認する").click();
  const alert = reviewer.page.getByRole("alert");
  await alert.getByText("この依頼は、もう決まっています").waitFor();
  await alert.getByText(/承認済み（小林 恵）/).waitFor();
  await expect(reviewer.button("承認する").count()).resolves.toBe(0);
});

test("a stale sign-in: a fresh one is asked for, and the way leads back to the request", async () => {
  browser.service.seed(request(1));
  await at(idOf(1));
  await calm();
  await reviewer.tick(/customer/).check();
  browser.service.refuseNext = { code: "identity/stale" };
  await reviewer.button("承認する").click();
  await reviewer.page.getByText("この決定には、新しいサインインが必要です").waitFor();
  await reviewer.page.getByRole("alert").getByRole("button", { name: "サインイン" }).click();
  await reviewer.throughProvider();
  const asked = reviewer.asked.filter((url) => url.includes("code_challenge="));
  expect(new URL(asked.at(-1) ?? "").searchParams.get("prompt")).toBe("login");
  await reviewer.headline.waitFor();
  expect(reviewer.page.url()).toContain(`#${idOf(1)}`);
  await calm();
  await reviewer.tick(/customer/).check();
  await reviewer.button("承認する").click();
  await reviewer.page.getByText("承認しました。").waitFor();
});

/** The price list to three customers, one of them private; and something else. */
const priceLists = () => [
  request(1, {
    together: "price-list",
    unusual: ["consumer-addresses"],
    recipients: [
      outside("a@mail.example", { consumer: true }),
      outside("b@mail.example", { consumer: true }),
    ],
  }),
  request(2, { together: "price-list", sender: { id: "ito", name: "伊藤 健" } }),
  request(3, { together: "price-list", sender: { id: "mori", name: "森 香" } }),
  request(4, { sender: { id: "abe", name: "阿部 誠" }, others: 1, persons: 1 }),
];

async function together(): Promise<void> {
  await reviewer.button("3件をいっしょに決める").click();
  await reviewer.page.getByRole("heading", { name: "3件をいっしょに決める" }).waitFor();
  await reviewer.page.getByRole("checkbox", { name: "customer.example" }).nth(1).waitFor();
}

test("the same file to several: ticked each, one press, each answer shown", async () => {
  browser.service.seed(...priceLists());
  browser.service.refuse.set(idOf(2), "approval/no-right");
  await at(idOf(1));
  await together();
  await calm();
  const approve = reviewer.button("3件を承認する");
  await expect(approve.getAttribute("aria-disabled")).resolves.toBe("true");
  for (const name of [/a@mail/, /b@mail/]) await reviewer.tick(name).check();
  for (const box of await reviewer.tick("customer.example").all()) await box.check();
  await reviewer.button("本文を見る: 伊藤 健").click();
  await reviewer.page.getByText("090-****-**12").waitFor();
  await approve.click();
  const results = reviewer.page.getByRole("status").getByRole("listitem");
  await reviewer.page.getByRole("heading", { name: "決定の結果" }).waitFor();
  await expect(results.allInnerTexts()).resolves.toEqual([
    expect.stringMatching(/鈴木 太郎.*承認しました/),
    expect.stringMatching(/森 香.*承認しました/),
    expect.stringMatching(/伊藤 健.*決定できませんでした/s),
  ]);
  await expect(reviewer.focused()).resolves.toBe("決定の結果");
  expect(browser.service.decisions.map(({ id, digest, ticks }) => [id, digest, ticks])).toEqual([
    [idOf(1), digestOf(1), ["a@mail.example", "b@mail.example"]],
    [idOf(3), digestOf(3), ["customer.example"]],
    [idOf(2), digestOf(2), ["customer.example"]],
  ]);
  await expect(reviewer.violations()).resolves.toEqual([]);
  await reviewer.button("次へ進む").click();
  await reviewer.page.getByText("阿部 誠（新宿店）").last().waitFor();
  expect(reviewer.errors).toEqual([
    "Failed to load resource: the server responded with a status of 403 (Forbidden)",
  ]);
});

test("together with the keyboard alone, and back to one by one", async () => {
  browser.service.seed(...priceLists().slice(1));
  await at(idOf(2));
  const { keyboard } = reviewer.page;
  const tabTo = async (name: string): Promise<void> => {
    for (let count = 0; count < 80 && !(await reviewer.focused()).includes(name); count++)
      await keyboard.press("Tab");
    expect(await reviewer.focused()).toContain(name);
  };
  await tabTo("2件をいっしょに決める");
  await keyboard.press("Enter");
  await reviewer.page.waitForFunction(() =>
    document.activeElement?.matches("h2[data-focus=request]"),
  );
  await reviewer.tick("customer.example").nth(1).waitFor();
  await tabTo("1件ずつ決める");
  await keyboard.press("Enter");
  await reviewer.page.getByRole("heading", { level: 2, name: "ファイル1件 → 社外1人" }).waitFor();
  await reviewer.page.waitForFunction(() =>
    document.activeElement?.matches("h2[data-focus=request]"),
  );
});

test("an approval that was not used is taken back, after it is said what that does", async () => {
  browser.service.seed(request(1));
  await at(idOf(1));
  await calm();
  await reviewer.tick(/customer/).check();
  await reviewer.button("承認する").click();
  await reviewer.page.getByText("承認しました。").waitFor();
  await reviewer.button("決定済み").click();
  await reviewer.page.locator("[data-card]").first().click();
  await reviewer.button("承認を取り消す…").click();
  await expect(reviewer.focused()).resolves.toBe("この承認を取り消しますか");
  await expect(reviewer.violations()).resolves.toEqual([]);
  await reviewer.button("取り消さない").click();
  await expect(reviewer.focused()).resolves.toBe("承認を取り消す…");
  await reviewer.button("承認を取り消す…").click();
  await reviewer.page.getByLabel(/取り消す理由/).fill("宛先違い");
  await reviewer.button("取り消す").last().click();
  await reviewer.page.getByText("承認を取り消しました。鈴木 太郎さん").waitFor();
  expect(browser.service.revoked).toEqual([{ id: idOf(1), comment: "宛先違い" }]);
  await expect(reviewer.button("承認を取り消す…").count()).resolves.toBe(0);
  await reviewer.page.locator("article").getByText("承認取り消し").waitFor();
});

test("asked again after a change: the old one leads to the new one, which shows the difference", async () => {
  browser.service.seed(request(1));
  await at(idOf(1));
  const changes = [{ field: "cc" as const, added: ["new@customer.example"], removed: [] }];
  browser.service.requests.set(idOf(2), request(2, { supersedes: idOf(1), changes }));
  browser.service.change(idOf(1), { state: "superseded", mayDecide: false });
  await reviewer.page.getByText(/いまの状態：新しい依頼に差し替え/).waitFor();
  await reviewer.button("新しい依頼を開く").click();
  await reviewer.page.getByText("前の依頼から変わった点").waitFor();
  await reviewer.page.getByText("CC：1件追加 「new@customer.example」").waitFor();
  await expect(reviewer.button("承認する").count()).resolves.toBe(1);
});

test("live: a new card appears, one decided elsewhere says so, a lost stream comes back", async () => {
  browser.service.seed(request(1));
  await at(idOf(1), { viewport: { width: 1280, height: 800 } });
  await reviewer.page.locator("[data-card]").first().waitFor();
  browser.service.requests.set(idOf(2), accident(2));
  browser.service.change(idOf(2), {});
  await reviewer.page.locator("[data-card]").getByText("2,940人の情報 → 社外6人").waitFor();
  browser.service.change(idOf(1), { state: "withdrawn", mayDecide: false });
  await reviewer.page.getByText("表示中の依頼の状態が変わりました。").waitFor();
  browser.service.dropStreams();
  browser.service.requests.set(idOf(3), request(3, { others: 7, persons: 7 }));
  await reviewer.page.locator("[data-card]").getByText("7人の情報").waitFor({ timeout: 10_000 });
  expect(browser.service.listeners).toBe(1);
});

test("a forged or foreign id shows that it was not found, and nothing else", async () => {
  browser.service.seed(request(1));
  reviewer = await browser.open();
  await reviewer.signIn(idOf(99));
  await reviewer.page.getByText("依頼がないか、あなたには見る権限がありません。").waitFor();
  await expect(reviewer.page.locator("article").count()).resolves.toBe(0);
});

test("text is masked until revealed; a file opens in a window of its own, without a token", async () => {
  browser.service.seed(request(1));
  await at(idOf(1));
  await reviewer.page.getByText("090-****-**12").waitFor();
  await reviewer.button(/伏せずに表示する/).click();
  await reviewer.page.getByText("090-1234-5612").waitFor();
  await reviewer.page.getByText("表示したことを記録しました").waitFor();
  expect(browser.service.calls).toContain(
    `GET /api/requests/${idOf(1)}/text?part=body&reveal=true`,
  );
  const requested: Record<string, string>[] = [];
  reviewer.context.on("request", (each) => {
    if (each.url().includes("/content/")) requested.push(each.headers());
  });
  const download = reviewer.context
    .waitForEvent("page")
    .then((page) => page.waitForEvent("download"));
  await reviewer.button(/「お見積書.pdf」を開く/).click();
  expect((await download).url()).toMatch(/^http:\/\/localhost:\d+\/content\/0-1$/);
  expect(requested.length).toBeGreaterThan(0);
  for (const headers of requested) expect(headers).not.toHaveProperty("authorization");
});

test("a hundred hostile strings stay text", async () => {
  const half = HOSTILE_STRINGS.length / 2;
  expect(HOSTILE_STRINGS).toHaveLength(100);
  const text = (index: number) => HOSTILE_STRINGS[index % HOSTILE_STRINGS.length] ?? "";
  const hostile = request(1, {
    subject: HOSTILE_STRINGS.join(" "),
    note: text(3),
    sender: { id: "x", name: text(5) },
    unit: { id: "y", name: text(7) },
    from: { name: text(9), address: text(11) },
    recipients: HOSTILE_STRINGS.map((each, index) =>
      outside(`${index}@customer.example`, { name: each, looksLike: each.slice(0, 60) }),
    ),
    attachments: HOSTILE_STRINGS.map((name, index) =>
      file(index, name, {
        part: {
          status: "found",
          persons: 1,
          others: 1,
          kinds: { email: 1 },
          findings: [
            {
              kind: "email",
              place: {
                steps: [
                  { type: "file", name },
                  { type: "sheet", name },
                ],
              },
              sample: name,
            },
          ],
          refusals: [],
        },
      }),
    ),
    results: [
      {
        rule: "recipient-file-mismatch",
        verdict: "sign-off",
        facts: { addressee: text(1), files: [text(2)], persons: [text(4)] },
        attachments: [],
        approvers: 1,
      },
    ],
    changes: [{ field: "attachments", added: [text(6)], removed: [text(8)] }],
    rejectedBefore: {
      by: { id: "z", name: text(10) },
      decision: "reject",
      comment: text(12),
      at: 1,
    },
  });
  browser.service.seed(hostile);
  browser.service.lines = {
    body: HOSTILE_STRINGS.map((each, row) => ({
      place: { steps: [{ type: "body" }], row },
      text: each,
    })),
  };
  await at(idOf(1));
  await reviewer.page.getByRole("button", { name: /ほか95人を表示/ }).click();
  for (const each of await reviewer.page.locator("details").all())
    await each.evaluate((details) => ((details as HTMLDetailsElement).open = true));
  await reviewer.page.waitForTimeout(500);
  const found = await reviewer.page.evaluate(() => ({
    ran: (window as unknown as { ran?: number }).ran ?? 0,
    foreign: document.querySelectorAll(
      "article :is(img,iframe,object,embed,script,style,link,base,meta,form,video,audio,marquee,template)",
    ).length,
    handlers: [...document.querySelectorAll("*")].filter((each) =>
      each.getAttributeNames().some((name) => name.startsWith("on")),
    ).length,
    hidden: /[\u202a-\u202e\ufeff]/.test(document.body.textContent ?? ""),
    shown: document.body.textContent?.split("<img src=x onerror=").length ?? 0,
  }));
  expect(found).toMatchObject({ ran: 0, foreign: 0, handlers: 0, hidden: false });
  expect(found.shown).toBeGreaterThan(half / 5);
  expect(reviewer.asked.filter((url) => url.includes("evil.example"))).toEqual([]);
  expect(reviewer.errors).toEqual([]);
  await expect(reviewer.sideways()).resolves.toBe(0);
}, 60_000);

const LOOKS = [
  ["a phone", { viewport: { width: 360, height: 740 }, hasTouch: true }],
  ["a narrow pane", { viewport: { width: 320, height: 600 } }],
  ["a wide window", { viewport: { width: 1280, height: 860 } }],
  ["the dark", { viewport: { width: 360, height: 740 }, colorScheme: "dark" as const }],
  ["English", { viewport: { width: 360, height: 740 }, locale: "en-GB" }],
] as const;

test.each(LOOKS)("%s: no barrier, nothing sticks out, thumbs get there", async (_, options) => {
  browser.service.seed(accident(1), request(2));
  reviewer = await browser.open(options);
  await reviewer.signIn();
  await reviewer.page.locator("[data-card]").first().waitFor();
  await expect(reviewer.violations()).resolves.toEqual([]);
  await expect(reviewer.sideways()).resolves.toBe(0);
  await reviewer.page.locator("[data-card]").first().click();
  await reviewer.headline.waitFor();
  await reviewer.page.getByRole("region").last().waitFor();
  await expect(reviewer.violations()).resolves.toEqual([]);
  await expect(reviewer.sideways()).resolves.toBe(0);
  await expect(reviewer.deadEnds()).resolves.toEqual([]);
  if ("hasTouch" in options) await expect(reviewer.small()).resolves.toEqual([]);
});

test.each(LOOKS)("several together, %s: no barrier, nothing sticks out", async (_, options) => {
  browser.service.seed(...priceLists());
  await at(idOf(1), options);
  await reviewer.button(/^(3件をいっしょに決める|Decide 3 together)$/).click();
  await reviewer.page.getByRole("checkbox", { name: "customer.example" }).nth(1).waitFor();
  await expect(reviewer.violations()).resolves.toEqual([]);
  await expect(reviewer.sideways()).resolves.toBe(0);
  await expect(reviewer.deadEnds()).resolves.toEqual([]);
  if ("hasTouch" in options) await expect(reviewer.small()).resolves.toEqual([]);
});
